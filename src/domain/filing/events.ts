import type { Content } from "../change/change";
import type { CellValue } from "../ledger/cells";
import type { Customer } from "../ledger/ledger";
import type { ColumnCells, DateSystem } from "../ledger/survey";
import { dayOfCell, type Day } from "../loan/day";
import { scopeFields, scopeName, scopeTest, type Scope } from "../record/scope";
import type { Settings } from "../settings/settings";
import { workday } from "../visits/workdays";
import type { ListColumn, ListPlace } from "./listSheet";
import type { EventDueOf } from "./told";

/** The sheet that holds one line for each sudden event. */
export const EVENT_SHEET = "突发事件登记簿";

/** Kinds of sudden events, as the form of such a record offers them too. practices A34 */
export const eventStates = ["进行中", "已解除"] as const;

const columns = [
  { heading: "事件编号", width: 18 },
  { heading: "发生日期", width: 12, numberFormat: "yyyy-mm-dd" },
  { heading: "事件类型", width: 12 },
  { heading: "范围", width: 9, choices: Object.values(scopeName) },
  { heading: "范围内容", width: 30 },
  { heading: "说明", width: 36 },
  { heading: "涉及户数", width: 9, numberFormat: "0" },
  { heading: "余额(元)", width: 16, numberFormat: "#,##0.00" },
  { heading: "回访期限", width: 12, numberFormat: "yyyy-mm-dd" },
  { heading: "状态", width: 9, choices: eventStates },
] as const satisfies readonly ListColumn[];

/** A column of the list of events by its heading. */
export type EventHeading = (typeof columns)[number]["heading"];
export const eventColumns: readonly ListColumn<EventHeading>[] = columns;
export const neededOfEvents: readonly EventHeading[] = ["事件编号", "发生日期", "范围", "范围内容", "状态"];

/** A sudden event that was entered in the list. */
export interface EventLine {
  /** TF-20261123-01. */
  readonly number: string;
  readonly day: Day;
  readonly scope: Scope;
}

const NUMBER = /^TF-\d{8}-\d{2,}$/;

/** The events that are not over, and those lines that cannot be read, by their number. */
export function readEvents(
  place: ListPlace<EventHeading>,
  cells: ColumnCells,
  dateSystem: DateSystem,
): {
  readonly open: readonly EventLine[];
  readonly numbers: readonly string[];
  readonly unreadable: readonly string[];
} {
  const open: EventLine[] = [];
  const numbers: string[] = [];
  const unreadable: string[] = [];
  for (let index = 0; index < cells.rows; index++) {
    const at = (heading: EventHeading): CellValue => cells.values.get(place.columns.get(heading) ?? -1)?.[index] ?? "";
    const number = String(at("事件编号")).trim();
    if (!NUMBER.test(number)) continue;
    numbers.push(number);
    if (String(at("状态")).trim() === "已解除") continue;
    const day = dayOfCell(at("发生日期"), dateSystem);
    const field = scopeFields.find((one) => scopeName[one] === String(at("范围")).trim());
    const word = String(at("范围内容")).trim();
    if (day === undefined || field === undefined || word === "") unreadable.push(number);
    else open.push({ number, day, scope: { field, word } });
  }
  return { open, numbers, unreadable };
}

/** By when the open events ask for visits: the earliest for whoever was not seen since. */
export function eventDues(
  open: readonly EventLine[],
  customers: readonly Customer[],
  { notice, calendar }: Pick<Settings, "notice" | "calendar">,
): EventDueOf {
  const events = open.map(({ day, scope }) => ({
    day,
    due: workday(day, notice.eventWorkingDays, calendar),
    hits: scopeTest(scope, customers),
  }));
  return (customer, lastSeen) => {
    const due = events
      .filter(({ day, hits }) => (lastSeen === undefined || lastSeen < day) && hits(customer))
      .map((event) => event.due);
    return due.length === 0 ? undefined : due.reduce((first, other) => (other < first ? other : first));
  };
}

/** What a new event's line holds. */
export interface NewEvent extends EventLine {
  readonly type: string;
  readonly note: string;
  readonly customers: number;
  readonly balance: number;
  readonly due: Day;
}

/** A line of the list, days as the workbook counts them. */
export function eventContents(event: NewEvent, serial: (day: Day) => number): Readonly<Record<EventHeading, Content>> {
  return {
    事件编号: event.number,
    发生日期: serial(event.day),
    事件类型: event.type,
    范围: scopeName[event.scope.field],
    范围内容: event.scope.word,
    说明: event.note,
    涉及户数: event.customers,
    "余额(元)": event.balance,
    回访期限: serial(event.due),
    状态: "进行中",
  };
}
