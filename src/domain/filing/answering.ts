import type { Change } from "../change/change";
import { cellAddress, type CellValue } from "../ledger/cells";
import { ID_LABEL } from "../record/shownId";
import { ok, refused, type Result } from "../result";
import { contentOf, withDay } from "./asking";
import { essential } from "./essential";
import { nameLabel, type Answer, type FilledRecord } from "./filledRecord";
import type { Finding } from "./finding";
import { readFilledRecord } from "./readFilledRecord";
import type { Cells } from "./recordTables";
import { SUPPLEMENT_HEAD } from "./supplement";

/** A record with answers that were given beside it, and what is written onto its sheet. */
export interface Answered {
  readonly record: FilledRecord;
  readonly changes: readonly Change[];
}

/** A cell of the sheet that is empty and gets a content; row and column 0-based. */
interface Written {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

const addressOf = ({ row, column }: Answer) => cellAddress(row, column);

/** The answers that may be given beside the sheet. */
function answerable(record: FilledRecord): readonly Answer[] {
  const { required, signals, answers } = record;
  const known = [nameLabel(record), ...essential, "照片张数", "复查意见", ID_LABEL].flatMap(
    (label) => answers.get(label) ?? [],
  );
  return [...required, ...signals.flatMap(({ accepted, reason }) => [accepted, reason]), ...known];
}

/** The cells that a key means: the one of that address, or all with that label. */
function cellsFor(record: FilledRecord, key: string): readonly Answer[] {
  const all = answerable(record).filter((answer) => answer.label === key || addressOf(answer) === key.toUpperCase());
  return [...new Map(all.map((answer) => [addressOf(answer), answer])).values()];
}

/** Whether an answer may stand below a sheet that has no place for it. */
const isMissable = (record: FilledRecord, label: string) => [nameLabel(record), ID_LABEL, ...essential].includes(label);

/** Puts answers, by label or by the address of their cell, into empty cells of a record, or below it where it has no such label. What stands there is never changed; a finding says so. `cells` are the sheet's from A1 on. */
export function withAnswers(
  record: FilledRecord,
  cells: Cells,
  given: ReadonlyMap<string, string>,
): Result<Answered, readonly Finding[]> {
  const findings: Finding[] = [];
  const written: Written[] = [];
  for (const [key, text] of given) {
    if (text.trim() === "") continue;
    const placed = place(record, key.trim(), { text, below: written.at(-1)?.row ?? 0 });
    if (placed.ok) written.push(...placed.value);
    else findings.push(placed.because);
  }
  if (findings.length > 0) return refused(findings);
  const answered = readFilledRecord(patched(cells, written), record.sheet, record.dateSystem);
  if (answered === undefined) throw new Error("a record with answers is a record no more");
  return ok({ record: answered, changes: written.map((one) => changeOf(record, one)) });
}

function place(
  record: FilledRecord,
  key: string,
  { text, below }: { readonly text: string; readonly below: number },
): Result<readonly Written[], Finding> {
  const [found, ...others] = cellsFor(record, key);
  if (found === undefined) {
    return isMissable(record, key)
      ? ok(belowSheet(record, key, { text, below }))
      : refused(said(record, undefined, `表上没有可以补填的“${key}”一栏，没有写入`));
  }
  const { label, row, column, value } = found;
  if (others.length > 0) {
    const addresses = [found, ...others].map(addressOf).join("、");
    return refused(said(record, found, `“${key}”不止一处（${addresses}），请用单元格地址指明是哪一处`));
  }
  if (String(value).trim() !== "") {
    return refused(said(record, found, `“${label}”已经填了“${String(value)}”，没有改写。要改请直接改单元格`));
  }
  return ok([{ row, column, value: valueFor(record, label, text) }]);
}

/** The label and its answer on the next free line under the sheet, the first under a heading. */
function belowSheet(
  { end }: FilledRecord,
  label: string,
  { text, below }: { readonly text: string; readonly below: number },
): readonly Written[] {
  const isFirst = below <= end;
  const row = isFirst ? end + 2 : below + 1;
  const head = { row: end + 1, column: 0, value: SUPPLEMENT_HEAD };
  return [
    ...(isFirst ? [head] : []),
    { row, column: 0, value: label },
    { row, column: 1, value: contentOf(label, text) },
  ];
}

/** A day is a number on the usual form, whose cells show it as a day; on a bank's own it is written out. */
function valueFor({ isOwnForm, dateSystem }: FilledRecord, label: string, text: string): CellValue {
  const content = contentOf(label, text);
  return isOwnForm ? content : withDay(label, content, dateSystem);
}

function said({ sheet }: FilledRecord, at: Answer | undefined, message: string): Finding {
  const { row, column } = at ?? { row: 0, column: 0 };
  return { clause: "", message, sheet, row, column, isWaivable: false };
}

/** The sheet as it is once everything is written. */
function patched(cells: Cells, written: readonly Written[]): Cells {
  const rows = cells.map((row) => [...row]);
  for (const { row, column, value } of written) {
    while (rows.length <= row) rows.push([]);
    const cellsOfRow = rows[row] ?? [];
    while (cellsOfRow.length <= column) cellsOfRow.push("");
    cellsOfRow[column] = value;
  }
  return rows;
}

function changeOf({ sheet }: FilledRecord, { row, column, value }: Written): Change {
  return { kind: "cells", sheet, column, firstRow: row, before: [""], after: [value] };
}
