import { reportChanges } from "../../app/changes";
import { loadHistory, type HistorySeen } from "../../app/history";
import type { Day } from "../../domain/loan/day";
import type { Session } from "../session/session";

/** Reads the results of earlier runs, beside whatever else is read. */
export const readHistory = (session: Session, then: (seen: HistorySeen) => void): Promise<void> =>
  session.glance(async ({ workbook }) => {
    const seen = await loadHistory(workbook, { hasHistory: true });
    if (!seen.ok) return seen.because;
    then(seen.value);
    return undefined;
  });

/** Puts what changed since a day on a sheet, and shows it. */
export async function makeSheet(session: Session, since: Day | undefined): Promise<void> {
  await session.perform("report", ({ workbook, options, tell }) => async (watch) => {
    const asked = { ...options, ...(since === undefined ? {} : { since }) };
    const made = await reportChanges(workbook, asked, watch);
    if (!made.ok) return made.because;
    tell({ kind: "happened", last: { is: "carded", drafts: [made.value.draft] } });
    return undefined;
  });
  const { last } = session.state();
  if (last.is === "carded") await session.goTo(last.drafts[0].name, 0, 0);
}
