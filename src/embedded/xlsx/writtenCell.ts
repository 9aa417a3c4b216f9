import { columnLetters } from "../calc/notation";
import { NOT_COMPUTED } from "../calc/values";
import { spelledOut } from "./storedFormula";
import type { Scalar } from "./model";
import type { EditedColumn } from "./overlay";
import type { SharedRun } from "./sharedRuns";
import { escapeXml } from "./xml";

interface Stored {
  readonly type: string;
  readonly xml: string;
}

function typeAndValue(value: Scalar | undefined): Stored {
  if (value === undefined) return { type: "", xml: "" };
  if (typeof value === "number") return { type: "", xml: `<v>${String(value)}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', xml: `<v>${value ? "1" : "0"}</v>` };
  if (typeof value === "object") return { type: ' t="e"', xml: `<v>${escapeXml(value.error)}</v>` };
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : "";
  return { type: ' t="inlineStr"', xml: `<is><t${space}>${escapeXml(value)}</t></is>` };
}

/** The result of a formula; one that Excel alone can tell is left out. */
function typeAndResult(result: Scalar | undefined): Stored {
  if (typeof result === "string") return { type: ' t="str"', xml: `<v>${escapeXml(result)}</v>` };
  return typeAndValue(result === NOT_COMPUTED ? undefined : result);
}

function formulaXml(
  edited: EditedColumn,
  [row, column]: readonly [number, number],
  run: SharedRun | undefined,
): string {
  if (run !== undefined && row > run.first) return `<f t="shared" si="${String(run.index)}"/>`;
  const text = spelledOut(edited.formula(row), row, column);
  if (text === undefined) return "";
  if (run === undefined) return `<f>${escapeXml(text)}</f>`;
  const name = columnLetters(column);
  const area = `${name}${String(run.first + 1)}:${name}${String(run.last + 1)}`;
  return `<f t="shared" ref="${area}" si="${String(run.index)}">${escapeXml(text)}</f>`;
}

/** The XML of an edited cell. */
export function writtenCell(
  edited: EditedColumn,
  place: readonly [row: number, column: number],
  run: SharedRun | undefined,
): string {
  const [row, column] = place;
  const formula = formulaXml(edited, place, run);
  const { type, xml } = formula === "" ? typeAndValue(edited.value(row)) : typeAndResult(edited.value(row));
  const style = edited.style(row);
  const head = `<c r="${columnLetters(column)}${String(row + 1)}"${style === 0 ? "" : ` s="${String(style)}"`}${type}`;
  return formula === "" && xml === "" ? `${head}/>` : `${head}>${formula}${xml}</c>`;
}

/** A cell's start tag without its end and some of its attributes. */
function withoutAttributes(raw: string, names: string): { tag: string; isEmpty: boolean; rest: string } {
  const end = raw.indexOf(">");
  const bare = raw.slice(0, end).replace(new RegExp(`\\s(?:${names})=("[^"]*"|'[^']*')`, "g"), "");
  const isEmpty = bare.endsWith("/");
  return { tag: isEmpty ? bare.slice(0, -1).trimEnd() : bare, isEmpty, rest: raw.slice(end) };
}

/** A cell of the file with another style and everything else as it was. */
export function restyledCell(raw: string, style: number): string {
  const { tag, isEmpty, rest } = withoutAttributes(raw, "s");
  return `${tag} s="${String(style)}"${isEmpty ? "/" : ""}${rest}`;
}

/** A cell of the file with its formula as it stands and another result. */
export function recomputedCell(
  raw: string,
  formula: string,
  result: { value: Scalar | undefined; style: number },
): string {
  const { type, xml } = typeAndResult(result.value);
  const style = result.style === 0 ? "" : ` s="${String(result.style)}"`;
  return `${withoutAttributes(raw, "s|t").tag}${style}${type}>${formula}${xml}</c>`;
}
