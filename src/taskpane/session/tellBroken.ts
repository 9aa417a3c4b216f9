import type { Around } from "./recordWork";

/** Tells of a run that broke off before it was complete; where this cannot be read nothing is said. */
export async function tellBroken({ workbook, tell }: Pick<Around, "workbook" | "tell">): Promise<void> {
  const journal = await workbook.readState("journal");
  if (!journal.ok || journal.value === undefined) return;
  const { isRemoval } = await import("../../app/undo");
  tell({ kind: "happened", last: { is: "brokenOff", isRemoval: isRemoval(journal.value) } });
}
