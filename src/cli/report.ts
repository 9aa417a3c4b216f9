import type { AssessedLedger, Assessment } from "../app/assessment";
import type { Finding } from "../domain/filing/finding";
import { cellAddress, columnLetters } from "../domain/ledger/cells";
import type { FieldColumn, Rejection } from "../domain/ledger/ledger";
import { problemAddress, problemSentence } from "../domain/ledger/problemSentence";
import { formatDay } from "../domain/loan/day";
import { riskGroupName, riskGroups, type RiskGroup } from "../domain/risk/group";
import { visitStatuses, visitStatusName, type VisitStatus } from "../domain/visits/duty";

/** What a run cost. */
export interface Cost {
  readonly requests: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly milliseconds: Readonly<Record<"open" | "read" | "judge" | "write" | "save", number>>;
}

function columnJson({ column, heading, unit, confidence, source }: FieldColumn) {
  const said = { ...(unit === undefined ? {} : { unit }), confidence, ...(source === undefined ? {} : { source }) };
  return { column: columnLetters(column), heading, ...said };
}

function ledgerJson({ ledger, problems }: AssessedLedger) {
  const { layout, total } = ledger;
  return {
    sheet: layout.sheet,
    headerRows: layout.headerRows.map((row) => row + 1),
    firstDataRow: layout.firstDataRow + 1,
    lastDataRow: ledger.lastDataRow + 1,
    drawdowns: ledger.drawdowns,
    customers: ledger.customers.length,
    settled: ledger.settled,
    unit: layout.unit,
    columns: Object.fromEntries([...layout.columns].map(([field, column]) => [field, columnJson(column)])),
    total: total === undefined ? null : { expected: total.expected, found: total.found },
    problems: problems.map((problem) => ({
      address: problemAddress(problem),
      kind: problem.kind,
      message: problemSentence(problem),
    })),
  };
}

/** What `check` tells another program; rows and addresses as the user sees them. */
export function checkJson(
  ledgers: readonly AssessedLedger[],
  rejected: readonly Rejection[],
): { readonly ledgers: readonly unknown[]; readonly rejected: readonly Pick<Rejection, "sheet" | "reason">[] } {
  return { ledgers: ledgers.map(ledgerJson), rejected: rejected.map(({ sheet, reason }) => ({ sheet, reason })) };
}

/** What keeps a record from being filed. */
export function findingsJson(findings: readonly Finding[]): {
  readonly findings: readonly (Pick<Finding, "clause" | "message" | "asks"> & { readonly address: string })[];
} {
  return {
    findings: findings.map(({ clause, message, sheet, row, column, asks }) => ({
      address: `${sheet}!${cellAddress(row, column)}`,
      clause,
      message,
      ...(asks && { asks }),
    })),
  };
}

/** Customers in each group. */
export function groupCounts(ledgers: readonly AssessedLedger[]): Readonly<Record<RiskGroup, number>> {
  const counts = { A: 0, B: 0, C: 0, D: 0, E: 0 };
  for (const { judgements } of ledgers) for (const { group } of judgements) counts[group] += 1;
  return counts;
}

/** Customers in each visit status; those without a live drawdown need none. */
export function statusCounts(ledgers: readonly AssessedLedger[]): Readonly<Record<VisitStatus, number>> {
  const counts = { overdue: 0, within7: 0, within30: 0, later: 0, deferred: 0, none: 0 };
  for (const { ledger, judgements } of ledgers) {
    for (const { status } of judgements) counts[status] += 1;
    counts.none += ledger.customers.length - judgements.length;
  }
  return counts;
}

/** What `annotate` tells another program. */
export function annotateJson(
  { asOf, ledgers, rejected }: Assessment,
  cost: Cost,
): Cost & ReturnType<typeof checkJson> & { readonly asOf: string; readonly groups: unknown; readonly status: unknown } {
  return {
    ...checkJson(ledgers, rejected),
    asOf: formatDay(asOf),
    groups: groupCounts(ledgers),
    status: statusCounts(ledgers),
    ...cost,
  };
}

const SHOWN_PROBLEMS = 20;

function ledgerLines({ ledger, problems }: AssessedLedger): readonly string[] {
  const { layout } = ledger;
  const [first, last] = layout.headerRows;
  const header = first === last ? `第${String(first + 1)}行` : `第${String(first + 1)}-${String(last + 1)}行`;
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  const more = problems.length - shown.length;
  return [
    `${layout.sheet}：表头${header}，${String(ledger.drawdowns)} 笔 / ${String(ledger.customers.length)} 户（已结清 ${String(ledger.settled)} 笔），${layout.unit}`,
    ...shown.map((problem) => `  ${problemAddress(problem)} ${problemSentence(problem)}`),
    ...(more > 0 ? [`  还有 ${String(more)} 处问题，用 --json 查看全部。`] : []),
  ];
}

/** The same for a person. */
export function summary({ asOf, ledgers, rejected, notices }: Assessment): string {
  const groups = groupCounts(ledgers);
  const status = statusCounts(ledgers);
  return [
    `基准日 ${formatDay(asOf)}`,
    ...ledgers.flatMap(ledgerLines),
    riskGroups.map((group) => `${riskGroupName[group]} ${String(groups[group])} 户`).join("，"),
    visitStatuses.map((one) => `${visitStatusName[one]} ${String(status[one])} 户`).join("，"),
    ...rejected.map(({ sheet, reason }) => `另有工作表“${sheet}”：${reason}`),
    ...notices,
    "",
  ].join("\n");
}
