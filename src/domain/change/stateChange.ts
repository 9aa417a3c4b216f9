import type { Change } from "./change";
import type { StatePart } from "./statePart";

/** The change that leaves this text in a part; none where it stands there. */
export function stateChange(part: StatePart, before: string | undefined, after: string | undefined): readonly Change[] {
  if (before === after) return [];
  return [
    { kind: "state", part, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  ];
}
