import type { CellValue } from "../ledger/cells";
import { normalisedName } from "../ledger/customers";
import type { Field } from "../ledger/field";
import type { Customer, Drawdown } from "../ledger/ledger";
import { plainText, saysNothing } from "../ledger/text";
import { addMonths, formatDay, type Day } from "../loan/day";
import { loanClassName } from "../loan/loanClass";
import { idFault } from "./idNumbers";

/** One drawdown as the health check sees it. */
export interface RowSeen {
  readonly customer: Customer;
  readonly drawdown: Drawdown;
  /** What a column holds in this row; undefined where the ledger has no such column. */
  readonly cell: (field: Field) => CellValue | undefined;
  /** The middle of the ledger's balances, in 分. */
  readonly medianBalance: number;
  readonly asOf: Day;
  /** The account managers that the settings name; empty where they name no list. */
  readonly managers: ReadonlySet<string>;
}

/** One check of one cell: what is wrong and what to do, or undefined where nothing is. ledgers D.9 */
export interface HealthRule {
  readonly clause: string;
  readonly field: Field;
  readonly says: (row: RowSeen) => string | undefined;
}

const isBlank = (value: CellValue | undefined) => value !== undefined && saysNothing(value);
const owed = ({ balance, amount }: Drawdown) => balance ?? amount ?? 0;

const missing = (field: Field, name: string): HealthRule => ({
  clause: "D01",
  field,
  says: ({ cell }) => (isBlank(cell(field)) ? `缺少${name}，请补填。` : undefined),
});

function noOverdueDays({ drawdown, cell, asOf }: RowSeen): string | undefined {
  const { matures, overdueDays = 0 } = drawdown;
  if (cell("overdueDays") === undefined || matures === undefined) return undefined;
  if (matures >= asOf || overdueDays > 0 || owed(drawdown) <= 0) return undefined;
  return `${formatDay(matures)} 已到期、还有余额，逾期天数却是空或 0，请核实。`;
}

function overdueBeforeMaturity({ drawdown: { matures, overdueDays = 0 }, cell, asOf }: RowSeen): string | undefined {
  const hasInterest = cell("interestDays") !== undefined || cell("overdueInterest") !== undefined;
  if (overdueDays <= 0 || matures === undefined || matures <= asOf || hasInterest) return undefined;
  return `逾期 ${String(overdueDays)} 天，到期日却是 ${formatDay(matures)}；如是分期逾期可不改，否则请核实。`;
}

function noCollateral({ drawdown, cell }: RowSeen): string | undefined {
  if (!drawdown.guarantees.has("抵押")) return undefined;
  const lacks = isBlank(cell("collateral")) || isBlank(cell("collateralValue"));
  return lacks ? "担保方式是抵押，却没有写抵押物或评估价值，请补填。" : undefined;
}

function selfGuarantee({ drawdown: { guarantor }, customer }: RowSeen): string | undefined {
  const names = (guarantor ?? "").split(/[、,，;；/\n]+/).map((name) => normalisedName(plainText(name)));
  return names.includes(normalisedName(customer.name)) ? "保证人就是借款人自己，请核实。" : undefined;
}

const PHONE = /^(?:\+?86-?)?(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?[2-9]\d{6,7})$/;

function badPhone({ cell }: RowSeen): string | undefined {
  const value = cell("phone");
  if (value === undefined || saysNothing(value)) return undefined;
  const numbers = plainText(value).split(/[、,，;；/\s]+/);
  const bad = numbers.find((number) => !PHONE.test(number));
  return bad === undefined ? undefined : `“${bad.slice(0, 20)}”不像电话号码，请核实。`;
}

function badId({ cell }: RowSeen): string | undefined {
  const value = cell("idNo");
  return typeof value === "string" ? idFault(plainText(value)) : undefined;
}

/** Whether a term is a count of months rather than two days or years. */
const isMonths = (term: CellValue | undefined): term is number =>
  typeof term === "number" && Number.isInteger(term) && term >= 3 && term <= 360;

function otherTerm({ drawdown: { disbursed, matures }, cell }: RowSeen): string | undefined {
  const term = cell("term");
  if (disbursed === undefined || matures === undefined || !isMonths(term)) return undefined;
  const isNear = matures >= addMonths(disbursed, term - 1) && matures <= addMonths(disbursed, term + 1);
  return isNear ? undefined : `期限 ${String(term)} 个月与发放日、到期日不符，请核实。`;
}

function otherClass({ drawdown, customer }: RowSeen): string | undefined {
  if (customer.type !== "corporate") return undefined;
  const first = customer.drawdowns.find(({ standing, loanClass }) => standing === "live" && loanClass !== undefined);
  const { loanClass } = drawdown;
  if (first?.loanClass === undefined || loanClass === undefined || first.loanClass === loanClass) return undefined;
  return `分类为${loanClassName[loanClass]}，同一客户第 ${String(first.row + 1)} 行为${loanClassName[first.loanClass]}，请核对。`;
}

function oddRate({ cell }: RowSeen): string | undefined {
  const rate = cell("rate");
  if (typeof rate !== "number" || rate === 0) return undefined;
  const percent = Number((rate <= 0.36 ? rate * 100 : rate).toPrecision(12));
  return percent >= 1 && percent <= 24 ? undefined : `年利率 ${String(percent)}% 不在 1% 至 24% 之间，请核实。`;
}

function oddBalance({ drawdown: { balance }, medianBalance }: RowSeen): string | undefined {
  if (balance === undefined || balance <= 0 || medianBalance <= 0) return undefined;
  const ratio = balance / medianBalance;
  if (ratio <= 100 && ratio >= 0.01) return undefined;
  return `余额是中间一笔的${ratio > 1 ? " 100 倍以上" : "百分之一以下"}，请核实金额单位。`;
}

/** The checks that reading and judging do not make already, for rows that are still open. ledgers D.9 */
export const healthRules: readonly HealthRule[] = [
  missing("idNo", "证件号码"),
  missing("phone", "联系电话"),
  missing("manager", "客户经理"),
  missing("maturityDate", "到期日"),
  { clause: "D05", field: "overdueDays", says: noOverdueDays },
  { clause: "D06", field: "overdueDays", says: overdueBeforeMaturity },
  {
    clause: "D07",
    field: "fiveClass",
    says: ({ cell }) => (isBlank(cell("fiveClass")) ? "没有五级分类，请补填。" : undefined),
  },
  {
    clause: "D08",
    field: "guarantor",
    says: ({ drawdown: { guarantees }, cell }) =>
      guarantees.has("保证") && isBlank(cell("guarantor")) ? "担保方式是保证，却没有写保证人，请补填。" : undefined,
  },
  { clause: "D08", field: "guaranteeType", says: noCollateral },
  { clause: "D09", field: "guarantor", says: selfGuarantee },
  { clause: "D10", field: "phone", says: badPhone },
  { clause: "D10", field: "idNo", says: badId },
  { clause: "D11", field: "term", says: otherTerm },
  { clause: "D12", field: "fiveClass", says: otherClass },
  { clause: "D14", field: "rate", says: oddRate },
  { clause: "D15", field: "balance", says: oddBalance },
  {
    clause: "D16",
    field: "manager",
    says: ({ drawdown: { manager }, managers }) =>
      manager === undefined || managers.size === 0 || managers.has(normalisedName(manager))
        ? undefined
        : `客户经理“${manager}”不在“贷后设置”的姓名中，请核实是否写错，或补到“客户经理别名”。`,
  },
  {
    clause: "D18",
    field: "disburseDate",
    says: ({ drawdown: { disbursed }, asOf }) =>
      disbursed !== undefined && disbursed > asOf ? `发放日 ${formatDay(disbursed)} 晚于基准日，请核实。` : undefined,
  },
];
