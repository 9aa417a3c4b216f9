import { saveSettings, seeSettings, type SettingsSeen } from "../../app/saveSettings";
import type { Edits } from "../../domain/settings/edits";
import type { Session } from "../session/session";

/** Reads the settings sheet, beside whatever else is read. */
export const readSettings = (session: Session, then: (seen: SettingsSeen) => void): Promise<void> =>
  session.glance(async ({ workbook }) => {
    const seen = await seeSettings(workbook);
    if (!seen.ok) return seen.because;
    then(seen.value);
    return undefined;
  });

/** Saves what was set, and judges by it. */
export async function saveEdits(session: Session, edits: Edits): Promise<void> {
  await session.perform("settings", ({ workbook, tell, clock }) => async (watch) => {
    const saved = await saveSettings(workbook, edits, watch);
    if (!saved.ok) return saved.because;
    tell({ kind: "happened", last: { is: "settingsSaved", at: clock(), cells: saved.value.cells } });
    return undefined;
  });
  if (session.state().last.is === "settingsSaved") await session.look();
}
