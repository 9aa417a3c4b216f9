import { columnsToExamine, examine, type Ailment } from "../domain/health/examine";
import { ok, type Result } from "../domain/result";
import { assess } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import type { Watch, Workbook } from "./workbook";

/** Checks the data of every ledger (台账体检); changes nothing. */
export async function checkHealth(
  workbook: Workbook,
  options: RunOptions,
  watch: Watch,
): Promise<Result<readonly Ailment[], Failure>> {
  const assessed = await assess(workbook, options, watch);
  if (!assessed.ok) return assessed;
  const { ledgers, asOf } = assessed.value;
  const ailments: Ailment[] = [];
  for (const { ledger, problems } of ledgers) {
    const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = ledger.layout;
    const columns = columnsToExamine(ledger.layout);
    const cells = await workbook.readColumns({ sheet, firstRow, lastRow, columns, formatsOf: [] }, watch);
    if (!cells.ok) return cells;
    ailments.push(...examine(ledger, problems, { cells: cells.value, asOf }));
  }
  return ok(ailments);
}
