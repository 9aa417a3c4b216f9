import type { OwnWanted, Watch } from "../app/workbook";
import { RULE_MARKER } from "../domain/change/rules";
import type { Content } from "../domain/change/change";
import type { OwnTraces, RuleSeen } from "../domain/change/traces";
import type { CellValue } from "../domain/ledger/cells";
import { inExcel, Refusal } from "./officeFailure";
import { readAspects } from "./readColumns";
import { extentOf } from "./survey";

const OUR_MARKER = new RegExp(`N\\("(${RULE_MARKER}[^"]*)"\\)`);

/** A cell's content from its value and its R1C1 formula; text that merely looks like a formula equals its own value. */
export function contentOf(value: CellValue, formula: CellValue): Content {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  return isFormula ? { r1c1: formula } : value;
}

/** The sheet's conditional formats that carry our marker; rules of other kinds, and those whose properties Excel cannot tell, are left alone. */
export async function readOwnRules(context: Excel.RequestContext, sheetName: string): Promise<readonly RuleSeen[]> {
  const formats = context.workbook.worksheets.getItem(sheetName).getRange().conditionalFormats;
  formats.load("items/id,items/type");
  await context.sync();
  const custom = formats.items.filter(({ type }) => type === Excel.ConditionalFormatType.custom);
  const rules = await readRules(
    sheetName,
    custom.map(({ id }) => id),
  );
  return rules
    .filter(({ format, range }) => OUR_MARKER.test(format.custom.rule.formula) && !range.isNullObject)
    .map(seen);
}

/** Rules by their ids, together; halved as often as Excel refuses, until the one is found that it cannot tell (OfficeDev/office-js 6396, 6835). */
async function readRules(sheetName: string, ids: readonly string[]): Promise<readonly RuleQueued[]> {
  if (ids.length === 0) return [];
  const read = await inExcel(sheetName, async (context) => {
    const queued = ids.map((id) => queueRule(context, sheetName, id));
    await context.sync();
    return queued;
  });
  if (read.ok) return read.value;
  if (read.because.kind !== "refused" && read.because.kind !== "sheetGone") throw new Refusal(read.because);
  if (ids.length === 1) return [];
  const middle = Math.ceil(ids.length / 2);
  const first = await readRules(sheetName, ids.slice(0, middle));
  return [...first, ...(await readRules(sheetName, ids.slice(middle)))];
}

type RuleQueued = ReturnType<typeof queueRule>;

function queueRule(context: Excel.RequestContext, sheetName: string, id: string) {
  const format = context.workbook.worksheets.getItem(sheetName).getRange().conditionalFormats.getItem(id);
  format.load("id");
  format.custom.rule.load("formula");
  format.custom.format.fill.load("color");
  format.custom.format.font.load("color,bold");
  const range = format.getRangeOrNullObject();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  return { format, range };
}

function seen({ format, range }: RuleQueued): RuleSeen {
  const { rule, format: look } = format.custom;
  const fill = look.fill.color;
  return {
    id: format.id,
    rule: {
      marker: OUR_MARKER.exec(rule.formula)?.[1] ?? RULE_MARKER,
      range: extentOf(range),
      formula: rule.formula,
      color: look.font.color,
      ...(fill === "" ? {} : { fill }),
      ...(look.font.bold ? { bold: true } : {}),
    },
  };
}

/** Queues the question what columns measure; the answer leaves out those of the sheet's usual width. */
function queueWidths(context: Excel.RequestContext, { sheet, widthsOf = [] }: OwnWanted) {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const asked = widthsOf.map((column) => {
    const cell = worksheet.getRangeByIndexes(0, column, 1, 1);
    cell.load("columnHidden,format/columnWidth,format/useStandardWidth");
    return { column, cell };
  });
  return () => {
    const own = asked.filter(({ cell }) => cell.columnHidden || !cell.format.useStandardWidth);
    return new Map(own.map(({ column, cell }) => [column, cell.columnHidden ? 0 : cell.format.columnWidth]));
  };
}

/** Queues the question which cells of the columns to come are merged with others. */
function queueMerges(context: Excel.RequestContext, { sheet, firstRow, lastRow, widthsOf = [] }: OwnWanted) {
  if (widthsOf.length === 0) return () => [];
  const [first, last] = [Math.min(...widthsOf), Math.max(...widthsOf)];
  const range = context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(firstRow, first, lastRow - firstRow + 1, last - first + 1);
  const merged = range.getMergedAreasOrNullObject();
  merged.load("areaCount");
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return () => (merged.isNullObject ? [] : merged.areas.items.map(extentOf));
}

/** What stands in some columns from a row on, as values and formulas, the sheet's rules of ours, and what columns to come measure and are merged with. */
export async function readOwn(context: Excel.RequestContext, wanted: OwnWanted, watch: Watch): Promise<OwnTraces> {
  const { sheet, columns, firstRow: first, lastRow: last } = wanted;
  const aspects = [
    { aspect: "values", columns },
    { aspect: "formulasR1C1", columns },
  ] as const;
  const { into } = await readAspects(context, { sheet, first, last, wanted: aspects }, watch);
  const [values, formulas] = into;
  const contents = columns.map((column): [number, Content[]] => {
    const written = (formulas?.get(column) ?? []) as CellValue[];
    const held = (values?.get(column) ?? []) as CellValue[];
    return [column, held.map((value, row) => contentOf(value, written[row] ?? ""))];
  });
  const widths = queueWidths(context, wanted);
  const merges = queueMerges(context, wanted);
  const rules = await readOwnRules(context, sheet);
  return { firstRow: first, columns: new Map(contents), rules, widths: widths(), merges: merges() };
}
