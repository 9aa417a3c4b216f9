import type { CellFormat, CellFormatPatch, Extent } from "../xlsx/model";
import { colour } from "./colour";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { oneOf, tint } from "./given";
import { areasOf, type Formatted } from "./place";
import { commonFormat, restyleEach } from "./styles";

type Side = keyof CellFormat["borders"];
type Line = NonNullable<CellFormat["borders"][Side]>;

const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Edge = (typeof edges)[number];
/** A style has the four edges of a cell. */
const EDGES_OF_STYLE = 4;

/** Line style in the file -> Excel's style and weight. */
const lines: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  hair: ["Continuous", "Hairline"],
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  dotted: ["Dot", "Thin"],
  double: ["Double", "Thick"],
  slantDashDot: ["SlantDashDot", "Medium"],
};
const styles = ["None", ...new Set(Object.values(lines).map(([style]) => style))];
const weights = ["Hairline", "Thin", "Medium", "Thick"];

function fileStyle(style: string, weight: string): string {
  const both = Object.entries(lines).find(([, line]) => line[0] === style && line[1] === weight);
  const either = Object.entries(lines).find(([name, line]) => line[0] === style && name !== "hair");
  return (both ?? either)?.[0] ?? "thin";
}

/** Which sides of a cell of the area belong to an edge of the area. */
function sidesAt(edge: Edge, { rows, columns }: Extent): (row: number, column: number) => readonly Side[] {
  const when = (side: Side, is: boolean): readonly Side[] => (is ? [side] : []);
  const byEdge: Readonly<Record<Edge, (row: number, column: number) => readonly Side[]>> = {
    EdgeTop: (row) => when("top", row === 0),
    EdgeBottom: (row) => when("bottom", row === rows - 1),
    EdgeLeft: (_, column) => when("left", column === 0),
    EdgeRight: (_, column) => when("right", column === columns - 1),
    InsideHorizontal: (row) => [...when("top", row > 0), ...when("bottom", row < rows - 1)],
    InsideVertical: (_, column) => [...when("left", column > 0), ...when("right", column < columns - 1)],
    DiagonalDown: () => ["diagonalDown"],
    DiagonalUp: () => ["diagonalUp"],
  };
  return byEdge[edge];
}

const sideOf: Readonly<Record<Edge, Side>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
  InsideHorizontal: "bottom",
  InsideVertical: "right",
  DiagonalDown: "diagonalDown",
  DiagonalUp: "diagonalUp",
};

/** The cells along an edge, by which the edge is judged. */
function along(edge: Edge, extent: Extent): Extent {
  const { row, column, rows, columns } = extent;
  if (edge === "EdgeTop") return { ...extent, rows: 1 };
  if (edge === "EdgeBottom") return { ...extent, row: row + rows - 1, rows: 1 };
  if (edge === "EdgeLeft") return { ...extent, columns: 1 };
  if (edge === "EdgeRight") return { ...extent, column: column + columns - 1, columns: 1 };
  if (edge === "InsideHorizontal") return { ...extent, rows: Math.max(1, rows - 1) };
  return edge === "InsideVertical" ? { ...extent, columns: Math.max(1, columns - 1) } : extent;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeborder */
export class RangeBorder extends ExcelObject {
  readonly className = "RangeBorder";
  private readonly place: Formatted;
  private readonly edge: Edge;

  constructor(place: Formatted, edge: Edge) {
    super(place.host, edge);
    this.place = place;
    this.edge = edge;
  }

  get sideIndex(): string {
    return this.edge;
  }
  get style(): string | null {
    const line = this.common((found) => found?.style ?? "none");
    return line === null ? null : (lines[line]?.[0] ?? "None");
  }
  set style(given: unknown) {
    const style = oneOf(styles, given);
    this.change((line) => (style === "None" ? undefined : { ...line, style: fileStyle(style, weightOf(line)) }));
  }
  get weight(): string | null {
    const line = this.common((found) => found?.style ?? "thin");
    return line === null ? null : (lines[line]?.[1] ?? "Thin");
  }
  set weight(given: unknown) {
    const weight = oneOf(weights, given);
    this.change((line) => ({ ...line, style: fileStyle(lines[line.style]?.[0] ?? "Continuous", weight) }));
  }
  get color(): string | null {
    return this.common((line) => line?.color ?? "#000000");
  }
  set color(given: unknown) {
    const color = colour(given);
    this.change(({ style }) => ({ style, color }));
  }
  get tintAndShade(): number | null {
    return this.common((line) => line?.tint ?? 0);
  }
  set tintAndShade(given: unknown) {
    const amount = tint(given);
    this.change((line) => ({ ...line, base: line.base ?? line.color ?? "#000000", tint: amount }));
  }

  private common<Value>(pick: (line: Line | undefined) => Value): Value | null {
    const of = ({ borders }: CellFormat): Value => pick(borders[sideOf[this.edge]]);
    if ("styleName" in this.place) return commonFormat(this.place, of);
    const { host, sheet } = this.place;
    const areas = areasOf(this.place).map((extent) => along(this.edge, extent));
    const [extent = this.place.extent] = areas;
    return commonFormat({ host, sheet, extent, areas }, of);
  }

  private change(next: (line: Line) => Line | undefined): void {
    restyleEach(this.place, {
      keyAt: (row, column, extent) => sidesAt(this.edge, extent)(row, column).join(" "),
      patchOf: (format, key) => (key === "" ? undefined : patchOf(format, key.split(" ") as Side[], next)),
    });
  }
}

const weightOf = ({ style }: Line): string => lines[style]?.[1] ?? "Thin";

function patchOf(
  { borders }: CellFormat,
  sides: readonly Side[],
  next: (line: Line) => Line | undefined,
): CellFormatPatch {
  const changed = sides.map((side) => [side, next(borders[side] ?? { style: "thin", color: undefined })]);
  return { borders: { ...borders, ...(Object.fromEntries(changed) as Partial<CellFormat["borders"]>) } };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangebordercollection */
export class RangeBorderCollection extends ExcelCollection<RangeBorder> {
  readonly className = "RangeBorderCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly place: Formatted;

  constructor(place: Formatted) {
    super(place.host);
    this.place = place;
  }

  get tintAndShade(): number | null {
    const [first, ...others] = this.items.map((border) => border.tintAndShade);
    return first === undefined || others.some((other) => other !== first) ? null : first;
  }
  set tintAndShade(given: unknown) {
    for (const border of this.items) border.tintAndShade = given;
  }

  get items(): readonly RangeBorder[] {
    const all = "styleName" in this.place ? edges.slice(0, EDGES_OF_STYLE) : edges;
    return all.map((edge) => new RangeBorder(this.place, edge));
  }
}
