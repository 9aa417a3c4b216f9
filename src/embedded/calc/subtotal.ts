import type { Scalar, Sheet } from "../xlsx/model";
import { givenAny, type Compute, type Context, type Functions } from "./excelFunction";
import { mathFunctions } from "./mathFunctions";
import { NotComputable } from "./notComputable";
import { isArea, type Operand } from "./values";

/** What the first argument stands for; by 101 to 111 rows that a person hid are left out too. */
const computed = [
  ...["AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "PRODUCT"],
  ...["STDEV", "STDEVP", "SUM", "VAR", "VARP"],
] as const;
const WITHOUT_HIDDEN = 100;

/** Whether a filter with criteria stands over a row: what is hidden there was left out by it, as Excel too takes it. */
function filteredRow(sheet: Sheet): (row: number) => boolean {
  const own = sheet.filter?.isFiltered === true ? [sheet.filter.extent] : [];
  const areas = [...own, ...sheet.tables.flatMap(({ isFiltered, filter }) => (isFiltered && filter ? [filter] : []))];
  return (at) => areas.some(({ row, rows }) => at > row && at < row + rows);
}

/** Cells of rows that count, without other subtotals among them. */
function counted(context: Context, operand: Operand, withHidden: boolean): Operand {
  if (!isArea(operand)) return operand;
  const { sheet, extent } = operand;
  const isFiltered = withHidden ? filteredRow(sheet) : () => true;
  return context.cells(operand).map((row, down) =>
    row.map((value, right): Scalar | undefined => {
      if (sheet.rowHidden(extent.row + down) && isFiltered(extent.row + down)) return undefined;
      const formula = sheet.formulaR1c1(extent.row + down, extent.column + right);
      return formula !== undefined && /SUBTOTAL\(/i.test(formula) ? undefined : value;
    }),
  );
}

/** SUBTOTAL: rows that a filter hides never count, those that a person hid count by 1 to 11. */
const subtotal: Compute = (context, [number, ...operands]) => {
  const given = context.scalar(number);
  const code = typeof given === "number" ? given : 0;
  const withHidden = code < WITHOUT_HIDDEN;
  const name = computed[(withHidden ? code : code - WITHOUT_HIDDEN) - 1];
  const compute = name === undefined ? undefined : mathFunctions[name]?.compute;
  if (compute === undefined) throw new NotComputable();
  return compute(
    context,
    operands.map((operand) => counted(context, operand, withHidden)),
  );
};

export const subtotalFunctions: Functions = { SUBTOTAL: givenAny(2, subtotal) };
