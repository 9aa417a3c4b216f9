import type { Change } from "../domain/change/change";
import type { Operation } from "../domain/change/operation";
import { OWN_PREFIX } from "../domain/change/ownColumn";
import { findOwnPlaces } from "../domain/change/ownPlaces";
import { parseWidths, widthsAfter, widthsText, withWidths, type OwnWidth } from "../domain/change/ownWidths";
import { stateChange } from "../domain/change/stateChange";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import { asNamedNow } from "./renamed";
import type { Site } from "./undoSite";
import type { Workbook } from "./workbook";

/** What the file remembers of widths: the text as it stands, and the widths under the names that their sheets have now. */
async function loadWidths(
  workbook: Workbook,
  survey: WorkbookSurvey,
): Promise<Result<{ readonly text: string | undefined; readonly widths: readonly OwnWidth[] }, Failure>> {
  if (survey.hasWidths !== true) return ok({ text: undefined, widths: [] });
  const text = await workbook.readState("widths");
  if (!text.ok) return text;
  const widths = await asNamedNow(workbook, survey, parseWidths(text.value));
  return widths.ok ? ok({ text: text.value, widths: widths.value }) : widths;
}

/** The changes of a run that adds columns: what these measured is remembered before the first of them is written, and columns that go return to what they measured. */
export async function rememberWidths(
  workbook: Workbook,
  survey: WorkbookSurvey,
  changes: readonly Change[],
): Promise<Result<readonly Change[], Failure>> {
  const columns = changes.filter((change) => change.kind === "column");
  const isConcerned = columns.some(({ after, widthBefore }) => after === undefined || widthBefore !== undefined);
  if (!isConcerned) return ok(changes);
  const loaded = await loadWidths(workbook, survey);
  if (!loaded.ok) return loaded;
  const { text, widths } = loaded.value;
  return ok([...stateChange("widths", text, widthsText(widthsAfter(widths, changes))), ...withWidths(changes, widths)]);
}

/** The changes that take an operation back: its columns return to what they measured, which is remembered no longer. */
export async function forgetWidths(
  { workbook, survey }: Site,
  changes: readonly Change[],
  { deeds }: Operation,
): Promise<Result<readonly Change[], Failure>> {
  const loaded = await loadWidths(workbook, survey);
  if (!loaded.ok) return loaded;
  const { text, widths } = loaded.value;
  const added = deeds.filter((deed) => deed.kind === "columns");
  const places = findOwnPlaces(survey);
  const isGone = ({ sheet, heading }: OwnWidth): boolean => {
    const name = heading.slice(OWN_PREFIX.length);
    const stands = places.some((place) => place.sheet === sheet && place.ownColumns.has(name));
    return !stands && added.some((deed) => deed.sheet === sheet && deed.headings.includes(name));
  };
  const left = widthsAfter(widths, changes).filter((width) => !isGone(width));
  return ok([...withWidths(changes, widths), ...stateChange("widths", text, widthsText(left))]);
}
