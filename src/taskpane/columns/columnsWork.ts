import { saveMapping } from "../../app/saveMapping";
import type { Given } from "../../domain/ledger/columnMapping";
import type { Session } from "../session/session";

/** Remembers the columns of a sheet, or forgets them; then reads the ledger by them. */
export async function saveColumns(session: Session, sheet: string, given: Given | undefined): Promise<void> {
  await session.perform("columns", ({ workbook, tell }) => async (watch) => {
    const saved = await saveMapping(workbook, { sheet, given }, watch);
    if (!saved.ok) return saved.because;
    tell({ kind: "opened", screen: undefined });
    tell({ kind: "happened", last: { is: "columnsSaved", sheet, isKept: given !== undefined } });
    return undefined;
  });
  if (session.state().last.is === "columnsSaved") await session.look();
}
