import type { CellValue } from "../domain/ledger/cells";
import { parseMappings, type ColumnMapping } from "../domain/ledger/columnMapping";
import type { ColumnHeading } from "../domain/ledger/header";
import type { Layout } from "../domain/ledger/ledger";
import { headingsOn, recognise } from "../domain/ledger/recognise";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { saysNothing } from "../domain/ledger/text";
import { ok, refused, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Workbook } from "./workbook";

/** What the workbook remembers of its ledgers' columns. */
export async function loadMappings(
  workbook: Workbook,
  { hasMapping = false }: Pick<WorkbookSurvey, "hasMapping">,
): Promise<Result<readonly ColumnMapping[], Failure>> {
  if (!hasMapping) return ok([]);
  const state = await workbook.readState("mapping");
  return state.ok ? ok(parseMappings(state.value)) : state;
}

/** A column that a field may stand in. */
export interface ColumnSeen extends Pick<ColumnHeading, "column" | "shown"> {
  /** The first values under the heading that say something. */
  readonly samples: readonly CellValue[];
}

/** The columns of one sheet, and what they are taken for. */
export interface ColumnsSeen {
  readonly columns: readonly ColumnSeen[];
  /** Undefined where the sheet is not held to be a ledger. */
  readonly layout: Layout | undefined;
}

const SAMPLES = 3;

/** Looks at a sheet's headings; changes nothing. */
export async function seeColumns(workbook: Workbook, sheet: string): Promise<Result<ColumnsSeen, Failure>> {
  const survey = await workbook.survey({ merges: false });
  if (!survey.ok) return survey;
  const mappings = await loadMappings(workbook, survey.value);
  if (!mappings.ok) return mappings;
  const titled = titledOn(survey.value, sheet);
  if (!titled.ok) return titled;
  const { headings, sample } = titled.value;
  const columns = headings.map(({ column, shown }) => ({
    ...{ column, shown },
    samples: sample(column)
      .filter((value) => !saysNothing(value))
      .slice(0, SAMPLES),
  }));
  const { layouts } = recognise(survey.value, mappings.value);
  return ok({ columns, layout: layouts.find((layout) => layout.sheet === sheet) });
}

/** A sheet of the workbook with the headings that stand on it. */
export function titledOn(
  { sheets }: WorkbookSurvey,
  sheet: string,
): Result<NonNullable<ReturnType<typeof headingsOn>>, Failure> {
  const seen = sheets.find((one) => one.sheet === sheet);
  if (seen === undefined) return refused({ kind: "sheetGone", sheet });
  const titled = headingsOn(seen);
  return titled === undefined ? refused({ kind: "noHeader", sheet }) : ok(titled);
}
