import type { Change, Look, OwnColumn, Rule, SheetDraft } from "../domain/change/change";
import type { Batch } from "./batch";
import { applyNewColumns } from "./newColumns";
import { sheetCost } from "./sheetCost";
import { queueSheet, setLook } from "./writeSheet";
import { writeStretch } from "./writeCells";
import { readOwnRules } from "./readOwn";
import { applyState } from "./statePart";
import { queueRule } from "./writeRule";

type Of<Kind extends Change["kind"]> = Extract<Change, { kind: Kind }>;

const steps = 1_000;

function columnRange(context: Excel.RequestContext, change: Of<"column">, column: OwnColumn): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(change.sheet);
  const rows = change.firstRow - change.headingRow + column.cells.length;
  return sheet.getRangeByIndexes(change.headingRow, change.column, rows, 1);
}

/** Empties an own column and gives its cells their defaults and it the width that it had. */
function queueRemoval(context: Excel.RequestContext, change: Of<"column">, before: OwnColumn): void {
  const range = columnRange(context, change, before);
  range.dataValidation.clear();
  range.clear(Excel.ClearApplyTo.all);
  setWidth(range, change.widthBefore);
}

/** Gives a column the width in points that it had: 0 for a hidden one, undefined for the sheet's usual width. */
function setWidth(range: Excel.Range, points: number | undefined): void {
  if (points === undefined || points === 0) range.format.useStandardWidth = true;
  else range.format.columnWidth = points;
  if (points === 0) range.columnHidden = true;
}

async function applyColumn(batch: Batch, change: Of<"column">): Promise<void> {
  const { before, after } = change;
  if (before !== undefined) {
    await batch.add({ cells: 1, bytes: steps }, () => {
      queueRemoval(batch.context, change, before);
      return undefined;
    });
  }
  if (after !== undefined) await applyNewColumns(batch, [{ ...change, after }]);
}

const rangeOf = (context: Excel.RequestContext, { sheet, column, firstRow, after }: Of<"cells">): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRangeByIndexes(firstRow, column, after.length, 1);

/** Cells that are emptied again take back the usual number format. */
function queueFormat(context: Excel.RequestContext, change: Of<"cells">) {
  const range = rangeOf(context, change);
  const { after, numberFormat } = change;
  const format = after.every((content) => content === "") ? "General" : numberFormat;
  range.numberFormat = format as unknown as string[][];
}

function queueLook(context: Excel.RequestContext, change: Of<"cells">, look: Look) {
  const range = rangeOf(context, change);
  const { after } = change;
  if (after.every((content) => content === "")) range.clear(Excel.ClearApplyTo.formats);
  else setLook(range, look);
}

async function applyCells(batch: Batch, change: Of<"cells">): Promise<void> {
  const { sheet, column, firstRow, after, numberFormat, look } = change;
  if (look !== undefined) {
    await batch.add({ cells: 1, bytes: 10 * steps }, () => {
      queueLook(batch.context, change, look);
      return undefined;
    });
  }
  if (numberFormat !== undefined) {
    await batch.add({ cells: 1, bytes: steps }, () => {
      queueFormat(batch.context, change);
      return undefined;
    });
  }
  await writeStretch(batch, { sheet, column, firstRow, contents: after });
  if (look?.wrap === true) {
    await batch.add({ cells: 1, bytes: steps }, () => {
      rangeOf(batch.context, change).getEntireRow().format.autofitRows();
      return undefined;
    });
  }
}

/** Names of ours that a deleted sheet left behind would keep the new ones out. */
async function dropNames(batch: Batch, draft: SheetDraft): Promise<void> {
  if (draft.names.length === 0) return;
  const { names } = batch.context.workbook;
  const left = draft.names.map(({ name }) => names.getItemOrNullObject(name));
  for (const name of left) name.load("name");
  await batch.send();
  for (const name of left) if (!name.isNullObject) name.delete();
}

async function applySheet(batch: Batch, { before, after }: Of<"sheet">): Promise<void> {
  if (before !== undefined) {
    await dropNames(batch, before);
    const sheet = batch.context.workbook.worksheets.getItemOrNullObject(before.name);
    sheet.load("name");
    await batch.send();
    if (!sheet.isNullObject) sheet.delete();
  }
  if (after === undefined) return;
  await dropNames(batch, after);
  await batch.add(sheetCost(after), () => {
    queueSheet(batch.context, after);
    return undefined;
  });
}

/** Deletes a rule by its id; by its formula where it has been added in this run and has no id yet. */
async function deleteRule(batch: Batch, change: Of<"rule">, before: Rule): Promise<void> {
  const { context } = batch;
  const sheet = context.workbook.worksheets.getItem(change.sheet);
  const { id } = change;
  if (id !== undefined) {
    await batch.add({ cells: 1, bytes: steps }, () => {
      sheet.getRange().conditionalFormats.getItem(id).delete();
      return undefined;
    });
    return;
  }
  await batch.send();
  const standing = (await readOwnRules(context, change.sheet)).filter(({ rule }) => rule.formula === before.formula);
  for (const rule of standing) sheet.getRange().conditionalFormats.getItem(rule.id).delete();
}

async function applyRule(batch: Batch, change: Of<"rule">): Promise<void> {
  const { sheet, before, after } = change;
  if (before !== undefined) await deleteRule(batch, change, before);
  if (after !== undefined) {
    await batch.add({ cells: 1, bytes: steps }, () => {
      const { row, column, rows, columns } = after.range;
      const worksheet = batch.context.workbook.worksheets.getItem(sheet);
      queueRule(worksheet.getRangeByIndexes(row, column, rows, columns), after);
      return undefined;
    });
  }
}

async function applyTable(batch: Batch, { sheet, table, after }: Of<"table">): Promise<void> {
  await batch.add({ cells: 1, bytes: steps }, () => {
    const worksheet = batch.context.workbook.worksheets.getItem(sheet);
    const range = worksheet.getRangeByIndexes(after.row, after.column, after.rows, after.columns);
    worksheet.tables.getItem(table).resize(range);
    return undefined;
  });
}

async function applyFilter(batch: Batch, { sheet, after }: Of<"filter">): Promise<void> {
  await batch.add({ cells: 1, bytes: steps }, () => {
    const worksheet = batch.context.workbook.worksheets.getItem(sheet);
    const range = worksheet.getRangeByIndexes(after.row, after.column, after.rows, after.columns);
    worksheet.autoFilter.remove();
    worksheet.autoFilter.apply(range);
    return undefined;
  });
}

/** Applies one change; the batch decides when its steps are sent. */
export async function applyChange(batch: Batch, change: Change): Promise<void> {
  switch (change.kind) {
    case "sheet":
      await applySheet(batch, change);
      return;
    case "column":
      await applyColumn(batch, change);
      return;
    case "cells":
      await applyCells(batch, change);
      return;
    case "rule":
      await applyRule(batch, change);
      return;
    case "table":
      await applyTable(batch, change);
      return;
    case "filter":
      await applyFilter(batch, change);
      return;
    case "state":
      await applyState(batch, change);
      return;
  }
}
