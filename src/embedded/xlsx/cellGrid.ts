import type { Cells } from "./cells";
import type { Extent, Scalar } from "./model";
import { edits, keepsFileFormula, type EditedColumn } from "./overlay";
import { relative, spelledOut } from "./storedFormula";

/** How a grid gets its entries: from a cell of the file by its index, or from an edited one. */
interface Entries<Value> {
  readonly ofFile: (cell: number, row: number) => Value;
  readonly ofEdited: (edited: EditedColumn, row: number, column: number) => Value;
  /** Whether an edited cell of this kind shows what the file has. */
  readonly showsFile: (kind: number) => boolean;
}

type Grid<Value> = (Value | undefined)[][];

/** Row-major entries of an area; undefined where there is no cell. */
function gridOf<Value>(cells: Cells, area: Extent, entries: Entries<Value>): Grid<Value> {
  const grid: Grid<Value> = Array.from({ length: area.rows }, () =>
    new Array<Value | undefined>(area.columns).fill(undefined),
  );
  fillFromFile(cells, area, { grid, ofFile: entries.ofFile });
  for (const [column, edited] of cells.edited) {
    const right = column - area.column;
    if (right < 0 || right >= area.columns) continue;
    grid.forEach((line, down) => {
      const row = area.row + down;
      const kind = edited.kind(row);
      if (entries.showsFile(kind)) return;
      line[right] = kind === edits.removed ? undefined : entries.ofEdited(edited, row, column);
    });
  }
  return grid;
}

function fillFromFile<Value>(
  { file }: Cells,
  area: Extent,
  { grid, ofFile }: { grid: Grid<Value>; ofFile: Entries<Value>["ofFile"] },
): void {
  const { scanned } = file;
  const endColumn = area.column + area.columns;
  for (let index = file.rowFrom(area.row); index < scanned.rows; index++) {
    const row = scanned.rowNumbers.at(index);
    const line = grid[row - area.row];
    if (line === undefined) return;
    const [from, end] = scanned.cellsOf(index);
    for (let cell = from; cell < end; cell++) {
      const column = scanned.columns.at(cell);
      if (column >= endColumn) break;
      if (column >= area.column) line[column - area.column] = ofFile(cell, row);
    }
  }
}

/** What cells show. */
export function valuesIn(cells: Cells, area: Extent): Grid<Scalar> {
  return gridOf<Scalar | undefined>(cells, area, {
    ofFile: (cell) => cells.file.value(cell),
    ofEdited: (edited, row) => edited.value(row),
    showsFile: (kind) => kind === edits.none || kind === edits.restyled,
  });
}

/** Formulas with "=" in A1 notation, or constants. */
export function formulasIn(cells: Cells, area: Extent): Grid<Scalar> {
  return gridOf<Scalar | undefined>(cells, area, {
    ofFile: (cell, row) => asEntered(cells.file.formula(cell, row)) ?? cells.file.value(cell),
    ofEdited: (edited, row, column) => asEntered(spelledOut(edited.formula(row), row, column)) ?? edited.value(row),
    showsFile: keepsFileFormula,
  });
}

/** Formulas with "=" in R1C1 notation, or constants. */
export function formulasR1c1In(cells: Cells, area: Extent): Grid<Scalar> {
  return gridOf<Scalar | undefined>(cells, area, {
    ofFile: (cell, row) => asEntered(cells.file.formulaR1c1(cell, row)) ?? cells.file.value(cell),
    ofEdited: (edited, row, column) => asEntered(relative(edited.formula(row), row, column)) ?? edited.value(row),
    showsFile: keepsFileFormula,
  });
}

/** Indexes of styles; a cell that does not exist has its row's, else its column's. */
export function stylesIn(cells: Cells, area: Extent): number[][] {
  const { file } = cells;
  const grid = gridOf<number>(cells, area, {
    ofFile: (cell) => file.scanned.styles.at(cell),
    ofEdited: (edited, row) => edited.style(row),
    showsFile: (kind) => kind === edits.none,
  });
  return grid.map((line, down) =>
    line.map((style, right) => style ?? cells.inheritedStyle(area.row + down, area.column + right)),
  );
}

function asEntered(formula: string | undefined): string | undefined {
  return formula === undefined ? undefined : `=${formula}`;
}
