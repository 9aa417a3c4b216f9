import type { Customer, Drawdown } from "../ledger/ledger";
import { addDays, addMonths, daySerial, laterDay, type Day } from "../loan/day";
import type { Told } from "../risk/told";
import type { Intervals, Settings } from "../settings/settings";
import { dutyKinds, type Clocks, type Duty, type DutyKind, type VisitStatus } from "./duty";
import { earlierWorkday, workday } from "./workdays";

type DayOf = (drawdown: Drawdown) => Day | undefined;

/** The latest of some drawdowns' days; days after the day of reference are not visits yet and do not count. */
function latest(drawdowns: readonly Drawdown[], dayOf: DayOf, asOf: Day): Day | undefined {
  let found: Day | undefined;
  for (const drawdown of drawdowns) {
    const day = dayOf(drawdown);
    if (day !== undefined && day <= asOf && (found === undefined || day > found)) found = day;
  }
  return found;
}

function earliest(drawdowns: readonly Drawdown[], dayOf: DayOf, isOpen: (day: Day) => boolean): Day | undefined {
  let found: Day | undefined;
  for (const drawdown of drawdowns) {
    const day = dayOf(drawdown);
    if (day !== undefined && isOpen(day) && (found === undefined || day < found)) found = day;
  }
  return found;
}

/** What one customer's clocks are made from. */
interface ClockFacts {
  readonly customer: Customer;
  readonly live: readonly Drawdown[];
  readonly intervals: Intervals;
  readonly told?: Pick<Told, "remote" | "eventDue">;
}

/** The facts from which one customer's clocks run. A visit to any of its drawdowns, settled ones included, is a visit to the customer. */
export function clocksOf({ customer, live, intervals, told }: ClockFacts, settings: Settings, asOf: Day): Clocks {
  const { drawdowns } = customer;
  const lastOnSite = latest(drawdowns, (drawdown) => drawdown.lastOnSite, asOf);
  const lastContact = laterDay(
    latest(drawdowns, (drawdown) => drawdown.lastContact, asOf),
    lastOnSite,
  );
  const { maturityCheckDays } = settings.notice;
  const { eventDue, remote = 0 } = told ?? {};
  const isRemote = remote > 0 && lastContact !== undefined && lastContact > (lastOnSite ?? 0);
  return {
    contactMonths: intervals.contact,
    onSiteMonths: intervals.onSite,
    lastContact,
    lastOnSite,
    firstCheckFrom: earliest(
      live,
      ({ disbursed }) => disbursed,
      (day) => lastOnSite === undefined || day > lastOnSite,
    ),
    maturityCheckFor: earliest(
      live,
      ({ matures }) => matures,
      (day) => lastContact === undefined || day - maturityCheckDays > lastContact,
    ),
    eventDue,
    remote: isRemote ? remote : undefined,
  };
}

/** The same date so many months later; below one month so many thirtieths, as the live formula counts: 0.5 is 15 days. */
export function afterInterval(last: Day, months: number): Day {
  if (months < 1) return daySerial(Math.floor(last + 30 * months));
  return addMonths(last, Math.floor(months));
}

type DueDay = (clocks: Clocks, settings: Settings, asOf: Day) => Day | undefined;

/** When each kind of duty is due, before it is moved to a working day; undefined where it is not open. */
const dueDays: Readonly<Record<DutyKind, DueDay>> = {
  contact: ({ lastContact, contactMonths }) => lastContact && afterInterval(lastContact, contactMonths),
  event: ({ eventDue }) => eventDue,
  onSite: ({ lastOnSite, onSiteMonths, remote, lastContact, contactMonths }) => {
    const due = lastOnSite && afterInterval(lastOnSite, onSiteMonths);
    const instead = remote === undefined ? undefined : lastContact && afterInterval(lastContact, contactMonths);
    return due === undefined || (instead !== undefined && instead < due) ? instead : due;
  },
  firstCheck: ({ firstCheckFrom: from, lastOnSite = 0 }, { notice, calendar }) =>
    from !== undefined && from > lastOnSite ? workday(from, notice.firstCheckWorkingDays, calendar) : undefined,
  maturityCheck: ({ maturityCheckFor: matures, lastContact = 0 }, { notice: { maturityCheckDays } }) =>
    matures !== undefined && matures - maturityCheckDays > lastContact
      ? addDays(matures, -maturityCheckDays)
      : undefined,
  neverVisited: ({ lastContact, firstCheckFrom }, _settings, asOf) =>
    lastContact === undefined && firstCheckFrom === undefined ? asOf : undefined,
};

/** Every open duty of a customer with the day by which it is due, moved earlier to a working day. */
export function openDuties(clocks: Clocks, settings: Settings, asOf: Day): readonly Duty[] {
  const duties: Duty[] = [];
  for (const kind of dutyKinds) {
    const day = dueDays[kind](clocks, settings, asOf);
    if (day !== undefined) duties.push({ kind, due: earlierWorkday(day, settings.calendar) });
  }
  return duties;
}

/** The duty that is due first. A customer has one always: with neither a contact nor a first check it was never visited. */
export function dutyOf(clocks: Clocks, settings: Settings, asOf: Day): Duty {
  return openDuties(clocks, settings, asOf).reduce((first, other) => (other.due < first.due ? other : first));
}

/** How near a due day is. */
export function statusOf(due: Day, asOf: Day, notice: Settings["notice"]): Exclude<VisitStatus, "deferred" | "none"> {
  const days = due - asOf;
  if (days < 0) return "overdue";
  if (days <= notice.soonDays) return "within7";
  return days <= notice.laterDays ? "within30" : "later";
}
