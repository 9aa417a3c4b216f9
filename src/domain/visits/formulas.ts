import {
  AS_OF_NAME,
  FIRST_CHECK_NAME,
  HOLIDAYS_NAME,
  LATER_NAME,
  MATURITY_CHECK_NAME,
  SOON_NAME,
} from "../settings/names";
import { dutyName, visitStatusName } from "./duty";

/** 0-based columns in which the clocks' facts and the clocks themselves stand. */
export interface ClockColumns {
  readonly contactMonths: number;
  readonly onSiteMonths: number;
  readonly lastContact: number;
  readonly lastOnSite: number;
  readonly due: number;
  readonly dutyReason: number;
  readonly daysUntil: number;
  readonly status: number;
  readonly firstCheckFrom: number;
  readonly maturityCheckFor: number;
  /** Where a person may put visits off; absent where the ledger has no such column. */
  readonly deferredUntil?: number;
  /** Columns that are there while somebody needs them. */
  readonly eventDue?: number;
  readonly remote?: number;
}

/** The live formulas, R1C1 notation, the same in every row of a column. */
export interface ClockFormulas {
  readonly due: string;
  readonly dutyReason: string;
  readonly daysUntil: string;
  readonly status: string;
}

/** A serial later than every due day: stands for a clock that does not run. */
const NEVER = "99999";

/** The other columns' cells of the same row, as seen from one column. */
function cellsFrom(own: number, columns: ClockColumns): Readonly<Record<keyof Required<ClockColumns>, string>> {
  const cell = (column: number) => (column === own ? "RC" : `RC[${String(column - own)}]`);
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]: [string, number]) => [name, cell(column)]),
  ) as Record<keyof Required<ClockColumns>, string>;
}

/** The last day plus so many months; below one month so many thirtieths. */
const after = (last: string, months: string) => `EDATE(${last},${months})+IF(${months}<1,30*${months},0)`;

/** The day itself or the working day before it. */
const rolled = (day: string) => `WORKDAY(${day}+1,-1,${HOLIDAYS_NAME})`;

function dueFormula(columns: ClockColumns): string {
  const at = cellsFrom(columns.due, columns);
  const contact = `IF(N(${at.lastContact})>0,${after(at.lastContact, at.contactMonths)},IF(N(${at.firstCheckFrom})>0,${NEVER},${AS_OF_NAME}))`;
  const onSite = `IF(N(${at.lastOnSite})>0,${after(at.lastOnSite, at.onSiteMonths)},${NEVER})`;
  const firstCheck = `IF(N(${at.firstCheckFrom})>N(${at.lastOnSite}),WORKDAY(${at.firstCheckFrom},${FIRST_CHECK_NAME},${HOLIDAYS_NAME}),${NEVER})`;
  const early = `${at.maturityCheckFor}-${MATURITY_CHECK_NAME}`;
  const maturity = `IF(N(${at.maturityCheckFor})-${MATURITY_CHECK_NAME}>N(${at.lastContact}),${early},${NEVER})`;
  const event = columns.eventDue === undefined ? "" : `,IF(N(${at.eventDue})>0,${at.eventDue},${NEVER})`;
  return `=IF(${at.contactMonths}="","",${rolled(`MIN(${contact},${onSite},${firstCheck},${maturity}${event})`)})`;
}

function dutyFormula(columns: ClockColumns): string {
  const at = cellsFrom(columns.dutyReason, columns);
  const never = `AND(N(${at.lastContact})=0,N(${at.firstCheckFrom})=0,${at.due}=${rolled(AS_OF_NAME)})`;
  const firstCheck = `IF(N(${at.firstCheckFrom})>N(${at.lastOnSite}),WORKDAY(${at.firstCheckFrom},${FIRST_CHECK_NAME},${HOLIDAYS_NAME}))=${at.due}`;
  const maturity = `IF(N(${at.maturityCheckFor})-${MATURITY_CHECK_NAME}>N(${at.lastContact}),${rolled(`${at.maturityCheckFor}-${MATURITY_CHECK_NAME}`)})=${at.due}`;
  const onSite = `IF(N(${at.lastOnSite})>0,${rolled(after(at.lastOnSite, at.onSiteMonths))})=${at.due}`;
  const names = dutyName;
  const event =
    columns.eventDue === undefined
      ? (rest: string) => rest
      : (rest: string) => `IF(IF(N(${at.eventDue})>0,${rolled(at.eventDue)})=${at.due},"${names.event}",${rest})`;
  const contact =
    columns.remote === undefined
      ? `"${names.contact}"`
      : `IF(AND(N(${at.remote})>0,N(${at.lastContact})>N(${at.lastOnSite})),"${names.onSite}","${names.contact}")`;
  const usual = `IF(${never},"${names.neverVisited}",IF(${firstCheck},"${names.firstCheck}",IF(${maturity},"${names.maturityCheck}",IF(${onSite},"${names.onSite}",${contact}))))`;
  return `=IF(${at.due}="","",${event(usual)})`;
}

function daysFormula(columns: ClockColumns): string {
  const { due } = cellsFrom(columns.daysUntil, columns);
  return `=IF(${due}="","",${due}-${AS_OF_NAME})`;
}

function statusFormula(columns: ClockColumns): string {
  const { due, daysUntil, deferredUntil } = cellsFrom(columns.status, columns);
  const { none, overdue, within7, within30, later, deferred } = visitStatusName;
  const [test, end] =
    columns.deferredUntil === undefined ? ["", ""] : [`IF(N(${deferredUntil})>=${AS_OF_NAME},"${deferred}",`, ")"];
  return `=IF(${due}="","${none}",${test}IF(${daysUntil}<0,"${overdue}",IF(${daysUntil}<=${SOON_NAME},"${within7}",IF(${daysUntil}<=${LATER_NAME},"${within30}","${later}")))${end})`;
}

/** The clocks as native formulas: equal to `dutyOf` and `statusOf`, and alive without this program. Functions of every Excel since 2007 and of WPS. */
export function clockFormulas(columns: ClockColumns): ClockFormulas {
  return {
    due: dueFormula(columns),
    dutyReason: dutyFormula(columns),
    daysUntil: daysFormula(columns),
    status: statusFormula(columns),
  };
}
