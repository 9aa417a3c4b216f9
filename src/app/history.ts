import type { Change } from "../domain/change/change";
import type { Groundwork } from "./assess";
import { historyWith, seriesOf, snapshotBefore, type History } from "../domain/history/history";
import { changedSince } from "../domain/history/historySignals";
import { keyOf, snapshotOf, type Snapshot } from "../domain/history/snapshot";
import type { Ledger } from "../domain/ledger/ledger";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import type { Day } from "../domain/loan/day";
import { ok, type Result } from "../domain/result";
import type { ToldOf } from "../domain/risk/told";
import type { Failure } from "./failure";
import { stateChange } from "./recording";
import type { Workbook } from "./workbook";

/** The results of earlier runs as the file keeps them. */
export interface HistorySeen {
  readonly text: string | undefined;
  readonly history: History;
}

/** Reads the results of earlier runs; none where there are none or the part was broken. */
export async function loadHistory(
  workbook: Workbook,
  { hasHistory = false }: Pick<WorkbookSurvey, "hasHistory">,
): Promise<Result<HistorySeen, Failure>> {
  if (!hasHistory) return ok({ text: undefined, history: [] });
  const state = await workbook.readState("history");
  if (!state.ok) return state;
  if (state.value === undefined) return ok({ text: undefined, history: [] });
  const { parseHistory } = await import("../domain/history/historyText");
  return ok({ text: state.value, history: parseHistory(state.value) });
}

/** What a ledger is compared with: the newest results before the day. */
export function lastResults({ history }: HistorySeen, ledger: Ledger, asOf: Day): Snapshot | undefined {
  if (history.length === 0) return undefined;
  const keys = new Set(ledger.customers.map(keyOf));
  return snapshotBefore(seriesOf(history, ledger.layout.sheet, keys), asOf);
}

/** What is told of each customer, with what became worse since the run before. */
export function withHistory(toldOf: ToldOf, before: Snapshot | undefined, asOf: Day): ToldOf {
  if (before === undefined) return toldOf;
  const changed = changedSince(before, asOf);
  return (customer) => {
    const told = toldOf(customer);
    const reasons = changed(customer);
    return reasons.length === 0 ? told : { ...told, confirmed: [...told.confirmed, ...reasons] };
  };
}

/** The change that keeps what a run found; none where it found the same on the same day, or where the ledger is too large. */
export async function planHistory({ assessment, kept, survey }: Groundwork): Promise<readonly Change[]> {
  const { asOf, ledgers } = assessment;
  const seen = kept.history;
  const found = ledgers.map(({ ledger, judgements }) => ({
    sheet: ledger.layout.sheet,
    snapshot: snapshotOf(judgements, asOf, lastResults(seen, ledger, asOf)),
  }));
  const { fittingText } = await import("../domain/history/historyText");
  const text = fittingText(historyWith(seen.history, found, new Set(survey.sheets.map(({ sheet }) => sheet))));
  return text === undefined ? [] : stateChange("history", seen.text, text);
}
