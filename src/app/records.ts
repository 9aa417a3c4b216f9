import type { FilledRecord } from "../domain/filing/filledRecord";
import type { Visits } from "../domain/filing/lastVisit";
import { readFilledRecord } from "../domain/filing/readFilledRecord";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import { loadRegister } from "./register";
import type { Watch, Workbook } from "./workbook";

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
