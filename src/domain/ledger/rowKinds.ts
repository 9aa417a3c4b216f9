import type { CellValue } from "./cells";
import { plainText } from "./text";

const total =
  /^(合\s*计|小\s*计|总\s*计|累\s*计|共\s*计|本\s*页|本\s*月|本\s*年|其\s*中|汇\s*总|平\s*均|占\s*比|共\s*\d+\s*[户笔条家人]|grand total|sub-?total|total)/i;
/** How a total of one branch or customer ends: 城东支行小计, and 张三 汇总 as Excel's own subtotals write it. */
const totalOf = /(合\s*计|小\s*计|总\s*计|汇\s*总|计数|平均值|\s(?:sub)?total)$/i;
const grandTotal =
  /^(?:全行|本行|全部|本表|贷款)?(合\s*计|总\s*计|共\s*计|累\s*计|汇\s*总|grand total|total)\s*数?\s*(?:\([^)]*\))?\s*[:：]?$/i;
const footer =
  /^(制表|复核|审核|负责人|主管|填表|单位[:：]|截至|截止日期[:：]|注\s*[:：]|备注\s*[:：]|说明\s*[:：]|第\s*\d+\s*页|打印)/;
/** No other text is looked at any closer: most names have none of these signs. */
const suspicious = /[计汇本其平占共数值制复审负主填单截注备说第打]|total/i;

/** A word that was set over two cells to look wide: 合 | 计. */
const begins = /^[合小总共累]$/;

/** The first text of a row, "" where it has none; the rest of a total or a footer may be anything. */
export function firstText(cells: Iterable<CellValue | undefined>): string {
  let first = "";
  for (const value of cells) {
    if (typeof value !== "string" || value.trim() === "") continue;
    const text = first + plainText(value);
    if (first !== "" || !begins.test(text)) return text;
    first = text;
  }
  return first;
}

/** What kind of row that is no drawdown begins with a text; undefined for any other. */
export type Noise = "total" | "grandTotal" | "footer" | undefined;

/** What a text says of its row: that it is a total of some kind, a footer or note, or neither. */
export function noiseIn(text: string): Noise {
  if (!suspicious.test(text)) return undefined;
  if (grandTotal.test(text)) return "grandTotal";
  if (total.test(text) || totalOf.test(text)) return "total";
  return footer.test(text) ? "footer" : undefined;
}

/** What a row that is no drawdown is, by its first text. */
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
