import { record, text } from "./given";
import { isUnbounded } from "./geometry";
import { unprotected } from "./place";
import type { Range } from "./range";
import { readText } from "./readCells";
import { Refusal } from "./refusal";

/** The colour of links in Excel's own theme. */
const LINK_COLOUR = "#0563C1";

const optional = (value: unknown): string | undefined =>
  value === undefined || value === null || value === "" ? undefined : text(value);

/** Where the first cell's link leads; null where it has none. https://learn.microsoft.com/javascript/api/excel/excel.rangehyperlink */
export function readLink(range: Range): object | null {
  const { row, column } = range.extent;
  const link = range.sheet.links.at(row, column);
  if (link === undefined) return null;
  const shown =
    readText({ host: range.host, sheet: range.sheet, extent: { row, column, rows: 1, columns: 1 } })?.[0]?.[0] ?? "";
  return {
    ...(link.address === undefined ? {} : { address: link.address }),
    ...(link.location === undefined ? {} : { documentReference: link.location }),
    screenTip: link.tip ?? "",
    textToDisplay: shown,
  };
}

function isBlank({ sheet, extent }: Range): boolean {
  const { value, formula } = sheet.cell(extent.row, extent.column);
  return value === undefined && formula === undefined;
}

/** Cells with a link look like one; those that show nothing show where it leads. */
export function writeLink(range: Range, given: unknown): void {
  const { sheet, extent, host } = range;
  const said = record(given);
  const [address, location, tip, shown] = ["address", "documentReference", "screenTip", "textToDisplay"].map((name) =>
    optional(said[name]),
  );
  if ((address ?? location) === undefined || isUnbounded(extent)) throw new Refusal("InvalidArgument");
  unprotected(sheet);
  sheet.links.set(extent, { address, location, tip });
  const label = shown ?? (isBlank(range) ? (address ?? location) : undefined);
  if (label !== undefined) range.values = label;
  range.format.font.color = LINK_COLOUR;
  range.format.font.underline = "Single";
  host.changed = true;
}
