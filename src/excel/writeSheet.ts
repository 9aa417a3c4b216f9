import type { Content, Look, SheetDraft } from "../domain/change/change";
import type { Extent } from "../domain/ledger/cells";
import { written } from "./writeCells";

/** Points of a column so many characters wide, at the seven pixels a digit of the usual default font. */
export function columnPoints(characters: number): number {
  return (7 * characters + 5) * 0.75;
}

function at(sheet: Excel.Worksheet, extent: Extent): Excel.Range {
  return sheet.getRangeByIndexes(extent.row, extent.column, extent.rows, extent.columns);
}

/** Queues the look of a range. */
export function setLook(range: Excel.Range, look: Look): void {
  const { format } = range;
  setFont(format.font, look);
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.align !== undefined) format.horizontalAlignment = alignments[look.align];
  if (look.numberFormat !== undefined) range.numberFormat = look.numberFormat as unknown as string[][];
  if (look.border !== undefined) setBorder(range, look.border);
}

function setFont(font: Excel.RangeFont, { color, bold, size }: Look): void {
  if (color !== undefined) font.color = color;
  if (bold !== undefined) font.bold = bold;
  if (size !== undefined) font.size = size;
}

const alignments = { left: "Left", center: "Center", right: "Right" } as const;
const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function setBorder(range: Excel.Range, color: string): void {
  for (const edge of edges) {
    const border = range.format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = color;
  }
}

/** Rows padded to one width, as Excel wants them. */
function rectangle(cells: readonly (readonly Content[])[]): (string | number | boolean)[][] {
  const width = Math.max(1, ...cells.map((row) => row.length));
  return cells.map((row) => Array.from({ length: width }, (_, column) => written(row[column] ?? "")));
}

/** Queues a new sheet after the last one: number formats before contents, so that text stays text. */
export function queueSheet(context: Excel.RequestContext, draft: SheetDraft): void {
  const sheet = context.workbook.worksheets.add(draft.name);
  const cells = rectangle(draft.cells);
  for (const { at: extent, look } of draft.looks) setLook(at(sheet, extent), look);
  sheet.getRangeByIndexes(0, 0, cells.length, cells[0]?.length ?? 1).formulasR1C1 = cells;
  draft.widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnPoints(width);
  });
  for (const { at: extent, values } of draft.choices) {
    at(sheet, extent).dataValidation.rule = { list: { inCellDropDown: true, source: values.join(",") } };
  }
  if (draft.frozenRows > 0) sheet.freezePanes.freezeRows(draft.frozenRows);
  if (draft.landscape) sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
  for (const { name, at: extent } of draft.names) context.workbook.names.add(name, at(sheet, extent));
}
