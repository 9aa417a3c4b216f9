import type { DateSystem } from "../ledger/survey";
import { marksBeside } from "../record/templateIndex";
import type { FilledRecord } from "./filledRecord";
import { markedAnswers } from "./markedRecord";
import { withSupplement } from "./supplement";
import { answersOf, foundIn, isText, leftOf, lookupsOf, questionsOf, signalsOf, type Cells } from "./recordTables";

const NUMBER = /编号\s*(DH-\d{8}-\d{3,})\s*$/;
const NUMBER_ROWS = 3;

/** The number of the visit record that these cells are; undefined where they are none. */
function recordNumber(cells: Cells): string | undefined {
  for (const row of cells.slice(0, NUMBER_ROWS)) {
    for (const value of row) {
      const number = isText(value) ? NUMBER.exec(value)?.[1] : undefined;
      if (number !== undefined) return number;
    }
  }
  return undefined;
}

/** The first row below everything. */
function endOf(cells: Cells): number {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.every((value) => value === "") === true) end -= 1;
  return end;
}

/** Reads a sheet as a visit record; undefined where it carries no record's number. `cells` begin at A1. */
export function readFilledRecord(cells: Cells, sheet: string, dateSystem: DateSystem): FilledRecord | undefined {
  const number = recordNumber(cells);
  if (number === undefined) return undefined;
  const marks = marksBeside(cells);
  const place = { sheet, number, dateSystem, end: endOf(cells), isOwnForm: marks !== undefined };
  if (marks !== undefined) return withSupplement({ ...place, ...markedAnswers(cells, marks, dateSystem) }, cells);
  const { all, required, repeated } = answersOf(cells);
  const record = {
    ...{ ...place, answers: all, required, repeated },
    ...signalsOf(cells),
    lookups: lookupsOf(cells),
    questions: questionsOf(cells),
    found: foundIn(cells),
    documents: { received: leftOf(cells, "已收"), missing: leftOf(cells, "未收") },
  };
  return withSupplement(record, cells);
}
