import { readRegister } from "../domain/filing/readRegister";
import { placeRegister, REGISTER_SHEET, type RegisterLine, type RegisterPlace } from "../domain/filing/register";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Watch, Workbook } from "./workbook";

/** The register of visits as it stands in the workbook. */
export interface Register {
  readonly place: RegisterPlace;
  /** In the order of the visits' days. */
  readonly lines: readonly RegisterLine[];
  /** 0-based: where the next line goes. */
  readonly nextRow: number;
}

/** Reads the register, however it is sorted or filtered; undefined where the workbook has none yet. */
export async function loadRegister(
  workbook: Workbook,
  { sheets, dateSystem }: WorkbookSurvey,
  watch: Watch,
): Promise<Result<Register | undefined, Failure>> {
  const seen = sheets.find(({ sheet }) => sheet === REGISTER_SHEET);
  if (seen === undefined) return ok(undefined);
  const place = placeRegister(seen.top);
  if ("missing" in place) return refused({ kind: "badRegister", missing: place.missing });
  const firstRow = place.headingRow + 1;
  const nextRow = seen.used === undefined ? firstRow : seen.used.row + seen.used.rows;
  if (nextRow <= firstRow) return ok({ place, lines: [], nextRow });
  const columns = [...place.columns.values()];
  const wanted = { sheet: REGISTER_SHEET, firstRow, lastRow: nextRow - 1, columns, formatsOf: [] };
  const cells = await workbook.readColumns(wanted, watch);
  if (!cells.ok) return cells;
  return ok({ place, lines: readRegister(place, cells.value, dateSystem), nextRow });
}
