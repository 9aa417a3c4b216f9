import type { Change } from "../domain/change/change";
import { hashed } from "../domain/change/hashed";
import { sheetMade } from "../domain/change/madeSheet";
import type { Deed, Operation } from "../domain/change/operation";
import { findOwnPlaces } from "../domain/change/ownPlaces";
import { operationNow } from "../domain/change/renamedSheets";
import { stateChange } from "../domain/change/stateChange";
import { historyWithout } from "../domain/history/historyText";
import { day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { clearSheet } from "./clear";
import type { Failure } from "./failure";
import { forgetWidths } from "./ownWidths";
import { findRenamed } from "./renamed";
import { planColumnCells, planLine } from "./undoCells";
import { ofDraft, ofRows, planSheetBack } from "./undoSheets";
import { lookAt, nothing, sheetOf, type Of, type Plan, type Site } from "./undoSite";
import type { Watch, Workbook } from "./workbook";

/** Of an operation that made no rules: those that stand stay. */
const noRules = { before: [], after: [] };

async function planColumns(
  site: Site,
  { sheet, headings, days, rules }: Of<"columns"> & { rules: Of<"rules"> | undefined },
  watch: Watch,
): Promise<Result<Plan, Failure>> {
  const { workbook, survey, layouts } = site;
  const place = findOwnPlaces(survey).find((one) => one.sheet === sheet);
  const layout = layouts.find((one) => one.sheet === sheet);
  if (place === undefined) return rules === undefined ? ok(nothing) : planRulesBack(site, rules, watch);
  const ownColumns = new Map([...place.ownColumns].filter(([heading]) => headings.includes(heading)));
  const clearing = { place: { ...place, ownColumns }, layout, keepTyped: true, survey, days, rules: rules ?? noRules };
  const cleared = await clearSheet(workbook, clearing, watch);
  if (!cleared.ok) return cleared;
  const left = cleared.value.typed.map(({ address, text }) => `${sheet}!${address} 人工填写的“${text}”`);
  return ok({ changes: cleared.value.changes, left });
}

/** Rules of an operation that added no columns: those it made go, those that were there come back. */
async function planRulesBack(
  { workbook, layouts }: Site,
  deed: Of<"rules">,
  watch: Watch,
): Promise<Result<Plan, Failure>> {
  const layout = layouts.find(({ sheet }) => sheet === deed.sheet);
  if (layout === undefined) return ok(nothing);
  const { sheet, firstDataRow } = layout;
  const wanted = { sheet, columns: [], firstRow: firstDataRow, lastRow: firstDataRow };
  const traces = await workbook.readOwn(wanted, watch);
  if (!traces.ok) return traces;
  const made = new Set(deed.after);
  const going = traces.value.rules.filter(({ rule }) => made.has(rule.marker));
  return ok({
    changes: [
      ...going.map(({ id, rule }): Change => ({ kind: "rule", sheet, id, before: rule })),
      ...deed.before.map((after): Change => ({ kind: "rule", sheet, after })),
    ],
    left: [],
  });
}

interface Undoing {
  readonly operation: Operation;
  readonly watch: Watch;
}

type Planned = Promise<Result<Plan, Failure>>;
const nothingToDo = (): Planned => Promise.resolve(ok(nothing));

const planners: { readonly [Kind in Deed["kind"]]: (site: Site, deed: Of<Kind>, undoing: Undoing) => Planned } = {
  sheet: (site, { draft }, { operation }) => planSheetBack(site, ofDraft(draft), operation),
  madeSheet: (site, deed, { operation }) => planSheetBack(site, ofRows(deed), operation),
  columns: (site, deed, { operation, watch }) => {
    const rules = operation.deeds.find((one) => one.kind === "rules" && one.sheet === deed.sheet);
    return planColumns(site, { ...deed, rules: rules as Of<"rules"> | undefined }, watch);
  },
  cells: (site, deed, { watch }) => planColumnCells(site, deed, watch),
  line: planLine,
  history: (site, deed, { operation }) => planHistoryBack(site, deed, operation),
  rules: (site, deed, { operation, watch }) => {
    const hasColumns = operation.deeds.some((one) => one.kind === "columns" && one.sheet === deed.sheet);
    return hasColumns ? nothingToDo() : planRulesBack(site, deed, watch);
  },
  removal: nothingToDo,
  mapping: planMappingBack,
};

function planDeed(site: Site, deed: Deed, undoing: Undoing): Planned {
  return (planners[deed.kind] as (site: Site, deed: Deed, undoing: Undoing) => Planned)(site, deed, undoing);
}

/** The results that a run kept, where they are still the last. */
async function planHistoryBack(
  { workbook }: Site,
  { before, after }: Of<"history">,
  { asOf }: Operation,
): Promise<Result<Plan, Failure>> {
  const state = await workbook.readState("history");
  if (!state.ok) return state;
  const text = state.value;
  if (text === undefined || hashed(text) !== after) return ok(nothing);
  const was = before ?? (asOf === undefined ? text : historyWithout(text, day(asOf)));
  return ok({ changes: stateChange("history", text, was === "" ? undefined : was), left: [] });
}

/** The columns that were confirmed before, where nobody confirmed others since. */
async function planMappingBack({ workbook }: Site, { before, after }: Of<"mapping">): Promise<Result<Plan, Failure>> {
  const state = await workbook.readState("mapping");
  if (!state.ok) return state;
  if (state.value !== after) return ok({ changes: [], left: ["列对应"] });
  return ok({ changes: stateChange("mapping", after, before), left: [] });
}

function findObstacle({ survey }: Site, { deeds }: Operation): Failure | undefined {
  const touched = new Set(deeds.filter((deed) => sheetMade(deed) === undefined).map(sheetOf));
  const sheets = survey.sheets.filter(({ sheet }) => touched.has(sheet));
  const closed = sheets.find(({ isProtected }) => isProtected);
  if (closed !== undefined) return { kind: "sheetProtected", sheet: closed.sheet };
  const filtered = sheets.find(({ isFiltered }) => isFiltered);
  if (filtered !== undefined) return { kind: "filtered", sheet: filtered.sheet };
  const dropsSheets = deeds.some((deed) => sheetMade(deed) !== undefined);
  return dropsSheets && survey.isStructureProtected ? { kind: "structureProtected" } : undefined;
}

/** What takes an operation back from the workbook as it stands now, whatever its sheets are called by now. Ledgers go before the sheets that their formulas read. */
export async function planUndo(
  workbook: Workbook,
  { operation: asRemembered, isBroken }: { operation: Operation; isBroken: boolean },
  watch: Watch,
): Promise<Result<Plan & { readonly site: Site }, Failure>> {
  const looked = await lookAt(workbook, isBroken, watch);
  if (!looked.ok) return looked;
  const site = looked.value;
  const renamed = await findRenamed(workbook, site.survey, asRemembered);
  if (!renamed.ok) return renamed;
  const operation = operationNow(asRemembered, renamed.value);
  const obstacle = findObstacle(site, operation);
  if (obstacle !== undefined) return refused(obstacle);
  const changes: Change[] = [];
  const left: string[] = [];
  for (const deed of [...operation.deeds].sort(
    (one, other) => Number(sheetMade(one) !== undefined) - Number(sheetMade(other) !== undefined),
  )) {
    const plan = await planDeed(site, deed, { operation, watch });
    if (!plan.ok) return plan;
    changes.push(...plan.value.changes);
    left.push(...plan.value.left);
  }
  const all = await forgetWidths(site, changes, operation);
  return all.ok ? ok({ changes: all.value, left, site }) : all;
}
