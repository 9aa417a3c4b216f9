import type { Field } from "./field";
import type { Layout } from "./ledger";
import { opinionHeadings } from "./opinion";
import { amountFields } from "./profile";

/** Fields that reading and judging use; what is mapped beyond them is shown but not read. */
const fieldsRead: readonly Field[] = [
  "customerName",
  "userCompany",
  "customerId",
  "idNo",
  "customerType",
  "enterpriseScale",
  "industry",
  "group",
  "contractNo",
  "noteNo",
  "product",
  "loanAmount",
  "balance",
  "disburseDate",
  "maturityDate",
  "extendedMaturity",
  "origMaturity",
  "term",
  "guaranteeType",
  "guarantor",
  "collateral",
  "collateralValue",
  "fiveClass",
  "overdueDays",
  "interestDays",
  "overdueInterest",
  "purpose",
  "manager",
  "branch",
  "area",
  "lastVisit",
  "lastMethod",
  "isExtended",
  "isRenewed",
  "isRestructured",
  "inclusive",
  "status",
  "settleDate",
  "writtenOff",
];

/** Own columns into which a person writes. */
const ownInputs = ["上次联系日", "上次上门日", ...Object.values(opinionHeadings)];

/** Which columns of a ledger have to be read, 0-based from the left; number formats of those that hold amounts, so that a day among them is noticed. The first column is read as well: totals and notes stand there. */
export function columnsToRead(layout: Layout): {
  readonly columns: readonly number[];
  readonly formatsOf: readonly number[];
} {
  const at = (field: Field) => layout.columns.get(field)?.column;
  const mapped = [...layout.columns.values()].map(({ column }) => column);
  const own = ownInputs.map((heading) => layout.ownColumns.get(heading));
  const wanted = [Math.min(...mapped), 0, ...fieldsRead.map(at), ...own].filter((column) => column !== undefined);
  const amounts = fieldsRead.filter((field) => amountFields.has(field)).map(at);
  return {
    columns: [...new Set(wanted)].sort((one, other) => one - other),
    formatsOf: amounts.filter((column) => column !== undefined),
  };
}
