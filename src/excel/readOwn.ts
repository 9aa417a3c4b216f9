import type { ColumnsWanted, Watch } from "../app/workbook";
import { RULE_MARKER } from "../domain/change/rules";
import type { Content } from "../domain/change/change";
import type { OwnTraces, RuleSeen } from "../domain/change/traces";
import type { CellValue } from "../domain/ledger/cells";
import { readAspect } from "./readColumns";
import { extentOf } from "./survey";

const OUR_MARKER = new RegExp(`N\\("(${RULE_MARKER}[^"]*)"\\)`);

/** A cell's content from its value and its R1C1 formula; text that merely looks like a formula equals its own value. */
export function contentOf(value: CellValue, formula: CellValue): Content {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  return isFormula ? { r1c1: formula } : value;
}

/** Ids and formulas of the sheet's formula rules; rules of other kinds, and rules Excel cannot describe, are left alone. */
async function readFormulaRules(sheet: Excel.Worksheet, context: Excel.RequestContext) {
  const formats = sheet.getRange().conditionalFormats;
  formats.load("items/id,items/type");
  await context.sync();
  const custom = formats.items
    .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
    .map((format) => {
      format.custom.rule.load("formula");
      return format;
    });
  if (custom.length > 0) await context.sync();
  return custom;
}

/** The sheet's conditional formats that carry our marker. */
export async function readOwnRules(context: Excel.RequestContext, sheetName: string): Promise<readonly RuleSeen[]> {
  const custom = await readFormulaRules(context.workbook.worksheets.getItem(sheetName), context);
  const ours = custom.filter((format) => OUR_MARKER.test(format.custom.rule.formula));
  const seen = ours.map((format) => {
    const range = format.getRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    format.custom.format.fill.load("color");
    format.custom.format.font.load("color,bold");
    return { format, range };
  });
  if (seen.length > 0) await context.sync();
  return seen.map(({ format, range }): RuleSeen => {
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
  });
}

/** What stands in some columns from a row on, as values and formulas, and the sheet's rules of ours. */
export async function readOwn(context: Excel.RequestContext, wanted: ColumnsWanted, watch: Watch): Promise<OwnTraces> {
  const { sheet, columns, firstRow: first, lastRow: last } = wanted;
  const values = await readAspect<CellValue>(context, { sheet, columns, first, last, aspect: "values" }, watch);
  const formulas = await readAspect<CellValue>(context, { sheet, columns, first, last, aspect: "formulasR1C1" }, watch);
  const contents = columns.map((column): [number, Content[]] => {
    const written = formulas.get(column) ?? [];
    return [column, (values.get(column) ?? []).map((value, row) => contentOf(value, written[row] ?? ""))];
  });
  return { firstRow: first, columns: new Map(contents), rules: await readOwnRules(context, sheet) };
}
