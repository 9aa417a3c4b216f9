import type { CellState, Scalar } from "../xlsx/model";
import { colour } from "./colour";
import { ExcelObject } from "./excelObject";
import { oneOf, record, truth, whole } from "./given";
import type { Host } from "./host";
import { unprotected, type Place } from "./place";
import { notServed, Refusal } from "./refusal";
import { linesOf, putLines, type Axis, type Line } from "./rowsOfCells";
import { areaAddress, intersection } from "./address";

/** https://learn.microsoft.com/javascript/api/excel/excel.sortfield */
interface Field {
  readonly key: number;
  readonly ascending: boolean;
  readonly sortOn: "Value" | "CellColor" | "FontColor";
  readonly color: string | undefined;
}

function keyOf(key: unknown, columns: number): number {
  const index = whole(key);
  if (index < 0 || index >= columns) throw new Refusal("InvalidArgument");
  return index;
}

function fieldOf(given: unknown, columns: number): Field {
  const { key, ascending, sortOn, color, subField } = record(given);
  const on = oneOf(["Value", "CellColor", "FontColor", "Icon"], sortOn ?? "Value");
  if (on === "Icon" || (subField ?? undefined) !== undefined) throw notServed("RangeSort.apply by icon or subfield");
  return {
    key: keyOf(key, columns),
    ascending: truth(ascending ?? true),
    sortOn: on,
    color: (color ?? undefined) === undefined ? undefined : colour(color),
  };
}

/** Numbers come before texts, texts before truth values, these before errors; empty cells are always last. */
function rankOf(value: Scalar | undefined): number {
  if (typeof value === "number") return 0;
  if (typeof value === "string") return 1;
  if (typeof value === "boolean") return 2;
  return value === undefined ? 4 : 3;
}

const collators = [false, true].map(
  (matchCase) => new Intl.Collator("zh-CN", { sensitivity: matchCase ? "variant" : "accent", caseFirst: "lower" }),
);

function compareValues(one: Scalar | undefined, other: Scalar | undefined, matchCase: boolean): number {
  const ranks = rankOf(one) - rankOf(other);
  if (ranks !== 0) return ranks;
  if (typeof one === "string") return collators[matchCase ? 1 : 0]?.compare(one, other as string) ?? 0;
  return typeof one === "object" || one === undefined ? 0 : Number(one) - Number(other);
}

function compareColours(
  host: Host,
  { sortOn, color, ascending }: Field,
  [one, other]: readonly (CellState | undefined)[],
): number {
  const has = (cell: CellState | undefined): number => {
    const format = host.book.format(cell?.style ?? 0);
    return (sortOn === "CellColor" ? format.fill : format.fontColor) === color ? 0 : 1;
  };
  return (has(one) - has(other)) * (ascending ? 1 : -1);
}

/** The order of two rows by the first field that tells them apart. */
function comparing(host: Host, fields: readonly Field[], matchCase: boolean) {
  return (one: readonly CellState[], other: readonly CellState[]): number => {
    for (const field of fields) {
      const pair = [one[field.key], other[field.key]];
      if (field.sortOn !== "Value") {
        const order = compareColours(host, field, pair);
        if (order !== 0) return order;
        continue;
      }
      const [a, b] = pair.map((cell) => cell?.value);
      const order = compareValues(a, b, matchCase);
      if (order === 0) continue;
      return a === undefined || b === undefined || field.ascending ? order : -order;
    }
    return 0;
  };
}

/** How rows are put in order. */
export interface Order {
  readonly fields: unknown;
  readonly matchCase: unknown;
}

/** Whether merged cells stand where lines are to change places. */
function holdsMerges({ sheet, extent }: Place): boolean {
  return sheet.merges.some((merge) => intersection(merge, extent) !== undefined);
}

/** Puts the rows of an area in order, or its columns; those that are equal keep theirs, those that are hidden stay where they are. https://support.microsoft.com/office/62d0b95d-2a90-4610-a6ae-2e545c4a4654 */
export function sortLines(place: Place, { fields, matchCase }: Order, axis: Axis = "row"): void {
  if (!Array.isArray(fields) || fields.length === 0) throw new Refusal("InvalidArgument");
  const { host, sheet, extent } = place;
  const by = fields.map((field) => fieldOf(field, axis === "row" ? extent.columns : extent.rows));
  unprotected(sheet, "sort");
  if (holdsMerges(place)) throw new Refusal("InvalidOperation");
  const compare = comparing(host, by, truth(matchCase ?? false));
  const lines = linesOf(place, axis);
  const isHidden = ({ at }: Line): boolean => (axis === "row" ? sheet.rowHidden(at) : sheet.columnHidden(at));
  const moving = lines.filter((line) => !isHidden(line)).sort((one, other) => compare(one.cells, other.cells));
  const places = moving.values();
  const sorted = lines.flatMap((line) => (isHidden(line) ? line : (places.next().value ?? [])));
  putLines(place, sorted, axis);
  const event = axis === "row" ? "rowSorted" : "columnSorted";
  host.events.raise(event, sheet.id, { worksheetId: sheet.id, address: areaAddress(extent) });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangesort */
export class RangeSort extends ExcelObject {
  readonly className = "RangeSort";
  private readonly place: Place;

  constructor(place: Place) {
    super(place.host);
    this.place = place;
  }

  apply(fields: unknown, ...options: readonly unknown[]): void {
    const [matchCase, hasHeaders, orientation] = options;
    const axis = oneOf(["Rows", "Columns"], orientation ?? "Rows") === "Columns" ? "column" : "row";
    const skipped = truth(hasHeaders ?? false) ? 1 : 0;
    const { host, sheet, extent } = this.place;
    const [count, size] = axis === "row" ? (["rows", "columns"] as const) : (["columns", "rows"] as const);
    const rest = { ...extent, [axis]: extent[axis] + skipped, [count]: extent[count] - skipped };
    if (rest[count] > 0 && rest[size] > 0) sortLines({ host, sheet, extent: rest }, { fields, matchCase }, axis);
  }
}
