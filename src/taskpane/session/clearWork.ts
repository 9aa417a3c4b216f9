import type { Keep } from "../../app/clear";
import type { Work } from "./jobs";
import type { Around } from "./recordWork";

/** Takes out everything of ours but what is to stay; its code is loaded when it is first asked for. */
export const clearing =
  ({ workbook, tell, clock }: Around, keep: Keep): Work =>
  async (watch) => {
    const { clearToPutBack } = await import("../../app/unclear");
    const cleared = await clearToPutBack(workbook, keep, watch);
    if (!cleared.ok) return cleared.because;
    const { changes, back } = cleared.value;
    tell({ kind: "happened", last: changes === 0 ? { is: "nothingToClear" } : { is: "cleared", at: clock(), back } });
    return undefined;
  };

/** Puts the sample ledger onto a sheet of its own. */
export const sampling =
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const { insertSample } = await import("../../app/sample");
    const inserted = await insertSample(workbook, options.today, watch);
    if (!inserted.ok) return inserted.because;
    tell({ kind: "happened", last: { is: "sampled", sheet: inserted.value.sheet } });
    return undefined;
  };
