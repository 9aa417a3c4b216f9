import type { SheetSurvey, WorkbookSurvey } from "../ledger/survey";
import { OWN_PREFIX } from "./ownColumn";
import { ownColumnOf } from "./ownColumns";
import type { OwnPlace } from "./placement";

/** A sheet on which own columns stand, whether or not it still is a ledger. */
export interface FoundOwn extends OwnPlace {
  /** Heading without the prefix, 0-based column. */
  readonly ownColumns: ReadonlyMap<string, number>;
  /** 0-based, inclusive. */
  readonly lastUsedRow: number;
}

function ownHeadings(cells: readonly unknown[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  cells.forEach((cell, column) => {
    if (typeof cell !== "string" || !cell.startsWith(OWN_PREFIX)) return;
    const heading = cell.slice(OWN_PREFIX.length);
    if (ownColumnOf.has(heading) && !found.has(heading)) found.set(heading, column);
  });
  return found;
}

function findOn({ sheet, top, used }: SheetSurvey): FoundOwn | undefined {
  for (const [row, cells] of top.entries()) {
    const ownColumns = ownHeadings(cells);
    if (ownColumns.size === 0 || used === undefined) continue;
    const lastUsedRow = used.row + used.rows - 1;
    return { sheet, headerRows: [row, row], firstDataRow: row + 1, ownColumns, lastUsedRow };
  }
  return undefined;
}

/** Every sheet that holds own columns, by their headings alone. */
export function findOwnPlaces(survey: WorkbookSurvey): readonly FoundOwn[] {
  return survey.sheets.map(findOn).filter((found) => found !== undefined);
}
