import type { Change } from "../domain/change/change";
import type { Operation } from "../domain/change/operation";
import { OWN_PREFIX } from "../domain/change/ownColumn";
import { findOwnPlaces } from "../domain/change/ownPlaces";
import { parseWidths, widthsAfter, widthsText, withWidths, type OwnWidth } from "../domain/change/ownWidths";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import { stateChange } from "./recording";
import type { Site } from "./undoSite";
import type { Workbook } from "./workbook";

/** What the file remembers of widths, as text. */
export async function loadWidths(
  workbook: Workbook,
  { hasWidths = false }: Pick<WorkbookSurvey, "hasWidths">,
): Promise<Result<string | undefined, Failure>> {
  return hasWidths ? workbook.readState("widths") : ok(undefined);
}

/** The changes of a run that adds columns: what these measured is remembered before the first of them is written, and columns that go return to what they measured. */
export async function rememberWidths(
  workbook: Workbook,
  survey: Pick<WorkbookSurvey, "hasWidths">,
  changes: readonly Change[],
): Promise<Result<readonly Change[], Failure>> {
  const columns = changes.filter((change) => change.kind === "column");
  const isConcerned = columns.some(({ after, widthBefore }) => after === undefined || widthBefore !== undefined);
  if (!isConcerned) return ok(changes);
  const text = await loadWidths(workbook, survey);
  if (!text.ok) return text;
  const widths = parseWidths(text.value);
  return ok([
    ...stateChange("widths", text.value, widthsText(widthsAfter(widths, changes))),
    ...withWidths(changes, widths),
  ]);
}

/** The changes that take an operation back: its columns return to what they measured, which is remembered no longer. */
export async function forgetWidths(
  { workbook, survey }: Site,
  changes: readonly Change[],
  { deeds }: Operation,
): Promise<Result<readonly Change[], Failure>> {
  const text = await loadWidths(workbook, survey);
  if (!text.ok) return text;
  const widths = parseWidths(text.value);
  const added = deeds.filter((deed) => deed.kind === "columns");
  const places = findOwnPlaces(survey);
  const isGone = ({ sheet, heading }: OwnWidth): boolean => {
    const name = heading.slice(OWN_PREFIX.length);
    const stands = places.some((place) => place.sheet === sheet && place.ownColumns.has(name));
    return !stands && added.some((deed) => deed.sheet === sheet && deed.headings.includes(name));
  };
  const left = widthsAfter(widths, changes).filter((width) => !isGone(width));
  return ok([...withWidths(changes, widths), ...stateChange("widths", text.value, widthsText(left))]);
}
