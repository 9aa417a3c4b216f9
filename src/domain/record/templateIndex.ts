import type { Content } from "../change/change";
import type { CellValue } from "../ledger/cells";
import type { Mark } from "./template";

/** Heads the columns that tell where the answers of a bank's own form stand. */
const INDEX_HEAD = "归档索引";

/** The index beside a form: label, kind, and where the answer stands, by formulas that follow the cell wherever rows and columns are put in. */
export function rowMarks(number: string, marks: readonly Mark[]): readonly (readonly Content[])[] {
  return [
    [INDEX_HEAD, `编号 ${number}`, "行", "列"],
    ...marks.map(({ label, kind, row, column }): readonly Content[] => {
      const at = `R${String(row + 1)}C${String(column + 1)}`;
      return [label, kind, { r1c1: `=ROW(${at})` }, { r1c1: `=COLUMN(${at})` }];
    }),
  ];
}

/** The marks that stand beside a form; undefined where there are none. A mark whose cell was deleted is left out. */
export function marksBeside(cells: readonly (readonly CellValue[])[]): readonly Mark[] | undefined {
  const [first = []] = cells;
  const start = first.indexOf(INDEX_HEAD);
  if (start < 0) return undefined;
  return cells.slice(1).flatMap((values): readonly Mark[] => {
    const [label, kind, row, column] = values.slice(start, start + 4);
    const known = (["填", "采纳", "理由"] as const).find((one) => one === kind);
    if (known === undefined || typeof row !== "number" || typeof column !== "number") return [];
    return [{ label: String(label), kind: known, row: row - 1, column: column - 1 }];
  });
}
