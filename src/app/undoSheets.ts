import type { Change, SheetDraft } from "../domain/change/change";
import { sameContent } from "../domain/change/content";
import { cellsAlone, isAsMade, isPartlyMade } from "../domain/change/madeSheet";
import type { Operation } from "../domain/change/operation";
import { ownColumnOf } from "../domain/change/ownColumns";
import { findOwnPlaces } from "../domain/change/ownPlaces";
import { isSheetOfOurs } from "../domain/change/sheetsOfOurs";
import { ok, type Result } from "../domain/result";
import { SETTINGS_SHEET } from "../domain/settings/names";
import { settingsSheetIn } from "../domain/settings/settingsPlace";
import { namesLeft } from "./clearSettings";
import type { Failure } from "./failure";
import { holdsOnly, isUntouched } from "./takeBack";
import { nothing, sheetOf, type Of, type Plan, type Site } from "./undoSite";
import type { SheetSeen } from "./workbook";

/** A sheet as it was before the lines that the same operation wrote onto it, as far as they still stand. */
function withoutLines(seen: SheetSeen, sheet: string, deeds: Operation["deeds"]): SheetSeen {
  const contents = seen.contents.map((row) => [...row]);
  for (const deed of deeds) {
    if (deed.kind !== "line" || deed.sheet !== sheet) continue;
    const cells = contents[deed.row] ?? [];
    for (const { column, before, after } of deed.cells) {
      if (sameContent(cells[column] ?? "", after)) cells[column] = before;
    }
  }
  return { ...seen, contents };
}

/** How a sheet that an operation made is known again, and how it goes. */
export interface Made {
  readonly name: string;
  readonly isWhole: (seen: SheetSeen) => boolean;
  readonly isPart: (seen: SheetSeen) => boolean;
  readonly removal: Pick<Extract<Change, { kind: "sheet" }>, "isFinal"> & {
    readonly before: Omit<SheetDraft, "cells">;
  };
}

/** A sheet of which every cell is remembered. */
export const ofDraft = (draft: SheetDraft): Made => ({
  name: draft.name,
  isWhole: (seen) => isUntouched(seen, draft),
  isPart: (seen) => holdsOnly(seen, draft),
  removal: { before: draft },
});

/** A sheet of which each row's hash is remembered. */
export const ofRows = (deed: Of<"madeSheet">): Made => ({
  name: deed.name,
  isWhole: ({ contents }) => isAsMade(contents, deed),
  isPart: ({ contents }) => isPartlyMade(contents, deed),
  removal: { isFinal: true, before: { ...cellsAlone, name: deed.name } },
});

/** A ledger that the operation did not touch, such as a copy, whose live formulas read the settings. */
function readerOfSettings({ survey }: Site, { deeds }: Operation): string | undefined {
  const touched = new Set(deeds.map(sheetOf));
  const isLive = (heading: string) => typeof ownColumnOf.get(heading)?.content === "string";
  const readers = findOwnPlaces(survey).filter(({ ownColumns }) => [...ownColumns.keys()].some(isLive));
  return readers.find(({ sheet }) => !touched.has(sheet))?.sheet;
}

/** What takes a sheet back that an operation made: it goes where nobody wrote in it since. */
export async function planSheetBack(site: Site, made: Made, operation: Operation): Promise<Result<Plan, Failure>> {
  const { name } = made;
  const isSettings = name === (settingsSheetIn(site.survey) ?? SETTINGS_SHEET);
  if (isSettings) {
    const reader = readerOfSettings(site, operation);
    if (reader !== undefined) return ok({ changes: [], left: [`工作表“${name}”，“${reader}”的标注还要用`] });
  } else if (!isSheetOfOurs(name)) return ok(nothing);
  const seen = await site.workbook.readSheet(name, []);
  if (!seen.ok) return seen;
  if (seen.value !== undefined) return ok(removalOf(made, seen.value, { site, operation }));
  return ok(isSettings ? { changes: namesLeft(site.survey), left: [] } : passedOver(name, site));
}

/** A sheet that is not there under its name: what broke off may never have made it, else a person deleted or renamed it. */
function passedOver(name: string, { isBroken }: Site): Plan {
  return isBroken ? nothing : { changes: [], left: [`工作表“${name}”，它已删除或改名，改了名的请自行删除`] };
}

function removalOf(
  { name, isWhole, isPart, removal }: Made,
  seen: SheetSeen,
  { site: { isBroken }, operation }: { readonly site: Site; readonly operation: Operation },
): Plan {
  const written = withoutLines(seen, name, operation.deeds);
  if (!isWhole(written) && !(isBroken && isPart(written))) return { changes: [], left: [`工作表“${name}”`] };
  const before: SheetDraft = { ...removal.before, cells: seen.contents };
  return { changes: [{ ...removal, kind: "sheet", before }], left: [] };
}
