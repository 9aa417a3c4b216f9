import { isLoanDay, loanDays } from "../domain/ledger/parseDay";
import { dayOf, formatDay, type Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";

/** The day that an option names, "2026-11-23"; a refusal is a sentence for the user. */
export function parseDay(option: string, text: string | undefined): Result<Day | undefined, string> {
  if (text === undefined) return ok(undefined);
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) return refused(`${option} 应写成 2026-11-23 的样子，现在是“${text}”。`);
  const { first, last } = loanDays;
  const range = `${formatDay(first)} 至 ${formatDay(last)}`;
  return isLoanDay(day) ? ok(day) : refused(`${option} 应在 ${range} 之间，现在是 ${text}。`);
}
