import { apiSets } from "../client/apiSets";
import { argumentsOf } from "../calc/compile";
import { isError } from "../calc/values";
import { parseArea, splitSheet } from "./address";
import { ExcelObject } from "./excelObject";
import { record, text } from "./given";
import type { Host } from "./host";
import type { Scalar } from "../xlsx/model";
import { Range } from "./range";
import { notServed, Refusal } from "./refusal";

/** https://learn.microsoft.com/javascript/api/excel/excel.functionresult */
export class FunctionResult extends ExcelObject {
  readonly className = "FunctionResult";
  /** Asked by functions that are given a result. */
  readonly result: Scalar;

  constructor(host: Host, result: Scalar) {
    super(host);
    this.result = result;
  }

  get value(): unknown {
    return isError(this.result) ? null : this.result;
  }
  get error(): string | null {
    return isError(this.result) ? this.result.error : null;
  }
}

/** A value as a formula spells it. */
function spelled(value: Scalar): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (isError(value)) return value.error;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** The address of a place that is named by a record alone. */
function addressIn(given: unknown): string {
  const { address } = record(given);
  if (parseArea(splitSheet(text(address)).rest) === undefined) throw new Refusal("InvalidArgument");
  return text(address);
}

/** What a function is given, as a formula spells it: a range by its address, nothing as an empty place. */
function operand(given: unknown): string {
  if (given === undefined || given === null) return "";
  if (given instanceof Range) return given.address;
  if (given instanceof FunctionResult) return spelled(given.result);
  return ["string", "number", "boolean"].includes(typeof given) ? spelled(given as Scalar) : addressIn(given);
}

/** Operands without those at the end that were left out. */
function operands(given: readonly unknown[]): readonly string[] {
  const all = given.flat().map(operand);
  while (all.at(-1) === "") all.pop();
  return all;
}

/** The function of formulas that a member calls: `var_S` is VAR.S. */
const functionName = (member: string): string => member.toUpperCase().replaceAll("_", ".");

/** Members that call a function which the evaluator knows. */
const served = [...(apiSets.get("Functions")?.keys() ?? [])].filter(
  (member) => argumentsOf(functionName(member)) !== undefined,
);

/** The members that call functions which the evaluator does not know. */
export const unknownFunctions: readonly string[] = [...(apiSets.get("Functions")?.keys() ?? [])].filter(
  (member) => !served.includes(member),
);

/** Calls a function of formulas; what the evaluator cannot compute is refused by name. */
function call(host: Host, member: string, given: readonly unknown[]): FunctionResult {
  const name = functionName(member);
  const list = operands(given);
  const { least, most } = argumentsOf(name) ?? { least: 0, most: 0 };
  if (list.length < least || list.length > most) throw new Refusal("InvalidArgument");
  const result = host.result(`${name}(${list.join(",")})`);
  if (result === undefined) throw notServed(`Functions.${member} of what it is given`);
  return new FunctionResult(host, result);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.functions: one member for each function that formulas know. */
export class Functions extends ExcelObject {
  readonly className = "Functions";

  static {
    for (const member of served) {
      const value = function (this: Functions, ...given: readonly unknown[]): FunctionResult {
        return call(this.host, member, given);
      };
      Object.defineProperty(this.prototype, member, { value });
    }
  }
}
