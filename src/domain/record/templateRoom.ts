import type { Content } from "../change/change";
import type { Extent } from "../ledger/cells";
import type { Template, TypeOf } from "./ownForm";
import type { FilledTemplate } from "./template";
import { MOST_HEIGHT, textWidth } from "./textHeight";

/** Points that a cell keeps free beside its text. */
const EDGES = 6;
/** Points of a line of type, for each point of its size. */
const LEADING = 1.3;
const USUAL: TypeOf = { size: 11, wraps: false };

/** A form's rows with room for what they were filled with. */
export interface Room {
  /** In points, one a row. */
  readonly heights: readonly number[];
  /** Cells whose text has to break to be read whole. */
  readonly broken: readonly Extent[];
}

const sum = (points: readonly number[]) => points.reduce((all, one) => all + one, 0);

/** The template's row of each row that is made. */
const sources = ({ stretches }: FilledTemplate): readonly number[] =>
  stretches.flatMap(({ from, rows }) => Array.from({ length: rows }, (_, index) => from + index));

/** The area of a template's cell, which may be merged with others. */
function areaAt({ merges }: Template, row: number, column: number): Extent {
  const found = merges.find((area) => area.row === row && area.column === column);
  return found ?? { row, column, rows: 1, columns: 1 };
}

/** Lines and points that a text takes in a cell so wide. */
function linesOf(text: string, { size, width }: { size: number; width: number }): { lines: number; points: number } {
  const signs = Math.max(1, Math.floor((width - EDGES) / size));
  const lines = sum(text.split("\n").map((one) => Math.max(1, Math.ceil(textWidth(one) / signs))));
  return { lines, points: Math.min(MOST_HEIGHT, lines * size * LEADING + EDGES / 2) };
}

/** Whether a text took a placeholder's place. */
const isFilledIn = (content: Content, before: Content | undefined): content is string =>
  typeof content === "string" && content !== "" && content !== before;

/** A cell whose text needs more than one line: its area in the template, and the height of its first row that makes room. */
function tooLong(text: string, template: Template, [row, column]: readonly [number, number]) {
  const area = areaAt(template, row, column);
  const { size, wraps } = template.types[row]?.[column] ?? USUAL;
  const width = sum(template.widths.slice(column, column + area.columns));
  const { lines, points } = linesOf(text, { size, width });
  const below = sum(template.heights.slice(row + 1, row + area.rows));
  return lines > 1 ? [{ area, wraps, height: points - below }] : [];
}

/** Rows grow, and texts break, where a customer's facts are longer than their placeholders' cells; what the bank wrote itself stays as it is. */
export function roomFor(filled: FilledTemplate, template: Template): Room {
  const rows = sources(filled).map((from, row) => {
    const long = (filled.cells[row] ?? []).flatMap((content, column) =>
      isFilledIn(content, template.cells[from]?.[column]) ? tooLong(content, template, [from, column]) : [],
    );
    const height = Math.max(template.heights[from] ?? 0, ...long.map((one) => one.height));
    return { height, broken: long.filter(({ wraps }) => !wraps).map(({ area }) => ({ ...area, row })) };
  });
  return { heights: rows.map(({ height }) => height), broken: rows.flatMap(({ broken }) => broken) };
}
