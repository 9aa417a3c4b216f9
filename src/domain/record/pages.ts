import type { PageDraft } from "../change/change";
import type { FormLine } from "./form";
import { textHeight } from "./textHeight";

/** The height of a usual line, in points. */
export const HEIGHT = 16.5;
/** Points that A4 upright leaves for lines between the margins. */
const PAGE_HEIGHT = 740;
/** The least height of a usual line: one line of small type. */
const LEAST_HEIGHT = 12.5;
/** A form longer than a page by no more than this is made smaller; beyond, it gets a second page. */
const SHRINKS_TO_ONE = 1.42;
/** Columns of a form whose pages are too long get wider by no more than this. */
const WIDEST = 1.4;

const sum = (points: readonly number[]) => points.reduce((all, one) => all + one, 0);

/** The height of usual lines with which some lines fill one page and no more. */
function heightFor(lines: readonly FormLine[]): number {
  const own = lines.flatMap(({ height }) => height ?? []);
  const usual = lines.length - own.length;
  return usual === 0 ? HEIGHT : Math.floor((2 * (PAGE_HEIGHT - sum(own))) / usual) / 2;
}

/** The height of usual lines where the second page begins with this line. */
const heightWith = (lines: readonly FormLine[], second: number): number =>
  Math.min(HEIGHT, heightFor(lines.slice(0, second)), heightFor(lines.slice(second)));

const isSection = ({ cells: [first] }: FormLine) => first?.kind === "section";

/** Points of some lines, the usual ones as low as they get. */
const least = (lines: readonly FormLine[]): number => sum(lines.map(({ height }) => height ?? LEAST_HEIGHT));

/** Points of the longer page where the second begins with this line, all as low as it gets. */
const longerPage = (lines: readonly FormLine[], second: number): number =>
  Math.max(least(lines.slice(0, second)), least(lines.slice(second)));

/** Where the second page begins: at the line that asks for it, or where that leaves a page too long at the heading that divides best. */
function secondPage(lines: readonly FormLine[], wanted: number): number {
  if (wanted >= 0 && longerPage(lines, wanted) <= PAGE_HEIGHT) return wanted;
  const sections = lines.flatMap((one, row) => (row > 1 && isSection(one) ? [row] : []));
  const start = wanted >= 0 ? wanted : (sections[0] ?? 0);
  return sections.reduce((best, row) => (longerPage(lines, row) < longerPage(lines, best) ? row : best), start);
}

/** How a form is brought to its pages. */
interface Fit {
  /** Of a usual line, in points. */
  readonly height: number;
  /** By how much the columns are wider: a sheet that is printed as wide as the page gets smaller by as much. */
  readonly wider: number;
  readonly page: Pick<PageDraft, "breaks" | "mostPages">;
}

/** Usual lines get lower first; where that is not enough, the print is made smaller. A page break stands where a block begins. */
export function pagesOf(lines: readonly FormLine[]): Fit {
  const wanted = lines.findIndex(({ newPage }) => newPage === true);
  const height = Math.max(LEAST_HEIGHT, Math.min(HEIGHT, heightFor(lines)));
  const all = sum(lines.map((one) => one.height ?? height));
  if (wanted < 0 && all <= PAGE_HEIGHT * SHRINKS_TO_ONE) {
    return { height, wider: 1, page: { breaks: [], mostPages: 1 } };
  }
  const second = secondPage(lines, wanted);
  const breaks = [second];
  const excess = longerPage(lines, second) / PAGE_HEIGHT;
  if (excess <= 1) return { height: heightWith(lines, second), wider: 1, page: { breaks } };
  if (excess <= WIDEST) return { height: LEAST_HEIGHT, wider: excess, page: { breaks } };
  return { height: LEAST_HEIGHT, wider: 1, page: { breaks: [], mostPages: 2 } };
}

/** Points that a line to be written on gets more at most. */
const MOST_MORE = 48;

/** Lines with those to be written on as high as their page has room for. */
export function withSpare(lines: readonly FormLine[], { height, wider, page }: Fit): readonly FormLine[] {
  const [second = lines.length] = page.breaks;
  return [lines.slice(0, second), lines.slice(second)].flatMap((part) => {
    const spare = PAGE_HEIGHT * wider - sum(part.map((one) => one.height ?? height));
    const written = part.filter(({ isWritten }) => isWritten === true).length;
    const more = Math.max(0, Math.min(MOST_MORE, Math.floor(spare / Math.max(1, written))));
    return part.map((one) => (one.isWritten === true ? { ...one, height: (one.height ?? height) + more } : one));
  });
}

/** Chinese characters of small type that fit into a column, less what the edges of a cell take. */
const CHARACTERS_A_COLUMN = 4.8;
const EDGES = 0.5;
/** Points that a line of text needs above and below. */
const AROUND = 1;

/** A line as high as its longest text needs, where one line of text is not enough. */
export function withRoom(line: FormLine): FormLine {
  const heights = line.cells.map(({ kind, content, span }) => {
    if (!["given", "head"].includes(kind) || typeof content !== "string") return 0;
    return textHeight(content, Math.floor(CHARACTERS_A_COLUMN * span - EDGES)) + AROUND;
  });
  const needed = Math.max(0, ...heights);
  const isLow = needed > (line.height ?? textHeight("", 1) + AROUND);
  return isLow ? { ...line, height: needed } : line;
}
