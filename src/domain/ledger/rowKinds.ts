import type { CellValue } from "./cells";
import { plainText } from "./text";

const total =
  /^(合\s*计|小\s*计|总\s*计|累\s*计|共\s*计|本\s*页|本\s*月|本\s*年|其\s*中|汇\s*总|平\s*均|占\s*比|grand total|sub-?total|total)/i;
const grandTotal = /^(合\s*计|总\s*计|共\s*计|累\s*计|汇\s*总|grand total|total)\s*[:：]?$/i;
const footer =
  /^(制表|复核|审核|负责人|主管|填表|单位[:：]|截至|截止日期[:：]|注\s*[:：]|备注\s*[:：]|说明\s*[:：]|第\s*\d+\s*页|打印)/;

/** The first text of a row; the rest of a total or a footer may be anything. */
function firstText(cells: Iterable<CellValue | undefined>): string {
  for (const value of cells) if (typeof value === "string" && value.trim() !== "") return plainText(value);
  return "";
}

/** What kind of row that is no drawdown begins with a text; undefined for any other. */
export type Noise = "total" | "grandTotal" | "footer" | undefined;

function noiseIn(text: string): Noise {
  if (text === "") return undefined;
  if (grandTotal.test(text)) return "grandTotal";
  if (total.test(text)) return "total";
  return footer.test(text) ? "footer" : undefined;
}

/** What a row that is no drawdown is: a total of some kind, a footer or note, or neither. */
export function noiseOf(cells: Iterable<CellValue | undefined>): Noise {
  return noiseIn(firstText(cells));
}

/** A row of column numbers under the header: 1 2 3 4 … */
export function isNumberRow(cells: readonly CellValue[]): boolean {
  const said = cells.filter((value) => value !== "");
  if (said.length < 3) return false;
  const numbers = said.map((value) => Number(plainText(value)));
  return numbers.every(
    (value, index) => Number.isInteger(value) && (index === 0 ? value <= 2 : value === (numbers[index - 1] ?? 0) + 1),
  );
}
