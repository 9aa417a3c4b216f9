import type { Change } from "../domain/change/change";
import { sheetMade } from "../domain/change/madeSheet";
import { rowsByKey, type Deed } from "../domain/change/operation";
import { columnsToRead } from "../domain/ledger/columnsToRead";
import type { Layout } from "../domain/ledger/ledger";
import { readLedgerSteps } from "../domain/ledger/readLedger";
import { recognise } from "../domain/ledger/recognise";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import { inTurns } from "./inTurns";
import { loadMappings } from "./mapping";
import type { Watch, Workbook } from "./workbook";

/** What takes one deed back, and what is left as a person made it. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly left: readonly string[];
}

/** What taking back stands on. */
export interface Site {
  readonly workbook: Workbook;
  readonly survey: WorkbookSurvey;
  readonly layouts: readonly Layout[];
  /** Whether the operation broke off half way: a sheet may hold a part of what was to be written. */
  readonly isBroken: boolean;
}

/** Nothing to do: what was done is gone already. */
export const nothing: Plan = { changes: [], left: [] };
/** One kind of deed. */
export type Of<Kind extends Deed["kind"]> = Extract<Deed, { kind: Kind }>;

/** Looks at the workbook as it stands now. */
export async function lookAt(workbook: Workbook, isBroken: boolean, watch: Watch): Promise<Result<Site, Failure>> {
  watch.progress("survey", 0, 1);
  const survey = await workbook.survey({ merges: true });
  if (!survey.ok) return survey;
  const mappings = await loadMappings(workbook, survey.value);
  if (!mappings.ok) return mappings;
  const { layouts } = recognise(survey.value, mappings.value);
  return ok({ workbook, survey: survey.value, layouts, isBroken });
}

/** The rows of a ledger's drawdowns by their keys. */
export async function rowsOf(
  { workbook, survey }: Site,
  layout: Layout,
  watch: Watch,
): Promise<Result<ReadonlyMap<string, number>, Failure>> {
  const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = layout;
  const read = await workbook.readColumns({ sheet, firstRow, lastRow, ...columnsToRead(layout) }, watch);
  if (!read.ok) return read;
  const merges = survey.sheets.find((one) => one.sheet === sheet)?.merges;
  const ledger = await inTurns(readLedgerSteps(layout, read.value, merges), watch);
  return ledger.ok ? ok(rowsByKey(ledger.value)) : ledger;
}

/** The sheet that a deed is about; undefined where it is about none. */
export function sheetOf(deed: Deed): string | undefined {
  if (deed.kind === "history" || deed.kind === "removal") return undefined;
  return "sheet" in deed ? deed.sheet : sheetMade(deed);
}
