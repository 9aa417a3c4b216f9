import type { CellValue } from "./cells";
import type { Field } from "./field";
import { parseAmount } from "./parseAmount";
import { parseDay } from "./parseDay";
import type { DateSystem } from "./survey";
import { plainText, saysNothing } from "./text";
import { parseClass, parseYesNo } from "./vocabulary";

/** What the values of a field look like. */
type Shape = "day" | "amount" | "count" | "class" | "id" | "name" | "text" | "yesNo" | "any";

const shapes: Partial<Record<Field, Shape>> = {
  customerName: "name",
  manager: "name",
  idNo: "id",
  loanAmount: "amount",
  balance: "amount",
  creditLimit: "amount",
  collateralValue: "amount",
  overduePrincipal: "amount",
  overdueInterest: "amount",
  disburseDate: "day",
  maturityDate: "day",
  extendedMaturity: "day",
  origMaturity: "day",
  lastVisit: "day",
  nextVisit: "day",
  overdueFrom: "day",
  appraisalDate: "day",
  settleDate: "day",
  overdueDays: "count",
  interestDays: "count",
  fiveClass: "class",
  isRestructured: "yesNo",
  inclusive: "yesNo",
};

/** Fields whose values are amounts of money. */
export const amountFields: ReadonlySet<Field> = new Set(
  (Object.keys(shapes) as Field[]).filter((field) => shapes[field] === "amount"),
);

type Fits = (value: CellValue, dateSystem: DateSystem) => boolean;

const isDay: Fits = (value, dateSystem) => {
  const { kind } = parseDay(value, dateSystem);
  return kind === "day" || kind === "month" || kind === "range" || kind === "ambiguous";
};

const fits: Readonly<Record<Shape, Fits>> = {
  day: isDay,
  amount: (value) => parseAmount(value, "元").kind === "amount",
  count: (value) => typeof value === "number" || /^\d{1,5}天?$/.test(plainText(value)),
  class: (value) => parseClass(value) !== undefined,
  id: (value) => /^[0-9A-Za-z*.+-]{6,20}$/.test(plainText(value)),
  name: (value) => typeof value === "string" && !/^[\d\s.,/\-年月日]*$/.test(value),
  text: (value) => typeof value === "string",
  yesNo: (value) => parseYesNo(value) !== undefined || typeof value === "string",
  any: () => true,
};

/** The share of the non-blank values that look like the field's; undefined where there are none to judge by. */
export function profileOf(field: Field, values: readonly CellValue[], dateSystem: DateSystem): number | undefined {
  const test = fits[shapes[field] ?? "any"];
  let said = 0;
  let fitting = 0;
  for (const value of values) {
    if (saysNothing(value)) continue;
    said += 1;
    if (test(value, dateSystem)) fitting += 1;
  }
  return said === 0 ? undefined : fitting / said;
}
