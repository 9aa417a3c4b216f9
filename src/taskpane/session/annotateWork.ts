import type { Work } from "./jobs";
import type { Around } from "./recordWork";

/** Annotates every ledger and tells what was written, at what time of day; its code is loaded when it is first asked for. */
export function annotating({ workbook, options, tell }: Around, clock: () => string): Work {
  return async (watch) => {
    const { annotate } = await import("../../app/annotate");
    const annotated = await annotate(workbook, options, watch);
    if (!annotated.ok) return annotated.because;
    const { assessment, applied, kept } = annotated.value;
    const drawdowns = assessment.ledgers.reduce((sum, { ledger }) => sum + ledger.drawdowns, 0);
    tell({ kind: "assessed", assessment });
    tell({ kind: "happened", last: { is: "annotated", at: clock(), drawdowns, applied, kept: kept.length } });
    return undefined;
  };
}
