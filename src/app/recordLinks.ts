import type { Change } from "../domain/change/change";
import { recordColumn } from "../domain/change/optionalColumns";
import { columnsToCome, columnsToTrace, placeColumns } from "../domain/change/placement";
import { planColumnAlone } from "../domain/change/planAnnotation";
import type { Customer } from "../domain/ledger/ledger";
import { ok, type Result } from "../domain/result";
import type { Judgement } from "../domain/risk/judgement";
import type { RecordPlace } from "../domain/risk/told";
import type { Groundwork } from "./assess";
import type { AssessedLedger } from "./assessment";
import type { Failure } from "./failure";
import { rememberWidths } from "./ownWidths";
import type { Watch, Workbook } from "./workbook";

/** Which record the ledger is to lead to from each customer; undefined for none. */
type RecordOf = (customer: Customer) => RecordPlace | undefined;

/** Lets each annotated ledger lead to the newest records. A ledger that was never annotated, or that cannot be written now, gets its links with the next annotation. */
export async function planLinks(
  workbook: Workbook,
  { ground, recordOf }: { readonly ground: Groundwork; readonly recordOf: RecordOf },
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const changes: Change[] = [];
  for (const assessed of ground.assessment.ledgers) {
    if (!isOpen(assessed, ground)) continue;
    const plan = await planLedger(workbook, { assessed, ground, recordOf }, watch);
    if (!plan.ok) return plan;
    changes.push(...plan.value);
  }
  return rememberWidths(workbook, ground.survey, changes);
}

/** Whether a ledger has columns of ours, and may be written: neither protected nor filtered. */
function isOpen({ ledger: { layout } }: AssessedLedger, { survey }: Groundwork): boolean {
  const seen = survey.sheets.find(({ sheet }) => sheet === layout.sheet);
  return layout.ownColumns.size > 0 && seen?.isProtected === false && !seen.isFiltered;
}

async function planLedger(
  workbook: Workbook,
  { assessed, ground, recordOf }: { assessed: AssessedLedger; ground: Groundwork; recordOf: RecordOf },
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const { ledger, problems } = assessed;
  const { layout } = ledger;
  const judgements = assessed.judgements.map((one): Judgement => ({ ...one, record: recordOf(one.customer) }));
  const isNeeded = layout.ownColumns.has(recordColumn.heading) || judgements.some(({ record }) => record !== undefined);
  const placed = placeColumns(layout, [recordColumn]);
  const used = ground.survey.sheets.find(({ sheet }) => sheet === layout.sheet)?.used;
  if (!isNeeded || placed === undefined || used === undefined) return ok([]);
  const wanted = new Set(placed.map(({ column }) => column));
  const columns = columnsToTrace(layout, placed, used.column + used.columns).filter((column) => wanted.has(column));
  const { sheet, headerRows, lastUsedRow: lastRow } = layout;
  const where = { sheet, columns, firstRow: headerRows[1], lastRow, widthsOf: columnsToCome(placed) };
  const traces = await workbook.readOwn(where, watch);
  if (!traces.ok) return traces;
  const { settings } = ground.assessment;
  return ok(planColumnAlone({ ledger, judgements, problems, settings, traces: traces.value }, recordColumn));
}
