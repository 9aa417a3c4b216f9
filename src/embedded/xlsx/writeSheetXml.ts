import { areaText } from "./areas";
import type { Cells } from "./cells";
import type { Output } from "./output";
import { RowWriter, type RowHeights } from "./rowWriter";
import type { SheetXml } from "./sheetXml";

function setDimension(xml: SheetXml, cells: Cells): void {
  const used = cells.used(false);
  const dimension = xml.element("dimension");
  if (used !== undefined && dimension !== undefined) xml.setAttributes(dimension, { ref: areaText(used) });
}

/** Writes a worksheet's part; without heights its cells stand byte for byte as they were. */
export function writeSheet(output: Output, { xml, cells, heights }: SheetToWrite): void {
  if (heights !== undefined) setDimension(xml, cells);
  const [head, tail] = xml.ends;
  output.text(`${head}<sheetData>`);
  if (heights === undefined) output.raw(cells.file.scanned.xml);
  else new RowWriter(cells, heights, output).write();
  output.text(`</sheetData>${tail}`);
}

/** A worksheet on its way into the file; `heights` only where its cells were edited. */
interface SheetToWrite {
  readonly xml: SheetXml;
  readonly cells: Cells;
  readonly heights: RowHeights | undefined;
}
