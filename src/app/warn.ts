import type { SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { dayIn, textOf } from "../domain/filing/filledRecord";
import { filedRecords, type Visits } from "../domain/filing/lastVisit";
import { compactDay, freeName } from "../domain/record/sheetName";
import { gravelyWarned, REPORT_PREFIX, warningReport, type Warned } from "../domain/report/warningReport";
import { ok, refused, type Result } from "../domain/result";
import type { Judgement } from "../domain/risk/judgement";
import { layGround } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { readVisits } from "./register";
import type { Applied, Watch, Workbook } from "./workbook";

export interface WarnOptions extends RunOptions {
  /** Only this customer, by name or key; undefined: all of them. */
  readonly customer?: string;
}

/** A report that was made. */
export interface Reported {
  readonly draft: SheetDraft;
  readonly customers: number;
  readonly applied: Applied;
}

function warnedBy(judgement: Judgement, visits: Visits): Warned {
  const [record] = filedRecords(judgement.customer, visits);
  if (record === undefined) return { judgement, conclusion: "", measure: "", deadline: undefined };
  return {
    judgement,
    conclusion: textOf(record, "检查结论"),
    measure: textOf(record, "措施"),
    deadline: dayIn(record, "完成期限"),
  };
}

/** Makes a sheet that reports the open red and orange warnings, with what the last visits found and decided. */
export async function reportWarnings(
  workbook: Workbook,
  options: WarnOptions,
  watch: Watch,
): Promise<Result<Reported, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  if (!ground.ok) return ground;
  const { assessment, survey } = ground.value;
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const { customer: wanted } = options;
  const judgements = assessment.ledgers
    .flatMap((ledger) => ledger.judgements)
    .filter(({ customer }) => wanted === undefined || customer.name === wanted || customer.key === wanted);
  const grave = gravelyWarned(judgements);
  if (grave.length === 0) return refused({ kind: "noWarnings", name: wanted ?? "" });
  const visits = await readVisits(workbook, survey, watch);
  if (!visits.ok) return visits;
  const warned = grave.map((judgement) => warnedBy(judgement, visits.value));
  const taken = new Set(survey.sheets.map(({ sheet }) => sheet.toLowerCase()));
  const name = freeName(REPORT_PREFIX + compactDay(assessment.asOf), taken);
  const draft = warningReport({ warned, asOf: assessment.asOf, dateSystem: survey.dateSystem }, name);
  const changes = [{ kind: "sheet", after: draft }] as const;
  const operation = operationOf("report", changes, { ledgers: [], asOf: assessment.asOf });
  const applied = await applyRecorded(workbook, { operation, changes, withoutUndo: true }, watch);
  return applied.ok ? ok({ draft, customers: warned.length, applied: applied.value }) : applied;
}
