import { makeRecords, type Chosen } from "../../src/app/visit";
import { takeBack } from "../../src/app/takeBack";
import { failureSentence } from "../../src/app/words";
import { recalculate } from "../../src/embedded/calc/recalculate";
import { connect } from "../../src/embedded/client/node";
import { inExcel, opened, partsOf, sampleFile, TODAY, unwatched } from "../embedded/workbooks";
import { handOn } from "./filling";

const options = { today: TODAY, asOf: TODAY, withHints: true };
const library = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");

async function made(chosen: Chosen, file: Uint8Array = sampleFile()) {
  const running = inExcel(opened(file));
  const records = await makeRecords(running.workbook, { ...options, chosen }, unwatched);
  if (!records.ok) throw new Error(failureSentence(records.because));
  return { ...running, ...records.value };
}

const CUSTOMER = "松原里明达物流经营部";

describe("records for customers whose visit is due", () => {
  it("are made for all of them, the longest overdue first, and change nothing else", async () => {
    const { excel, records, left } = await made({ dueWithin: 0 });
    const file = excel.book.save();
    expect(records.length).toBeGreaterThan(20);
    expect(left).toBe(0);
    expect(opened(file).sheets.map(({ name }) => name)).toEqual(["示例台账", ...records.map(({ sheet }) => sheet)]);
    expect(records.map(({ number }) => number).slice(0, 2)).toEqual(["DH-20261123-001", "DH-20261123-002"]);
    const before = partsOf(sampleFile());
    const after = partsOf(file);
    const ledger = [...before.keys()].find((part) => part.startsWith("xl/worksheets/")) ?? "";
    expect(after.get(ledger)).toBe(before.get(ledger));
  });

  it("take at most eight requests of 4 MB for every twenty sheets", async () => {
    const { excel, records } = await made({ dueWithin: 30 });
    const { requests, largestRequest, largestResponse } = excel.counters;
    expect(records.length).toBeGreaterThan(100);
    expect(requests).toBeLessThanOrEqual(8 * Math.ceil(records.length / 20));
    expect(Math.max(largestRequest, largestResponse)).toBeLessThanOrEqual(4e6);
  });
});

describe("the record of one customer", () => {
  it("counts what is filled in, and works out what follows from the answers", async () => {
    const { excel, records } = await made({ customer: CUSTOMER });
    const [record] = records;
    const sheet = excel.book.sheets.find(({ name }) => name === record?.sheet);
    if (sheet === undefined) throw new Error("no record");
    const used = sheet.used(true);
    const rows = used === undefined ? [] : sheet.values({ row: 0, column: 0, rows: used.rows, columns: 12 });
    const find = (text: string) => {
      const row = rows.findIndex((cells) => cells.includes(text));
      return { row, column: rows[row]?.indexOf(text) ?? -1 };
    };
    const fill = (text: string, offset: number, value: string | number) => {
      const { row, column } = find(text);
      expect(row).toBeGreaterThan(0);
      sheet.setValue(row, column + offset, value);
    };
    fill("员工总数", 2, 40);
    fill("现场人数", 2, 30);
    fill("检查方式*", 1, "上门");
    fill("检查日期*", 1, TODAY);
    const attendance = find("到岗率");
    recalculate(excel.book, TODAY);
    expect(sheet.cell(attendance.row, attendance.column + 2).value).toBe(0.75);
    expect(sheet.cell(1, 8).value).toBe("已填 2 / 15");
  });

  it("gets a number behind its name when one of the day is there", async () => {
    const first = await made({ customer: CUSTOMER });
    const second = await made({ customer: CUSTOMER }, first.excel.book.save());
    expect(second.records.map(({ sheet }) => sheet)).toEqual([`回访_${CUSTOMER}_20261123-2`]);
  });

  it("is no ledger to a later run", async () => {
    const first = await made({ customer: CUSTOMER });
    const second = await made({ dueWithin: 0 }, first.excel.book.save());
    expect(second.records.length).toBeGreaterThan(20);
  });

  it("keeps its customer out of a batch until it is filed", async () => {
    const first = await made({ dueWithin: 0 });
    const file = first.excel.book.save();
    const second = await made({ dueWithin: 7 }, file);
    const seen = new Set(first.records.map(({ customer }) => customer));
    expect(second.records.filter(({ customer }) => seen.has(customer))).toEqual([]);
    expect(second.records[0]?.number).toBe(`DH-20261123-${String(first.records.length + 1).padStart(3, "0")}`);
    const { workbook } = inExcel(opened(file));
    const third = await makeRecords(workbook, { ...options, chosen: { dueWithin: 0 } }, unwatched);
    expect(third.ok ? "" : failureSentence(third.because)).toContain("都已有未归档的回访表");
  });

  it("[P38] prints on A4 with its number at the head and pages at the foot, as wide as the paper without being fitted", async () => {
    const { excel, records } = await made({ customer: CUSTOMER });
    const context = new Excel.RequestContext();
    const used = context.workbook.worksheets.getItem(records[0]?.sheet ?? "").getUsedRange();
    used.load("width");
    await context.sync();
    const [paper, margins] = [(210 / 25.4) * 72, 60];
    expect(used.width).toBeLessThanOrEqual(paper - margins);
    expect(used.width).toBeGreaterThan(0.95 * (paper - margins));
    expect(opened(excel.book.save()).sheets[1]?.page).toMatchObject({
      paperSize: 9,
      landscape: false,
      fitWide: 1,
      header: "&L示例一支行&R编号 DH-20261123-001",
      footer: "&C第 &P 页，共 &N 页",
    });
  });
});

describe("records that are taken back", () => {
  it("leave the workbook as it was, but for those in which somebody wrote", async () => {
    const { excel, workbook, drafts, records } = await made({ dueWithin: 0 });
    const written = records[3]?.sheet ?? "";
    handOn(excel.book, written).write("地点", "厂区");
    const gone = await takeBack(workbook, drafts, unwatched);
    expect(gone).toMatchObject({ ok: true, value: { sheets: records.length - 1, kept: [written] } });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["示例台账", written]);
  });

  it("leave every cell, format, rule and name as it was", async () => {
    const { excel, workbook, drafts } = await made({ dueWithin: 0 });
    await takeBack(workbook, drafts, unwatched);
    const parts = (file: Uint8Array) => [...partsOf(file)].filter(([part]) => part !== "xl/styles.xml");
    expect(parts(excel.book.save())).toEqual(parts(sampleFile()));
  });
});

describe("records that cannot be made", () => {
  it.each([
    [{ customer: "没有的客户" }, "没有还有余额的客户“没有的客户”"],
    [{ dueWithin: -4000 }, "没有应访的客户"],
  ])("for %j are refused with a sentence", async (chosen, words) => {
    const { workbook, excel } = inExcel(opened(sampleFile()));
    const records = await makeRecords(workbook, { ...options, chosen }, unwatched);
    expect(records.ok ? "" : failureSentence(records.because)).toContain(words);
    expect(partsOf(excel.book.save())).toEqual(partsOf(sampleFile()));
  });

  it("leave the workbook as it was when Excel breaks off half way", async () => {
    const { workbook, excel } = inExcel(opened(sampleFile()));
    const { requests } = (await made({ dueWithin: 0 })).excel.counters;
    const execute = excel.execute.bind(excel);
    let count = 0;
    excel.execute = (request) => {
      count += 1;
      if (count === requests - 1) excel.setEditMode(true);
      const answer = execute(request);
      excel.setEditMode(false);
      return answer;
    };
    connect(excel, library);
    const records = await makeRecords(workbook, { ...options, chosen: { dueWithin: 0 } }, unwatched);
    expect(records.ok).toBe(false);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["示例台账"]);
  });
});
