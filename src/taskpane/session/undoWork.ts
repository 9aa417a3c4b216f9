import type { Workbook } from "../../app/workbook";
import type { Work } from "./jobs";
import type { Event, Undoing } from "./state";

interface Around {
  readonly workbook: Workbook;
  /** The time of day as "11:32". */
  readonly clock: () => string;
  readonly tell: (event: Event) => void;
}

/** Takes back the last operation that the file remembers, or a run that broke off; its code is loaded when it is first asked for. */
export const undoing =
  ({ workbook, clock, tell }: Around, what: Undoing): Work =>
  async (watch) => {
    const { mend, undoLast } = await import("../../app/undo");
    const undone = await (what === "last" ? undoLast : mend)(workbook, watch);
    if (!undone.ok) return undone.because;
    const { operation, left } = undone.value;
    tell({ kind: "happened", last: { is: "undone", at: clock(), operation: operation.kind, left } });
    return undefined;
  };

/** Tells of a run that broke off before it was complete; where this cannot be read nothing is said. */
export async function tellBroken({ workbook, tell }: Omit<Around, "clock">): Promise<void> {
  const journal = await workbook.readState("journal");
  if (journal.ok && journal.value !== undefined) tell({ kind: "happened", last: { is: "brokenOff" } });
}
