import { normalisedName } from "../ledger/customers";
import type { Customer } from "../ledger/ledger";
import { formatDay } from "../loan/day";
import type { LastVisit } from "../record/facts";
import { dayIn, namedIn, textOf, type FilledRecord } from "./filledRecord";
import { isNamed } from "./identity";
import type { RegisterLine } from "./register";
import { BETWEEN } from "./signalText";
import { remoteInARow } from "./told";

/** What earlier visits left in the workbook. */
export interface Visits {
  /** In the order of their days. */
  readonly lines: readonly RegisterLine[];
  /** The records that are still there, by number. */
  readonly records: ReadonlyMap<string, FilledRecord>;
}

/** What the last record left open: a measure with its deadline, what lookups found, documents that are missing, signals turned down. */
function agendaOf(record: FilledRecord): readonly string[] {
  const rejected = record.signals
    .filter(({ accepted }) => accepted.value === "不采纳")
    .map(({ text, reason }) => `上次未采纳：${text}（${String(reason.value)}）`);
  const deadline = dayIn(record, "完成期限");
  const measure = textOf(record, "措施");
  const open = deadline === undefined || measure === "" ? [] : [`上次措施：${measure}，期限 ${formatDay(deadline)}`];
  const { missing } = record.documents;
  return [
    ...open,
    ...record.found.map((found) => `上次查到：${found}`),
    ...(missing.length === 0 ? [] : [`上次未收到：${missing.join("、")}`]),
    ...rejected,
  ];
}

/** What a register's line alone tells, where its record is gone. */
function agendaOfLine({ measure, deadline, signals }: RegisterLine): readonly string[] {
  const rejected = signals.split(BETWEEN).filter((said) => said.startsWith("不采纳 "));
  const open = deadline === undefined || measure === "" ? [] : [`上次措施：${measure}，期限 ${formatDay(deadline)}`];
  return [...open, ...rejected.map((said) => `上次${said.replace("不采纳 ", "未采纳：")}`)];
}

/** The customer's registered visits; a draft is none yet. */
const filedOf = (customer: Customer, lines: readonly RegisterLine[]) =>
  lines.filter((line) => line.state !== "草稿" && !line.isGuarantor && isNamed(line, customer));

/** The customer's filed records that are still there, the newest first. */
export function filedRecords(customer: Customer, { lines, records }: Visits): readonly FilledRecord[] {
  const own = [...filedOf(customer, lines)].reverse();
  return own.flatMap(({ number }) => records.get(number) ?? []);
}

/** What the next record of a customer takes over from the visits that were filed; undefined for a customer without any. */
export function lastVisit(customer: Customer, visits: Visits, remoteLimit: number): LastVisit | undefined {
  return lastOf(filedOf(customer, visits.lines), visits, remoteLimit);
}

/** What the next record of a guarantor takes over. */
export function lastCheck(guarantor: string, visits: Visits): LastVisit | undefined {
  const own = visits.lines.filter(
    ({ state, isGuarantor, customer }) =>
      state !== "草稿" && isGuarantor && normalisedName(customer) === normalisedName(guarantor),
  );
  return lastOf(own, visits, Infinity);
}

function lastOf(own: readonly RegisterLine[], { records }: Visits, remoteLimit: number): LastVisit | undefined {
  const last = own.at(-1);
  if (last === undefined) return undefined;
  const record = records.get(last.number);
  return {
    answers: new Map(record?.questions.map(({ question, now }) => [question, now])),
    agenda: record === undefined ? agendaOfLine(last) : agendaOf(record),
    mustBeOnSite: remoteInARow(own) >= remoteLimit,
  };
}

/** Whether a customer has a record that was made and is not registered yet. */
export function hasOpenRecord(customer: Customer, { lines, records }: Visits): boolean {
  const registered = new Set(lines.filter(({ state }) => state !== "草稿").map(({ number }) => number));
  return [...records.values()].some((record) => !registered.has(record.number) && isNamed(namedIn(record), customer));
}
