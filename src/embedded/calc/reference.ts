import type { Ast, Axis, CellReference } from "./ast";

function axisOf(text: string): Axis {
  const inBrackets = /^\[(-?\d+)\]$/.exec(text)?.[1];
  if (inBrackets !== undefined) return { isRelative: true, index: Number(inBrackets) };
  return text === "" ? { isRelative: true, index: 0 } : { isRelative: false, index: Number(text) - 1 };
}

const fixed = (index: number): Axis => ({ isRelative: false, index });
const first: CellReference = { row: fixed(0), column: fixed(0) };
const last: CellReference = { row: fixed(1_048_575), column: fixed(16_383) };

/** One end of a reference; what it does not say (C1, R2) reaches to the edge of the sheet. */
function cornerOf(text: string, edge: CellReference): CellReference {
  const match = /^(R(\[-?\d+\]|\d+)?)?(C(\[-?\d+\]|\d+)?)?$/.exec(text);
  const [, row, rowIndex = "", column, columnIndex = ""] = match ?? [];
  return {
    row: row === undefined ? edge.row : axisOf(rowIndex),
    column: column === undefined ? edge.column : axisOf(columnIndex),
  };
}

/** A reference in R1C1 notation, with or without a sheet. */
export function referenceOf(text: string): Ast {
  const bang = text.lastIndexOf("!");
  const sheet =
    bang < 0
      ? undefined
      : text
          .slice(0, bang)
          .replace(/^'(.*)'$/, "$1")
          .replaceAll("''", "'");
  const [from = "", to = from] = text.slice(bang + 1).split(":");
  return { kind: "area", sheet, from: cornerOf(from, first), to: cornerOf(to, last) };
}
