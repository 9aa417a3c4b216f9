import type { Change } from "../domain/change/change";
import { stateChange } from "../domain/change/stateChange";
import type { Groundwork } from "./assess";
import type { Assessment } from "./assessment";
import { historyWith, seriesOf, snapshotBefore, type Found, type History } from "../domain/history/history";
import { changedSince } from "../domain/history/historySignals";
import { keyOf, snapshotSteps, type Snapshot } from "../domain/history/snapshot";
import type { Looked } from "../domain/history/standing";
import type { Ledger } from "../domain/ledger/ledger";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import type { Day } from "../domain/loan/day";
import { ok, type Result } from "../domain/result";
import type { ToldOf } from "../domain/risk/told";
import type { Steps } from "../domain/steps";
import type { Failure } from "./failure";
import { inTurns } from "./inTurns";
import type { Watch, Workbook } from "./workbook";

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
export function withHistory(toldOf: ToldOf, before: Snapshot | undefined, looked: Looked): ToldOf {
  if (before === undefined) return toldOf;
  const changed = changedSince(before, looked);
  return (customer) => {
    const told = toldOf(customer);
    const reasons = changed(customer);
    return reasons.length === 0 ? told : { ...told, confirmed: [...told.confirmed, ...reasons] };
  };
}

/** The change that keeps what a run found; none where it found the same on the same day, or where the ledger is too large. */
export async function planHistory(
  { assessment, kept, survey }: Groundwork,
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const { fittingText } = await import("../domain/history/historyText");
  const before = kept.history;
  const text = await inTurns(
    (function* () {
      const found = yield* foundBy(assessment, before);
      yield;
      return yield* fittingText(historyWith(before.history, found, new Set(survey.sheets.map(({ sheet }) => sheet))));
    })(),
    watch,
  );
  if (!text.ok) return text;
  return ok(text.value === undefined ? [] : stateChange("history", before.text, text.value));
}

function* foundBy(
  { asOf, ledgers, settings: { thresholds: limits } }: Assessment,
  before: HistorySeen,
): Steps<readonly Found[]> {
  const found: Found[] = [];
  for (const { ledger, judgements } of ledgers) {
    const snapshot = yield* snapshotSteps(judgements, { asOf, limits }, lastResults(before, ledger, asOf));
    found.push({ sheet: ledger.layout.sheet, snapshot });
  }
  return found;
}
