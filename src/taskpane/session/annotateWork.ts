import type { Annotated, AnnotationDraft } from "../../app/annotate";
import { inTurns } from "../../app/inTurns";
import type { Work } from "./jobs";
import type { Around } from "./recordWork";

/** Drafts a run and writes it; the first run on a workbook, and every one where the settings say so, is shown before. Its code is loaded when it is first asked for. */
export function annotating({ workbook, options, tell, clock }: Around): Work {
  return async (watch) => {
    const { applyAnnotation, draftAnnotation } = await import("../../app/annotate");
    const drafted = await draftAnnotation(workbook, options, watch);
    if (!drafted.ok) return drafted.because;
    const draft = drafted.value;
    if (isShownFirst(draft)) {
      show(tell, draft, false);
      return undefined;
    }
    const annotated = await applyAnnotation(workbook, { ...options, draft }, watch);
    if (!annotated.ok) return annotated.because;
    tellAnnotated({ tell, clock }, annotated.value);
    return undefined;
  };
}

/** Writes what was shown, after reading the workbook again: where it would now do something else, that is shown instead. */
export function applying({ workbook, options, tell, clock }: Around, shown: AnnotationDraft): Work {
  return async (watch) => {
    const { applyAnnotation, draftAnnotation } = await import("../../app/annotate");
    const { sameChanges } = await import("../../domain/change/sameChanges");
    const drafted = await draftAnnotation(workbook, options, watch);
    if (!drafted.ok) return drafted.because;
    const draft = drafted.value;
    const isSame = await inTurns(sameChanges(draft.changes, shown.changes), watch);
    if (!isSame.ok) return isSame.because;
    if (!isSame.value) {
      show(tell, draft, true);
      return undefined;
    }
    const annotated = await applyAnnotation(workbook, { ...options, draft }, watch);
    if (!annotated.ok) return annotated.because;
    tellAnnotated({ tell, clock }, annotated.value);
    return undefined;
  };
}

function isShownFirst({ isFirst, changes, assessment }: AnnotationDraft): boolean {
  return (isFirst || assessment.settings.previewFirst) && changes.length > 0;
}

function show(tell: Around["tell"], draft: AnnotationDraft, isRenewed: boolean): void {
  tell({ kind: "assessed", assessment: draft.assessment });
  tell({ kind: "opened", screen: { is: "preview", draft, isRenewed } });
}

function tellAnnotated({ tell, clock }: Pick<Around, "tell" | "clock">, annotated: Annotated): void {
  const { assessment, applied, kept } = annotated;
  const drawdowns = assessment.ledgers.reduce((sum, { ledger }) => sum + ledger.drawdowns, 0);
  tell({ kind: "assessed", assessment });
  tell({ kind: "happened", last: { is: "annotated", at: clock(), drawdowns, applied, kept: kept.length } });
}
