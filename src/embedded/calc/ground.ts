import { COLUMNS, ROWS } from "../xlsx/areas";
import type { Book, Sheet } from "../xlsx/model";
import type { At } from "./compile";
import type { CompiledFormulas } from "./compiledFormulas";
import type { DefinedNames } from "./definedNames";
import { r1c1ToA1 } from "./notation";
import { precedentsOf, type Precedents } from "./precedents";
import type { SheetOfCells } from "./sheetFormulas";
import type { Area } from "./values";

/** What is asked of the recalculation that formulas are left in. */
interface Recalculation {
  readonly book: Book;
  readonly names: DefinedNames;
  readonly of: (sheet: Sheet) => SheetOfCells;
  readonly sheet: (name: string) => Sheet | undefined;
  readonly formulas: Pick<CompiledFormulas, "spelledOut">;
  readonly memo: <Value>(key: string, area: Area, make: () => Value) => Value;
  /** Has a formula computed that waits. */
  readonly attempt: (at: At) => void;
}

/** What formulas stand on that cannot be computed: whether it is as the file had it. */
export class Ground {
  private readonly within: Recalculation;

  constructor(within: Recalculation) {
    this.within = within;
  }

  /** Whether anything that the formula of a cell hangs on may be another than when the file was saved. */
  isOther(at: At): boolean {
    const { daily, anywhere, areas } = this.precedents(at);
    return daily || (anywhere && this.isAnythingChanged) || areas.some(this.isChanged);
  }

  private precedents(at: At): Precedents {
    const { of, sheet, names, formulas } = this.within;
    const cells = of(at.sheet);
    const shared = cells.sharedAt(at.row, at.column);
    const formula = shared === undefined ? cells.column(at.column).formula(at.row) : shared.formula;
    if (formula === undefined) return { areas: [], anywhere: true, daily: false };
    const { row, column } = shared ?? at;
    const text = r1c1ToA1(`=${formulas.spelledOut(formula, at)}`, row, column);
    return precedentsOf(text, at.sheet, { sheet, nameFormula: (name, from) => names.formula(name, from) });
  }

  private get isAnythingChanged(): boolean {
    const extent = { row: 0, column: 0, rows: ROWS, columns: COLUMNS };
    return this.within.book.sheets.some((sheet) => sheet.isWorksheet && this.isChanged({ sheet, extent }));
  }

  private readonly isChanged = (area: Area): boolean => {
    const { rows, columns } = area.extent;
    return rows * columns === 1 ? this.changed(area) : this.within.memo("changed", area, () => this.changed(area));
  };

  /** Whether a cell of an area shows something else than in the file, its formulas computed. */
  private changed({ sheet, extent }: Area): boolean {
    const cells = this.within.of(sheet);
    for (const column of cells.formulaColumns) {
      if (column < extent.column || column >= extent.column + extent.columns) continue;
      for (const row of cells.column(column).waiting(extent.row, extent.row + extent.rows)) {
        this.within.attempt({ sheet, row, column });
      }
    }
    return sheet.asOpened.differs(extent);
  }
}
