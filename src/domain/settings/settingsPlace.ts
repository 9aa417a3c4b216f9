import type { WorkbookSurvey } from "../ledger/survey";
import { AS_OF_LABEL } from "./lines";
import { AS_OF_NAME, SETTINGS_SHEET } from "./names";

/** What the sheet of the settings is called now: one that was renamed is known by the workbook names that point into it. */
export function settingsSheetIn({ sheets, ownNames }: Pick<WorkbookSurvey, "sheets" | "ownNames">): string | undefined {
  if (sheets.some(({ sheet }) => sheet === SETTINGS_SHEET)) return SETTINGS_SHEET;
  const pointed = ownNames?.get(AS_OF_NAME);
  return sheets.find(({ sheet, top }) => sheet === pointed && top.some(([label]) => label === AS_OF_LABEL))?.sheet;
}
