import type { SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { columnsToExamine, examine, type Ailment } from "../domain/health/examine";
import { columnsToMend, findMendings, type Mending } from "../domain/health/mendings";
import { compactDay, freeName, takenNames } from "../domain/record/sheetName";
import { HEALTH_PREFIX, healthReport } from "../domain/report/healthReport";
import { ok, refused, type Result } from "../domain/result";
import { layGround } from "./assess";
import type { Assessment, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import type { Watch, Workbook } from "./workbook";

/** What a check found, and what of it can be mended safely. */
export interface HealthChecked {
  readonly ailments: readonly Ailment[];
  readonly mendings: readonly Mending[];
}

/** Checks the data of every ledger (台账体检); changes nothing. */
export async function checkHealth(
  workbook: Workbook,
  options: RunOptions,
  watch: Watch,
): Promise<Result<HealthChecked, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  return ground.ok ? examineAll(workbook, ground.value.assessment, watch) : ground;
}

async function examineAll(
  workbook: Workbook,
  { ledgers, asOf, settings }: Assessment,
  watch: Watch,
): Promise<Result<HealthChecked, Failure>> {
  const ailments: Ailment[] = [];
  const mendings: Mending[] = [];
  for (const { ledger, problems } of ledgers) {
    const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = ledger.layout;
    const columns = [...new Set([...columnsToExamine(ledger.layout), ...columnsToMend(ledger.layout)])];
    const cells = await workbook.readColumns({ sheet, firstRow, lastRow, columns, formatsOf: [] }, watch);
    if (!cells.ok) return cells;
    ailments.push(...examine(ledger, problems, { cells: cells.value, asOf, settings }));
    mendings.push(...findMendings(ledger, cells.value));
  }
  return ok({ ailments, mendings });
}

/** A check that was put on a sheet. */
export interface HealthReported {
  readonly draft: SheetDraft;
  readonly ailments: readonly Ailment[];
}

/** Checks the data of every ledger and lists what is wrong on a sheet to print. */
export async function reportHealth(
  workbook: Workbook,
  options: RunOptions,
  watch: Watch,
): Promise<Result<HealthReported, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  if (!ground.ok) return ground;
  const { assessment, survey } = ground.value;
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const checked = await examineAll(workbook, assessment, watch);
  if (!checked.ok) return checked;
  const { ailments } = checked.value;
  const taken = takenNames(survey);
  const draft = healthReport(ailments, assessment.asOf, freeName(HEALTH_PREFIX + compactDay(assessment.asOf), taken));
  const changes = [{ kind: "sheet", after: draft }] as const;
  const operation = operationOf("health", changes, { ledgers: [], asOf: assessment.asOf });
  const applied = await applyRecorded(workbook, { operation, changes }, watch);
  return applied.ok ? ok({ draft, ailments }) : applied;
}
