import type { Change } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { eventColumns, eventContents, EVENT_SHEET, type NewEvent } from "../domain/filing/events";
import { freshPlace, lineChanges, listSheet } from "../domain/filing/listSheet";
import { serialIn } from "../domain/loan/day";
import { inYuan, sum } from "../domain/loan/money";
import { scopeTest, type Scope } from "../domain/record/scope";
import { compactDay } from "../domain/record/sheetName";
import { ok, refused, type Result } from "../domain/result";
import { workday } from "../domain/visits/workdays";
import { planRun } from "./annotate";
import { judgeAgain, layGround, type Groundwork } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import type { Applied, Watch, Workbook } from "./workbook";

export interface EventOptions extends RunOptions {
  readonly type: string;
  readonly scope: Scope;
  /** What happened, in the user's words. */
  readonly note: string;
}

/** An event that was entered, and whom it hits. */
export interface Declared {
  readonly event: NewEvent;
  readonly applied: Applied;
}

/** Enters a sudden event in its list and makes a visit to everyone whom it hits due in the ledger, all or nothing. practices A34 */
export async function declareEvent(
  workbook: Workbook,
  options: EventOptions,
  watch: Watch,
): Promise<Result<Declared, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  if (!ground.ok) return ground;
  const event = eventOn(ground.value, options);
  if (event.customers === 0) return refused({ kind: "nobodyHit", word: options.scope.word });
  const obstacle = listObstacle(ground.value);
  if (obstacle !== undefined) return refused(obstacle);
  const after = await groundWith(ground.value, event, watch);
  if (!after.ok) return after;
  const run = await planRun(workbook, after.value, { asOf: options.asOf, watch });
  if (!run.ok) return run;
  const changes = [...run.value.changes, ...planEntry(ground.value, event)];
  const { asOf, ledgers } = ground.value.assessment;
  const operation = operationOf("event", changes, { ledgers: ledgers.map(({ ledger }) => ledger), asOf });
  const applied = await applyRecorded(
    workbook,
    { operation, changes, withoutUndo: options.withoutUndo ?? false },
    watch,
  );
  return applied.ok ? ok({ event, applied: applied.value }) : applied;
}

function eventOn({ assessment, kept }: Groundwork, { type, scope, note }: EventOptions): NewEvent {
  const { asOf, settings, ledgers } = assessment;
  const isHit = scopeTest(
    scope,
    ledgers.flatMap(({ ledger }) => ledger.customers),
  );
  const hit = ledgers.flatMap(({ judgements }) => judgements).filter(({ customer }) => isHit(customer));
  const start = `TF-${compactDay(asOf)}-`;
  const numbers = (kept.events?.numbers ?? []).filter((number) => number.startsWith(start));
  const next = Math.max(0, ...numbers.map((number) => Number(number.slice(start.length)))) + 1;
  return {
    number: start + String(next).padStart(2, "0"),
    day: asOf,
    due: workday(asOf, settings.notice.eventWorkingDays, settings.calendar),
    ...{ type, scope, note, customers: hit.length },
    balance: inYuan(sum(hit.map(({ balance }) => balance))),
  };
}

/** Why no line can be written. */
function listObstacle({ survey, kept }: Groundwork): Failure | undefined {
  const sheet = survey.sheets.find((one) => one.sheet === EVENT_SHEET);
  if (sheet === undefined) return survey.isStructureProtected ? { kind: "structureProtected" } : undefined;
  if (sheet.isProtected) return { kind: "sheetProtected", sheet: EVENT_SHEET };
  return kept.events === undefined ? { kind: "badEvents" } : undefined;
}

/** The ground as it is once the event counts. */
function groundWith(ground: Groundwork, event: NewEvent, watch: Watch): Promise<Result<Groundwork, Failure>> {
  const { kept } = ground;
  const before = kept.events ?? { place: freshPlace(eventColumns), open: [], numbers: [], nextRow: 1 };
  const events = { ...before, open: [...before.open, event] };
  return judgeAgain(ground, { kept: { ...kept, events } }, watch);
}

function planEntry({ survey, kept }: Groundwork, event: NewEvent): readonly Change[] {
  const after = eventContents(event, (day) => serialIn(survey.dateSystem, day));
  if (kept.events === undefined) return [{ kind: "sheet", after: listSheet(EVENT_SHEET, eventColumns, [after]) }];
  const { place, nextRow } = kept.events;
  return lineChanges({ sheet: EVENT_SHEET, place, all: eventColumns }, nextRow, { after });
}
