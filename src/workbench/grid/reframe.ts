import { mergeWorksheetSnapshotWithDefault, type IColumnData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetColDataMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/preset-sheets-core";
import type { SheetFrame } from "../thread/messages";
import { BOOK_ID, sheetOf } from "./workbookData";

/** What of a sheet cannot be changed in the grid step by step. */
const firm = ({ name, isHidden, lines, merges, frozen }: SheetFrame): string =>
  JSON.stringify([name, isHidden, lines, merges, frozen]);

type ById = ReadonlyMap<string, SheetFrame>;
const byId = (frames: readonly SheetFrame[]): ById => new Map(frames.map((frame) => [frame.id, frame]));
const common = (frames: readonly SheetFrame[], others: ById): readonly SheetFrame[] =>
  frames.filter(({ id }) => others.has(id));

/** Whether there are sheets that stay, and they stand in the same order and are the same but for their size and the widths of their columns. */
function isFirm(before: readonly SheetFrame[], after: readonly SheetFrame[]): boolean {
  const stay = common(before, byId(after));
  const isAsBefore = (frame: SheetFrame, index: number): boolean => {
    const was = stay[index];
    return was?.id === frame.id && firm(was) === firm(frame);
  };
  return stay.length > 0 && common(after, byId(before)).every(isAsBefore);
}

/** Does without what the grid would do besides where a hand had done so, such as going to a sheet that was inserted. */
const quietly = { fromCollab: true };

/** Gives a sheet that stays its size and widths; a column that is no more takes the usual width. Each step has the grid lay out the sheet again: what is as before is left out. */
function resize(univer: FUniver, before: SheetFrame, after: SheetFrame): void {
  const at = { unitId: BOOK_ID, subUnitId: after.id };
  const { rowCount, columnCount, columnData } = sheetOf(after);
  const set = (id: string, what: object): boolean => univer.syncExecuteCommand(id, { ...at, ...what }, quietly);
  if (JSON.stringify(before.widths) !== JSON.stringify(after.widths)) {
    const gone = before.widths.map((_, column): [number, IColumnData | null] => [column, null]);
    set(SetColDataMutation.id, { columnData: { ...Object.fromEntries(gone), ...columnData } });
  }
  if (before.rows !== after.rows) set(SetWorksheetRowCountMutation.id, { rowCount });
  if (before.columns !== after.columns) set(SetWorksheetColumnCountMutation.id, { columnCount });
}

function insert(univer: FUniver, frame: SheetFrame, index: number): void {
  const sheet = mergeWorksheetSnapshotWithDefault(sheetOf(frame));
  univer.syncExecuteCommand(InsertSheetMutation.id, { unitId: BOOK_ID, index, sheet }, quietly);
}

function remove(univer: FUniver, subUnitId: string): void {
  univer.syncExecuteCommand(RemoveSheetMutation.id, { unitId: BOOK_ID, subUnitId }, quietly);
}

/** Makes the frame that the grid shows into another without drawing all of it anew: false, and nothing is done, where they differ in more than whole sheets, sizes and widths. */
export function reframe(univer: FUniver, before: readonly SheetFrame[], after: readonly SheetFrame[]): boolean {
  if (!isFirm(before, after)) return false;
  const [were, are] = [byId(before), byId(after)];
  for (const { id } of before) if (!are.has(id)) remove(univer, id);
  after.forEach((frame, index) => {
    const was = were.get(frame.id);
    if (was === undefined) insert(univer, frame, index);
    else resize(univer, was, frame);
  });
  return true;
}
