import type { Redoable } from "../../src/app/redo";
import type { TakenBack } from "../../src/app/undo";

/** What was taken back and can be put back; fails where it cannot. */
export function redoable({ operation, redo }: TakenBack): Redoable {
  if (redo === undefined) throw new Error("remembered in brief");
  return { operation, redo };
}
