const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** Text in quotes, quoted sheet names and structured references pass unchanged; everything else that looks like a reference is one. */
const literal = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]`;
const before = String.raw`(?<![\p{L}\p{N}_.\\$])`;
const after = String.raw`(?![\p{L}\p{N}_.(!])`;

const a1 = new RegExp(
  `${literal}|${before}(?:` +
    String.raw`(?<ca>\$?)(?<cb>[A-Za-z]{1,3}):(?<cc>\$?)(?<cd>[A-Za-z]{1,3})|` +
    String.raw`(?<ra>\$?)(?<rb>\d{1,7}):(?<rc>\$?)(?<rd>\d{1,7})|` +
    String.raw`(?<da>\$?)(?<column>[A-Za-z]{1,3})(?<dr>\$?)(?<row>\d{1,7})` +
    `)${after}`,
  "gu",
);

const axis = (name: string, letter: string) => String.raw`${letter}(?:\[(?<${name}r>-?\d+)\]|(?<${name}a>\d+))?`;
const r1c1 = new RegExp(
  `${literal}|${before}(?:` +
    `${axis("a", "C")}:${axis("b", "C")}|${axis("c", "R")}:${axis("d", "R")}|${axis("row", "R")}${axis("col", "C")}` +
    `)${after}`,
  "gu",
);

/** 0-based column of its letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const names: string[] = [];

/** Letters of a 0-based column. */
export function columnLetters(column: number): string {
  names[column] ??=
    (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
  return names[column];
}

const relative = (letter: string, offset: number) => (offset === 0 ? letter : `${letter}[${String(offset)}]`);

function axisToR1c1(letter: string, isAbsolute: boolean, at: { index: number; own: number }): string {
  return isAbsolute ? `${letter}${String(at.index + 1)}` : relative(letter, at.index - at.own);
}

/** The named parts of a reference. */
type Groups = Readonly<
  Partial<Record<"ca" | "cb" | "cc" | "cd" | "ra" | "rb" | "rc" | "rd" | "da" | "column" | "dr" | "row", string>>
>;
type AxisGroups = Readonly<Record<string, string | undefined>>;

function refToR1c1(groups: Groups, row: number, column: number): string | undefined {
  const ofColumn = (sign: string | undefined, letters: string) =>
    axisToR1c1("C", sign === "$", { index: columnNumber(letters), own: column });
  const ofRow = (sign: string | undefined, digits: string) =>
    axisToR1c1("R", sign === "$", { index: Number(digits) - 1, own: row });
  const { cb, cd, rb, rd } = groups;
  if (cb !== undefined && cd !== undefined) return `${ofColumn(groups.ca, cb)}:${ofColumn(groups.cc, cd)}`;
  if (rb !== undefined && rd !== undefined) return `${ofRow(groups.ra, rb)}:${ofRow(groups.rc, rd)}`;
  if (groups.column === undefined || groups.row === undefined) return undefined;
  if (!isOnSheet(groups.column, Number(groups.row))) return undefined;
  return ofRow(groups.dr, groups.row) + ofColumn(groups.da, groups.column);
}

/** Whether a word that looks like a cell (ABC1234567) is one. */
function isOnSheet(letters: string, row: number): boolean {
  return row > 0 && row <= ROWS && columnNumber(letters) < COLUMNS;
}

/** A formula in A1 notation as the cell at a 0-based row and column would write it in R1C1 notation; both with "=". */
export function a1ToR1c1(formula: string, row: number, column: number): string {
  return formula.replace(a1, (match: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Groups;
    return refToR1c1(groups, row, column) ?? match;
  });
}

/** A piece of a formula: text as it stands, or a part that depends on the cell. */
type Piece = string | { readonly isColumn: boolean; readonly offset: number };

const templates = new Map<string, readonly Piece[]>();

function axisPiece(isColumn: boolean, offset: string | undefined, absolute: string | undefined): Piece {
  if (absolute !== undefined) return isColumn ? `$${columnLetters(Number(absolute) - 1)}` : `$${absolute}`;
  return { isColumn, offset: Number(offset ?? 0) };
}

function refPieces(groups: AxisGroups, text: string): readonly Piece[] {
  const column = (name: string) => axisPiece(true, groups[`${name}r`], groups[`${name}a`]);
  const row = (name: string) => axisPiece(false, groups[`${name}r`], groups[`${name}a`]);
  if (!text.includes(":")) return [column("col"), row("row")];
  return text.startsWith("C") ? [column("a"), ":", column("b")] : [row("c"), ":", row("d")];
}

function templateOf(formula: string): readonly Piece[] {
  const known = templates.get(formula);
  if (known !== undefined) return known;
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of formula.matchAll(r1c1)) {
    const text = match[0];
    if (/^["'[]/.test(text)) continue;
    pieces.push(formula.slice(at, match.index), ...refPieces(match.groups ?? {}, text));
    at = match.index + text.length;
  }
  pieces.push(formula.slice(at));
  if (templates.size > 10_000) templates.clear();
  templates.set(formula, pieces);
  return pieces;
}

/** A formula in R1C1 notation as it stands in the cell at a 0-based row and column, in A1 notation; both with "=". A reference past the sheet's edge is #REF!. */
export function r1c1ToA1(formula: string, row: number, column: number): string {
  let text = "";
  for (const piece of templateOf(formula)) {
    if (typeof piece === "string") text += piece;
    else text += piece.isColumn ? columnAt(column + piece.offset) : rowAt(row + piece.offset);
  }
  return text;
}

const columnAt = (index: number) => (index < 0 || index >= COLUMNS ? "#REF!" : columnLetters(index));
const rowAt = (index: number) => (index < 0 || index >= ROWS ? "#REF!" : String(index + 1));
