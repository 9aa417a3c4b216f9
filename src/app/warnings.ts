import { placeList, type ListPlace } from "../domain/filing/listSheet";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import {
  neededOfWarnings,
  readWarnings,
  warningColumns,
  WARNING_SHEET,
  type WarningHeading,
  type WarningLine,
} from "../domain/report/warningList";
import { ok, refused, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Workbook } from "./workbook";

/** The list of reported warnings as it stands. */
export interface Warnings {
  readonly place: ListPlace<WarningHeading>;
  readonly lines: readonly WarningLine[];
  /** 0-based: where the next line goes. */
  readonly nextRow: number;
}

/** Reads the list of warnings; undefined where the workbook has none yet. Refused where it is protected or its headings are gone. */
export async function loadWarnings(
  workbook: Workbook,
  { sheets }: WorkbookSurvey,
): Promise<Result<Warnings | undefined, Failure>> {
  const seen = sheets.find(({ sheet }) => sheet === WARNING_SHEET);
  if (seen === undefined) return ok(undefined);
  if (seen.isProtected) return refused({ kind: "sheetProtected", sheet: WARNING_SHEET });
  const place = placeList(seen.top, warningColumns, neededOfWarnings);
  if ("missing" in place) return refused({ kind: "badWarnings", missing: place.missing });
  const cells = await workbook.readSheet(WARNING_SHEET, []);
  if (!cells.ok) return cells;
  const contents = cells.value?.contents ?? [];
  return ok({ place, lines: readWarnings(place, contents), nextRow: Math.max(contents.length, place.headingRow + 1) });
}
