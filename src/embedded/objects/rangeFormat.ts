import { ROWS } from "./address";
import { autofit } from "./autofit";
import { common } from "./common";
import { truth } from "./given";
import { ExcelObject } from "./excelObject";
import { unprotected, type Place } from "./place";
import { RangeBorderCollection } from "./rangeBorder";
import { RangeFill } from "./rangeFill";
import { RangeFont } from "./rangeFont";
import { Refusal } from "./refusal";
import { commonFormat, restyle } from "./styles";
import { characters, points, STANDARD_ROW_HEIGHT } from "./sizes";

const horizontals = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const verticals = ["Top", "Center", "Bottom", "Justify", "Distributed"];

const inFile = (name: string): string =>
  name === "CenterAcrossSelection" ? "centerContinuous" : name.charAt(0).toLowerCase() + name.slice(1);

function named(names: readonly string[], fileValue: string | null): string | null {
  return names.find((name) => inFile(name) === fileValue) ?? null;
}

function fileValue(names: readonly string[], given: unknown): string {
  const found = names.find((name) => typeof given === "string" && name.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw new Refusal("InvalidArgument");
  return inFile(found);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
export class RangeFormat extends ExcelObject {
  readonly className = "RangeFormat";
  private readonly place: Place;

  constructor(place: Place) {
    super(place.host);
    this.place = place;
  }

  get fill(): RangeFill {
    return new RangeFill(this.place);
  }
  get font(): RangeFont {
    return new RangeFont(this.place);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.place);
  }

  get horizontalAlignment(): unknown {
    return named(
      horizontals,
      commonFormat(this.place, ({ horizontal }) => horizontal),
    );
  }
  set horizontalAlignment(given: unknown) {
    restyle(this.place, { horizontal: fileValue(horizontals, given) as "left" });
  }
  get verticalAlignment(): unknown {
    return named(
      verticals,
      commonFormat(this.place, ({ vertical }) => vertical),
    );
  }
  set verticalAlignment(given: unknown) {
    restyle(this.place, { vertical: fileValue(verticals, given) as "top" });
  }
  get wrapText(): unknown {
    return commonFormat(this.place, ({ wrap }) => wrap);
  }
  set wrapText(given: unknown) {
    restyle(this.place, { wrap: truth(given) });
  }

  /** In points, as Excel has it; the file counts characters. */
  get columnWidth(): unknown {
    const { host, sheet, extent } = this.place;
    return common(extent.columns, (offset) => points(sheet.columnWidth(extent.column + offset), host.book));
  }
  set columnWidth(given: unknown) {
    this.setWidths(characters(size(given, 1790), this.host.book));
  }
  get useStandardWidth(): unknown {
    const { sheet, extent } = this.place;
    return common(extent.columns, (offset) => sheet.columnWidth(extent.column + offset) === undefined);
  }
  set useStandardWidth(given: unknown) {
    if (truth(given)) this.setWidths(undefined);
  }
  get rowHeight(): unknown {
    const { sheet, extent } = this.place;
    return common(Math.min(extent.rows, ROWS), (offset) => sheet.rowHeight(extent.row + offset) ?? STANDARD_ROW_HEIGHT);
  }
  set rowHeight(given: unknown) {
    this.setHeights(size(given, 409));
  }
  get useStandardHeight(): unknown {
    const { sheet, extent } = this.place;
    return common(extent.rows, (offset) => sheet.rowHeight(extent.row + offset) === undefined);
  }
  set useStandardHeight(given: unknown) {
    if (truth(given)) this.setHeights(undefined);
  }

  autofitColumns(): void {
    unprotected(this.place.sheet);
    autofit(this.place);
    this.host.changed = true;
  }

  private setWidths(width: number | undefined): void {
    const { sheet, extent } = this.place;
    unprotected(sheet);
    for (let column = extent.column; column < extent.column + extent.columns; column++) {
      sheet.setColumnWidth(column, width);
    }
    this.host.changed = true;
  }

  private setHeights(height: number | undefined): void {
    const { sheet, extent } = this.place;
    unprotected(sheet);
    for (let row = extent.row; row < extent.row + extent.rows; row++) sheet.setRowHeight(row, height);
    this.host.changed = true;
  }
}

function size(given: unknown, most: number): number {
  if (typeof given !== "number" || !(given >= 0 && given <= most)) throw new Refusal("InvalidArgument");
  return given;
}
