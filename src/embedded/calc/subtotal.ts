import type { Scalar } from "../xlsx/model";
import { givenAny, type Compute, type Context, type Functions } from "./excelFunction";
import { mathFunctions } from "./mathFunctions";
import { NotComputable } from "./notComputable";
import { isArea, type Operand } from "./values";

/** What the first argument stands for; by 101 to 111 rows that a person hid are left out too. */
const computed = ["AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", undefined, undefined, undefined, "SUM"] as const;
const WITHOUT_HIDDEN = 100;

/** Cells of rows that are seen, without other subtotals among them. */
function seen(context: Context, operand: Operand): Operand {
  if (!isArea(operand)) return operand;
  const { sheet, extent } = operand;
  return context.cells(operand).map((row, down) =>
    row.map((value, right): Scalar | undefined => {
      if (sheet.rowHidden(extent.row + down)) return undefined;
      const formula = sheet.formulaR1c1(extent.row + down, extent.column + right);
      return formula !== undefined && /SUBTOTAL\(/i.test(formula) ? undefined : value;
    }),
  );
}

/** SUBTOTAL: rows that a filter hides never count; here every hidden row is taken to be filtered. */
const subtotal: Compute = (context, [number, ...operands]) => {
  const code = context.scalar(number);
  const name = computed[(typeof code === "number" ? code % WITHOUT_HIDDEN : 0) - 1];
  const compute = name === undefined ? undefined : mathFunctions[name]?.compute;
  if (compute === undefined) throw new NotComputable();
  return compute(
    context,
    operands.map((operand) => seen(context, operand)),
  );
};

export const subtotalFunctions: Functions = { SUBTOTAL: givenAny(2, subtotal) };
