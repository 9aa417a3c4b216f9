import type { Change } from "../domain/change/change";
import { findOwnPlaces, type FoundOwn } from "../domain/change/ownPlaces";
import { planRetreat } from "../domain/change/planReach";
import { planRemoval, type IsTyped, type TypedCell } from "../domain/change/planRemoval";
import { planRules } from "../domain/change/planRules";
import { typedBeside } from "../domain/change/typedDays";
import { columnsToRead } from "../domain/ledger/columnsToRead";
import type { Layout } from "../domain/ledger/ledger";
import { readLedger } from "../domain/ledger/readLedger";
import { recognise } from "../domain/ledger/recognise";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { judge } from "../domain/risk/judge";
import { defaultSettings } from "../domain/settings/defaults";
import { settingsEdited } from "../domain/settings/edited";
import { readSettings } from "../domain/settings/readSettings";
import { SETTINGS_SHEET } from "../domain/settings/names";
import { settingsSheet } from "../domain/settings/settingsSheet";
import type { Failure } from "./failure";
import type { Applied, SheetSeen, Watch, Workbook } from "./workbook";

/** What the user wants to stay. */
export interface Keep {
  /** Cells of own columns that a person typed. */
  readonly typed: boolean;
  /** The settings sheet, where it was edited. */
  readonly settings: boolean;
}

/** What clearing would take out, for the question before it. */
export interface ClearPlan {
  readonly columns: number;
  readonly typed: readonly TypedCell[];
  readonly settings: "absent" | "untouched" | "edited";
}

interface Draft extends ClearPlan {
  readonly changes: readonly Change[];
}

/** Tells what clearing would take out; changes nothing. */
export async function planClear(workbook: Workbook, watch: Watch): Promise<Result<ClearPlan, Failure>> {
  const draft = await draftClear(workbook, { typed: true, settings: true }, watch);
  if (!draft.ok) return draft;
  const { columns, typed, settings } = draft.value;
  return ok({ columns, typed, settings });
}

/** Takes out every column, rule, name and sheet of ours and nothing else, all or nothing. */
export async function clear(workbook: Workbook, keep: Keep, watch: Watch): Promise<Result<Applied, Failure>> {
  const draft = await draftClear(workbook, keep, watch);
  if (!draft.ok) return draft;
  const { changes } = draft.value;
  return changes.length === 0 ? ok({ changes: 0, cells: 0 }) : workbook.apply(changes, watch);
}

async function draftClear(workbook: Workbook, keep: Keep, watch: Watch): Promise<Result<Draft, Failure>> {
  watch.progress("survey", 0, 1);
  const surveyed = await workbook.survey({ merges: true });
  if (!surveyed.ok) return surveyed;
  const survey = surveyed.value;
  const { layouts } = recognise(survey);
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
  const columns = places.reduce((sum, { ownColumns }) => sum + ownColumns.size, 0);
  return ok({ changes: [...changes, ...settings.value.changes], columns, typed, settings: settings.value.state });
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
  const hasSettings = survey.sheets.some(({ sheet }) => sheet === SETTINGS_SHEET);
  return hasSettings && survey.isStructureProtected ? { kind: "structureProtected" } : undefined;
}

interface Clearing {
  readonly place: FoundOwn;
  readonly layout: Layout | undefined;
  readonly keepTyped: boolean;
  readonly survey: WorkbookSurvey;
}

async function clearSheet(
  workbook: Workbook,
  clearing: Clearing,
  watch: Watch,
): Promise<Result<{ changes: readonly Change[]; typed: readonly TypedCell[] }, Failure>> {
  const { place, layout, keepTyped } = clearing;
  const { sheet, headerRows, lastUsedRow: lastRow, ownColumns } = place;
  const columns = [...ownColumns.values()];
  const traces = await workbook.readOwn({ sheet, columns, firstRow: headerRows[1], lastRow, formatsOf: [] }, watch);
  if (!traces.ok) return traces;
  const isTyped = await typedIn(workbook, clearing, watch);
  if (!isTyped.ok) return isTyped;
  const how = isTyped.value === undefined ? {} : { isTyped: isTyped.value };
  const listed = planRemoval(place, traces.value, { columns: ownColumns, keepTyped: true, ...how });
  const removal = keepTyped ? listed : planRemoval(place, traces.value, { columns: ownColumns, keepTyped, ...how });
  const retreat = layout === undefined ? [] : planRetreat(layout, removal.gone);
  const rules = planRules(sheet, traces.value.rules, []);
  return ok({ changes: [...rules, ...removal.changes, ...retreat], typed: listed.kept });
}

/** What the ledger alone says decides which days in own columns a person typed; undefined where there is no ledger any more. */
async function typedIn(
  workbook: Workbook,
  { layout, survey, place }: Clearing,
  watch: Watch,
): Promise<Result<IsTyped | undefined, Failure>> {
  if (layout === undefined || place.ownColumns.size === 0) return ok(undefined);
  const alone = { ...layout, ownColumns: new Map<string, number>() };
  const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = alone;
  const cells = await workbook.readColumns({ sheet, firstRow, lastRow, ...columnsToRead(alone) }, watch);
  if (!cells.ok) return cells;
  const ledger = readLedger(alone, cells.value, survey.sheets.find((one) => one.sheet === sheet)?.merges);
  return ok(typedBeside(ledger, judge(ledger, defaultSettings, LATE), defaultSettings));
}

/** A day after every visit: which days were typed does not depend on today. */
const LATE = day("2999-12-31");

interface SettingsClearing {
  readonly changes: readonly Change[];
  readonly state: ClearPlan["settings"];
}

async function clearSettings(
  workbook: Workbook,
  survey: WorkbookSurvey,
  keepEdited: boolean,
): Promise<Result<SettingsClearing, Failure>> {
  if (survey.sheets.every(({ sheet }) => sheet !== SETTINGS_SHEET)) return ok({ changes: [], state: "absent" });
  const seen = await workbook.readSheet(SETTINGS_SHEET, []);
  if (!seen.ok) return seen;
  const isEdited = settingsEdited(seen.value?.values ?? [], survey.dateSystem);
  if (isEdited && keepEdited) return ok({ changes: [], state: "edited" });
  const before = draftOf(seen.value, survey);
  return ok({ changes: [{ kind: "sheet", before }], state: isEdited ? "edited" : "untouched" });
}

/** The settings sheet with the cells it has now. */
function draftOf(seen: SheetSeen | undefined, survey: WorkbookSurvey) {
  const read = readSettings(seen?.values ?? [], survey.dateSystem);
  const draft = settingsSheet(read.ok ? read.value : defaultSettings, survey.dateSystem);
  return { ...draft, cells: seen?.contents ?? draft.cells };
}
