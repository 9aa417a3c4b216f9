import { Range } from "@univerjs/core";
import { SheetExtension, SpreadsheetExtensionRegistry, type SpreadsheetSkeleton } from "@univerjs/preset-sheets-core";
import type { StandingFormat } from "../../embedded/calc/conditionalFormats";
import { drawBar } from "./bar";
import { drawIcon } from "./icons";

/** What is drawn in a cell between its fill and its text. */
export type Mark = Pick<StandingFormat, "bar" | "icon">;

/** Tells what is to be drawn in the cells of a sheet; undefined where no cell in view has anything. */
export type MarksOf = (sheetId: string) => ((row: number, column: number) => Mark | undefined) | undefined;

/** Above fills, below text. */
const BETWEEN = 30;

type Cell = ReturnType<SpreadsheetSkeleton["getCellWithCoordByIndex"]>;

function place({ isMergedMainCell, mergeInfo, startX, startY, endX, endY }: Cell): DOMRectReadOnly {
  const {
    startX: left,
    startY: top,
    endX: right,
    endY: bottom,
  } = isMergedMainCell ? mergeInfo : { startX, startY, endX, endY };
  return new DOMRectReadOnly(left, top, right - left, bottom - top);
}

/** Lets the grid draw data bars and icons; to be said before the grid starts. */
export function drawMarks(marksOf: MarksOf): void {
  class Marks extends SheetExtension {
    override uKey = "marks";
    protected override Z_INDEX = BETWEEN;

    override draw(...[ctx, , skeleton, ranges]: Parameters<SheetExtension["draw"]>): void {
      const { worksheet, rowColumnSegment } = skeleton;
      const markAt = marksOf(worksheet.getSheetId());
      if (markAt === undefined) return;
      for (const range of ranges?.length ? ranges : [rowColumnSegment]) {
        Range.foreach(range, (row, column) => {
          const mark = markAt(row, column);
          if (mark === undefined || !worksheet.getRowVisible(row) || !worksheet.getColVisible(column)) return;
          const cell = place(skeleton.getCellWithCoordByIndex(row, column, false));
          if (mark.bar !== undefined) drawBar(ctx, mark.bar, cell);
          if (mark.icon !== undefined) drawIcon(ctx, mark.icon, cell);
        });
      }
    }
  }
  SpreadsheetExtensionRegistry.add(Marks);
}
