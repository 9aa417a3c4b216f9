import { areaText } from "./areas";
import type { Cells } from "./cells";
import type { Output } from "./output";
import { RowWriter, type RowChanges } from "./rowWriter";
import type { SheetXml } from "./sheetXml";

function setDimension(xml: SheetXml, cells: Cells): void {
  const used = cells.used(false);
  const dimension = xml.element("dimension");
  if (used !== undefined && dimension !== undefined) xml.setAttributes(dimension, { ref: areaText(used) });
}

/** Writes a worksheet's part; without changes its cells stand byte for byte as they were. */
export function writeSheet(output: Output, { xml, cells, changes }: SheetToWrite): void {
  if (changes !== undefined) setDimension(xml, cells);
  const [head, tail] = xml.ends;
  output.text(`${head}<sheetData>`);
  if (changes === undefined) output.raw(cells.file.scanned.xml);
  else new RowWriter(cells, changes, output).write();
  output.text(`</sheetData>${tail}`);
}

/** A worksheet on its way into the file; `changes` only where its cells were edited. */
interface SheetToWrite {
  readonly xml: SheetXml;
  readonly cells: Cells;
  readonly changes: RowChanges | undefined;
}
