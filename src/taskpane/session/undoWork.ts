import { redo, type Redo, type Redoable } from "../../app/redo";
import { unclear } from "../../app/unclear";
import { mend, undoLast } from "../../app/undo";
import type { Work } from "./jobs";
import type { Around } from "./recordWork";
import type { Last } from "./state";

/** What was taken back last, before anything else was done. */
const takenBack = (last: Last): readonly Redoable[] => ("taken" in last ? last.taken : []);

/** Takes back what was done last: a clear just made, else the last operation that the file remembers, after those that were taken back before. */
export const undoing = (around: Around, last: Last): Work =>
  last.is === "cleared" ? unclearing(around, last.back) : takingBack(around, takenBack(last));

const unclearing =
  ({ workbook, tell }: Around, back: Redo): Work =>
  async (watch) => {
    const done = await unclear(workbook, back, watch);
    if (!done.ok) return done.because;
    tell({ kind: "happened", last: { is: "told", text: "已撤销清除，标注恢复为清除前的样子。" } });
    return undefined;
  };

const takingBack =
  ({ workbook, clock, tell }: Around, taken: readonly Redoable[]): Work =>
  async (watch) => {
    const undone = await undoLast(workbook, watch);
    if (!undone.ok) return undone.because;
    const { operation, left, redo: back } = undone.value;
    const last = {
      is: "undone",
      at: clock(),
      operation: operation.kind,
      left,
      taken: back === undefined ? [] : [...taken, { operation, redo: back }],
    } as const;
    tell({ kind: "happened", last });
    return undefined;
  };

/** Takes back a run that broke off. */
export const mending =
  ({ workbook, clock, tell }: Around): Work =>
  async (watch) => {
    const mended = await mend(workbook, watch);
    if (!mended.ok) return mended.because;
    const { operation, left } = mended.value;
    tell({ kind: "happened", last: { is: "undone", at: clock(), operation: operation.kind, left, taken: [] } });
    return undefined;
  };

/** Puts back what was taken back last. */
export const redoing =
  ({ workbook, clock, tell, options }: Around, last: Last): Work =>
  async (watch) => {
    const taken = takenBack(last);
    const next = taken.at(-1);
    if (next === undefined) return undefined;
    const redone = await redo(workbook, { taken: next, options }, watch);
    if (!redone.ok) return redone.because;
    const done = { is: "redone", at: clock(), operation: redone.value.kind, taken: taken.slice(0, -1) } as const;
    tell({ kind: "happened", last: done });
    return undefined;
  };
