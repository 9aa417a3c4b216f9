import type { Asking } from "./asking";
import type { FilledRecord } from "./filledRecord";

/** Something about a filled record that keeps it from being filed, or asks for a reason. */
export interface Finding {
  /** R01 to R11 of the checks against formalism; "" for what no clause names. visit-forms E.4 */
  readonly clause: string;
  readonly message: string;
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** Whether the record may be filed all the same when the manager says why. */
  readonly isWaivable: boolean;
  /** The question that may be answered beside the sheet; absent where the sheet itself has to be changed. */
  readonly asks?: Asking;
}

/** A finding at the answer of a label, or at the top of the sheet where the label is gone. */
export function findingAt(
  record: FilledRecord,
  label: string,
  said: Pick<Finding, "clause" | "message" | "isWaivable" | "asks">,
): Finding {
  const { row = 0, column = 0 } = record.answers.get(label) ?? {};
  return { ...said, sheet: record.sheet, row, column };
}
