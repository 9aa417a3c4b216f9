import { areaText } from "./areas";
import type { Cells } from "./cells";
import { Output } from "./output";
import { RowWriter, type RowHeights } from "./rowWriter";
import type { SheetXml } from "./sheetXml";

/** What an edited cell usually takes in the file; room for so much is made at once. */
const BYTES_A_CELL = 64;

function setDimension(xml: SheetXml, cells: Cells): void {
  const used = cells.used(false);
  const dimension = xml.element("dimension");
  if (used !== undefined && dimension !== undefined) xml.setAttributes(dimension, { ref: areaText(used) });
}

/** A worksheet's part; without heights its cells stand byte for byte as they were. */
export function sheetBytes(xml: SheetXml, cells: Cells, heights: RowHeights | undefined): Uint8Array {
  if (heights !== undefined) setDimension(xml, cells);
  const [head, tail] = xml.ends;
  const data = cells.file.scanned.xml;
  const output = new Output(data.length + BYTES_A_CELL * cells.editedCells + 3 * (head.length + tail.length));
  output.text(`${head}<sheetData>`);
  if (heights === undefined) output.raw(data);
  else new RowWriter(cells, heights, output).write();
  output.text(`</sheetData>${tail}`);
  return output.done();
}
