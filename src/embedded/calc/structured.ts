/** A structured reference as it stands in a formula. */
export interface Structured {
  /** "" for a reference to the table that the formula stands in. */
  readonly table: string;
  /** With its outer brackets. */
  readonly brackets: string;
}

const skipped = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?/uy;
const named = /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy;
/** What R1C1 notation writes before its brackets. */
const AXIS = /^(?:R(?:\d+|\[-?\d+\])?C?|C)$/i;

/** Where brackets that open at `start` close; -1 where they never do. An apostrophe takes the next sign as it stands. */
function closing(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const sign = formula[at];
    if (sign === "'") at += 1;
    else if (sign === "[") depth += 1;
    else if (sign === "]" && --depth === 0) return at + 1;
  }
  return -1;
}

const matchAt = (pattern: RegExp, formula: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0];
};

/** A stretch of a formula: a structured reference, or whatever else stands there. */
interface Piece {
  readonly end: number;
  readonly reference: Structured | undefined;
}

function pieceAt(formula: string, at: number): Piece {
  const passed = matchAt(skipped, formula, at);
  if (passed !== undefined) return { end: at + passed.length, reference: undefined };
  const name = matchAt(named, formula, at) ?? "";
  const open = at + name.length;
  const end = formula[open] === "[" ? closing(formula, open) : -1;
  if (end < 0) return { end: Math.max(open, at + 1), reference: undefined };
  const reference = { table: name, brackets: formula.slice(open, end) };
  return { end, reference: isOther(formula, { name, open, end }) ? undefined : reference };
}

/** Replaces every structured reference of a formula; undefined from `replace` leaves it as it is. */
export function replaceStructured(formula: string, replace: (found: Structured) => string | undefined): string {
  let text = "";
  for (let at = 0; at < formula.length;) {
    const { end, reference } = pieceAt(formula, at);
    text += (reference && replace(reference)) ?? formula.slice(at, end);
    at = end;
  }
  return text;
}

/** Brackets of another kind: of R1C1 notation, or another workbook's name. */
function isOther(formula: string, at: { readonly name: string; readonly open: number; readonly end: number }): boolean {
  const inner = formula.slice(at.open + 1, at.end - 1);
  if (/^-?\d+$/.test(inner) && (at.name === "" || AXIS.test(at.name))) return true;
  return at.name === "" && /^[\p{L}\p{N}_.']*!/u.test(formula.slice(at.end));
}

/** "'[" in a column's name stands for "[". */
export const unescaped = (name: string): string => name.replace(/'(.)/g, "$1");
const escaped = (name: string): string => name.replace(/['[\]#@]/g, "'$&");

/** The brackets of R1C1 notation. */
const offsets = /(?<=(?:^|[^\p{L}\p{N}_.\\])(?:R(?:\d+|\[-?\d+\])?C?|C))\[-?\d+\]/giu;

/** A column in brackets, as a formula names it behind its table. */
export const structuredColumn = (name: string): string => `[${escaped(name)}]`;

/** Whether a formula in R1C1 notation may hold a structured reference. */
export function mayBeStructured(formula: string): boolean {
  return formula.includes("[") && formula.replace(offsets, "").includes("[");
}

/** A formula after a table was given another name. */
export function renameTableIn(formula: string, old: string, name: string): string {
  const renamed = replaceStructured(formula, ({ table, brackets }) =>
    table.toUpperCase() === old.toUpperCase() ? name + brackets : undefined,
  );
  return renamed.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.\\]*(?![\p{L}\p{N}_.(!])/gu,
    (word) => (word.toUpperCase() === old.toUpperCase() ? name : word),
  );
}

/** Columns of a table that have other names now. */
export interface RenamedColumns {
  readonly table: string;
  /** Whether the formula stands in the table, so that it may leave out the table's name. */
  readonly isInside: boolean;
  readonly names: ReadonlyMap<string, string>;
}

/** A formula after columns of a table were renamed. */
export function renameColumnsIn(formula: string, { table, isInside, names }: RenamedColumns): string {
  const byName = new Map([...names].map(([old, name]) => [old.toUpperCase(), name]));
  const rename = (old: string): string | undefined => byName.get(unescaped(old).toUpperCase());
  return replaceStructured(formula, (found) => {
    const isMeant = found.table === "" ? isInside : found.table.toUpperCase() === table.toUpperCase();
    if (!isMeant) return undefined;
    return found.table + renamedBrackets(found.brackets, rename);
  });
}

function renamedBrackets(brackets: string, rename: (old: string) => string | undefined): string {
  const inner = brackets.slice(1, -1);
  if (!/(?<!')\[/.test(inner)) {
    const [, at = "", name = ""] = /^(@?)(.*)$/s.exec(inner) ?? [];
    const after = rename(name);
    return after === undefined ? brackets : `[${at}${plain(after, at)}]`;
  }
  return `[${inner.replace(/\[((?:[^\[\]']|'.)*)\]/g, (all, name: string) => {
    const after = rename(name);
    return after === undefined ? all : `[${escaped(after)}]`;
  })}]`;
}

/** After "@" a name with signs of its own has brackets of its own. */
const plain = (name: string, at: string): string =>
  at !== "" && /[^\p{L}\p{N}_.]/u.test(name) ? `[${escaped(name)}]` : escaped(name);

/** A formula after a table was deleted. */
export function dropTableIn(formula: string, table: string): string {
  return replaceStructured(formula, (found) =>
    found.table.toUpperCase() === table.toUpperCase() ? "#REF!" : undefined,
  );
}
