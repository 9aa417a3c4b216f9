import fc from "fast-check";
import { annotate } from "../../src/app/annotate";
import { findBroken, mend, undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import type { Workbook } from "../../src/app/workbook";
import { hashed } from "../../src/domain/change/hashed";
import { unpackText } from "../../src/domain/change/packedText";
import { logText, MOST_CHARACTERS, parseLog, remembered } from "../../src/domain/change/operationLog";
import type { Operation } from "../../src/domain/change/operation";
import type { Book, Scalar } from "../../src/embedded/xlsx/model";
import {
  fileWith,
  inExcel,
  inMeddledExcel,
  opened,
  partsOf,
  refusal,
  sampleFile,
  smallLedger,
  TODAY,
  unwatched,
} from "../embedded/workbooks";

const ledgerFile = fileWith(smallLedger);

/** Every part but the styles, which may keep entries that nothing uses. */
const contents = (file: Uint8Array) => new Map([...partsOf(file)].filter(([name]) => name !== "xl/styles.xml"));

async function run(workbook: Workbook, asOf = TODAY): Promise<void> {
  const done = await annotate(workbook, { today: TODAY, asOf }, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
}

async function back(book: Book) {
  const { excel, workbook } = inExcel(book);
  const undone = await undoLast(workbook, unwatched);
  if (!undone.ok) throw new Error(JSON.stringify(undone.because));
  excel.calculate();
  return { excel, left: undone.value.left, saved: excel.book.save() };
}

/** The book after an annotation, saved and opened again. */
async function annotated(file: Uint8Array): Promise<Book> {
  const { excel, workbook } = inExcel(opened(file));
  await run(workbook);
  excel.calculate();
  return opened(excel.book.save());
}

const cellsOf = (book: Book) => {
  const used = book.sheets[0]?.used(true);
  return used === undefined ? [] : (book.sheets[0]?.formulas({ ...used, row: 0, column: 0 }) ?? []);
};

describe("taking the last run back", () => {
  it.each([
    ["a small ledger", ledgerFile],
    ["the sample ledger", sampleFile()],
  ])("[P01] gives back %s after saving and opening, part by part", async (_name, file) => {
    const { saved, left } = await back(await annotated(file));
    expect(left).toEqual([]);
    expect(contents(saved)).toEqual(contents(file));
  });

  it("takes back a second run alone, and then the first", async () => {
    const first = await annotated(ledgerFile);
    first.sheets[0]?.setValue(2, 5, "可疑");
    const changed = first.save();
    const { excel, workbook } = inExcel(opened(changed));
    await run(workbook);
    excel.calculate();
    const once = await back(opened(excel.book.save()));
    expect(once.left).toEqual([]);
    once.excel.book.sheets[0]?.setValue(2, 5, "关注");
    once.excel.calculate();
    expect(cellsOf(opened(once.excel.book.save()))).toEqual(cellsOf(await annotated(ledgerFile)));
    const twice = await back(opened(once.excel.book.save()));
    expect(contents(twice.saved)).toEqual(contents(fileWith(smallLedger)));
  });

  it("leaves what a person changed since, and lists it", async () => {
    const book = await annotated(ledgerFile);
    book.sheets[0]?.setValue(2, 9, "已电话核实");
    const { left, excel } = await back(book);
    expect(left).toEqual(["Sheet1!J3 人工填写的“已电话核实”"]);
    expect(excel.book.sheets[0]?.cell(2, 9).value).toBe("已电话核实");
  });

  it("takes back records that were made, but for those in which somebody wrote", async () => {
    const { excel, workbook } = inExcel(opened(ledgerFile));
    const options = { today: TODAY, chosen: { dueWithin: 400 }, withHints: true };
    const made = await makeRecords(workbook, options, unwatched);
    if (!made.ok) throw new Error(JSON.stringify(made.because));
    const [first] = made.value.records;
    const book = opened(excel.book.save());
    book.sheets.find(({ name }) => name === first?.sheet)?.setValue(30, 3, "已谈");
    const undone = await back(book);
    expect(undone.left).toEqual([`工作表“${first?.sheet ?? ""}”`]);
    expect(undone.excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", first?.sheet]);
  });

  it("[P33] says that there is nothing to take back, whatever the part holds", async () => {
    for (const state of [undefined, "", "{", '[{"kind":"annotate","deeds":[{"kind":"sheet"}]}]', "[1]"]) {
      const { workbook } = inExcel(opened(ledgerFile));
      if (state !== undefined) {
        await workbook.apply([{ kind: "state", part: "operations", after: state }], unwatched);
      }
      const undone = await undoLast(workbook, unwatched);
      expect(undone).toEqual({ ok: false, because: { kind: "nothingToUndo" } });
    }
  });

  it("never deletes a sheet that is none of ours, even where the record says so", async () => {
    const deed = { kind: "sheet", draft: { name: "Sheet1", cells: smallLedger } };
    const { excel, workbook } = inExcel(opened(ledgerFile));
    excel.book.addSheet("另一张");
    const state = JSON.stringify([{ kind: "report", asOf: "2026-11-23", deeds: [deed] }]);
    await workbook.apply([{ kind: "state", part: "operations", after: state }], unwatched);
    expect((await undoLast(workbook, unwatched)).ok).toBe(true);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "另一张"]);
  });
});

/** What people do to a ledger between a run and its undo. */
type Edit =
  | { readonly kind: "value"; readonly row: number; readonly column: number; readonly value: Scalar }
  | { readonly kind: "sort" }
  | { readonly kind: "add" };

const width = smallLedger[0]?.length ?? 0;
const rowCount = 9;
const ledgerOf = (seed: readonly number[]): (Scalar | undefined)[][] => [
  [...(smallLedger[0] ?? [])],
  ...seed.map((value, index): Scalar[] => [
    `样品客户${String(index % 4)}`,
    `JJ${String(index)}`,
    100_000 + value,
    "2026-03-02",
    `2027-0${String(1 + (value % 9))}-15`,
    ["正常", "关注", "次级"][value % 3] ?? "正常",
    value % 3 === 0 ? 0 : value % 200,
    "2026-10-20",
  ]),
];

/** Applies an edit to the ledger's own columns, or to whole rows with ours on them. */
function edit(book: Book, one: Edit): void {
  const sheet = book.sheets[0];
  const used = sheet?.used(true);
  if (sheet === undefined || used === undefined) return;
  if (one.kind === "value") sheet.setValue(1 + (one.row % rowCount), one.column % width, one.value);
  if (one.kind === "add") sheet.setValue(used.row + used.rows, 0, "新增样品客户");
  if (one.kind === "sort") {
    const area = { row: 1, column: 0, rows: used.rows - 1, columns: used.columns };
    const rows = Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_cell, column) => ({
        formula: sheet.formulaR1c1(row + 1, column),
        value: sheet.cell(row + 1, column).value,
      })),
    );
    rows.reverse().forEach((cells, row) => {
      cells.forEach(({ formula, value }, column) => {
        if (formula === undefined) sheet.setValue(row + 1, column, value);
        else sheet.setFormula(row + 1, column, { r1c1: formula });
      });
    });
  }
}

const edits = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("value" as const),
      row: fc.nat(rowCount - 1),
      column: fc.constantFrom(2, 5, 6),
      value: fc.constantFrom<Scalar>(0, 12, 95, 400, "正常", "损失"),
    }),
    fc.constant<Edit>({ kind: "sort" }),
    fc.constant<Edit>({ kind: "add" }),
  ),
  { maxLength: 4 },
);
const seeds = fc.array(fc.nat(999), { minLength: rowCount, maxLength: rowCount });

/** The class of the first drawdown, by which people filter. */
const classCell = (book: Book) => ({ sheet: ledgerSheet(book), row: 1, column: 5 });

function ledgerSheet({ sheets: [sheet] }: Book) {
  if (sheet === undefined) throw new Error("no ledger");
  return sheet;
}

/** Filters a ledger, finds undo refused for it, and shows all rows again; the arrows stay. */
async function filteredInBetween(book: Book): Promise<void> {
  const { excel, workbook } = inExcel(book);
  excel.hand.filter(classCell(book));
  if (ledgerSheet(book).filter === undefined) throw new Error("not filtered");
  const before = excel.book.save();
  const refused = await undoLast(workbook, unwatched);
  expect(refused).toEqual({ ok: false, because: { kind: "filtered", sheet: "Sheet1" } });
  expect(Buffer.compare(excel.book.save(), before)).toBe(0);
  excel.hand.showAll(classCell(book));
}

function filteredOnce(book: Book): void {
  const { excel } = inExcel(book);
  excel.hand.filter(classCell(book));
  excel.hand.showAll(classCell(book));
}

describe("a run and its undo", () => {
  it("give the workbook as people left it, for random ledgers, edits, sorts, filters and added rows between", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, edits, fc.boolean(), async (seed, between, isFiltered) => {
        const file = fileWith(ledgerOf(seed));
        const book = await annotated(file);
        const plain = opened(file);
        for (const one of between) {
          edit(book, one);
          edit(plain, one);
        }
        if (isFiltered) {
          filteredOnce(plain);
          await filteredInBetween(book);
        }
        const { excel, left } = await back(book);
        expect(excel.book.sheets[0]?.filter).toEqual(plain.sheets[0]?.filter);
        expect(left).toEqual([]);
        expect(cellsOf(excel.book)).toEqual(cellsOf(plain));
        expect(excel.book.sheets.map(({ name }) => name)).toEqual(plain.sheets.map(({ name }) => name));
        expect(excel.book.names).toEqual(plain.names);
        expect(excel.book.sheets[0]?.formatRules).toEqual(plain.sheets[0]?.formatRules);
      }),
      { numRuns: 12 },
    );
  });
});

describe("two runs and their undos", () => {
  it("find each cell by its drawdown, however rows were sorted or added since", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, edits, edits, async (seed, before, since) => {
        const file = fileWith(ledgerOf(seed));
        const plain = opened(file);
        const { excel, workbook } = inExcel(await annotated(file));
        const values = before.filter(({ kind }) => kind === "value");
        const moves = since.filter(({ kind }) => kind !== "value");
        for (const one of values) edit(excel.book, one);
        await run(workbook);
        const ran = (await workbook.readState("operations")) as { readonly value: string };
        for (const one of moves) edit(excel.book, one);
        for (const one of [...values, ...moves]) edit(plain, one);
        excel.calculate();
        let book = opened(excel.book.save());
        for (let left = parseLog(ran.value).length; left > 0; left--) {
          const undone = await back(book);
          expect(undone.left).toEqual([]);
          book = opened(undone.saved);
        }
        expect(cellsOf(book)).toEqual(cellsOf(plain));
        expect(book.customXml).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe("the record of operations", () => {
  /** An operation whose text does not shrink much. */
  const operation = (size: number): Operation => ({
    ...{ kind: "annotate", asOf: "2026-11-23" },
    deeds: [{ kind: "columns", sheet: noise(size), headings: [], days: [] }],
  });
  const noise = (size: number) =>
    Array.from({ length: Math.ceil(size / 10) }, (_, index) => hashed(`${String(size)} ${String(index)}`)).join("");

  it("keeps the last three, and fewer where they do not fit together", () => {
    const remembering = (kept: readonly Operation[], one: Operation) => parseLog(remembered(kept, one)?.text);
    const log = [1, 2, 3, 4].reduce<readonly Operation[]>((kept, size) => remembering(kept, operation(size)), []);
    expect(log).toEqual([2, 3, 4].map(operation));
    const large = remembering([operation(400_000), operation(420_000)], operation(700_000));
    expect(large).toHaveLength(1);
    expect(logText(large)?.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(remembered(log, operation(2 * MOST_CHARACTERS))).toBeUndefined();
  });

  it("is read back as it was written", () => {
    const log = [operation(5)];
    expect(parseLog(logText(log))).toEqual(log);
  });

  it("of a first run holds headings and rules, no customer and no blank cells", async () => {
    const { workbook } = inExcel(opened(sampleFile()));
    await run(workbook);
    const state = await workbook.readState("operations");
    if (!state.ok || state.value === undefined) throw new Error("no record");
    expect(state.value.length).toBeLessThan(60_000);
    expect(unpackText(state.value)).not.toContain("样");
  });
});

describe("a run that broke off for good", () => {
  it("is found at the next start and taken back, whichever request was the last that Excel answered", async () => {
    const whole = inExcel(opened(sampleFile()));
    await run(whole.workbook);
    const { requests } = whole.excel.counters;
    for (let last = 0; last < requests; last++) {
      const { excel, workbook } = inMeddledExcel(opened(sampleFile()), (request) =>
        request > last ? refusal("ConnectionFailure") : undefined,
      );
      await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
      const again = inExcel(opened(excel.book.save()));
      const broken = await findBroken(again.workbook);
      if (!broken.ok) throw new Error(JSON.stringify(broken.because));
      if (broken.value !== undefined) {
        const mended = await mend(again.workbook, unwatched);
        expect(mended).toMatchObject({ ok: true, value: { left: [] } });
      }
      const isComplete = last === requests - 1;
      const found = contents(again.excel.book.save());
      if (isComplete) expect(found.size).toBeGreaterThan(contents(sampleFile()).size);
      else expect(found).toEqual(contents(sampleFile()));
    }
  });
});
