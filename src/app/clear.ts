import type { Change, Rule } from "../domain/change/change";
import { rowsByKey, type Operation, type WrittenDay } from "../domain/change/operation";
import { parseWidths, withWidths } from "../domain/change/ownWidths";
import { findOwnPlaces, type FoundOwn } from "../domain/change/ownPlaces";
import { planRetreat } from "../domain/change/planReach";
import { planRemoval, type IsTyped, type TypedCell } from "../domain/change/planRemoval";
import { planRules } from "../domain/change/planRules";
import { stateChange } from "../domain/change/stateChange";
import { stateParts, type StatePart } from "../domain/change/statePart";
import type { RuleSeen } from "../domain/change/traces";
import { typedBeside } from "../domain/change/typedDays";
import { mendedCells } from "../domain/health/mendings";
import { columnsToRead } from "../domain/ledger/columnsToRead";
import type { Layout } from "../domain/ledger/ledger";
import { readLedger } from "../domain/ledger/readLedger";
import { recognise } from "../domain/ledger/recognise";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { judge } from "../domain/risk/judge";
import { defaultSettings } from "../domain/settings/defaults";
import { settingsSheetIn } from "../domain/settings/settingsPlace";
import { clearSettings, type SettingsState } from "./clearSettings";
import type { Failure } from "./failure";
import { loadMappings } from "./mapping";
import { applyJournaled } from "./recording";
import { asNamedNow } from "./renamed";
import type { Applied, Watch, Workbook } from "./workbook";

/** What the user wants to stay. */
export interface Keep {
  /** Cells of own columns that a person typed. */
  readonly typed: boolean;
  /** The settings sheet, where it was edited. */
  readonly settings: boolean;
}

/** What clearing would take out, for the question before it. */
export interface ClearPlan {
  /** The sheets that have columns of ours. */
  readonly sheets: readonly string[];
  readonly columns: number;
  readonly typed: readonly TypedCell[];
  readonly settings: SettingsState;
}

/** Everything that clearing would do. */
export interface ClearDraft extends ClearPlan {
  readonly changes: readonly Change[];
  readonly survey: WorkbookSurvey;
  /** The sheets from which something goes. */
  readonly places: readonly FoundOwn[];
}

/** Tells what clearing would take out; changes nothing. */
export async function planClear(workbook: Workbook, watch: Watch): Promise<Result<ClearPlan, Failure>> {
  const draft = await draftClear(workbook, { typed: true, settings: true }, watch);
  if (!draft.ok) return draft;
  const { sheets, columns, typed, settings } = draft.value;
  return ok({ sheets, columns, typed, settings });
}

/** Takes out every column, rule, name and sheet of ours and nothing else, all or nothing. */
export async function clear(workbook: Workbook, keep: Keep, watch: Watch): Promise<Result<Applied, Failure>> {
  const draft = await draftClear(workbook, keep, watch);
  return draft.ok ? applyClear(workbook, { ...draft.value, keep }, watch) : draft;
}

/** Takes out what was drafted, all or nothing. */
export async function applyClear(
  workbook: Workbook,
  { changes, keep }: Pick<ClearDraft, "changes"> & { readonly keep: Keep },
  watch: Watch,
): Promise<Result<Applied, Failure>> {
  if (changes.length === 0) return ok({ changes: 0, cells: 0 });
  return applyJournaled(workbook, { changes, journal: clearing(keep), after: [] }, watch);
}

/** What is under way while ours goes: what breaks off is done to its end. */
export const clearing = (keep: Keep): Operation => ({
  kind: "clear",
  deeds: [{ kind: "removal", ...keep, sheets: true }],
});

/** Reads and plans; writes nothing. */
export async function draftClear(workbook: Workbook, keep: Keep, watch: Watch): Promise<Result<ClearDraft, Failure>> {
  watch.progress("survey", 0, 1);
  const surveyed = await workbook.survey({ merges: true });
  if (!surveyed.ok) return surveyed;
  const survey = surveyed.value;
  const mappings = await loadMappings(workbook, survey);
  if (!mappings.ok) return mappings;
  const { layouts } = recognise(survey, mappings.value);
  const places = placesOf(survey, layouts);
  const obstacle = findObstacle(survey, places);
  if (obstacle !== undefined) return refused(obstacle);

  const changes: Change[] = [];
  const typed: TypedCell[] = [];
  for (const place of places) {
    const layout = layouts.find(({ sheet }) => sheet === place.sheet);
    const cleared = await clearSheet(workbook, { place, layout, keepTyped: keep.typed, survey }, watch);
    if (!cleared.ok) return cleared;
    changes.push(...cleared.value.changes);
    typed.push(...cleared.value.typed);
  }
  const settings = await clearSettings(workbook, survey, keep.settings);
  if (!settings.ok) return settings;
  const all = await clearState(workbook, survey, [...changes, ...settings.value.changes]);
  if (!all.ok) return all;
  const columns = places.reduce((sum, { ownColumns }) => sum + ownColumns.size, 0);
  const sheets = places.filter(({ ownColumns }) => ownColumns.size > 0).map(({ sheet }) => sheet);
  return ok({ changes: all.value, sheets, columns, typed, settings: settings.value.state, survey, places });
}

/** What is kept beside the sheets goes last, and columns return to the widths that it remembers: a cleared workbook is the one that was there before us. */
async function clearState(
  workbook: Workbook,
  survey: WorkbookSurvey,
  changes: readonly Change[],
): Promise<Result<readonly Change[], Failure>> {
  const states = new Map<StatePart, string | undefined>();
  for (const part of stateParts) {
    const state = await workbook.readState(part);
    if (!state.ok) return state;
    states.set(part, state.value);
  }
  const goes = [...states].flatMap(([part, state]) => stateChange(part, state, undefined));
  const widths = await asNamedNow(workbook, survey, parseWidths(states.get("widths")));
  return widths.ok ? ok([...withWidths(changes, widths.value), ...goes]) : widths;
}

/** Sheets that may hold something of ours: own columns, or a ledger from which only the rules are left. */
function placesOf(survey: WorkbookSurvey, layouts: readonly Layout[]): readonly FoundOwn[] {
  const found = findOwnPlaces(survey);
  const others = layouts.filter(({ sheet }) => found.every((place) => place.sheet !== sheet));
  return [...found, ...others.map((layout) => ({ ...layout, ownColumns: new Map<string, number>() }))];
}

function findObstacle(survey: WorkbookSurvey, places: readonly FoundOwn[]): Failure | undefined {
  const withColumns = new Set(places.filter(({ ownColumns }) => ownColumns.size > 0).map(({ sheet }) => sheet));
  const sheets = survey.sheets.filter(({ sheet }) => withColumns.has(sheet));
  const closed = sheets.find(({ isProtected }) => isProtected);
  if (closed !== undefined) return { kind: "sheetProtected", sheet: closed.sheet };
  const filtered = sheets.find(({ isFiltered }) => isFiltered);
  if (filtered !== undefined) return { kind: "filtered", sheet: filtered.sheet };
  const hasSettings = settingsSheetIn(survey) !== undefined;
  return hasSettings && survey.isStructureProtected ? { kind: "structureProtected" } : undefined;
}

/** One sheet from which own columns go. */
export interface Clearing {
  readonly place: FoundOwn;
  readonly layout: Layout | undefined;
  readonly keepTyped: boolean;
  readonly survey: WorkbookSurvey;
  /** Days that were written, which therefore nobody typed. */
  readonly days?: readonly WrittenDay[];
  /** The rules that go, by their markers, and those that come back; without it all of ours go. */
  readonly rules?: { readonly before: readonly Rule[]; readonly after: readonly string[] };
}

/** The rules that stay when columns go. */
function rulesLeft(seen: readonly RuleSeen[], rules: Clearing["rules"]): readonly Rule[] {
  if (rules === undefined) return [];
  const staying = seen.map(({ rule }) => rule).filter(({ marker }) => !rules.after.includes(marker));
  return [...staying, ...rules.before];
}

/** Plans taking own columns out of one sheet with their rules, and the table's or filter's retreat. */
export async function clearSheet(
  workbook: Workbook,
  clearing: Clearing,
  watch: Watch,
): Promise<Result<{ changes: readonly Change[]; typed: readonly TypedCell[] }, Failure>> {
  const { place, layout, keepTyped } = clearing;
  const { sheet, headerRows, lastUsedRow: lastRow, ownColumns } = place;
  const columns = [...ownColumns.values()];
  const traces = await workbook.readOwn({ sheet, columns, firstRow: headerRows[1], lastRow }, watch);
  if (!traces.ok) return traces;
  const isTyped = await typedIn(workbook, clearing, watch);
  if (!isTyped.ok) return isTyped;
  const how = isTyped.value === undefined ? {} : { isTyped: isTyped.value };
  const listed = planRemoval(place, traces.value, { columns: ownColumns, keepTyped: true, ...how });
  const removal = keepTyped ? listed : planRemoval(place, traces.value, { columns: ownColumns, keepTyped, ...how });
  const retreat = layout === undefined ? [] : planRetreat(layout, removal.gone);
  const rules = planRules(sheet, traces.value.rules, rulesLeft(traces.value.rules, clearing.rules));
  return ok({ changes: [...rules, ...removal.changes, ...retreat], typed: listed.kept });
}

/** What the ledger alone says decides which days in own columns a person typed; undefined where there is no ledger any more. */
async function typedIn(
  workbook: Workbook,
  { layout, survey, place, days = [] }: Clearing,
  watch: Watch,
): Promise<Result<IsTyped | undefined, Failure>> {
  if (layout === undefined || place.ownColumns.size === 0) return ok(undefined);
  const alone = { ...layout, ownColumns: new Map<string, number>() };
  const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = alone;
  const cells = await workbook.readColumns({ sheet, firstRow, lastRow, ...columnsToRead(alone) }, watch);
  if (!cells.ok) return cells;
  const ledger = readLedger(alone, cells.value, survey.sheets.find((one) => one.sheet === sheet)?.merges);
  const isTyped = typedBeside(ledger, judge(ledger, defaultSettings, LATE), defaultSettings);
  const rows = rowsByKey(ledger);
  const written = new Set(days.map(({ heading, key, day: on }) => `${heading} ${String(rows.get(key))} ${String(on)}`));
  const isWritten = (heading: string, content: unknown, row: number) =>
    written.has(`${heading} ${String(row)} ${String(content)}`);
  const mendedAt = mendedCells(alone, cells.value);
  return ok((spec, content, row) => {
    const mendedTo = mendedAt(spec.heading);
    if (mendedTo !== undefined) return content !== mendedTo(row);
    return !isWritten(spec.heading, content, row) && isTyped(spec, content, row);
  });
}

/** A day after every visit: which days were typed does not depend on today. */
const LATE = day("2999-12-31");
