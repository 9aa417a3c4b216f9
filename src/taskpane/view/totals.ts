import { sum, type Money } from "../../domain/loan/money";
import { riskGroups, type RiskGroup } from "../../domain/risk/group";
import type { VisitStatus } from "../../domain/visits/duty";
import type { CustomerRow } from "./customerRows";

/** Customers of a group and what they owe together. */
export interface GroupTotal {
  readonly group: RiskGroup;
  readonly customers: number;
  readonly balance: Money;
}

/** All five groups, best first. */
export function groupTotals(rows: readonly CustomerRow[]): readonly GroupTotal[] {
  return riskGroups.map((group) => {
    const members = rows.filter((row) => row.group === group);
    return { group, customers: members.length, balance: sum(members.map(({ balance }) => balance)) };
  });
}

/** The statuses that call for a visit some day, most urgent first. */
export const openStatuses = [
  "overdue",
  "within7",
  "within30",
  "later",
  "deferred",
] as const satisfies readonly VisitStatus[];

/** Customers of each open status. */
export function statusCounts(rows: readonly CustomerRow[]): ReadonlyMap<VisitStatus, number> {
  return new Map(openStatuses.map((status) => [status, rows.filter((row) => row.status === status).length]));
}
