import type { Field } from "../ledger/field";
import { fieldName } from "../ledger/fieldName";
import type { MendKind } from "../health/mend";
import type { OwnColumnSpec } from "./ownColumn";
import { blankOr, DAY_FORMAT, isNumber } from "./ownContents";

/** A column of the ledger that can be mended into a column of ours beside it. */
export interface MendedColumn {
  readonly field: Field;
  readonly kind: MendKind;
  /** Stands once it was asked for; an annotation leaves it as it is. */
  readonly spec: OwnColumnSpec;
}

const hint = {
  day: "把文本写的日期改成真正的日期，原列没有改动。空格是原来就空或读不准的。核对后可以复制到原列。",
  name: "去掉名称中多余的空格，原列没有改动。核对后可以复制到原列。",
};

function mending(kind: MendKind, field: Field): MendedColumn {
  const isDay = kind === "day";
  return {
    field,
    kind,
    spec: {
      heading: `规范${fieldName(field)}`,
      hint: isDay ? hint.day : hint.name,
      numberFormat: isDay ? DAY_FORMAT : "General",
      width: isDay ? 16 : 26,
      content: () => "",
      isOurs: blankOr(isDay ? isNumber : (content) => typeof content === "string"),
      isPersons: true,
    },
  };
}

/** Every column that can be mended, in the order in which they are offered. */
export const mendedColumns: readonly MendedColumn[] = [
  ...(["disburseDate", "maturityDate", "extendedMaturity", "lastVisit"] as const).map((field) => mending("day", field)),
  ...(["customerName", "userCompany"] as const).map((field) => mending("name", field)),
  ...(["guarantor", "manager"] as const).map((field) => mending("names", field)),
];

/** What is mended under a heading without the prefix; undefined for any other own column. */
export const mendedUnder: ReadonlyMap<string, MendedColumn> = new Map(
  mendedColumns.map((one) => [one.spec.heading, one]),
);
