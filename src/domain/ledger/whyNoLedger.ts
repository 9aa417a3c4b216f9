import type { CellValue } from "./cells";
import type { Field } from "./field";
import type { Header } from "./header";
import type { FieldColumn, Rejection } from "./ledger";
import type { SheetSurvey } from "./survey";
import { plainText, saysNothing } from "./text";

/** A sheet that is no ledger; nearness is 0 to 1. */
export function reject({ sheet, hidden }: SheetSurvey, reason: string, nearness: number): Rejection {
  return { sheet, hidden, reason, nearness };
}

interface Mapped {
  readonly columns: ReadonlyMap<Field, FieldColumn>;
  readonly sample: (column: number) => readonly CellValue[];
  /** Whether a person said of these headings that they are a ledger's. */
  readonly isConfirmed: boolean;
}

/** Fields of which one at least tells the customer. */
export const customerFields: readonly Field[] = ["customerName", "userCompany", "customerId", "idNo"];
/** Fields of which one at least tells how much was lent. */
export const lentFields: readonly Field[] = ["balance", "loanAmount"];
const thirdFields: readonly Field[] = [
  "maturityDate",
  "disburseDate",
  "fiveClass",
  "overdueDays",
  "contractNo",
  "noteNo",
  "extendedMaturity",
  "origMaturity",
  "term",
];

/** Words that make a heading one of lending. */
const lending =
  /贷|借|授信|五级|风险分类|逾期|到期|担保|欠息|余额|本金|loan|borrow|outstanding|maturity|past due|disburse|drawdown|principal/i;
const otherBusiness = /存款|理财|保险|工资|薪酬|薪资|报销|费用|deposit|salary|payroll/i;

/** What a ledger must have a column of, with examples for the reader. */
const needed: readonly { readonly fields: readonly Field[]; readonly words: string }[] = [
  { fields: customerFields, words: "客户列（如 客户名称、借款人）" },
  { fields: lentFields, words: "余额或金额列（如 贷款余额、贷款金额）" },
  { fields: thirdFields, words: "日期、五级分类、逾期天数、合同号或借据号中的任何一列" },
];

/** Columns below this confidence do not hold what their headings say. */
const LEAST_CONFIDENCE = 0.5;
/** So many headings at least speak of lending. */
const LEAST_EVIDENCE = 2;

/** Why a sheet is no ledger; undefined where it is one. */
export function whyNot(seen: SheetSurvey, header: Header, mapped: Mapped): Rejection | undefined {
  const { columns, sample, isConfirmed } = mapped;
  const missing = needed.filter(({ fields }) => !fields.some((field) => columns.has(field)));
  if (missing.length > 0) {
    const words = missing.map((one) => one.words).join("，也没有");
    return reject(seen, `没有找到${words}。`, 0.8 - 0.25 * (missing.length - 1) - 0.01);
  }
  if (!isConfirmed && !speaksOfLending(seen, header, columns)) {
    return reject(seen, "有客户和金额，但表头里看不出是贷款（没有 余额、到期、五级分类、逾期 等列）。", 0.85);
  }
  const confidenceOf = (field: Field) => columns.get(field)?.confidence ?? 0;
  const isSure = needed.every(({ fields }) => fields.some((field) => confidenceOf(field) >= LEAST_CONFIDENCE));
  if (!isSure) return reject(seen, "表头像台账，但列中的内容与表头不符。", 0.88);
  return hasRows(columns, sample) ? undefined : reject(seen, "表头像台账，但表头下面没有数据。", 0.9);
}

/** Whether headings and title are those of loans and of no other business. */
function speaksOfLending({ sheet, top }: SheetSurvey, header: Header, columns: Mapped["columns"]): boolean {
  const words = [...columns.values()].map(({ heading }) => heading);
  if (words.filter((heading) => lending.test(heading)).length < LEAST_EVIDENCE) return false;
  const title = top.slice(0, header.rows[0]).flat().map(plainText).join(" ");
  return !otherBusiness.test(`${sheet} ${title}`) || /贷|借|授信|loan/i.test(`${title} ${words.join(" ")}`);
}

function hasRows(columns: ReadonlyMap<Field, FieldColumn>, sample: Mapped["sample"]): boolean {
  const column = customerFields.map((field) => columns.get(field)).find((found) => found !== undefined);
  return column !== undefined && sample(column.column).some((value) => !saysNothing(value));
}
