import { OWN_PREFIX } from "../domain/change/ownColumn";
import type { FoundOwn } from "../domain/change/ownPlaces";
import { cellAddress } from "../domain/ledger/cells";
import { SURVEYED, type WorkbookSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Workbook } from "./workbook";

/** Refuses where a column of ours goes by another heading, as its hint tells: nobody can say whose it is now, and what it holds may read what is to go. */
export async function refuseRenamedColumns(
  workbook: Workbook,
  places: readonly FoundOwn[],
  survey: WorkbookSurvey,
): Promise<Result<undefined, Failure>> {
  for (const { sheet, headerRows, ownColumns } of places) {
    const used = survey.sheets.find((one) => one.sheet === sheet)?.used;
    if (used === undefined) continue;
    const [row, columns] = [headerRows[1], Math.min(used.column + used.columns, SURVEYED.columns)];
    const hints = await workbook.readHints(sheet, { row, columns });
    if (!hints.ok) return hints;
    const standing = new Set(ownColumns.values());
    const renamed = [...hints.value].find(([column, title]) => title.startsWith(OWN_PREFIX) && !standing.has(column));
    if (renamed === undefined) continue;
    const [column, heading] = renamed;
    return refused({ kind: "renamedColumn", sheet, address: cellAddress(row, column), heading });
  }
  return ok(undefined);
}
