import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const places = [
  process.env["SOFFICE"],
  "/usr/bin/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

function soffice(): string {
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) {
    throw new Error(
      "LibreOffice is needed: install libreoffice-calc-nogui (Debian) or LibreOffice, or name its soffice in SOFFICE",
    );
  }
  return found;
}

/** A cell as LibreOffice shows it. */
export interface ShownCell {
  readonly text: string;
  /** The number behind it, where it is one. */
  readonly number: number | undefined;
  /** "#RRGGBB" with conditional formats at work; undefined where there is no fill. */
  readonly fill: string | undefined;
}

/** What LibreOffice makes of workbooks in another format, in their order: it is started once for all. */
function convertedAll(workbooks: readonly Uint8Array[], format: "html" | "pdf" | "xlsx"): readonly Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), "post-loan-"));
  const nameOf = (index: number, extension: string) => `book${String(index)}.${extension}`;
  try {
    const given = workbooks.map((workbook, index) => {
      const file = path.join(folder, nameOf(index, "xlsx"));
      writeFileSync(file, workbook);
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
    const words = [profile, "--headless", "--convert-to", format, "--outdir", path.join(folder, "made"), ...given];
    const ran = spawnSync(soffice(), words, { encoding: "utf8" });
    return workbooks.map((_, index) => {
      const made = path.join(folder, "made", nameOf(index, format));
      if (!existsSync(made)) throw new Error(`LibreOffice could not open the workbook: ${ran.stderr}`);
      return readFileSync(made);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function converted(workbook: Uint8Array, format: "html" | "pdf" | "xlsx"): Buffer {
  const [made] = convertedAll([workbook], format);
  if (made === undefined) throw new Error("LibreOffice made nothing");
  return made;
}

/** The workbook's sheets as LibreOffice computes and shows them, by row and column from A1 on. */
export function shownByLibreOffice(workbook: Uint8Array): ReadonlyMap<string, readonly (readonly ShownCell[])[]> {
  return sheetsOf(converted(workbook, "html").toString("utf8"));
}

/** The workbook as LibreOffice saves it, formulas without a result computed. */
export function recalculatedByLibreOffice(workbook: Uint8Array): Uint8Array {
  return new Uint8Array(converted(workbook, "xlsx"));
}

/** As `recalculatedByLibreOffice`, for several workbooks in the time that one start takes. */
export function allRecalculatedByLibreOffice(workbooks: readonly Uint8Array[]): readonly Uint8Array[] {
  return convertedAll(workbooks, "xlsx").map((made) => new Uint8Array(made));
}

/** The workbook as LibreOffice prints it: a PDF. */
export function printedByLibreOffice(workbook: Uint8Array): Buffer {
  return converted(workbook, "pdf");
}

/** How many pages LibreOffice prints each of some workbooks on. */
export function pagesPrinted<Name>(workbooks: ReadonlyMap<Name, Uint8Array>): ReadonlyMap<Name, number> {
  const made = convertedAll([...workbooks.values()], "pdf");
  const pagesOf = (pdf: Buffer | undefined) => pdf?.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  return new Map([...workbooks.keys()].map((name, index) => [name, pagesOf(made[index])]));
}

function sheetsOf(html: string): ReadonlyMap<string, readonly (readonly ShownCell[])[]> {
  const names = [...html.matchAll(/<em>([^<]*)<\/em>/g)].map((match) => plain(match[1] ?? ""));
  const tables = html
    .split(/<table/i)
    .slice(1)
    .filter((table) => /<colgroup/i.test(table));
  const unnamed = new Set(names).size === tables.length ? [...new Set(names)] : ["Sheet1"];
  return new Map(tables.map((table, index) => [unnamed[index] ?? "", rowsOf(table)]));
}

function rowsOf(table: string): readonly (readonly ShownCell[])[] {
  const spans: Span[] = [];
  return table
    .split(/<tr/i)
    .slice(1)
    .map((html, row) => cellsOf(html, row, spans));
}

interface Span {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Merged cells leave out the cells that they cover: their places are kept free. */
function cellsOf(html: string, row: number, spans: Span[]): readonly ShownCell[] {
  const cells: ShownCell[] = [];
  const isCovered = (column: number) =>
    spans.some(
      (span) =>
        row >= span.row && row < span.row + span.rows && column >= span.column && column < span.column + span.columns,
    );
  for (const match of html.matchAll(/<td([^>]*)>([\s\S]*?)<\/td>/gi)) {
    while (isCovered(cells.length)) cells.push({ text: "", number: undefined, fill: undefined });
    const [, tag = "", inner = ""] = match;
    const count = (name: string) => Number(new RegExp(`${name}="?(\\d+)`, "i").exec(tag)?.[1] ?? 1);
    const span = { row, column: cells.length, rows: count("rowspan"), columns: count("colspan") };
    if (span.rows > 1 || span.columns > 1) spans.push(span);
    const number = /sdval="([^"]*)"/i.exec(tag)?.[1];
    cells.push({
      text: plain(inner),
      number: number === undefined ? undefined : Number(number),
      fill: /bgcolor="(#[0-9a-f]{6})"/i.exec(tag)?.[1]?.toUpperCase(),
    });
  }
  return cells;
}

function plain(html: string): string {
  return html
    .replace(/<br>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();
}
