import type { CellError, Scalar } from "../xlsx/model";
import { given, givenAny, isMany, type Compute, type Context, type Functions } from "./excelFunction";
import { asTruth, isArea, isError, VALUE, type Area, type Operand } from "./values";

/** The truths among the operands: of areas, texts and blanks do not count. */
function truths(context: Context, operands: readonly Operand[]): boolean[] | CellError {
  const found: boolean[] = [];
  for (const value of operands.flatMap((operand) => candidates(context, operand))) {
    const truth = asTruth(value);
    if (isError(truth)) return truth;
    found.push(truth);
  }
  return found;
}

function candidates(context: Context, operand: Operand): readonly (Scalar | undefined)[] {
  if (!isMany(operand)) return [context.scalar(operand)];
  const cells = context.cells(operand).flat();
  return cells.filter((value) => value !== undefined && typeof value !== "string");
}

const logic =
  (combine: (truths: readonly boolean[]) => boolean): Compute =>
  (context, operands) => {
    const found = truths(context, operands);
    if (isError(found)) return found;
    return found.length === 0 ? VALUE : combine(found);
  };

const about = (test: (value: Scalar | undefined) => boolean) =>
  given(1, 1, (context, [operand]) => test(context.scalar(operand)));

/** The first cell of an area. */
function firstCell(area: Area): Area {
  const { extent } = area;
  return extent.rows === 1 && extent.columns === 1 ? area : { ...area, extent: { ...extent, rows: 1, columns: 1 } };
}

function asCount(context: Context, [operand]: readonly Operand[]): Scalar | undefined {
  const value = context.scalar(isArea(operand) ? firstCell(operand) : operand);
  if (typeof value === "number" || isError(value)) return value;
  return value === true ? 1 : 0;
}

/** Functions of truth, and those that tell what a value is. */
export const logicFunctions: Functions = {
  AND: givenAny(
    1,
    logic((found) => found.every(Boolean)),
  ),
  OR: givenAny(
    1,
    logic((found) => found.some(Boolean)),
  ),
  NOT: given(1, 1, (context, [operand]) => {
    const truth = asTruth(context.scalar(operand));
    return isError(truth) ? truth : !truth;
  }),
  N: given(1, 1, asCount),
  T: given(1, 1, (context, [operand]) => {
    const value = context.scalar(operand);
    return typeof value === "string" || isError(value) ? value : "";
  }),
  ISNUMBER: about((value) => typeof value === "number"),
  ISTEXT: about((value) => typeof value === "string"),
  ISBLANK: about((value) => value === undefined),
  ISERROR: about(isError),
  ISNA: about((value) => isError(value) && value.error === "#N/A"),
};
