import type { Drawdown } from "../ledger/ledger";
import { industryTest } from "../visits/intervals";
import type { Reason } from "./judgement";

/** Tells of the live drawdowns of a customer that lie in an industry from which the bank withdraws. */
export type ExitTest = (live: readonly Drawdown[]) => readonly Reason[];

/** L34: an industry from which the bank withdraws. It says so and shortens the interval; it does not decide the group. signals F.4 */
export function exitTest(industries: readonly string[]): ExitTest {
  const isExit = industryTest(industries);
  return (live) => {
    const found = live.find(({ industry }) => isExit(industry));
    if (found === undefined) return [];
    const text = `退出类行业：${found.industry ?? ""}，建议制定退出计划`;
    return [{ clause: "L34", text, level: "yellow", row: found.row }];
  };
}
