import type { Change, Content } from "./change";
import { sameContent } from "./content";
import type { Placed } from "./placement";
import { contentAt, type OwnTraces } from "./traces";

/** What stands in cells of one column, and what is to; row and column 0-based. */
interface Cells {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly before: readonly Content[];
  readonly after: readonly Content[];
}

/** The change of the stretch from the first to the last cell that differs; none where none does. */
export function planCells({ sheet, column, firstRow, before, after }: Cells): readonly Change[] {
  const differs = (content: Content, index: number) => !sameContent(content, after[index] ?? "");
  const first = before.findIndex(differs);
  if (first < 0) return [];
  let end = before.length;
  while (end > first && !differs(before[end - 1] ?? "", end - 1)) end -= 1;
  return [
    {
      kind: "cells",
      sheet,
      column,
      firstRow: firstRow + first,
      before: before.slice(first, end),
      after: after.slice(first, end),
    },
  ];
}

/** Rows that came into an annotated ledger since: in no column of ours does anything stand there, nor is it shown as it should be. */
export function freshRows(
  traces: OwnTraces,
  placed: readonly Placed[],
  [first, last]: readonly [number, number],
): ReadonlySet<number> {
  const standing = placed.filter(({ isNew }) => !isNew);
  const fresh = new Set<number>();
  if (standing.length === 0) return fresh;
  for (let row = first; row <= last; row++) {
    if (standing.every(({ column }) => contentAt(traces, row, column) === "")) fresh.add(row);
  }
  return fresh;
}

/** As `planCells`; what comes into fresh rows is also told how it is shown. */
export function planShownCells(cells: Cells, numberFormat: string, fresh: ReadonlySet<number>): readonly Change[] {
  if (numberFormat === "General" || fresh.size === 0) return planCells(cells);
  const { firstRow, before, after } = cells;
  const comes = after.map((content, index) => content !== "" && fresh.has(firstRow + index));
  const others = after.map((content, index) => (comes[index] === true ? (before[index] ?? "") : content));
  const shown = runsOf(comes).flatMap(([first, end]) =>
    planCells({
      ...cells,
      firstRow: firstRow + first,
      before: before.slice(first, end),
      after: after.slice(first, end),
    }),
  );
  return [...planCells({ ...cells, after: others }), ...shown.map((change) => ({ ...change, numberFormat }))];
}

/** The stretches that are marked: the first index of each, and the one behind its last. */
function runsOf(marks: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  marks.forEach((isMarked, index) => {
    const last = runs.at(-1);
    if (!isMarked) return;
    if (last?.[1] === index) last[1] += 1;
    else runs.push([index, index + 1]);
  });
  return runs;
}
