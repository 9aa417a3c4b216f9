import { cellText } from "./calc/cellText";
import type { CellPlace } from "./hand";
import { isInside } from "./objects/address";
import { AutoFilter } from "./objects/autoFilter";
import { surroundingRegion } from "./objects/edges";
import type { Host } from "./objects/host";
import { Range } from "./objects/range";
import { sortLines } from "./objects/rangeSort";
import { Refusal } from "./objects/refusal";
import type { Table } from "./objects/table";
import { Worksheet } from "./objects/worksheet";
import type { Extent, Sheet } from "./xlsx/model";

/** A list of rows under headings, with the filter that lies over it or would. */
interface List {
  /** Headings and rows, without a row of totals. */
  readonly extent: Extent;
  readonly filter: AutoFilter;
}

/** Share of a block's columns that its row of headings fills at least. */
const HEADED = 0.6;
/** Rows of a block among which its headings are looked for. */
const TITLE_ROWS = 20;

const cellArea = ({ row, column }: CellPlace): Extent => ({ row, column, rows: 1, columns: 1 });

/** A block without the titles above its headings: these are the first row that has text across. */
function fromHeadings(sheet: Sheet, block: Extent): Extent {
  const rows = sheet.values({ ...block, rows: Math.min(block.rows, TITLE_ROWS) });
  const headings = rows.findIndex(
    (row) => row.filter((value) => typeof value === "string" && value !== "").length >= HEADED * block.columns,
  );
  const skipped = Math.max(0, headings);
  return { ...block, row: block.row + skipped, rows: block.rows - skipped };
}

function tableAt(host: Host, sheet: Sheet, place: CellPlace): Table | undefined {
  const state = sheet.tables.find(({ extent }) => isInside(cellArea(place), extent));
  return new Worksheet(host, sheet).tables.items.find(({ name }) => name === state?.name);
}

function listOfTable({ sheet }: CellPlace, table: Table): List {
  const state = sheet.tables.find(({ name }) => name === table.name);
  const { extent } = table.getRange();
  const rows = extent.rows - (state?.totalRow === true ? 1 : 0);
  return { extent: { ...extent, rows }, filter: new AutoFilter(table) };
}

/** The list that a cell stands in: its table, what the sheet's filter lies over, or the block around it. */
function listAt(host: Host, place: CellPlace): List {
  const { sheet } = place;
  const table = tableAt(host, sheet, place);
  if (table !== undefined) return listOfTable(place, table);
  const filter = new Worksheet(host, sheet).autoFilter;
  if (sheet.filter !== undefined) return { extent: sheet.filter.extent, filter };
  const block = surroundingRegion({ host, sheet, extent: cellArea(place) });
  return { extent: fromHeadings(sheet, block), filter };
}

const below = (extent: Extent): Extent => ({ ...extent, row: extent.row + 1, rows: extent.rows - 1 });

/** A column that the list does not have, or a list without rows, can be neither sorted nor filtered. */
function columnIn({ extent }: List, { column }: CellPlace): number {
  const index = column - extent.column;
  if (extent.rows < 2 || index < 0 || index >= extent.columns) throw new Refusal("InvalidOperation");
  return index;
}

/** Puts the rows of the list around a cell in order of the cell's column. */
export function sortList(host: Host, place: CellPlace, ascending: boolean): void {
  const list = listAt(host, place);
  const fields = [{ key: columnIn(list, place), ascending }];
  host.calculate();
  sortLines({ host, sheet: place.sheet, extent: below(list.extent) }, { fields, matchCase: false });
}

/** Shows of the list around a cell only the rows that show the same in the cell's column. */
export function filterByCell(host: Host, place: CellPlace): void {
  const list = listAt(host, place);
  const column = columnIn(list, place);
  if (!isInside(cellArea(place), below(list.extent))) throw new Refusal("InvalidOperation");
  host.calculate();
  const { sheet, row } = place;
  const { value, style } = sheet.cell(row, place.column);
  const shown = cellText(value, host.book.format(style).numberFormat, host.book.date1904);
  const range = new Range({ host, sheet, extent: list.extent });
  list.filter.apply(range, column, { filterOn: "Values", values: [shown] });
}

/** Shows all rows of the list around a cell again. */
export function showAll(host: Host, place: CellPlace): void {
  listAt(host, place).filter.clearCriteria();
}
