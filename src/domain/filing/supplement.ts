import { withDay } from "./asking";
import type { Answer, FilledRecord } from "./filledRecord";
import type { Cells } from "./recordTables";

/** Heads the answers that were asked for beside the sheet because the sheet has no place for them. */
export const SUPPLEMENT_HEAD = "归档补充（表上找不到的栏目，归档时补填）";

/** The answers under the heading, down to the first line without a label. */
function supplementIn(cells: Cells): readonly Answer[] {
  const first = cells.findIndex(([text]) => text === SUPPLEMENT_HEAD) + 1;
  if (first === 0) return [];
  const end = cells.findIndex(([label = ""], row) => row >= first && label === "");
  return cells
    .slice(first, end < 0 ? cells.length : end)
    .map(([label = "", value = ""], index) => ({ label: String(label), value, row: first + index, column: 1 }));
}

/** A record with the answers that stand below its form; what the form itself tells comes first. */
export function withSupplement(record: FilledRecord, cells: Cells): FilledRecord {
  const answers = new Map(record.answers);
  for (const answer of supplementIn(cells)) {
    const { label, value, row } = answer;
    const isFormer = (answers.get(label)?.row ?? row) < row;
    if (!isFormer) answers.set(label, { ...answer, value: withDay(label, value, record.dateSystem) });
  }
  return { ...record, answers };
}
