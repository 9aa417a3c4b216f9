import type { Redoable } from "../../app/redo";
import type { Work } from "./jobs";
import type { Around } from "./recordWork";
import type { State } from "./state";

/** What was taken back last, before anything else was done. */
export const takenBack = ({ last }: Pick<State, "last">): readonly Redoable[] => ("taken" in last ? last.taken : []);

/** Takes back the last operation that the file remembers, after those that were taken back before; its code is loaded when it is first asked for. */
export const undoing =
  ({ workbook, clock, tell }: Around, taken: readonly Redoable[]): Work =>
  async (watch) => {
    const { undoLast } = await import("../../app/undo");
    const undone = await undoLast(workbook, watch);
    if (!undone.ok) return undone.because;
    const { operation, left, redo } = undone.value;
    const last = {
      is: "undone",
      at: clock(),
      operation: operation.kind,
      left,
      taken: redo === undefined ? [] : [...taken, { operation, redo }],
    } as const;
    tell({ kind: "happened", last });
    return undefined;
  };

/** Takes back a run that broke off. */
export const mending =
  ({ workbook, clock, tell }: Around): Work =>
  async (watch) => {
    const { mend } = await import("../../app/undo");
    const mended = await mend(workbook, watch);
    if (!mended.ok) return mended.because;
    const { operation, left } = mended.value;
    tell({ kind: "happened", last: { is: "undone", at: clock(), operation: operation.kind, left, taken: [] } });
    return undefined;
  };

/** Puts back what was taken back last. */
export const redoing =
  ({ workbook, clock, tell, options }: Around, taken: readonly Redoable[]): Work =>
  async (watch) => {
    const next = taken.at(-1);
    if (next === undefined) return undefined;
    const { redo } = await import("../../app/redo");
    const redone = await redo(workbook, { taken: next, options }, watch);
    if (!redone.ok) return redone.because;
    const last = { is: "redone", at: clock(), operation: redone.value.kind, taken: taken.slice(0, -1) } as const;
    tell({ kind: "happened", last });
    return undefined;
  };

/** Tells of a run that broke off before it was complete; where this cannot be read nothing is said. */
export async function tellBroken({ workbook, tell }: Pick<Around, "workbook" | "tell">): Promise<void> {
  const journal = await workbook.readState("journal");
  if (!journal.ok || journal.value === undefined) return;
  const { isRemoval } = await import("../../app/undo");
  tell({ kind: "happened", last: { is: "brokenOff", isRemoval: isRemoval(journal.value) } });
}
