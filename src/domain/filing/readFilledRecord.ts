import type { DateSystem } from "../ledger/survey";
import { marksBeside } from "../record/templateIndex";
import type { FilledRecord } from "./filledRecord";
import { markedAnswers } from "./markedRecord";
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

/** Reads a sheet as a visit record; undefined where it carries no record's number. `cells` begin at A1. */
export function readFilledRecord(cells: Cells, sheet: string, dateSystem: DateSystem): FilledRecord | undefined {
  const number = recordNumber(cells);
  if (number === undefined) return undefined;
  const marks = marksBeside(cells);
  if (marks !== undefined) return { sheet, number, dateSystem, ...markedAnswers(cells, marks) };
  const { all, required, repeated } = answersOf(cells);
  return {
    ...{ sheet, number, dateSystem, answers: all, required, repeated },
    ...signalsOf(cells),
    lookups: lookupsOf(cells),
    questions: questionsOf(cells),
    found: foundIn(cells),
    documents: { received: leftOf(cells, "已收"), missing: leftOf(cells, "未收") },
  };
}
