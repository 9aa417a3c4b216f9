import type { Scalar } from "../xlsx/model";
import { NotComputable } from "./notComputable";
import { compare, numberIn } from "./values";

type Test = (value: Scalar | undefined) => boolean;

/** A pattern with * and ? as a regular expression over the whole text; a sign made literal by ~ is not computed here. */
function wildcards(text: string): RegExp {
  if (text.includes("~")) throw new NotComputable();
  const escaped = text.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\*/g, "[\\s\\S]*").replace(/\?/g, "[\\s\\S]")}$`, "i");
}

/** Whether a value is the one that stands after the operator. */
function sameAs(text: string, number: number): Test {
  if (!Number.isNaN(number)) {
    return (value) => value === number || (typeof value === "string" && numberIn(value) === number);
  }
  const pattern = wildcards(text);
  return (value) => (value === undefined || typeof value === "string") && pattern.test(value ?? "");
}

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** A criterion such as ">=5", "是" or "张*" as a test. */
export function criterion(given: Scalar | undefined): Test {
  if (typeof given !== "string") return (value) => value !== undefined && compare(value, given) === 0;
  const [, operator = "=", text = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(given) ?? [];
  const number = text.trim() === "" ? NaN : Number(text);
  const holds = orders[operator];
  if (holds === undefined) {
    const isSame = sameAs(text, number);
    return (value) => isSame(value) === (operator === "=");
  }
  const limit: Scalar = Number.isNaN(number) ? text : number;
  return (value) => typeof value === typeof limit && holds(compare(value, limit));
}
