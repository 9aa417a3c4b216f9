import type { Operation } from "../domain/change/operation";
import { parseLog } from "../domain/change/operationLog";
import type { OwnWidth } from "../domain/change/ownWidths";
import {
  ledgersOf,
  missingSheets,
  namesNow,
  renamedLedgers,
  widthsNow,
  type NamesNow,
} from "../domain/change/renamedSheets";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Workbook } from "./workbook";

/** The ledgers whose results the file keeps. */
async function ledgersWithResults(workbook: Workbook): Promise<Result<readonly string[], Failure>> {
  const state = await workbook.readState("history");
  if (!state.ok) return state;
  const { parseHistory } = await import("../domain/history/historyText");
  return ok(parseHistory(state.value).map(({ sheet }) => sheet));
}

/** What the sheets of an operation are called now. */
export async function findRenamed(
  workbook: Workbook,
  survey: WorkbookSurvey,
  operation: Operation,
): Promise<Result<NamesNow, Failure>> {
  const isMissing = missingSheets(ledgersOf(operation), survey).length > 0;
  const results = isMissing ? await ledgersWithResults(workbook) : ok([]);
  return results.ok ? ok(namesNow(operation, survey, results.value)) : results;
}

/** Widths under the names that their sheets have now; the last operation that wrote beside all of the missing ones tells of which others they were. */
export async function asNamedNow(
  workbook: Workbook,
  survey: WorkbookSurvey,
  widths: readonly OwnWidth[],
): Promise<Result<readonly OwnWidth[], Failure>> {
  const remembered = widths.map(({ sheet }) => sheet);
  const missing = missingSheets(remembered, survey);
  if (missing.length === 0) return ok(widths);
  const [results, log] = [await ledgersWithResults(workbook), await workbook.readState("operations")];
  if (!results.ok) return results;
  if (!log.ok) return log;
  const written = parseLog(log.value).map(ledgersOf).reverse();
  const together = written.find((ledgers) => missing.every((sheet) => ledgers.includes(sheet)));
  return ok(widthsNow(widths, renamedLedgers(together ?? remembered, survey, results.value)));
}
