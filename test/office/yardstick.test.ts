import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { annotate } from "../../src/app/annotate";
import { problemAddress, problemSentence } from "../../src/domain/ledger/problemSentence";
import { addDays } from "../../src/domain/loan/day";
import { areaText } from "../../src/embedded/xlsx/areas";
import type { Book, Scalar, Sheet } from "../../src/embedded/xlsx/model";
import { ledgerRows } from "../bench/rows";
import { fileWith, inExcel, opened, TODAY, unwatched } from "../embedded/workbooks";
import { python } from "./python";

const SCRIPT = path.resolve(__dirname, "../bench/annotate.py");
const SETTINGS = "贷后设置";

type Rows = readonly (readonly Scalar[])[];

/** What one of the two made of a ledger: the workbook with its formulas computed, and what it said of single cells. */
interface Made {
  readonly book: Book;
  readonly problems: readonly string[];
}

async function byUs(file: Uint8Array): Promise<Made> {
  const { excel, workbook } = inExcel(opened(file));
  const done = await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
  if (!done.ok) throw new Error(done.because.kind);
  excel.calculate();
  const problems = done.value.assessment.ledgers.flatMap((one) => one.problems);
  return {
    book: opened(excel.book.save()),
    problems: problems.map((problem) => `${problemAddress(problem)} ${problemSentence(problem)}`),
  };
}

function byOpenpyxl(file: Uint8Array): Made {
  const folder = mkdtempSync(path.join(tmpdir(), "post-loan-"));
  const [given, made] = [path.join(folder, "in.xlsx"), path.join(folder, "out.xlsx")];
  try {
    writeFileSync(given, file);
    const said = execFileSync(python(), ["-B", SCRIPT, given, made, "2026-11-23"], { encoding: "utf8" });
    const { excel } = inExcel(opened(new Uint8Array(readFileSync(made))));
    excel.calculate();
    const problems = said.split("\n").filter((line) => line.startsWith("  "));
    return { book: excel.book, problems: problems.map((line) => line.trim()) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything of a cell that a person sees; whether its text is marked as text is not seen. */
function cellOf(book: Book, sheet: Sheet, [row, column]: readonly [number, number]) {
  const { value, formula, style } = sheet.cell(row, column);
  const look = { ...book.format(style), quotePrefix: undefined };
  return JSON.stringify({ value: value === "" ? undefined : value, formula, look });
}

function cellsDiffer([ours, theirs]: readonly [Book, Book], name: string): readonly string[] {
  const [one, other] = [sheetOf(ours, name), sheetOf(theirs, name)];
  const { row, column, rows, columns } = one.used(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const found: string[] = [];
  for (let down = row; down < row + rows; down++) {
    for (let right = column; right < column + columns; right++) {
      const [own, their] = [cellOf(ours, one, [down, right]), cellOf(theirs, other, [down, right])];
      const address = areaText({ row: down, column: right, rows: 1, columns: 1 });
      if (own !== their) found.push(`${name}!${address}: ${own} / ${their}`);
    }
  }
  return found;
}

function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** What of a sheet does not stand in its cells. */
function aroundCells(book: Book, name: string) {
  const sheet = sheetOf(book, name);
  const { columns } = sheet.used(false) ?? { columns: 0 };
  return {
    used: sheet.used(false),
    widths: Array.from({ length: columns }, (_, column) => sheet.columnWidth(column)),
    rules: sheet.formatRules.map((rule) => ({ ...rule, id: undefined })),
    page: sheet.page,
  };
}

const namesOf = (book: Book) => book.names.map(({ name, formula, scope }) => [name, formula, scope]);

function expectSame(ours: Made, theirs: Made): void {
  const both = [ours.book, theirs.book] as const;
  expect(theirs.book.sheets.map(({ name }) => name)).toEqual(ours.book.sheets.map(({ name }) => name));
  expect(["Sheet1", SETTINGS].flatMap((name) => cellsDiffer(both, name)).slice(0, 20)).toEqual([]);
  for (const name of ["Sheet1", SETTINGS]) {
    expect(aroundCells(theirs.book, name)).toEqual(aroundCells(ours.book, name));
  }
  expect(sheetOf(theirs.book, "Sheet1").validations).toEqual(sheetOf(ours.book, "Sheet1").validations);
  expect(namesOf(theirs.book)).toEqual(namesOf(ours.book));
  expect(theirs.problems).toEqual(ours.problems);
}

describe("the script that the benchmark holds us against", () => {
  const benchRows: Rows = ledgerRows(900, (offset) => addDays(TODAY, offset));

  it("leaves of the benchmark's ledger what we leave, in every cell and format", async () => {
    const file = fileWith(benchRows);
    const ours = await byUs(file);
    expectSame(ours, byOpenpyxl(file));
    expect(ours.problems).toEqual([]);
    expect(sheetOf(ours.book, "Sheet1").used(true)).toEqual({ row: 0, column: 0, rows: 901, columns: 35 });
  });

  it("names the same cells where a ledger has faults, and judges the others alike", async () => {
    const rows = benchRows.slice(0, 400).map((row) => [...row]);
    const [headings = []] = rows;
    const put = (row: number, heading: string, value: Scalar) => {
      const cells = rows[row - 1];
      if (cells !== undefined) cells[headings.indexOf(heading)] = value;
    };
    put(3, "发放日", "去年春天");
    put(4, "到期日", "2027-02-30");
    put(5, "贷款余额(元)", "约五十万");
    put(6, "贷款余额(元)", 0);
    put(8, "五级分类", "优良");
    put(9, "逾期天数", "若干");
    put(11, "借据号", "JJ000000002");
    put(12, "上次回访日期", addDays(TODAY, 5));
    put(14, "到期日", addDays(TODAY, -900));
    put(16, "贷款余额(元)", 99_000_000);
    put(20, "贷款金额(元)", "1,250,000");
    put(23, "上次回访日期", "2026.9.3");
    put(26, "五级分类", "正常");
    for (const row of [29, 30, 31]) put(row, "上次回访日期", "");
    for (const row of [32, 33, 34]) put(row, "发放日", addDays(TODAY, -40));
    for (const row of [35, 36, 37]) put(row, "贷款余额(元)", 0);
    put(38, "是否借新还旧", "是");
    put(41, "评估价值(元)", 100_000);
    put(44, "回访方式", "电话");
    put(47, "客户名称", "样本客户1");
    const file = fileWith(rows);
    const ours = await byUs(file);
    expectSame(ours, byOpenpyxl(file));
    expect(ours.problems.length).toBeGreaterThan(8);
  });
});
