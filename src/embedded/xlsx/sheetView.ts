import { areaText } from "./areas";
import type { SheetXml } from "./sheetXml";
import { childOf } from "./xml";

/** How many rows at the top and columns at the left stay in view. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

/** What stays in view when the sheet is scrolled. */
export function readFrozen(xml: SheetXml): Frozen {
  const pane = childOf(xml.element("sheetViews")?.children[0], "pane");
  const isFrozen = (pane?.attributes.get("state") ?? "").startsWith("frozen");
  const count = (name: string) => (isFrozen ? Number(pane?.attributes.get(name) ?? 0) : 0);
  return { rows: count("ySplit"), columns: count("xSplit") };
}

function paneName({ rows, columns }: Frozen): string {
  if (rows > 0 && columns > 0) return "bottomRight";
  return rows > 0 ? "bottomLeft" : "topRight";
}

/** Keeps rows and columns in view; none of either lets all scroll. */
export function freeze(xml: SheetXml, frozen: Frozen): void {
  const { rows, columns } = frozen;
  const pane = paneName(frozen);
  const at = areaText({ row: rows, column: columns, rows: 1, columns: 1 });
  const split = `${columns > 0 ? ` xSplit="${String(columns)}"` : ""}${rows > 0 ? ` ySplit="${String(rows)}"` : ""}`;
  const inner = `<pane${split} topLeftCell="${at}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
  xml.set(
    "sheetViews",
    `<sheetViews><sheetView workbookViewId="0">${rows + columns > 0 ? inner : ""}</sheetView></sheetViews>`,
  );
}
