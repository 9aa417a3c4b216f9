import type { Content, Look, PageDraft, Rule, SheetDraft } from "../change/change";
import { RULE_MARKER } from "../change/rules";
import { columnLetters, type Extent } from "../ledger/cells";
import { FORM_COLUMNS, type CellKind, type FormCell, type FormLine, type PlaceOf } from "./form";
import { HEIGHT, pagesOf, withRoom, withSpare } from "./pages";

const WIDTH = 7.6;
const INK = "#1F2D3D";
const LINES = "#9AA7B5";

/** How every cell looks; what its kind says comes on top. */
const usual: Look = { font: "宋体", size: 9, color: INK, vertical: "center", align: "left", wrap: true };

const looks: Readonly<Record<CellKind, Look>> = {
  title: { bold: true, size: 15 },
  number: { align: "right", color: "#44546A" },
  section: { bold: true, fill: "#1F4E79", color: "#FFFFFF" },
  progress: { bold: true, fill: "#1F4E79", color: "#FFFFFF", align: "right" },
  head: { fill: "#E4EAF1", align: "center", color: "#44546A" },
  label: { fill: "#F3F6F9", align: "center", color: "#44546A" },
  given: {},
  answer: {},
  derived: { fill: "#F7FAF3" },
  hint: { color: "#7A8794", italic: true, size: 8 },
};

/** Which kinds look other than every cell does. */
const isMarked = ({ kind }: FormCell) => Object.keys(looks[kind]).length > 0;

/** A cell of a form at its place on the sheet. */
interface Placed {
  readonly cell: FormCell;
  readonly row: number;
  readonly column: number;
}

/** The cells of a form with their places; row and column 0-based. */
export function place(lines: readonly FormLine[]): readonly Placed[] {
  return lines.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.map((cell): Placed => {
      const at = { cell, row, column };
      column += cell.span;
      return at;
    });
  });
}

/** Equal neighbours below one another become one stretch: fewer steps for Excel. */
function stretches(placed: readonly Placed[], same: (cell: FormCell) => string | undefined): readonly Extent[] {
  const open = new Map<string, { row: number; column: number; rows: number; columns: number }>();
  const done: Extent[] = [];
  for (const { cell, row, column } of placed) {
    const key = same(cell);
    if (key === undefined) continue;
    const place_ = `${String(column)} ${String(cell.span)} ${key}`;
    const known = open.get(place_);
    if (known !== undefined && known.row + known.rows === row) known.rows += 1;
    else {
      const fresh = { row, column, rows: 1, columns: cell.span };
      open.set(place_, fresh);
      done.push(fresh);
    }
  }
  return done;
}

const unique = <Value>(values: readonly (Value | undefined)[]): readonly Value[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** Stretches of each value that cells have, with the value. */
function byValue<Value>(placed: readonly Placed[], valueOf: (cell: FormCell) => Value | undefined) {
  return unique(placed.map(({ cell }) => valueOf(cell))).flatMap((value) =>
    stretches(placed, (cell) => (valueOf(cell) === value ? "" : undefined)).map((at) => ({ at, value })),
  );
}

function contentOf({ content }: FormCell, at: PlaceOf): Content {
  return typeof content === "function" ? { r1c1: `=${content(at)}` } : content;
}

function cellsOf(lines: readonly FormLine[], at: PlaceOf): readonly (readonly Content[])[] {
  return lines.map(({ cells }) =>
    cells.flatMap((cell) => [contentOf(cell, at), ...new Array<Content>(cell.span - 1).fill("")]),
  );
}

/** A rule that marks empty cells where `isRequired` holds; the mark goes by itself when the cell is filled. Tests see the first cell of the range. */
function missingRule(range: Extent, isRequired: string): Rule {
  const marker = `${RULE_MARKER}必填`;
  const cell = `${columnLetters(range.column)}${String(range.row + 1)}`;
  const formula = `=AND(LEN(TRIM(${cell}))=0,${isRequired},N("${marker}")=0)`;
  return { marker, range, formula, fill: "#FFF4CC", color: INK };
}

/** Whether a cell stands right of a label of one column, whose star says that it is required. */
function followsLabel({ row, column }: Placed, placed: readonly Placed[]): boolean {
  return placed.some(
    (other) => other.row === row && other.column === column - 1 && other.cell.kind === "label" && other.cell.span === 1,
  );
}

/** One rule for all answers behind a starred label, and one for each other stretch of required answers. */
function missingRules(placed: readonly Placed[], body: Extent): readonly Rule[] {
  const required = placed.filter(({ cell }) => cell.required === true);
  const others = required.filter((one) => !followsLabel(one, placed));
  const answers = { ...body, column: 1, columns: body.columns - 1 };
  const label = `A${String(body.row + 1)}`;
  return [
    missingRule(answers, `RIGHT(${label},1)="*"`),
    ...stretches(others, () => "").map((range) => missingRule({ ...range, columns: 1 }, "TRUE")),
  ];
}

/** Labels of required answers end with a star, which a print shows as well. */
function starred({ cells, ...line }: FormLine): FormLine {
  return {
    ...line,
    cells: cells.map((cell, index) => {
      const isStarred = cell.kind === "label" && cell.span === 1 && cells[index + 1]?.required === true;
      return isStarred && typeof cell.content === "string" ? { ...cell, content: `${cell.content}*` } : cell;
    }),
  };
}

/** Where answers stand, by key; a formula that names one which the form does not have sees an empty cell beyond it. */
function places(placed: readonly Placed[]): PlaceOf {
  const found = new Map(
    placed.flatMap(({ cell: { key }, row, column }) =>
      key === undefined ? [] : [[key, `R${String(row + 1)}C${String(column + 1)}`] as const],
    ),
  );
  return (key) => found.get(key) ?? `R1C${String(FORM_COLUMNS + 2)}`;
}

/** The places of the required answers, for the progress cell. */
export function requiredPlaces(lines: readonly FormLine[]): readonly string[] {
  return place(lines).flatMap(({ cell, row, column }) =>
    cell.required === true ? [`R${String(row + 1)}C${String(column + 1)}`] : [],
  );
}

/** What single cells look like on top of every cell's look. */
function looksOf(placed: readonly Placed[]): SheetDraft["looks"] {
  const kinds = byValue(placed, (cell) => (isMarked(cell) ? cell.kind : undefined));
  const formats = byValue(placed, ({ numberFormat }) => numberFormat);
  return [
    ...kinds.map(({ at, value }) => ({ at, look: looks[value] })),
    ...formats.map(({ at, value }) => ({ at, look: { numberFormat: value } })),
  ];
}

/** A form as a sheet that prints as it stands; one that is `isOnPages` takes two pages at most. */
export function layOut(
  form: readonly FormLine[],
  { name, page, isOnPages = false }: { name: string; page: PageDraft; isOnPages?: boolean },
): SheetDraft {
  const roomy = form.map(starred).map(withRoom);
  const fit = isOnPages ? pagesOf(roomy) : undefined;
  const lines = fit === undefined ? roomy : withSpare(roomy, fit);
  const placed = place(lines);
  const { height, wider } = fit ?? { height: HEIGHT, wider: 1 };
  const whole = { row: 0, column: 0, rows: lines.length, columns: FORM_COLUMNS };
  const body = { ...whole, row: 1, rows: lines.length - 1 };
  return {
    name,
    cells: cellsOf(lines, places(placed)),
    looks: [{ at: whole, look: usual }, { at: body, look: { border: LINES } }, ...looksOf(placed)],
    widths: new Array<number>(FORM_COLUMNS).fill(WIDTH * wider),
    choices: byValue(placed, ({ choices }) => choices).map(({ at, value }) => ({ at, values: value })),
    names: [],
    landscape: false,
    frozenRows: 0,
    merges: stretches(placed, ({ span }) => (span > 1 ? "" : undefined)),
    heights: [
      { at: whole, points: height },
      ...lines.flatMap(({ height: points }, row) =>
        points === undefined ? [] : [{ at: { ...whole, row, rows: 1 }, points }],
      ),
    ],
    rules: missingRules(placed, body),
    page: { ...page, ...fit?.page },
  };
}
