import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { annotate } from "../../src/app/annotate";
import { NOT_COMPUTED } from "../../src/embedded/calc/values";
import { areaText } from "../../src/embedded/xlsx/areas";
import type { Book, CellFormat, FormatRule, Scalar, Sheet } from "../../src/embedded/xlsx/model";
import { booksIn, STRICT } from "../books/books";
import { inExcel, opened, TODAY, unwatched } from "../embedded/workbooks";
import { allRecalculatedByLibreOffice } from "./libreOffice";
import { python } from "./python";

const SCRIPTS = path.resolve(__dirname, "../books");
const SEED = "20261123";

type Plain = string | number | boolean | null;

interface CellRead {
  readonly value: Plain;
  readonly formula: string | null;
  readonly look: Readonly<Record<"numberFormat" | "fontName" | "fontColor" | "fill", string | null>> &
    Readonly<Record<"bold" | "italic", boolean>> & { readonly fontSize: number };
}

interface SheetRead {
  readonly cells: Readonly<Record<string, CellRead>>;
  readonly rules: readonly {
    readonly areas: readonly string[];
    readonly type: string;
    readonly priority: number;
    readonly formulas: readonly string[];
  }[];
  readonly checks: readonly {
    readonly areas: readonly string[];
    readonly type: string;
    readonly formula: string | null;
  }[];
  readonly merges: readonly string[];
  readonly state: string;
}

/** A workbook as openpyxl reads it. */
interface BookRead {
  readonly sheets: Readonly<Record<string, SheetRead>>;
  readonly names: Readonly<Record<string, string>>;
}

const run = (words: readonly string[]): string => execFileSync(python(), words, { encoding: "utf8", maxBuffer: 1e9 });

const plain = (value: Scalar | undefined): Plain => (typeof value === "object" ? value.error : (value ?? null));

const isClose = (one: Plain, other: Plain): boolean =>
  typeof one === "number" && typeof other === "number"
    ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
    : one === other;

const lookOf = ({ numberFormat, fontName, fontSize, bold, italic, fontColor, fill }: CellFormat) => ({
  ...{ numberFormat, fontName, fontSize, bold, italic, fontColor, fill },
});

const areasOf = (areas: readonly Parameters<typeof areaText>[0][]) => areas.map((area) => areaText(area)).sort();

/** What is ours and theirs of something, where they differ. */
function differing(where: string, ours: unknown, theirs: unknown): readonly string[] {
  const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)];
  return one === other ? [] : [`${where}: ${one} / ${other}`];
}

/** Where the others differ for a reason of their own. */
const documented: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ["Without a part of formats the font is openpyxl's own", /^plain\S* .* fontName: "等线" \/ "Calibri"$/],
  [
    "LibreOffice writes what a pivot table shows anew, in its own words",
    /^pivots\S* .*透视 A\d+: "总计" \/ "Total Result"$/,
  ],
];

const undocumented = (differences: readonly string[]): readonly string[] =>
  differences.filter((one) => !documented.some(([, pattern]) => pattern.test(one)));

/** Colours that openpyxl does not spell out are not compared. */
function lookDiffers(where: string, ours: ReturnType<typeof lookOf>, theirs: CellRead["look"]): readonly string[] {
  return Object.entries(theirs).flatMap(([name, value]) => {
    const own = ours[name as keyof typeof ours];
    const isUntold = value === null && ["fontColor", "fill"].includes(name);
    return isUntold ? [] : differing(`${where} ${name}`, own, value);
  });
}

function cellsDiffer(book: Book, sheet: Sheet, theirs: SheetRead): readonly string[] {
  const used = sheet.used(true);
  const found: string[] = [];
  let held = 0;
  for (let row = 0; row < (used === undefined ? 0 : used.row + used.rows); row++) {
    for (let column = 0; column < (used === undefined ? 0 : used.column + used.columns); column++) {
      const { value, formula, style } = sheet.cell(row, column);
      if (value === undefined && formula === undefined) continue;
      held += 1;
      const address = areaText({ row, column, rows: 1, columns: 1 });
      const where = `${sheet.name} ${address}`;
      const other = theirs.cells[address];
      if (other === undefined) found.push(`${where}: not there for openpyxl`);
      else {
        // Who reads a formula without its result has none; an empty text is no content to openpyxl.
        const own = value === NOT_COMPUTED || value === "" ? null : plain(value);
        if (!isClose(own, other.value)) found.push(...differing(where, own, other.value));
        found.push(...differing(`${where} formula`, formula === undefined ? null : `=${formula}`, other.formula));
        found.push(...lookDiffers(where, lookOf(book.format(style)), other.look));
      }
    }
  }
  return [...found, ...differing(`${sheet.name} cells`, held, Object.keys(theirs.cells).length)];
}

function sheetDiffers(book: Book, sheet: Sheet, theirs: SheetRead): readonly string[] {
  // openpyxl knows nothing of the newer list of rules, in which the workbooks have an icon set.
  const isRead = ({ type, priority }: FormatRule): boolean =>
    type !== "iconSet" || theirs.rules.some((rule) => rule.priority === priority);
  const rules = [...sheet.formatRules]
    .sort((one, other) => one.priority - other.priority)
    .filter(isRead)
    .map(({ ranges, type, priority, formulas }) => ({ areas: areasOf(ranges), type, priority, formulas }));
  const checks = sheet.validations.map(({ ranges, type, formula1 }) => ({
    areas: areasOf(ranges),
    type,
    formula: formula1 ?? null,
  }));
  return [
    ...cellsDiffer(book, sheet, theirs),
    ...differing(`${sheet.name} rules`, rules, theirs.rules),
    ...differing(`${sheet.name} validations`, checks, theirs.checks),
    ...differing(`${sheet.name} merges`, areasOf(sheet.merges), theirs.merges),
    ...differing(`${sheet.name} state`, sheet.visibility, theirs.state),
  ];
}

function bookDiffers(book: Book, theirs: BookRead): readonly string[] {
  const names = book.names.filter(({ name, scope }) => scope === undefined && !name.startsWith("_xlnm."));
  const sorted = (entries: readonly (readonly [string, string])[]) => entries.map((entry) => entry.join(" = ")).sort();
  const ours = sorted(names.map(({ name, formula }) => [name, formula] as const));
  const others = sorted(Object.entries(theirs.names));
  return [
    ...differing("names", ours, others),
    ...book.sheets.flatMap((sheet) => {
      const other = theirs.sheets[sheet.name];
      return other === undefined ? [`${sheet.name}: not there for openpyxl`] : sheetDiffers(book, sheet, other);
    }),
  ];
}

/** Where LibreOffice, which computes anew what has no result, shows something else. */
function valuesDiffer(ours: Book, theirs: Book): readonly string[] {
  return ours.sheets.flatMap((sheet) => {
    const other = theirs.sheets.find(({ name }) => name === sheet.name);
    const used = sheet.used(true);
    if (other === undefined || used === undefined) return used === undefined ? [] : [`${sheet.name}: not there`];
    const one = sheet.values(used);
    const two = other.values(used);
    const cells = one.flatMap((line, down) =>
      line.flatMap((value, right) => {
        const [a, b] = [value === "" ? null : plain(value), plain(two[down]?.[right])];
        const where = areaText({ row: used.row + down, column: used.column + right, rows: 1, columns: 1 });
        return value === NOT_COMPUTED || isClose(a, b) ? [] : differing(`${sheet.name} ${where}`, a, b);
      }),
    );
    return [...cells, ...differing(`${sheet.name} merges`, areasOf(sheet.merges), areasOf(other.merges))];
  });
}

describe("random workbooks of another program, as written and annotated", () => {
  const files = new Map<string, Uint8Array>();
  let read: ReadonlyMap<string, BookRead> = new Map();
  let computed: readonly Uint8Array[] = [];

  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "post-loan-"));
    try {
      run([path.join(SCRIPTS, "make.py"), folder, "--seed", SEED, "--rows", "40"]);
      for (const { name, file } of booksIn(folder)) {
        files.set(name, file);
        const { excel, workbook } = inExcel(opened(file));
        const done = await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
        if (!done.ok) throw new Error(`${name}: ${done.because.kind}`);
        excel.calculate();
        files.set(`${name}, annotated`, excel.book.save());
      }
      const places = [...files].map(([name, file]) => {
        const place = path.join(folder, `${name}.read.xlsx`);
        writeFileSync(place, file);
        return place;
      });
      const legible = places.filter((place) => !path.basename(place).startsWith(STRICT));
      const found = JSON.parse(run([path.join(SCRIPTS, "read.py"), ...legible])) as readonly BookRead[];
      read = new Map(found.map((one, index) => [path.basename(legible[index] ?? "", ".read.xlsx"), one]));
      computed = allRecalculatedByLibreOffice([...files.values()]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);

  it("are read by openpyxl as by us: values, formulas, formats, rules, validations, merges, names", () => {
    const legible = [...files].filter(([name]) => !name.startsWith(STRICT));
    const differences = legible.flatMap(([name, file]) => {
      const theirs = read.get(name);
      return theirs === undefined ? [name] : bookDiffers(opened(file), theirs).map((one) => `${name} ${one}`);
    });
    expect(undocumented(differences)).toEqual([]);
    expect(legible.length).toBeGreaterThan(20);
  });

  it("show in LibreOffice what they show to us", () => {
    const differences = [...files].flatMap(([name, file], index) => {
      const theirs = computed[index];
      return theirs === undefined ? [name] : valuesDiffer(opened(file), opened(theirs)).map((one) => `${name} ${one}`);
    });
    expect(undocumented(differences)).toEqual([]);
  });
});
