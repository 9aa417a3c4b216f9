import {
  eventColumns,
  EVENT_SHEET,
  eventDues,
  neededOfEvents,
  readEvents,
  type EventHeading,
  type EventLine,
} from "../domain/filing/events";
import { placeList, type ListPlace } from "../domain/filing/listSheet";
import { REGISTER_SHEET, stateRank, type RegisterLine } from "../domain/filing/register";
import type { FilledRecord } from "../domain/filing/filledRecord";
import { newestRecords } from "../domain/filing/recordPlaces";
import { toldBy } from "../domain/filing/told";
import type { Customer } from "../domain/ledger/ledger";
import type { SheetSurvey, WorkbookSurvey } from "../domain/ledger/survey";
import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { nothingTold, type ToldOf } from "../domain/risk/told";
import type { Settings } from "../domain/settings/settings";
import type { Failure } from "./failure";
import { loadHistory, type HistorySeen } from "./history";
import { loadRegister } from "./register";
import { failureSentence } from "./words";
import type { Watch, Workbook } from "./workbook";

/** The lists that the workbook keeps of visits and events. */
export interface Kept {
  readonly lines: readonly RegisterLine[];
  readonly events: Events | undefined;
  /** The visit records that stand in the workbook, filed or not. */
  readonly records: readonly FilledRecord[];
  /** What of them cannot be counted in, as sentences. */
  readonly notices: readonly string[];
  /** The results of earlier runs. */
  readonly history: HistorySeen;
}

/** The list of events as it stands. */
export interface Events {
  readonly place: ListPlace<EventHeading>;
  readonly open: readonly EventLine[];
  readonly numbers: readonly string[];
  /** 0-based: where the next line goes. */
  readonly nextRow: number;
}

type Lists = Omit<Kept, "history">;

/** Reads the register, the list of events and the results of earlier runs; a list that cannot be read is said and not counted in. */
export async function loadKept(
  workbook: Workbook,
  survey: WorkbookSurvey,
  watch: Watch,
): Promise<Result<Kept, Failure>> {
  const lists = await loadLists(workbook, survey, watch);
  if (!lists.ok) return lists;
  const history = await loadHistory(workbook, survey);
  return history.ok ? ok({ ...lists.value, history: history.value }) : history;
}

async function loadLists(workbook: Workbook, survey: WorkbookSurvey, watch: Watch): Promise<Result<Lists, Failure>> {
  const { recordsIn } = await import("./records");
  const records = [...recordsIn(survey).values()];
  const isThere = survey.sheets.some(({ sheet }) => sheet === REGISTER_SHEET || sheet === EVENT_SHEET);
  if (!isThere) return ok({ lines: [], events: undefined, records, notices: [] });
  const register = await loadRegister(workbook, survey, watch);
  const visits = register.ok ? ok({ lines: register.value?.lines ?? [], notices: [] }) : unreadable(register.because);
  if (!visits.ok) return visits;
  const events = await loadEvents(workbook, survey, watch);
  if (!events.ok) return events;
  const { lines, notices } = visits.value;
  const said = [...notices, ...events.value.notices, ...oddLines(lines)];
  return ok({ lines, events: events.value.events, records, notices: said });
}

/** A register whose headings were changed is said; anything else stops the run. */
function unreadable(because: Failure): Result<Pick<Kept, "lines" | "notices">, Failure> {
  if (because.kind !== "badRegister") return refused(because);
  return ok({ lines: [], notices: [`${failureSentence(because)}登记的信号这次没有计入。`] });
}

async function loadEvents(
  workbook: Workbook,
  { sheets, dateSystem }: WorkbookSurvey,
  watch: Watch,
): Promise<Result<Pick<Kept, "events" | "notices">, Failure>> {
  const seen = sheets.find(({ sheet }) => sheet === EVENT_SHEET);
  if (seen === undefined) return ok({ events: undefined, notices: [] });
  const place = placeList(seen.top, eventColumns, neededOfEvents);
  if ("missing" in place) {
    const notice = `“${EVENT_SHEET}”缺少“${place.missing}”列，其中的突发事件没有计入。请恢复这些标题。`;
    return ok({ events: undefined, notices: [notice] });
  }
  const firstRow = place.headingRow + 1;
  const nextRow = Math.max(firstRow, endOf(seen));
  if (nextRow === firstRow) return ok({ events: { place, open: [], numbers: [], nextRow }, notices: [] });
  const columns = [...place.columns.values()];
  const wanted = { sheet: EVENT_SHEET, firstRow, lastRow: nextRow - 1, columns, formatsOf: [] };
  const cells = await workbook.readColumns(wanted, watch);
  if (!cells.ok) return cells;
  const { open, numbers, unreadable: bad } = readEvents(place, cells.value, dateSystem);
  const notices = bad.map(
    (number) => `“${EVENT_SHEET}”中 ${number} 的发生日期或范围读不出，没有计入。请按原样式补正，或把状态改为“已解除”。`,
  );
  return ok({ events: { place, open, numbers, nextRow }, notices });
}

/** 0-based: the row under everything that stands on a sheet. */
const endOf = ({ used }: SheetSurvey) => (used === undefined ? 0 : used.row + used.rows);

/** Lines that a person set further than four eyes allow, or whose state is no state. practices A91, A92 */
function oddLines(lines: readonly RegisterLine[]): readonly string[] {
  return lines.flatMap(({ state, number, row, inspector, coInspector }) => {
    const where = `“${REGISTER_SHEET}”第 ${String(row + 1)} 行（${number}）`;
    if (stateRank(state) < 0) return [`${where}的状态“${state}”不是 草稿、已提交、已复核、已归档 之一，请改正。`];
    if (stateRank(state) < stateRank("已复核")) return [];
    if (coInspector === "") return [`${where}状态是“${state}”，但没有协(复)查人。请由第二人复核后填写。`];
    return coInspector === inspector ? [`${where}检查人和协(复)查人都是“${inspector}”，复核应由第二人做。`] : [];
  });
}

/** What the lists tell of each customer. */
export function toldIn(
  { lines, events, records }: Omit<Kept, "notices">,
  customers: readonly Customer[],
  { settings, asOf }: { readonly settings: Settings; readonly asOf: Day },
): ToldOf {
  const open = (events?.open ?? []).filter(({ day }) => day <= asOf);
  if (lines.length + open.length + records.length === 0) return nothingTold;
  const eventDueOf = eventDues(open, customers, settings);
  return toldBy(lines, { settings, asOf, eventDueOf, recordOf: newestRecords(records) });
}
