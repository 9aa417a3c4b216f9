import type { Book, Extent, Sheet, TableState } from "../xlsx/model";
import { replaceStructured, unescaped } from "./structured";

const parts = {
  "#all": "all",
  "#data": "data",
  "#headers": "headers",
  "#totals": "totals",
  "#this row": "row",
} as const;
type Part = (typeof parts)[keyof typeof parts];

const specialOf = (name: string): Part | undefined =>
  Object.entries(parts).find(([special]) => special === name.toLowerCase())?.[1];

interface Meaning {
  readonly part: Part;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** What stands in the brackets; undefined where it is not understood. */
function meaningOf(brackets: string): Meaning | undefined {
  const inner = brackets.slice(1, -1).trim();
  const isRow = inner.startsWith("@");
  const rest = isRow ? inner.slice(1).trim() : inner;
  const special = specialOf(rest);
  if (special !== undefined) return { part: special, first: undefined, last: undefined };
  if (!/(?<!')\[/.test(rest))
    return { part: isRow ? "row" : "data", first: rest === "" ? undefined : rest, last: undefined };
  return listed(rest, isRow);
}

/** `[#Headers],[a]:[b]` and the like. */
function listed(text: string, isRow: boolean): Meaning | undefined {
  const found = [...text.matchAll(/\[((?:[^\[\]']|'.)*)\]\s*([,:]?)\s*/g)];
  if (found.map(([all]) => all).join("") !== text) return undefined;
  const words = found.map(([, name = "", sign = ""]) => ({ name, sign, special: specialOf(name) }));
  const specials = words.flatMap(({ special }) => special ?? []);
  const columns = words.filter(({ special }) => special === undefined);
  const signs = columns.slice(0, -1).map(({ sign }) => sign);
  if (specials.length > 1 || !["", ":"].includes(signs.join(""))) return undefined;
  const [first, last] = columns.map(({ name }) => name);
  return { part: specials[0] ?? (isRow ? "row" : "data"), first, last };
}

function rowsOf({ extent, headerRow, totalRow }: TableState, part: Part): readonly [number, number] | undefined {
  const [top, bottom] = [extent.row, extent.row + extent.rows - 1];
  const body = [top + Number(headerRow), bottom - Number(totalRow)] as const;
  const headers = headerRow ? ([top, top] as const) : undefined;
  const totals = totalRow ? ([bottom, bottom] as const) : undefined;
  return { all: [top, bottom] as const, headers, totals, data: body, row: body }[part];
}

function columnsOf({ columns, extent }: TableState, { first, last }: Meaning): readonly [number, number] | undefined {
  if (first === undefined) return [extent.column, extent.column + extent.columns - 1];
  const place = (name: string): number =>
    columns.findIndex((column) => column.toUpperCase() === unescaped(name).trim().toUpperCase());
  const [from, to] = [place(first), place(last ?? first)];
  return from < 0 || to < 0 ? undefined : [extent.column + Math.min(from, to), extent.column + Math.max(from, to)];
}

/** A table and the sheet that it stands on. */
export interface StandingTable {
  readonly sheet: Sheet;
  readonly table: TableState;
}

/** Where a formula stands, and how tables are found from there. */
export interface Around {
  /** By its name, or with "" the one that the formula stands in. */
  readonly table: (name: string) => StandingTable | undefined;
  /** How a formula writes the name of a sheet; always in quotes where nobody reads it. */
  readonly quoted?: (sheet: string) => string;
}

const inQuotes = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** A formula in R1C1 notation with its structured references spelled out as areas; what cannot be is left as it stands. */
export function spelledOutTables(formula: string, { table, quoted = inQuotes }: Around): string {
  return replaceStructured(formula, (found) => {
    const standing = table(found.table);
    const meaning = meaningOf(found.brackets);
    if (standing === undefined || meaning === undefined) return undefined;
    const columns = columnsOf(standing.table, meaning);
    const rows = rowsOf(standing.table, meaning.part);
    if (columns === undefined || rows === undefined) return "#REF!";
    return areaText(quoted(standing.sheet.name), meaning.part === "row" ? undefined : rows, columns);
  });
}

function areaText(
  sheet: string,
  rows: readonly [number, number] | undefined,
  [left, right]: readonly [number, number],
): string {
  const at = (end: 0 | 1, column: number): string =>
    `${rows === undefined ? "R" : `R${String(rows[end] + 1)}`}C${String(column + 1)}`;
  const first = at(0, left);
  const last = at(1, right);
  return `${sheet}!${first === last ? first : `${first}:${last}`}`;
}

/** The table that a cell lies in. */
export function tableAround(sheet: Sheet, { row, column }: Pick<Extent, "row" | "column">): TableState | undefined {
  return sheet.tables.find(
    ({ extent }) =>
      row >= extent.row &&
      row < extent.row + extent.rows &&
      column >= extent.column &&
      column < extent.column + extent.columns,
  );
}

/** The table that a formula means by a name, or by none the one that it stands in. */
export function standingTable(
  { sheets }: Pick<Book, "sheets">,
  name: string,
  at: Pick<Extent, "row" | "column"> & { readonly sheet: Sheet },
): StandingTable | undefined {
  if (name === "") {
    const table = tableAround(at.sheet, at);
    return table && { sheet: at.sheet, table };
  }
  for (const sheet of sheets) {
    const table = sheet.tables.find((one) => one.name.toUpperCase() === name.toUpperCase());
    if (table !== undefined) return { sheet, table };
  }
  return undefined;
}

/** A formula with the table's name wherever it may be left out, as files keep it: `[@a]` -> `T[[#This Row],[a]]`. */
export function namedTables(formula: string, own: string | undefined): string {
  if (!formula.includes("[")) return formula;
  return replaceStructured(formula, ({ table, brackets }) => {
    const name = table === "" ? own : table;
    if (name === undefined) return undefined;
    const inner = brackets.slice(1, -1).trim();
    if (!inner.startsWith("@")) return name + brackets;
    const column = inner.slice(1).trim();
    if (column === "") return `${name}[#This Row]`;
    return `${name}[[#This Row],${column.startsWith("[") ? column : `[${column}]`}]`;
  });
}

/** A formula as people read it: `T[[#This Row],[a]]` -> `[@a]` within the table, `T[@a]` elsewhere. */
export function readableTables(formula: string, own: string | undefined): string {
  if (!/\[#This Row\]/i.test(formula)) return formula;
  return replaceStructured(formula, ({ table, brackets }) => {
    const column =
      /^\[\[#This Row\],(.*)\]$/is.exec(brackets)?.[1] ?? (/^\[#This Row\]$/i.test(brackets) ? "" : undefined);
    if (column === undefined) return undefined;
    const name = table.toUpperCase() === own?.toUpperCase() ? "" : table;
    const isPlain = /^\[[\p{L}\p{N}_.]+\]$/u.test(column);
    return `${name}[@${isPlain ? column.slice(1, -1) : column}]`;
  });
}
