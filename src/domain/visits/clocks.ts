import type { Customer, Drawdown } from "../ledger/ledger";
import { addDays, addMonths, daySerial, type Day } from "../loan/day";
import type { Intervals, Settings } from "../settings/settings";
import { dutyKinds, type Clocks, type Duty, type DutyKind, type VisitStatus } from "./duty";
import { earlierWorkday, workday } from "./workdays";

/** The latest of some days; days after the day of reference are not visits yet and do not count. */
function latest(days: Iterable<Day | undefined>, asOf: Day): Day | undefined {
  let found: Day | undefined;
  for (const day of days) {
    if (day !== undefined && day <= asOf && (found === undefined || day > found)) found = day;
  }
  return found;
}

function earliest(days: Iterable<Day | undefined>, isOpen: (day: Day) => boolean): Day | undefined {
  let found: Day | undefined;
  for (const day of days) {
    if (day !== undefined && isOpen(day) && (found === undefined || day < found)) found = day;
  }
  return found;
}

/** The facts from which one customer's clocks run. A visit to any of its drawdowns, settled ones included, is a visit to the customer. */
export function clocksOf(
  { customer, live, intervals }: { customer: Customer; live: readonly Drawdown[]; intervals: Intervals },
  settings: Settings,
  asOf: Day,
): Clocks {
  const onSiteDays = customer.drawdowns.map(({ lastOnSite }) => lastOnSite);
  const lastOnSite = latest(onSiteDays, asOf);
  const contactDays = customer.drawdowns.map(({ lastContact }) => lastContact);
  const lastContact = latest([...contactDays, lastOnSite], asOf);
  const { maturityCheckDays } = settings.notice;
  return {
    contactMonths: intervals.contact,
    onSiteMonths: intervals.onSite,
    lastContact,
    lastOnSite,
    firstCheckFrom: earliest(
      live.map(({ disbursed }) => disbursed),
      (day) => lastOnSite === undefined || day > lastOnSite,
    ),
    maturityCheckFor: earliest(
      live.map(({ matures }) => matures),
      (day) => lastContact === undefined || day - maturityCheckDays > lastContact,
    ),
  };
}

/** The same date so many months later; below one month so many thirtieths, as the live formula counts: 0.5 is 15 days. */
export function afterInterval(last: Day, months: number): Day {
  if (months < 1) return daySerial(Math.floor(last + 30 * months));
  return addMonths(last, Math.floor(months));
}

/** Every open duty of a customer with the day by which it is due, moved earlier to a working day. */
export function openDuties(clocks: Clocks, settings: Settings, asOf: Day): readonly Duty[] {
  const { calendar, notice } = settings;
  const { lastContact, lastOnSite, firstCheckFrom, maturityCheckFor } = clocks;
  const due: Partial<Record<DutyKind, Day>> = {};
  if (lastContact !== undefined) due.contact = afterInterval(lastContact, clocks.contactMonths);
  else if (firstCheckFrom === undefined) due.neverVisited = asOf;
  if (lastOnSite !== undefined) due.onSite = afterInterval(lastOnSite, clocks.onSiteMonths);
  if (firstCheckFrom !== undefined && firstCheckFrom > (lastOnSite ?? 0)) {
    due.firstCheck = workday(firstCheckFrom, notice.firstCheckWorkingDays, calendar);
  }
  if (maturityCheckFor !== undefined && maturityCheckFor - notice.maturityCheckDays > (lastContact ?? 0)) {
    due.maturityCheck = addDays(maturityCheckFor, -notice.maturityCheckDays);
  }
  return dutyKinds.flatMap((kind) => {
    const day = due[kind];
    return day === undefined ? [] : [{ kind, due: earlierWorkday(day, calendar) }];
  });
}

/** The duty that is due first. A customer has one always: with neither a contact nor a first check it was never visited. */
export function dutyOf(clocks: Clocks, settings: Settings, asOf: Day): Duty {
  return openDuties(clocks, settings, asOf).reduce((first, other) => (other.due < first.due ? other : first));
}

/** How near a due day is. */
export function statusOf(due: Day, asOf: Day, notice: Settings["notice"]): Exclude<VisitStatus, "none"> {
  const days = due - asOf;
  if (days < 0) return "overdue";
  if (days <= notice.soonDays) return "within7";
  return days <= notice.laterDays ? "within30" : "later";
}
