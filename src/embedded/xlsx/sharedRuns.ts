import type { EditedColumn } from "./overlay";

/** Cells of a column, one below the other, that share a formula in the file. */
export interface SharedRun {
  /** The number that the file knows the formula by. */
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

/** Excel shares no formula that looks into another sheet, another workbook or a table. */
const standsAlone = (r1c1: string) => r1c1.includes("!") || r1c1.includes("[[") || r1c1.includes("[@");

/** The formula of a cell in R1C1 notation, where it was written so. */
function relativeFormula(edited: EditedColumn, row: number): string | undefined {
  const formula = edited.formula(row);
  return formula !== undefined && "r1c1" in formula ? formula.r1c1 : undefined;
}

/** The runs of equal formulas in an edited column, in order, numbered from `index` on. */
export function sharedRuns(edited: EditedColumn, index: number): readonly SharedRun[] {
  const runs: SharedRun[] = [];
  let first = 0;
  let last = -1;
  let formula: string | undefined;
  const close = () => {
    if (formula !== undefined && last > first && !standsAlone(formula))
      runs.push({ index: index + runs.length, first, last });
  };
  edited.eachRow((row) => {
    const next = relativeFormula(edited, row);
    if (next === undefined || next !== formula || row !== last + 1) {
      close();
      first = row;
      formula = next;
    }
    last = row;
  });
  close();
  return runs;
}
