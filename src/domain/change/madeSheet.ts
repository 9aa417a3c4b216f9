import type { Content, SheetDraft } from "./change";
import { isFormula } from "./content";
import { hashed } from "./hashed";
import type { Deed, Operation } from "./operation";

/** What each row of a sheet is known by; "" where it holds nothing. Of a formula that it is one counts: Excel may write it another way. */
function rowMarks(cells: readonly (readonly Content[])[]): readonly string[] {
  return cells.map((row) => {
    const held = row.flatMap((content, column) =>
      content === "" ? [] : [[column, isFormula(content) ? "=" : JSON.stringify(content)]],
    );
    return held.length === 0 ? "" : hashed(held.join());
  });
}

type MadeSheet = Extract<Deed, { kind: "madeSheet" }>;

/** Whether a sheet holds what was written, row by row. */
export function isAsMade(contents: readonly (readonly Content[])[], { rows }: MadeSheet): boolean {
  const marks = rowMarks(contents);
  const count = Math.max(marks.length, rows.length);
  return Array.from({ length: count }).every((_, row) => (marks[row] ?? "") === (rows[row] ?? ""));
}

/** Whether each row of a sheet holds what was written, or nothing yet. */
export function isPartlyMade(contents: readonly (readonly Content[])[], { rows }: MadeSheet): boolean {
  return rowMarks(contents).every((mark, row) => mark === "" || mark === rows[row]);
}

/** An operation whose sheets are known by their rows' hashes: it takes little room, and can be taken back, but not be done again from it. */
export function inBrief({ deeds, ...operation }: Operation): Operation {
  return {
    ...operation,
    deeds: deeds.map((deed) =>
      deed.kind === "sheet" ? { kind: "madeSheet", name: deed.draft.name, rows: rowMarks(deed.draft.cells) } : deed,
    ),
  };
}

/** A sheet of which its cells alone are known. */
export const cellsAlone: Omit<SheetDraft, "name" | "cells"> = {
  ...{ looks: [], widths: [], choices: [], names: [] },
  landscape: false,
  frozenRows: 0,
};

/** The name of the sheet that a deed made; undefined for any other deed. */
export function sheetMade(deed: Deed): string | undefined {
  if (deed.kind === "sheet") return deed.draft.name;
  return deed.kind === "madeSheet" ? deed.name : undefined;
}
