import type { AssessedLedger, Assessment } from "../../src/app/assessment";
import type { Field } from "../../src/domain/ledger/field";
import type { Customer, Drawdown, FieldColumn, Layout, Ledger } from "../../src/domain/ledger/ledger";
import type { RowProblem } from "../../src/domain/ledger/problem";
import { addDays, day } from "../../src/domain/loan/day";
import { money, type Money } from "../../src/domain/loan/money";
import type { Reason, Judgement } from "../../src/domain/risk/judgement";
import type { RiskGroup } from "../../src/domain/risk/group";
import type { VisitStatus } from "../../src/domain/visits/duty";

export const asOf = day("2026-11-23");

const drawdownOf = (row: number, manager: string | undefined): Drawdown => ({
  row,
  standing: "live",
  noteNo: undefined,
  contractNo: undefined,
  amount: undefined,
  balance: money(100_00),
  disbursed: undefined,
  matures: undefined,
  loanClass: "pass",
  overdueDays: undefined,
  interestDays: undefined,
  overdueInterest: undefined,
  guarantees: new Set(),
  collateral: undefined,
  collateralValue: undefined,
  guarantor: undefined,
  industry: undefined,
  group: undefined,
  product: undefined,
  purpose: undefined,
  manager,
  branch: undefined,
  area: undefined,
  extensions: undefined,
  renewed: undefined,
  restructured: undefined,
  inclusive: undefined,
  lastContact: undefined,
  lastOnSite: undefined,
});

function statusOf(daysUntil: number): VisitStatus {
  if (daysUntil < 0) return "overdue";
  if (daysUntil <= 7) return "within7";
  return daysUntil <= 30 ? "within30" : "later";
}

export interface JudgementSketch {
  readonly name: string;
  readonly row?: number;
  readonly group?: RiskGroup;
  readonly daysUntil?: number;
  readonly balance?: Money;
  readonly manager?: string;
  readonly reasons?: readonly Reason[];
}

/** A judgement of one customer with one drawdown; everything that is not said has a dull default. */
export function judged(sketch: JudgementSketch): Judgement {
  const { name, row = 4, group = "B", daysUntil = 60, balance = money(1_000_000_00), manager, reasons = [] } = sketch;
  const customer: Customer = { key: name, name, type: "corporate", drawdowns: [drawdownOf(row, manager)] };
  return {
    customer,
    balance,
    group,
    reasons,
    signals: reasons,
    machineGroup: undefined,
    deferral: undefined,
    classFloors: [],
    clocks: {
      contactMonths: 3,
      onSiteMonths: 6,
      lastContact: addDays(asOf, daysUntil - 90),
      lastOnSite: undefined,
      firstCheckFrom: undefined,
      maturityCheckFor: undefined,
    },
    duty: { kind: group === "E" ? "onSite" : "contact", due: addDays(asOf, daysUntil) },
    status: statusOf(daysUntil),
    daysUntil,
  };
}

const columns: readonly FieldColumn[] = [
  { field: "customerName", column: 1, heading: "借款人名称", confidence: 0.98 },
  { field: "balance", column: 5, heading: "贷款余额(万元)", unit: "万元", confidence: 0.95 },
  { field: "maturityDate", column: 7, heading: "到期日", confidence: 0.9 },
  { field: "manager", column: 9, heading: "管户人", confidence: 0.6 },
];

function layoutOf(sheet: string): Layout {
  return {
    sheet,
    hidden: false,
    dateSystem: 1900,
    headerRows: [2, 3],
    firstDataRow: 4,
    lastUsedRow: 400,
    firstColumn: 0,
    lastColumn: 21,
    unit: "万元",
    isUnitGuessed: false,
    columns: new Map<Field, FieldColumn>(columns.map((column) => [column.field, column])),
    ownColumns: new Map(),
    table: undefined,
    filter: undefined,
  };
}

/** A ledger with these customers. */
export function assessedLedger(
  judgements: readonly Judgement[],
  { sheet = "贷款台账", problems = [] }: { sheet?: string; problems?: readonly RowProblem[] } = {},
): AssessedLedger {
  const ledger: Ledger = {
    layout: layoutOf(sheet),
    lastDataRow: 3 + judgements.length,
    customers: judgements.map(({ customer }) => customer),
    drawdowns: judgements.length,
    settled: 0,
    otherRows: [],
    total: undefined,
    problems,
  };
  return { ledger, judgements, problems };
}

/** An assessment of these ledgers; settings play no part in the pane. */
export function assessment(
  ledgers: readonly AssessedLedger[],
  more: Partial<Pick<Assessment, "rejected" | "notices">> = {},
): Assessment {
  return { asOf, settings: {} as Assessment["settings"], ledgers, rejected: [], notices: [], ...more };
}

const places = ["江州", "南湖", "青溪", "云山", "临河", "东港"];
const trades = ["宏远建材", "金穗粮油", "顺达物流", "新纪元电子科技", "和润食品", "百川机械制造"];
const managers = ["周明", "李晓芸", "王建国", "欧阳雪"];
const wholeReasons: readonly Reason[] = [
  { clause: "L03", text: "逾期45天(>30)", level: "orange" },
  { clause: "R10.1", text: "借新还旧", level: "yellow" },
];

/** So many invented customers of every group and urgency, the same at every call. */
export function manyJudgements(customers: number): readonly Judgement[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed / 65_536) % below;
  };
  const groups: readonly RiskGroup[] = ["A", "A", "B", "B", "B", "C", "C", "D", "E"];
  return Array.from({ length: customers }, (_, index) => {
    const group = groups[next(groups.length)] ?? "B";
    const place = places[next(places.length)] ?? "";
    const trade = trades[next(trades.length)] ?? "";
    const branch = next(9) === 0 ? "股份有限公司江南开发区第一分公司" : "有限公司";
    return judged({
      name: `${place}${trade}${String(index + 1)}号${branch}`,
      row: 4 + index,
      group,
      daysUntil: next(120) - 30,
      balance: money((next(90_000) + 10) * 1_000_00),
      manager: managers[next(managers.length)] ?? "",
      reasons: group === "A" || group === "B" ? [] : wholeReasons.slice(0, group === "C" ? 1 : 2),
    });
  });
}
