import { cellAddress } from "../ledger/cells";
import type { Change, Content } from "./change";
import { isFormula } from "./content";
import type { OwnColumnSpec } from "./ownColumn";
import { ownColumnOf } from "./ownColumns";
import { ownColumn, type OwnPlace } from "./placement";
import { contentAt, endOf, lastRowOf, type OwnTraces } from "./traces";

/** A cell of an own column that holds what a person typed; row and column 0-based. */
export interface TypedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly text: string;
}

/** Whether a content of an own column was typed by a person. */
export type IsTyped = (spec: OwnColumnSpec, content: Content, row: number) => boolean;

const notOurs: IsTyped = (spec, content) => !spec.isOurs(content);

/** The cells of one own column that a person typed. */
export function typedCells(
  place: OwnPlace,
  traces: OwnTraces,
  { spec, column, isTyped = notOurs }: { spec: OwnColumnSpec; column: number; isTyped?: IsTyped },
): readonly TypedCell[] {
  const typed: TypedCell[] = [];
  for (let row = place.headerRows[1] + 1; row <= lastRowOf(traces, column); row++) {
    const content = contentAt(traces, row, column);
    if (content === "" || !isTyped(spec, content, row)) continue;
    const text = isFormula(content) ? content.r1c1 : String(content);
    typed.push({ sheet: place.sheet, row, column, address: cellAddress(row, column), text });
  }
  return typed;
}

/** Which own columns are to go, by heading. */
export interface Removal {
  readonly columns: ReadonlyMap<string, number>;
  readonly keepTyped: boolean;
  readonly isTyped?: IsTyped;
}

/** Plans taking out own columns: with `keepTyped` a column with typed cells stays with its heading and those cells alone. */
export function planRemoval(
  place: OwnPlace,
  traces: OwnTraces,
  { columns, keepTyped, isTyped = notOurs }: Removal,
): { readonly changes: readonly Change[]; readonly kept: readonly TypedCell[]; readonly gone: readonly number[] } {
  const removals = [...columns].flatMap(([heading, column]) => {
    const spec = ownColumnOf.get(heading);
    if (spec === undefined) return [];
    const kept = keepTyped ? typedCells(place, traces, { spec, column, isTyped }) : [];
    return [{ column, kept, changes: removeColumn(place, traces, { spec, column, kept }) }];
  });
  return {
    changes: removals.flatMap(({ changes }) => changes),
    kept: removals.flatMap(({ kept }) => kept),
    gone: removals.filter(({ kept }) => kept.length === 0).map(({ column }) => column),
  };
}

function removeColumn(
  place: OwnPlace,
  traces: OwnTraces,
  { spec, column, kept }: { spec: OwnColumnSpec; column: number; kept: readonly TypedCell[] },
): readonly Change[] {
  const { sheet, headerRows, firstDataRow: firstRow } = place;
  const rows = Math.max(0, endOf(traces, column) - firstRow + 1);
  const cells = Array.from({ length: rows }, (_, index) => contentAt(traces, firstRow + index, column));
  if (kept.length > 0) {
    const stays = new Set(kept.map(({ row }) => row));
    const after = cells.map((content, index) => (stays.has(firstRow + index) ? content : ""));
    const isDone = after.every((content, index) => content === cells[index]);
    return isDone ? [] : [{ kind: "cells", sheet, column, firstRow, before: cells, after }];
  }
  return [{ kind: "column", sheet, column, headingRow: headerRows[1], firstRow, before: ownColumn(spec, cells) }];
}
