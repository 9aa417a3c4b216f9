import type { Columns } from "./columns";
import type { Rows } from "./rows";
import type { SheetXml } from "./sheetXml";

/** The outlines of a sheet's rows or columns: how deep each lies. */
export interface OutlineAxis {
  level(index: number): number;
  setLevel(index: number, level: number): void;
  /** Marks a line beside details as one that hides them. */
  setCollapsed(index: number, collapsed: boolean): void;
  /** Tells the sheet how deep its deepest outline is, of all lines up to one. */
  measure(last: number): void;
}

export interface Outline {
  readonly rows: OutlineAxis;
  readonly columns: OutlineAxis;
}

function axisOf(xml: SheetXml, lines: Rows | Columns, attribute: "outlineLevelRow" | "outlineLevelCol"): OutlineAxis {
  return {
    level: (index) => lines.level(index),
    setLevel: (index, level) => {
      lines.setLevel(index, level);
    },
    setCollapsed: (index, collapsed) => {
      lines.setCollapsed(index, collapsed);
    },
    measure: (last) => {
      let deepest = 0;
      for (let index = 0; index <= last; index++) deepest = Math.max(deepest, lines.level(index));
      if (xml.element("sheetFormatPr") === undefined)
        xml.set("sheetFormatPr", '<sheetFormatPr defaultRowHeight="15"/>');
      const element = xml.element("sheetFormatPr");
      const level = deepest === 0 ? undefined : String(deepest);
      if (element !== undefined) xml.setAttributes(element, { [attribute]: level });
    },
  };
}

/** The outlines of a sheet, as its part has them. */
export function outlineOf({ xml, rows, columns }: { xml: SheetXml; rows: Rows; columns: Columns }): Outline {
  return { rows: axisOf(xml, rows, "outlineLevelRow"), columns: axisOf(xml, columns, "outlineLevelCol") };
}
