import type { Change, Content, SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { dayIn, namedIn, textOf, type FilledRecord } from "../domain/filing/filledRecord";
import { isNamed } from "../domain/filing/identity";
import { filedRecords, type Visits } from "../domain/filing/lastVisit";
import { lineChanges, listSheet } from "../domain/filing/listSheet";
import { parseSignal } from "../domain/filing/signalText";
import { isCalled } from "../domain/ledger/customers";
import { serialIn, type Day } from "../domain/loan/day";
import { inYuan } from "../domain/loan/money";
import { sheetLink } from "../domain/record/link";
import { compactDay, freeName, takenNames } from "../domain/record/sheetName";
import { ID_LABEL, shownId } from "../domain/record/shownId";
import { openWarning, warningColumns, WARNING_SHEET, type WarningHeading } from "../domain/report/warningList";
import { gravelyWarned, graveText, REPORT_PREFIX, warningReport, type Warned } from "../domain/report/warningReport";
import { ok, refused, type Result } from "../domain/result";
import type { Judgement } from "../domain/risk/judgement";
import { layGround, type Groundwork } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { readVisits } from "./records";
import { loadWarnings, type Warnings } from "./warnings";
import type { Applied, Watch, Workbook } from "./workbook";

export interface WarnOptions extends RunOptions {
  /** Only this customer, by name or key; undefined: all of them. */
  readonly customer?: string;
  /** Only the customer of this sheet's visit record, with what that record says, filed or not. */
  readonly record?: string;
}

/** A report that was made. */
export interface Reported {
  readonly draft: SheetDraft;
  readonly customers: number;
  readonly applied: Applied;
}

/** What a report of warnings stands on. */
interface Desk {
  readonly ground: Groundwork;
  readonly visits: Visits;
  /** The record from which it is made; undefined for each customer's newest filed one. */
  readonly record: FilledRecord | undefined;
  readonly warnings: Warnings | undefined;
}

function warnedBy(judgement: Judgement, { visits, record: chosen, warnings }: Desk): Warned {
  const { customer } = judgement;
  const record = chosen ?? filedRecords(customer, visits)[0];
  const state = openWarning(customer, warnings?.lines ?? [])?.state ?? "待报";
  if (record === undefined) return { judgement, conclusion: "", measure: "", deadline: undefined, state };
  return {
    judgement,
    conclusion: textOf(record, "检查结论"),
    measure: textOf(record, "措施"),
    deadline: dayIn(record, "完成期限"),
    state,
  };
}

async function deskFor(
  workbook: Workbook,
  ground: Groundwork,
  { record: sheet, watch }: { readonly record: string | undefined; readonly watch: Watch },
): Promise<Result<Desk, Failure>> {
  const { survey } = ground;
  const visits = await readVisits(workbook, survey, watch);
  if (!visits.ok) return visits;
  const warnings = await loadWarnings(workbook, survey);
  if (!warnings.ok) return warnings;
  const record = [...visits.value.records.values()].find((one) => one.sheet === sheet);
  if (sheet !== undefined && record === undefined) return refused({ kind: "noRecord", sheet });
  return ok({ ground, visits: visits.value, record, warnings: warnings.value });
}

/** The customers that are meant, with the signals that were taken up on the record alone. */
function meant({ ground, record }: Desk, wanted: string | undefined): readonly Judgement[] {
  const judgements = ground.assessment.ledgers.flatMap((ledger) => ledger.judgements);
  if (record === undefined) {
    return judgements.filter(({ customer }) => wanted === undefined || isCalled(customer, wanted));
  }
  const taken = record.signals
    .filter(({ accepted }) => accepted.value === "采纳")
    .flatMap(({ text }) => parseSignal(text));
  return judgements
    .filter(({ customer }) => isNamed(namedIn(record), customer))
    .map((judgement) => {
      const known = new Set(judgement.signals.map(({ clause }) => clause));
      return { ...judgement, signals: [...judgement.signals, ...taken.filter(({ clause }) => !known.has(clause))] };
    });
}

/** Makes a sheet that reports the open red and orange warnings, with what the last visits found and decided, and enters those that are new in the list of warnings. */
export async function reportWarnings(
  workbook: Workbook,
  options: WarnOptions,
  watch: Watch,
): Promise<Result<Reported, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  if (!ground.ok) return ground;
  const { assessment, survey } = ground.value;
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const desk = await deskFor(workbook, ground.value, { record: options.record, watch });
  if (!desk.ok) return desk;
  const grave = gravelyWarned(meant(desk.value, options.customer));
  if (grave.length === 0) return refused({ kind: "noWarnings", name: options.customer ?? options.record ?? "" });
  const warned = grave.map((judgement) => warnedBy(judgement, desk.value));
  const taken = takenNames(survey);
  const name = freeName(REPORT_PREFIX + compactDay(assessment.asOf), taken);
  const draft = warningReport({ warned, asOf: assessment.asOf, dateSystem: survey.dateSystem }, name);
  const changes = [{ kind: "sheet", after: draft } as const, ...entries(desk.value, warned, name)];
  const operation = operationOf("report", changes, { ledgers: [], asOf: assessment.asOf });
  const applied = await applyRecorded(workbook, { operation, changes }, watch);
  return applied.ok ? ok({ draft, customers: warned.length, applied: applied.value }) : applied;
}

/** The lines of the warnings that are not in the list yet. */
function entries({ ground, warnings }: Desk, warned: readonly Warned[], report: string): readonly Change[] {
  const { assessment, survey } = ground;
  const start = `YJ-${compactDay(assessment.asOf)}-`;
  const known = warnings?.lines ?? [];
  const used = known.filter(({ number }) => number.startsWith(start)).map(({ number }) => number.slice(start.length));
  const first = Math.max(0, ...used.map(Number)) + 1;
  const serial = (day: Day) => serialIn(survey.dateSystem, day);
  const fresh = warned.filter(({ judgement }) => openWarning(judgement.customer, known) === undefined);
  const lines = fresh.map(({ judgement, measure, deadline, state }, index): Line => ({
    编号: start + String(first + index).padStart(3, "0"),
    报告日期: serial(assessment.asOf),
    客户名称: judgement.customer.name,
    [ID_LABEL]: shownId(judgement.customer),
    信号: graveText(judgement.signals),
    "余额(元)": inYuan(judgement.balance),
    措施: measure,
    完成期限: deadline === undefined ? "" : serial(deadline),
    状态: state,
    状态日期: serial(assessment.asOf),
    报告表: sheetLink({ sheet: report, row: 0, text: "打开" }),
  }));
  if (warnings === undefined) return [{ kind: "sheet", after: listSheet(WARNING_SHEET, warningColumns, lines) }];
  const { place, nextRow } = warnings;
  const list = { sheet: WARNING_SHEET, place, all: warningColumns };
  return lines.flatMap((after, index) => lineChanges(list, nextRow + index, { after }));
}

type Line = Readonly<Record<WarningHeading, Content>>;
