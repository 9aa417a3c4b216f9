import type { Change, Content } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { OWN_PREFIX } from "../domain/change/ownColumn";
import {
  columnsToCome,
  columnsToTrace,
  isFree,
  newColumn,
  placeColumns,
  type Placed,
} from "../domain/change/placement";
import { planCells } from "../domain/change/planCells";
import { planReach } from "../domain/change/planReach";
import { contentAt, type OwnTraces } from "../domain/change/traces";
import { columnsToMend, findMendings, type Mending } from "../domain/health/mendings";
import type { Field } from "../domain/ledger/field";
import type { Extent } from "../domain/ledger/cells";
import type { Layout, Ledger } from "../domain/ledger/ledger";
import type { SheetSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import { layGround, type Groundwork } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { rememberWidths } from "./ownWidths";
import { applyRecorded } from "./recording";
import type { Watch, Workbook } from "./workbook";

async function mendingsIn(
  workbook: Workbook,
  { assessment }: Groundwork,
  watch: Watch,
): Promise<Result<readonly Mending[], Failure>> {
  const all: Mending[] = [];
  for (const { ledger } of assessment.ledgers) {
    const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = ledger.layout;
    const wanted = { sheet, firstRow, lastRow, columns: columnsToMend(ledger.layout), formatsOf: [] };
    const cells = await workbook.readColumns(wanted, watch);
    if (!cells.ok) return cells;
    all.push(...findMendings(ledger, cells.value));
  }
  return ok(all);
}

/** Which columns are to be mended; undefined: all that can be. */
export interface MendOptions extends RunOptions {
  readonly only?: { readonly sheet?: string; readonly fields: ReadonlySet<Field> };
  /** What a person looked at before: where it would be something else now, nothing is written. */
  readonly shown?: readonly Mending[];
}

/** What can be mended, and under which headings it was; none where a person has to look at it again. */
export interface MendedBeside {
  readonly mendings: readonly Mending[];
  readonly headings: readonly string[];
}

const isMeant = ({ of, sheet }: Mending, only: MendOptions["only"]) =>
  only === undefined || (only.fields.has(of.field) && (only.sheet ?? sheet) === sheet);

const listed = (mendings: readonly Mending[]) =>
  JSON.stringify(mendings.map(({ sheet, column, cells, left }) => [sheet, column, cells, left]));

/** Mends columns into columns of ours right of the ledger, all or nothing; the ledger's own cells stay as they are. In columns that stand already the empty cells are filled. */
export async function mendBeside(
  workbook: Workbook,
  options: MendOptions,
  watch: Watch,
): Promise<Result<MendedBeside, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  if (!ground.ok) return ground;
  const found = await mendingsIn(workbook, ground.value, watch);
  if (!found.ok) return found;
  const mendings = found.value.filter((one) => isMeant(one, options.only));
  if (options.shown !== undefined && listed(options.shown) !== listed(mendings)) return ok({ mendings, headings: [] });
  return write(workbook, { ground: ground.value, mendings, withoutUndo: options.withoutUndo ?? false }, watch);
}

interface Meant {
  readonly ground: Groundwork;
  readonly mendings: readonly Mending[];
}

async function write(
  workbook: Workbook,
  { ground, mendings, withoutUndo }: Meant & { readonly withoutUndo: boolean },
  watch: Watch,
): Promise<Result<MendedBeside, Failure>> {
  const changes = await planAll(workbook, { ground, mendings }, watch);
  if (!changes.ok) return changes;
  const headings = mendings.map(({ of }) => OWN_PREFIX + of.spec.heading);
  if (changes.value.length === 0) return ok({ mendings, headings });
  const { ledgers, asOf } = ground.assessment;
  const operation = operationOf("mend", changes.value, { ledgers: ledgers.map(({ ledger }) => ledger), asOf });
  const applied = await applyRecorded(workbook, { operation, changes: changes.value, withoutUndo }, watch);
  return applied.ok ? ok({ mendings, headings }) : applied;
}

async function planAll(
  workbook: Workbook,
  { ground, mendings }: Meant,
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const changes: Change[] = [];
  for (const { ledger } of ground.assessment.ledgers) {
    const here = mendings.filter(({ sheet }) => sheet === ledger.layout.sheet);
    if (here.length === 0) continue;
    const planned = await planLedger(workbook, { ledger, mendings: here, ground }, watch);
    if (!planned.ok) return planned;
    changes.push(...planned.value);
  }
  return rememberWidths(workbook, ground.survey, changes);
}

async function planLedger(
  workbook: Workbook,
  { ledger, mendings, ground }: Meant & { readonly ledger: Ledger },
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const { layout, lastDataRow } = ledger;
  const specs = mendings.map(({ of }) => of.spec);
  const [seen, placed] = [
    ground.survey.sheets.find(({ sheet }) => sheet === layout.sheet),
    placeColumns(layout, specs),
  ];
  const obstacle = seen && obstacleOn(seen);
  if (obstacle !== undefined) return refused(obstacle);
  const traces = await tracesOf(workbook, { layout, placed: placed ?? [], used: seen?.used }, watch);
  if (!traces.ok) return traces;
  const rows = [layout.headerRows[1], lastDataRow] as const;
  if (placed === undefined || !isFree(traces.value, placed, rows)) {
    return refused({ kind: "noRoom", sheet: layout.sheet });
  }
  const planned = placed.flatMap((one, index) =>
    planColumn(ledger, one, { mending: mendings[index], traces: traces.value }),
  );
  return ok([...planReach(layout, placed), ...planned]);
}

/** What stands where the columns are to come. */
function tracesOf(
  workbook: Workbook,
  { layout, placed, used }: { layout: Layout; placed: readonly Placed[]; used: Extent | undefined },
  watch: Watch,
): Promise<Result<OwnTraces, Failure>> {
  const { sheet, headerRows, lastUsedRow: lastRow } = layout;
  const end = used === undefined ? 0 : used.column + used.columns;
  const columns = columnsToTrace(layout, placed, end);
  return workbook.readOwn({ sheet, columns, firstRow: headerRows[1], lastRow, widthsOf: columnsToCome(placed) }, watch);
}

function obstacleOn({ sheet, isProtected, isFiltered }: SheetSurvey): Failure | undefined {
  if (isProtected) return { kind: "sheetProtected", sheet };
  return isFiltered ? { kind: "filtered", sheet } : undefined;
}

function planColumn(
  { layout, lastDataRow }: Ledger,
  { spec, column, isNew }: Placed,
  { mending, traces }: { readonly mending: Mending | undefined; readonly traces: OwnTraces },
): readonly Change[] {
  const { sheet, firstDataRow: firstRow } = layout;
  const rows = Array.from({ length: lastDataRow - firstRow + 1 }, (_, index) => firstRow + index);
  const cells = rows.map((row): Content => mending?.contents.get(row) ?? "");
  if (isNew) return [newColumn(layout, traces, { spec, column, cells })];
  const before = rows.map((row) => contentAt(traces, row, column));
  const after = before.map((was, index) => (was === "" ? (cells[index] ?? "") : was));
  return planCells({ sheet, column, firstRow, before, after });
}
