import type { Change, OwnColumn } from "../domain/change/change";
import { isFormula } from "../domain/change/content";
import type { Batch, Check } from "./batch";
import { notAsWritten, writeBlock, writeStretch } from "./writeCells";
import { columnPoints, setLook } from "./writeSheet";

/** An own column that is to stand where nothing stands. */
export type NewColumn = Extract<Change, { kind: "column" }> & { readonly after: OwnColumn };

const OWN_HEADING = { fill: "#1F4E79", color: "#FFFFFF", bold: true, align: "center", wrap: true } as const;

/** Bytes that the steps of one heading take in a request, generously. */
const HEADING_BYTES = 3_000;

function isNewColumn(change: Change): change is NewColumn {
  return change.kind === "column" && change.before === undefined && change.after !== undefined;
}

function standsBeside(left: NewColumn, right: NewColumn): boolean {
  const sameRows =
    left.headingRow === right.headingRow &&
    left.firstRow === right.firstRow &&
    left.after.cells.length === right.after.cells.length;
  return sameRows && left.sheet === right.sheet && left.column + 1 === right.column;
}

/** One change, or new columns that stand side by side and are written together. */
export type Step = { readonly change: Change } | { readonly columns: readonly NewColumn[] };

/** Changes in their order, with new neighbouring columns gathered: one request then holds whole rows of them. */
export function stepsOf(changes: readonly Change[]): readonly Step[] {
  const steps: Step[] = [];
  let open: NewColumn[] = [];
  for (const change of changes) {
    const last = open.at(-1);
    if (!isNewColumn(change)) steps.push({ change });
    else if (last !== undefined && standsBeside(last, change)) open.push(change);
    else steps.push({ columns: (open = [change]) });
    if (!isNewColumn(change)) open = [];
  }
  return steps;
}

/** Queues a column's heading and formats; the heading is read back, for by it the column is found again. */
function queueHeading(context: Excel.RequestContext, change: NewColumn): Check {
  const { sheet, headingRow, firstRow, column, after, widthBefore } = change;
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const heading = worksheet.getRangeByIndexes(headingRow, column, 1, 1);
  setLook(heading, OWN_HEADING);
  heading.format.verticalAlignment = "Center";
  if (widthBefore === 0) heading.columnHidden = false;
  heading.format.columnWidth = columnPoints(after.width);
  heading.values = [[after.heading]];
  heading.load("values");
  heading.dataValidation.prompt = { showPrompt: true, title: after.heading, message: after.hint };
  if (after.cells.length > 0) queueFormats(worksheet.getRangeByIndexes(firstRow, column, after.cells.length, 1), after);
  return () => {
    if (heading.values[0]?.[0] !== after.heading) throw notAsWritten(change, headingRow);
  };
}

/** Queues what the cells of a column look like and offer. */
function queueFormats(cells: Excel.Range, { numberFormat, choices }: OwnColumn): void {
  cells.numberFormat = numberFormat as unknown as string[][];
  if (choices !== undefined) {
    cells.dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(",") } };
  }
}

/** Neighbours that hold values alone in one run; a column with formulas by itself. */
function runsOf(columns: readonly NewColumn[]): readonly (readonly NewColumn[])[] {
  const runs: NewColumn[][] = [];
  let joins = false;
  for (const column of columns) {
    const holdsFormulas = column.after.cells.some(isFormula);
    if (joins && !holdsFormulas) runs.at(-1)?.push(column);
    else runs.push([column]);
    joins = !holdsFormulas;
  }
  return runs;
}

/** Queues new columns that stand side by side, equally long: headings and formats, then the cells. */
export async function applyNewColumns(batch: Batch, columns: readonly NewColumn[]): Promise<void> {
  for (const column of columns) {
    await batch.add({ cells: 1, bytes: HEADING_BYTES }, () => queueHeading(batch.context, column));
  }
  for (const run of runsOf(columns)) {
    const [first] = run;
    if (first === undefined) continue;
    const { sheet, column, firstRow } = first;
    const contents = run.map(({ after }) => after.cells);
    const [only] = contents;
    if (contents.length === 1 && only !== undefined)
      await writeStretch(batch, { sheet, column, firstRow, contents: only });
    else await writeBlock(batch, { sheet, column, firstRow, columns: contents });
  }
}
