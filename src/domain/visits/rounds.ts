import type { Day } from "../loan/day";
import type { WorkCalendar } from "../settings/settings";
import { earlierWorkday, isWorkday, workday } from "./workdays";

/** Somebody to be called on. */
export interface Stop {
  /** Who goes there. */
  readonly manager: string;
  /** Where; "" where the ledger does not say. */
  readonly area: string;
  readonly due: Day;
}

/** The calls of one manager on one day. */
export interface Round<Called extends Stop> {
  readonly day: Day;
  readonly manager: string;
  readonly stops: readonly Called[];
}

/** Working days before it is due that a visit begins a round at the earliest. */
const EARLY = 5;

interface Pace {
  readonly from: Day;
  /** Calls that one manager makes on a day at most. */
  readonly aDay: number;
  readonly calendar: WorkCalendar;
}

/** Spreads calls over working days, so many a manager and day at most: the most urgent begins a round, those of the same area that are due anyway lie on its way, and what is due by then fills it. practices A26, A27 */
export function planRounds<Called extends Stop>(stops: readonly Called[], pace: Pace): readonly Round<Called>[] {
  const managers = [...new Set(stops.map(({ manager }) => manager))];
  return managers
    .flatMap((manager) =>
      roundsOf(
        stops.filter((stop) => stop.manager === manager),
        pace,
      ),
    )
    .sort((one, other) => one.day - other.day || managers.indexOf(one.manager) - managers.indexOf(other.manager));
}

function roundsOf<Called extends Stop>(
  stops: readonly Called[],
  { from, aDay, calendar }: Pace,
): readonly Round<Called>[] {
  const rounds: Round<Called>[] = [];
  let waiting = [...stops].sort((one, other) => one.due - other.due);
  let next = isWorkday(from, calendar) ? from : workday(from, 1, calendar);
  for (let leader = waiting[0]; leader !== undefined; leader = waiting[0]) {
    const { area, manager, due } = leader;
    const earliest = workday(earlierWorkday(due, calendar), -EARLY, calendar);
    const day = earliest > next ? earliest : next;
    const isNear = (stop: Called) => stop === leader || (area !== "" && stop.area === area);
    const near = waiting.filter(isNear);
    const urgent = waiting.filter((stop) => !isNear(stop) && stop.due <= day);
    const called = [...near, ...urgent].slice(0, aDay);
    rounds.push({ day, manager, stops: called });
    waiting = waiting.filter((stop) => !called.includes(stop));
    next = workday(day, 1, calendar);
  }
  return rounds;
}
