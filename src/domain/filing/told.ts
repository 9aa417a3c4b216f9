import { normalisedName } from "../ledger/customers";
import type { Customer } from "../ledger/ledger";
import type { Day } from "../loan/day";
import { guarantorNames } from "../record/guarantees";
import type { Reason } from "../risk/judgement";
import type { RecordPlace, Told, ToldOf } from "../risk/told";
import type { Settings } from "../settings/settings";
import { isOnSite } from "./filledRecord";
import { isNamed } from "./identity";
import { stateRank, type RegisterLine } from "./register";
import { BETWEEN, parseSignal, type WrittenSignal } from "./signalText";

/** What a line says of one signal. */
interface Answered extends WrittenSignal {
  readonly accepted: boolean;
  readonly line: RegisterLine;
}

/** The signals that a line of the register answers, in its order. */
function answeredIn(line: RegisterLine): readonly Answered[] {
  return line.signals.split(BETWEEN).flatMap((part) => {
    const [, no = "", rest = ""] = /^(不?)采纳 (.+)$/.exec(part.trim()) ?? [];
    const written = no === "" ? rest : rest.replace(/（[^（]*）$/, "");
    return parseSignal(written).map((signal) => ({ ...signal, accepted: no === "", line }));
  });
}

/** Of each clause what was said last. */
function lastSaid(lines: readonly RegisterLine[]): ReadonlyMap<string, Answered> {
  return new Map(lines.flatMap(answeredIn).map((answered) => [answered.clause, answered]));
}

/** Signals of visits, lookups and events; the ledger's own are judged anew each time. */
const OF_VISITS = /^[RQM]\d/;

/** Signals of those who stand for a customer, each with the name. practices A50, A51 */
function ofGuarantors(lines: readonly RegisterLine[]): readonly Reason[] {
  const names = [...new Set(lines.map(({ customer }) => normalisedName(customer)))];
  return names.flatMap((name) => {
    const own = lines.filter(({ customer }) => normalisedName(customer) === name);
    const said = own[0]?.customer ?? name;
    return confirmedIn(lastSaid(own)).map((reason) => ({ ...reason, text: `保证人${said}：${reason.text}` }));
  });
}

function confirmedIn(said: ReadonlyMap<string, Answered>): readonly Reason[] {
  return [...said.values()]
    .filter(({ accepted, clause }) => accepted && OF_VISITS.test(clause))
    .map(({ clause, text, level }) => ({ clause, text, level }));
}

/** A draft is no visit yet; a day to come is none either. */
function counts({ state, visited }: RegisterLine, asOf: Day): boolean {
  return state !== "草稿" && visited !== undefined && visited <= asOf;
}

/** How many contacts the last ones were without one on site. */
export function remoteInARow(lines: readonly Pick<RegisterLine, "method">[]): number {
  const sinceLast = [...lines].reverse().findIndex(({ method }) => isOnSite(method));
  return sinceLast < 0 ? lines.length : sinceLast;
}

/** By when a sudden event asks for a visit to a customer that was last seen on a day. */
export type EventDueOf = (customer: Customer, lastSeen: Day | undefined) => Day | undefined;

/** What is told beside the register. */
export interface ToldFacts {
  readonly settings: Settings;
  readonly asOf: Day;
  readonly eventDueOf: EventDueOf;
  /** The newest record of a customer that stands in the workbook. */
  readonly recordOf: (customer: Customer) => RecordPlace | undefined;
}

/** What the register, the open events and the records that are there tell of each customer. signals F.4 */
export function toldBy(lines: readonly RegisterLine[], { settings, asOf, eventDueOf, recordOf }: ToldFacts): ToldOf {
  const byName = new Map<string, RegisterLine[]>();
  const guarantors = lines.filter((line) => line.isGuarantor && counts(line, asOf));
  for (const line of lines) {
    const name = normalisedName(line.customer);
    if (counts(line, asOf) && !line.isGuarantor) byName.set(name, [...(byName.get(name) ?? []), line]);
  }
  return (customer): Told => {
    const own = (byName.get(normalisedName(customer.name)) ?? []).filter((line) => isNamed(line, customer));
    const said = lastSaid(own);
    const remote = remoteInARow(own);
    const record = recordOf(customer);
    const behind = guarantors.length === 0 ? undefined : guarantorNames(customer);
    const standing = guarantors.filter((line) => behind?.has(normalisedName(line.customer)) === true);
    return {
      ...(record === undefined ? {} : { record }),
      confirmed: [...confirmedIn(said), ...ofGuarantors(standing)],
      isTurnedDown: (reason) => isTurnedDown(said.get(reason.clause), reason, { settings, asOf }),
      remote: remote >= settings.filing.remoteInARow ? remote : 0,
      eventDue: eventDueOf(customer, own.at(-1)?.visited),
    };
  };
}

/** Turned down in a record that a second person confirmed, of the very facts that hold now, and not too long ago. */
function isTurnedDown(
  answered: Answered | undefined,
  { text, level }: Reason,
  { settings, asOf }: { readonly settings: Settings; readonly asOf: Day },
): boolean {
  if (answered === undefined || answered.accepted) return false;
  const { line } = answered;
  const isReviewed = stateRank(line.state) >= stateRank("已复核");
  const isSame = answered.text === text && answered.level === level;
  return isReviewed && isSame && asOf - (line.visited ?? 0) <= settings.filing.rejectedDays;
}
