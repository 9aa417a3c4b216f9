import type { Content, Look, SheetDraft } from "../domain/change/change";
import type { Extent } from "../domain/ledger/cells";
import { setPage } from "./setPage";
import { written } from "./writeCells";
import { queueRule } from "./writeRule";

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
  if (look.vertical !== undefined) format.verticalAlignment = verticals[look.vertical];
  if (look.border !== undefined) setBorder(range, look.border);
}

function setFont(target: Excel.RangeFont, { color, bold, italic, size, font }: Look): void {
  if (color !== undefined) target.color = color;
  if (bold !== undefined) target.bold = bold;
  if (italic !== undefined) target.italic = italic;
  if (size !== undefined) target.size = size;
  if (font !== undefined) target.name = font;
}

const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;
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
  setCopies(context, sheet, draft);
  for (const { at: extent, look } of draft.looks) setLook(at(sheet, extent), look);
  for (const merge of draft.merges ?? []) at(sheet, merge).merge(true);
  sheet.getRangeByIndexes(0, 0, cells.length, cells[0]?.length ?? 1).formulasR1C1 = cells;
  setSizes(sheet, draft);
  setRules(sheet, draft);
  setView(sheet, draft);
  addNames(context, sheet, draft.names);
}

/** Queues workbook names that point into a sheet. */
export function addNames(context: Excel.RequestContext, sheet: Excel.Worksheet, names: SheetDraft["names"]): void {
  for (const { name, at: extent } of names) context.workbook.names.add(name, at(sheet, extent));
}

/** Everything of another sheet's rows; the contents are then written over. */
function setCopies(context: Excel.RequestContext, sheet: Excel.Worksheet, { copies }: SheetDraft): void {
  if (copies === undefined) return;
  const source = context.workbook.worksheets.getItem(copies.sheet);
  for (const { from, to, rows } of copies.stretches) {
    const rowsFrom = source.getRangeByIndexes(from, 0, rows, copies.columns);
    sheet.getRangeByIndexes(to, 0, rows, copies.columns).copyFrom(rowsFrom, Excel.RangeCopyType.all);
  }
}

function setRules(sheet: Excel.Worksheet, { choices, limits = [], rules = [] }: SheetDraft): void {
  for (const { at: extent, values } of choices) {
    at(sheet, extent).dataValidation.rule = { list: { inCellDropDown: true, source: values.join(",") } };
  }
  for (const { at: extent, formula, message } of limits) {
    const { dataValidation } = at(sheet, extent);
    dataValidation.rule = { custom: { formula } };
    dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "", message };
  }
  for (const rule of rules) queueRule(at(sheet, rule.range), rule);
}

function setSizes(sheet: Excel.Worksheet, { widths, heights = [], fitted }: SheetDraft): void {
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnPoints(width);
  });
  for (const { at: extent, points } of heights) at(sheet, extent).format.rowHeight = points;
  if (fitted !== undefined) at(sheet, fitted).format.autofitRows();
}

/** What stays in view, and how the sheet is printed. */
function setView(sheet: Excel.Worksheet, { frozenRows, landscape, page }: SheetDraft): void {
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  const { landscape: lying, portrait } = Excel.PageOrientation;
  sheet.pageLayout.orientation = landscape ? lying : portrait;
  if (page !== undefined) setPage(sheet, page);
}
