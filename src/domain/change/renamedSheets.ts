import type { WorkbookSurvey } from "../ledger/survey";
import { SETTINGS_SHEET } from "../settings/names";
import { settingsSheetIn } from "../settings/settingsPlace";
import type { Deed, Operation } from "./operation";
import { findOwnPlaces } from "./ownPlaces";
import type { OwnWidth } from "./ownWidths";

/** What sheets are called now, by the names under which something is remembered of them; those alone that were renamed. */
export type NamesNow = ReadonlyMap<string, string>;

/** The ledgers that an operation wrote beside, in the order of their tabs. */
export function ledgersOf({ deeds }: Operation): readonly string[] {
  return [...new Set(deeds.flatMap((deed) => (deed.kind === "columns" || deed.kind === "cells" ? [deed.sheet] : [])))];
}

/** Those of some sheets that the workbook has no more. */
export function missingSheets(remembered: readonly string[], { sheets }: WorkbookSurvey): readonly string[] {
  const there = new Set(sheets.map(({ sheet }) => sheet));
  return [...new Set(remembered)].filter((sheet) => !there.has(sheet));
}

/** Ledgers that were renamed: the sheets with own columns of which nothing is remembered, in the order of the tabs. Where they are not as many as are missing, nobody can tell. `results` are the ledgers whose results the file keeps. */
export function renamedLedgers(
  remembered: readonly string[],
  survey: WorkbookSurvey,
  results: readonly string[],
): NamesNow {
  const missing = missingSheets(remembered, survey);
  if (missing.length === 0) return new Map();
  const known = new Set([...remembered, ...(missing.every((sheet) => results.includes(sheet)) ? results : [])]);
  const free = findOwnPlaces(survey).filter(({ sheet }) => !known.has(sheet));
  return new Map(free.length === missing.length ? missing.map((sheet, at) => [sheet, free[at]?.sheet ?? sheet]) : []);
}

/** What the sheets of an operation are called now, that of the settings too. */
export function namesNow(operation: Operation, survey: WorkbookSurvey, results: readonly string[]): NamesNow {
  const settings = settingsSheetIn(survey);
  return new Map([
    ...renamedLedgers(ledgersOf(operation), survey, results),
    ...(settings === undefined || settings === SETTINGS_SHEET ? [] : [[SETTINGS_SHEET, settings] as const]),
  ]);
}

function deedNow(deed: Deed, names: NamesNow): Deed {
  if (deed.kind === "sheet") {
    const { name } = deed.draft;
    return { ...deed, draft: { ...deed.draft, name: names.get(name) ?? name } };
  }
  return "sheet" in deed ? { ...deed, sheet: names.get(deed.sheet) ?? deed.sheet } : deed;
}

/** An operation under the names that its sheets have now. */
export function operationNow(operation: Operation, names: NamesNow): Operation {
  return names.size === 0 ? operation : { ...operation, deeds: operation.deeds.map((deed) => deedNow(deed, names)) };
}

/** Widths under the names that their sheets have now. */
export function widthsNow(widths: readonly OwnWidth[], names: NamesNow): readonly OwnWidth[] {
  return widths.map((width) => ({ ...width, sheet: names.get(width.sheet) ?? width.sheet }));
}
