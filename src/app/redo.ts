import { undo, type Change } from "../domain/change/change";
import { hashed } from "../domain/change/hashed";
import type { Operation } from "../domain/change/operation";
import { ok, refused, type Result } from "../domain/result";
import { annotate } from "./annotate";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { changedPlace } from "./redoCheck";
import { lookAt, rowsOf, type Plan, type Site } from "./undoSite";
import type { Watch, Workbook } from "./workbook";

/** What puts an operation back. */
export interface Redo {
  readonly changes: readonly Change[];
  /** The ledgers of which it writes rows, with the hash of their drawdowns in order: they must be the same ones. */
  readonly ledgers: readonly { readonly sheet: string; readonly drawdowns: string }[];
}

/** An operation that was taken back, with what puts it back. */
export interface Redoable {
  readonly operation: Operation;
  readonly redo: Redo;
}

/** What would put an operation back that is about to be taken back; an annotation is made anew instead, and what is remembered in brief cannot be. */
export async function planRedo(
  { changes, site }: Plan & { readonly site: Site },
  { kind, deeds }: Operation,
  watch: Watch,
): Promise<Result<Redo | undefined, Failure>> {
  if (kind === "annotate") return ok({ changes: [], ledgers: [] });
  if (deeds.some((deed) => deed.kind === "madeSheet")) return ok(undefined);
  return planBack({ changes, site }, watch);
}

/** What cannot be made again as it was. */
const isFinal = (change: Change) => change.kind === "sheet" && change.isFinal === true;

/** What puts back what these changes take away. */
export async function planBack(
  { changes, site }: Pick<Plan, "changes"> & { readonly site: Site },
  watch: Watch,
): Promise<Result<Redo, Failure>> {
  const written = new Set(
    changes.flatMap((change) => (change.kind === "column" || change.kind === "cells" ? change.sheet : [])),
  );
  const ledgers: Redo["ledgers"][number][] = [];
  for (const { sheet } of site.layouts.filter((layout) => written.has(layout.sheet))) {
    const drawdowns = await drawdownsOn(site, sheet, watch);
    if (!drawdowns.ok) return drawdowns;
    ledgers.push({ sheet, drawdowns: drawdowns.value });
  }
  return ok({ changes: undo(changes.filter((change) => !isFinal(change))), ledgers });
}

/** The hash of a ledger's drawdowns in their order; "" where the sheet holds none any more. */
async function drawdownsOn(site: Site, sheet: string, watch: Watch): Promise<Result<string, Failure>> {
  const layout = site.layouts.find((one) => one.sheet === sheet);
  if (layout === undefined) return ok("");
  const rows = await rowsOf(site, layout, watch);
  return rows.ok ? ok(hashed(JSON.stringify([...rows.value]))) : rows;
}

/** Puts back an operation that was taken back: an annotation is made anew, anything else returns as it was, all or nothing, and only where everything still stands as it was left. */
export async function redo(
  workbook: Workbook,
  { taken, options }: { readonly taken: Redoable; readonly options: RunOptions },
  watch: Watch,
): Promise<Result<Operation, Failure>> {
  const done = await (taken.operation.kind === "annotate"
    ? annotate(workbook, options, watch)
    : replay(workbook, taken, watch));
  return done.ok ? ok(taken.operation) : done;
}

async function replay(
  workbook: Workbook,
  { operation, redo: back }: Redoable,
  watch: Watch,
): Promise<Result<unknown, Failure>> {
  const changes = await findStanding(workbook, back, watch);
  return changes.ok ? applyRecorded(workbook, { operation, changes: changes.value }, watch) : changes;
}

/** What would put back what was taken away; refused where anything no longer stands as it was left. */
export async function findStanding(
  workbook: Workbook,
  { changes: all, ledgers }: Redo,
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const site = await lookAt(workbook, false, watch);
  if (!site.ok) return site;
  const rows = await sameRows(site.value, ledgers, watch);
  return rows.ok ? standing(site.value, all, watch) : rows;
}

/** Refused where a ledger's rows are other ones, or in another order. */
async function sameRows(site: Site, ledgers: Redo["ledgers"], watch: Watch): Promise<Result<undefined, Failure>> {
  for (const { sheet, drawdowns } of ledgers) {
    const now = await drawdownsOn(site, sheet, watch);
    if (!now.ok) return now;
    if (now.value !== drawdowns) return refused({ kind: "changedSince", place: `工作表“${sheet}”的借据` });
  }
  return ok(undefined);
}

/** The changes, where everything stands as it was left. The results of a later run stay: then those that were taken back do not return. */
async function standing(site: Site, all: readonly Change[], watch: Watch): Promise<Result<readonly Change[], Failure>> {
  const changes: Change[] = [];
  for (const change of all) {
    const place = await changedPlace(site, change, watch);
    if (!place.ok) return place;
    if (place.value === undefined) changes.push(change);
    else if (change.kind !== "state") return refused({ kind: "changedSince", place: place.value });
  }
  return ok(changes);
}
