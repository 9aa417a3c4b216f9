import { readFilledRecord, type FilledRecord } from "../domain/filing/filledRecord";
import type { Visits } from "../domain/filing/lastVisit";
import { readRegister } from "../domain/filing/readRegister";
import { placeRegister, REGISTER_SHEET, type RegisterLine, type RegisterPlace } from "../domain/filing/register";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Watch, Workbook } from "./workbook";

/** The register of visits as it stands in the workbook. */
export interface Register {
  readonly place: RegisterPlace;
  /** In the order of the visits' days. */
  readonly lines: readonly RegisterLine[];
  /** 0-based: where the next line goes. */
  readonly nextRow: number;
}

/** Reads the register, however it is sorted or filtered; undefined where the workbook has none yet. */
export async function loadRegister(
  workbook: Workbook,
  { sheets, dateSystem }: WorkbookSurvey,
  watch: Watch,
): Promise<Result<Register | undefined, Failure>> {
  const seen = sheets.find(({ sheet }) => sheet === REGISTER_SHEET);
  if (seen === undefined) return ok(undefined);
  const place = placeRegister(seen.top);
  if ("missing" in place) return refused({ kind: "badRegister", missing: place.missing });
  const firstRow = place.headingRow + 1;
  const nextRow = seen.used === undefined ? firstRow : seen.used.row + seen.used.rows;
  if (nextRow <= firstRow) return ok({ place, lines: [], nextRow });
  const columns = [...place.columns.values()];
  const wanted = { sheet: REGISTER_SHEET, firstRow, lastRow: nextRow - 1, columns, formatsOf: [] };
  const cells = await workbook.readColumns(wanted, watch);
  if (!cells.ok) return cells;
  return ok({ place, lines: readRegister(place, cells.value, dateSystem), nextRow });
}

/** The visits that were filed, with the records that are still there. */
export async function readVisits(
  workbook: Workbook,
  survey: WorkbookSurvey,
  watch: Watch,
): Promise<Result<Visits, Failure>> {
  const register = await loadRegister(workbook, survey, watch);
  if (!register.ok) return register;
  const records = await wholeRecords(workbook, survey);
  return records.ok ? ok({ lines: register.value?.lines ?? [], records: records.value }) : records;
}

/** Whether the survey saw all rows of a sheet. */
function isWhole({ sheets }: WorkbookSurvey, name: string): boolean {
  const { used, top = [] } = sheets.find(({ sheet }) => sheet === name) ?? {};
  return used === undefined || used.row + used.rows <= top.length;
}

/** The visit records of the workbook with all their rows: those that go on below what was surveyed are read again. */
export async function wholeRecords(
  workbook: Workbook,
  survey: WorkbookSurvey,
): Promise<Result<ReadonlyMap<string, FilledRecord>, Failure>> {
  const records = new Map(recordsIn(survey));
  for (const [number, { sheet }] of records) {
    if (isWhole(survey, sheet)) continue;
    const whole = await workbook.readSheet(sheet, []);
    if (!whole.ok) return whole;
    const record = readFilledRecord(whole.value?.values ?? [], sheet, survey.dateSystem);
    if (record !== undefined) records.set(number, record);
  }
  return ok(records);
}

/** The visit records of the workbook, filed or not, by their number. */
export function recordsIn({ sheets, dateSystem }: WorkbookSurvey): ReadonlyMap<string, FilledRecord> {
  const records = sheets.flatMap(({ sheet, top }): [string, FilledRecord][] => {
    const record = readFilledRecord(top, sheet, dateSystem);
    return record === undefined ? [] : [[record.number, record]];
  });
  return new Map(records);
}
