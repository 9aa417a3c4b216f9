import { withMarks } from "../calc/futureFunctions";
import { a1ToR1c1 } from "../calc/notation";
import { mayBeStructured } from "../calc/structured";
import { namedTables, tableAround } from "../calc/tableAreas";
import { COLUMNS } from "../xlsx/areas";
import type { CellFormat, Extent, Scalar, StoredFormula } from "../xlsx/model";
import { intersection } from "./address";
import { formulasBefore, told } from "./changes";
import { entered, isPlainText, type Entered } from "./entry";
import { isUnbounded } from "./geometry";
import { formulaBody } from "./given";
import { writable, type Place } from "./place";
import { Refusal } from "./refusal";
import { restyle, restyleEach } from "./styles";
import { renameColumns } from "./tableColumns";

const WRONG_SHAPE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** How the store keeps a formula that was given with "=". */
type Spelling = (formula: string) => StoredFormula;

const inA1: Spelling = (formula) => ({ a1: formula.slice(1) });
const inR1c1: Spelling = (formula) => ({ r1c1: formula.slice(1) });

/** A formula with the names of tables that it leaves out. */
function named(formula: StoredFormula, table: string | undefined): StoredFormula {
  return "a1" in formula ? { a1: namedTables(formula.a1, table) } : { r1c1: namedTables(formula.r1c1, table) };
}

/** Refuses an array of another shape than the area; a single value stands for every cell. */
export function checkShape(given: unknown, { rows, columns }: Extent): void {
  if (!Array.isArray(given)) return;
  const fits = given.length === rows && given.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) throw new Refusal("InvalidArgument", WRONG_SHAPE);
}

const keyOf = (row: number, column: number): number => row * COLUMNS + column;

/** The cells of an area that are hidden under a merged area's first cell: what is written there is lost. */
function coveredCells({ sheet, extent }: Place): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const merge of sheet.merges) {
    const shared = intersection(merge, extent);
    if (shared === undefined) continue;
    for (let cell = 0; cell < shared.rows * shared.columns; cell++) {
      covered.add(keyOf(shared.row + Math.floor(cell / shared.columns), shared.column + (cell % shared.columns)));
    }
    covered.delete(keyOf(merge.row, merge.column));
  }
  return covered;
}

/** A text that was entered, and what came of it. */
interface Understood extends Omit<Entered, "formula"> {
  readonly text: string;
  readonly format: CellFormat;
  readonly formula: StoredFormula | undefined;
  /** Whether the formula may name tables: only then is it looked at again in each cell. */
  readonly isStructured: boolean;
}

/** Writes contents cell by cell; formats are looked up only for text that may be something else. */
class Writer {
  private readonly place: Place;
  private readonly spell: Spelling;
  private readonly covered: ReadonlySet<number>;
  private last: Understood | undefined;

  constructor(place: Place, spell: Spelling) {
    this.place = place;
    this.spell = spell;
    this.covered = coveredCells(place);
  }

  write(content: unknown, row: number, column: number): void {
    if (content === null || (this.covered.size > 0 && this.covered.has(keyOf(row, column)))) return;
    const { sheet } = this.place;
    if (content === "") sheet.setValue(row, column, undefined);
    else if (!isConstant(content)) throw new Refusal("InvalidArgument");
    else if (typeof content !== "string" || isPlainText(content)) sheet.setValue(row, column, content);
    else this.enter(content, row, column);
  }

  private enter(text: string, row: number, column: number): void {
    const { sheet } = this.place;
    const { value, formula, isStructured, patch } = this.understood(text, this.formatOf(row, column));
    if (formula === undefined) sheet.setValue(row, column, value);
    else if (isStructured) sheet.setFormula(row, column, named(formula, tableAround(sheet, { row, column })?.name));
    else sheet.setFormula(row, column, formula);
    if (patch !== undefined) restyle({ ...this.place, extent: { row, column, rows: 1, columns: 1 } }, patch);
  }

  /** What a text means in a format; the same text often fills many cells. */
  private understood(text: string, format: CellFormat): Understood {
    if (this.last?.text !== text || this.last.format !== format) {
      const { formula, ...found } = entered(text, format, this.place.host.book.date1904);
      const spelled = formula === undefined ? undefined : this.spell(withMarks(`=${formulaBody(formula)}`));
      this.last = { text, format, ...found, formula: spelled, isStructured: mayBeStructured(formula ?? "") };
    }
    return this.last;
  }

  private formatOf(row: number, column: number): CellFormat {
    const { host, sheet } = this.place;
    return host.book.format(sheet.style(row, column));
  }
}

function isConstant(content: unknown): content is Exclude<Scalar, object> {
  return typeof content === "string" || typeof content === "boolean" || Number.isFinite(content);
}

function write(place: Place, given: unknown, spell: Spelling): void {
  const { host, extent } = place;
  writable(place);
  if (isUnbounded(extent)) throw new Refusal("InvalidArgument");
  checkShape(given, extent);
  const rows = Array.isArray(given) ? (given as unknown[][]) : undefined;
  const writer = new Writer(place, spell);
  host.touch();
  const tellFormulas = formulasBefore(place);
  for (let down = 0; down < extent.rows; down++) {
    const row = rows?.[down];
    for (let right = 0; right < extent.columns; right++) {
      writer.write(row === undefined ? given : row[right], extent.row + down, extent.column + right);
    }
  }
  renameColumns(place);
  tellFormulas();
  told(place, "RangeEdited");
}

/** A single formula in A1 notation is meant for the first cell; the others get it as if it had been filled. */
function filling({ extent }: Place, given: unknown): Spelling {
  if (typeof given !== "string") return inA1;
  return (formula) => inR1c1(a1ToR1c1(formula, extent.row, extent.column));
}

/** Sets `Range.values` or `Range.formulas`: null leaves a cell alone, "" empties it, text is read as if it were typed. */
export function writeContents(place: Place, given: unknown): void {
  write(place, given, filling(place, given));
}

/** Sets `Range.formulasR1C1`. */
export function writeFormulasR1C1(place: Place, given: unknown): void {
  write(place, given, inR1c1);
}

/** Stands for a cell that keeps its number format; no format is empty. */
const KEPT = "";

function formatGiven(given: unknown): string {
  if (given === null) return KEPT;
  if (typeof given !== "string") throw new Refusal("InvalidArgument");
  return given === "" ? "General" : given;
}

/** Sets `Range.numberFormat`: one for all cells, or one for each, null for those that keep theirs. */
export function writeNumberFormats(place: Place, given: unknown): void {
  checkShape(given, place.extent);
  if (Array.isArray(given)) {
    const rows = given as unknown[][];
    restyleEach(place, {
      keyAt: (row, column) => formatGiven(rows[row]?.[column]),
      patchOf: (_format, numberFormat) => (numberFormat === KEPT ? undefined : { numberFormat }),
    });
  } else if (formatGiven(given) !== KEPT) restyle(place, { numberFormat: formatGiven(given) });
  place.host.touch();
}
