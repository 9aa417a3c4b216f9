import { columnLetters, columnNumber } from "./notation";
import { COLUMNS, isOnSheet, ROWS } from "../xlsx/areas";
import type { Extent } from "../xlsx/model";

/** What becomes of an area: where it is afterwards; undefined where it is gone. */
export type Move = (area: Extent) => Extent | undefined;

/** A reference that cannot be followed: one through several sheets. */
export class UnmovableReference extends Error {}

const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const reference = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`\[[^\]]*\](?:[\p{L}\p{N}_.]*![$A-Za-z0-9:]*)?`,
    String.raw`(?<![\p{L}\p{N}_.\\$])(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!)?(?<area>${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])`,
    String.raw`'(?:[^']|'')*'`,
  ].join("|"),
  "gu",
);

interface End {
  readonly columnSign: string;
  readonly letters: string;
  readonly rowSign: string;
  readonly digits: string;
}

function endOf(text: string): End {
  const [, columnSign = "", letters = "", rowSign = "", digits = ""] =
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text.replace(/^\$(?=\d)/, "\u0000")) ?? [];
  if (text.startsWith("$") && letters === "") return { columnSign: "", letters, rowSign: "$", digits: text.slice(1) };
  return { columnSign, letters, rowSign, digits };
}

/** The area that a reference names; undefined where it only looks like one. */
function extentOf(one: End, other: End): Extent | undefined {
  const row = ({ digits }: End, otherwise: number): number => (digits === "" ? otherwise : Number(digits) - 1);
  const column = ({ letters }: End, otherwise: number): number => (letters === "" ? otherwise : columnNumber(letters));
  const [top, left] = [row(one, 0), column(one, 0)];
  const area = {
    row: top,
    column: left,
    rows: row(other, ROWS - 1) - top + 1,
    columns: column(other, COLUMNS - 1) - left + 1,
  };
  return isOnSheet(area) ? area : undefined;
}

function written(end: End, row: number, column: number): string {
  const letters = end.letters === "" ? "" : end.columnSign + columnLetters(column);
  return letters + (end.digits === "" ? "" : end.rowSign + String(row + 1));
}

function moved(text: string, move: Move): string {
  const [from = "", to] = text.split(":");
  const [one, other] = [endOf(from), endOf(to ?? from)];
  const before = extentOf(one, other);
  if (before === undefined) return text;
  const after = move(before);
  if (after === undefined) return "#REF!";
  const first = written(one, after.row, after.column);
  if (to === undefined) return first;
  return `${first}:${written(other, after.row + after.rows - 1, after.column + after.columns - 1)}`;
}

const bareSheet = (prefix: string): string =>
  prefix
    .slice(0, -1)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");

/** A place that a formula names. */
export interface NamedPlace {
  /** As the formula writes it, without quotes: "Sheet1:Sheet3" through several, "[1]Sheet1" in another workbook; undefined for the formula's own. */
  readonly sheet: string | undefined;
  readonly extent: Extent;
  /** Whether all is meant that a formula there spills over. */
  readonly isSpill: boolean;
}

/** Every place of this workbook's sheets that a formula in A1 notation names. */
export function placesIn(formula: string): readonly NamedPlace[] {
  return [...formula.matchAll(reference)].flatMap((match): NamedPlace | readonly [] => {
    const { sheet: prefix, area } = match.groups ?? {};
    const [from = "", to = from] = (area ?? "").split(":");
    const extent = area === undefined ? undefined : extentOf(endOf(from), endOf(to));
    if (extent === undefined) return [];
    const sheet = prefix === undefined ? undefined : bareSheet(prefix);
    return { sheet, extent, isSpill: formula[match.index + match[0].length] === "#" };
  });
}

/** A formula in A1 notation after cells of a sheet were moved. `own` is the sheet the formula stands on. */
export function moveReferences(
  formula: string,
  { own, sheet, move }: { readonly own: string; readonly sheet: string; readonly move: Move },
): string {
  const isMoved = (name: string): boolean => name.toUpperCase() === sheet.toUpperCase();
  return formula.replace(reference, (all: string, ...rest: unknown[]) => {
    const { sheet: prefix, area } = rest.at(-1) as { readonly sheet?: string; readonly area?: string };
    if (area === undefined) return all;
    if (prefix === undefined) return isMoved(own) ? moved(area, move) : all;
    const name = bareSheet(prefix);
    if (name.includes(":")) throw new UnmovableReference(all);
    return isMoved(name) ? prefix + moved(area, move) : all;
  });
}

/** A formula after a sheet was given another name; `quoted` is the new one as formulas write it. */
export function renameSheetIn(formula: string, old: string, quoted: string): string {
  return formula.replace(
    /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.\]])('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/gu,
    (all: string, name?: string) =>
      name !== undefined && bareSheet(`${name}!`).toUpperCase() === old.toUpperCase() ? `${quoted}!` : all,
  );
}
