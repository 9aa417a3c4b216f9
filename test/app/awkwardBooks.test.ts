import { assess, layGround } from "../../src/app/assess";
import { makeCard } from "../../src/app/customerCard";
import type { Failure } from "../../src/app/failure";
import { fileRecord } from "../../src/app/file";
import { makeGuarantorRecord } from "../../src/app/guarantorVisit";
import { undoLast } from "../../src/app/undo";
import { makeRecords, type Chosen } from "../../src/app/visit";
import { reportWarnings } from "../../src/app/warn";
import { failureSentence } from "../../src/app/words";
import { problemAddress, problemSentence } from "../../src/domain/ledger/problemSentence";
import { day } from "../../src/domain/loan/day";
import type { Result } from "../../src/domain/result";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, TODAY, unwatched, withPart } from "../embedded/workbooks";
import type { Running } from "../embedded/workbooks";
import { CONCLUSION, fillIn } from "./filling";

const run = { today: TODAY, asOf: TODAY };

const heads = [
  ...["客户名称", "证件号码", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "上次回访日期"],
  "保证人",
];
const LATE = "溪口样品有限公司";
const TWIN = "样同名";
const GUARANTOR = "样保人";
/** When the ledger says that all were last seen. */
const SEEN = day("2026-05-20");
const rows: readonly (readonly (Scalar | undefined)[])[] = [
  heads,
  [LATE, "91990101MA00000002", "JJ1", 900_000, "2025-03-02", "2027-09-02", "次级", 105, "2026-05-20", GUARANTOR],
  [undefined, undefined, "JJ2", 300_000, "2025-03-02", "2027-09-02", "关注", 40, "2026-05-20"],
  [TWIN, "990101199001010011", "JJ3", 100_000, "2025-03-02", "2027-09-02", "关注", 30, "2026-05-20"],
  [TWIN, "990101199001010022", "JJ4", 200_000, "2025-03-02", "2027-09-02", "关注", 20, "2026-05-20"],
];

const make = ({ workbook }: Running, chosen: Chosen) =>
  makeRecords(workbook, { ...run, chosen, withHints: false, type: "常规" }, unwatched);

function done<Value>(outcome: Result<Value, Failure>): Value {
  if (!outcome.ok) throw new Error(failureSentence(outcome.because));
  return outcome.value;
}

const sheetNames = ({ excel }: Running) => excel.book.sheets.map(({ name }) => name);

const deeds: readonly [string, (running: Running) => Promise<Result<unknown, Failure>>][] = [
  ["the records of a batch", (running) => make(running, { dueWithin: 0 })],
  ["one record", (running) => make(running, { customer: LATE })],
  [
    "a guarantor's record",
    ({ workbook }) => makeGuarantorRecord(workbook, { ...run, guarantor: GUARANTOR }, unwatched),
  ],
  ["a customer's information", ({ workbook }) => makeCard(workbook, { ...run, customer: LATE }, unwatched)],
  ["the report of warnings", ({ workbook }) => reportWarnings(workbook, run, unwatched)],
];

describe("a workbook whose structure is protected", () => {
  const file = withPart(fileWith(rows), "xl/workbook.xml", (xml) =>
    xml.replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
  );

  it.each(deeds)("refuses %s, says what to take off, and stays as it was", async (_name, deed) => {
    const running = inExcel(opened(file));
    const outcome = await deed(running);
    expect(outcome.ok ? "" : failureSentence(outcome.because)).toMatch(/结构受保护.*撤销工作簿保护/);
    expect(Buffer.compare(running.excel.book.save(), opened(file).save())).toBe(0);
  });

  it.each(deeds)("lets %s be made once the protection is off", async (_name, deed) => {
    const running = inExcel(opened(fileWith(rows)));
    done(await deed(running));
    expect(sheetNames(running).length).toBeGreaterThan(1);
  });
});

describe("a ledger with a row without a customer's name", () => {
  it("has records for all others, and tells the cell where the name is missing", async () => {
    const running = inExcel(opened(fileWith(rows)));
    const { records } = done(await make(running, { dueWithin: 0 }));
    expect(records.map(({ customer }) => customer)).toEqual([LATE, TWIN, TWIN]);
    expect(records.every(({ sheet }) => sheetNames(running).includes(sheet))).toBe(true);
    const [late] = records.map(({ sheet }) => running.excel.book.sheets.find(({ name }) => name === sheet));
    const told = late?.values({ row: 0, column: 0, rows: 40, columns: 12 }).flat() ?? [];
    expect(told).toContain("JJ1");
    expect(told).not.toContain("JJ2");
    const { assessment } = done(await layGround(running.workbook, run, { watch: unwatched, merges: true }));
    const nameless = assessment.ledgers
      .flatMap(({ ledger }) => ledger.problems)
      .filter((one) => one.kind === "noCustomer");
    expect(nameless.map(problemAddress)).toEqual(["Sheet1!A3"]);
    expect(nameless.map(problemSentence).join()).toContain("没有客户名称");
    expect(assessment.notices.join()).not.toContain("暂按");
  });

  it("says, while nobody looked for merged cells, that the row is taken for the customer's above", async () => {
    const { workbook } = inExcel(opened(fileWith(rows)));
    const { notices } = done(await assess(workbook, run, unwatched));
    expect(notices.filter((notice) => notice.includes("暂按"))).toEqual([
      "工作表“Sheet1”有 1 行没有客户名称（从 A3 起），暂按上一户计算。标注时会核对是不是合并单元格，不是的会列为问题。",
    ]);
    const named = inExcel(opened(fileWith(rows.map((row) => (row[0] === undefined ? [LATE, ...row.slice(1)] : row)))));
    const { notices: others } = done(await assess(named.workbook, run, unwatched));
    expect(others.join()).not.toContain("暂按");
  });
});

describe("a customer with very many guarantors", () => {
  const guarantors = Array.from({ length: 80 }, (_, index) => `样${String(index)}号保证有限责任公司`);
  const many = fileWith([
    heads,
    ...guarantors.map((one, index) => [
      ...(rows[1] ?? []).slice(0, 2),
      `JJ${String(index)}`,
      ...(rows[1] ?? []).slice(3, 9),
      one,
    ]),
  ]);

  it("has a record and a card, whose rows are no higher than Excel allows", async () => {
    const running = inExcel(opened(many));
    const { drafts } = done(await make(running, { customer: LATE }));
    const { draft } = done(await makeCard(running.workbook, { ...run, customer: LATE }, unwatched));
    const heights = [...drafts, draft].flatMap((one) => (one.heights ?? []).map(({ points }) => points));
    expect(Math.max(...heights)).toBeGreaterThan(100);
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
  });

  it("shows in the look-ups as many as a row can print, and how many there are", async () => {
    const { drafts } = done(await make(inExcel(opened(many)), { customer: LATE }));
    const shared = drafts
      .flatMap(({ cells }) => cells.flat())
      .filter((cell) => typeof cell === "string" && cell.includes("全部名单见台账"));
    expect(shared).toEqual([`${guarantors.slice(2, 9).join("、")}等78户，全部名单见台账`]);
    expect(JSON.stringify(drafts)).toContain(guarantors.slice(3).join("、"));
  });
});

describe("two customers of one name", () => {
  it("have a sheet each in a batch, and one alone where one is picked", async () => {
    const running = inExcel(opened(fileWith(rows)));
    const { records } = done(await make(running, { dueWithin: 0 }));
    const twins = records.filter(({ customer }) => customer === TWIN).map(({ sheet }) => sheet);
    expect(twins).toEqual([`回访_${TWIN}_20261123`, `回访_${TWIN}_20261123-2`]);
    const picked = inExcel(opened(fileWith(rows)));
    const one = done(await make(picked, { customer: "id:990101199001010022" }));
    expect(one.records).toHaveLength(1);
    expect(JSON.stringify(picked.excel.book.sheets[1]?.values({ row: 0, column: 0, rows: 12, columns: 12 }))).toContain(
      "990***********0022",
    );
  });
});

describe("a record whose ledger was edited since", () => {
  async function filledRecord() {
    const running = inExcel(opened(fileWith(rows)));
    const { records } = done(await make(running, { customer: LATE }));
    const sheet = records[0]?.sheet ?? "";
    fillIn(running.excel.book, sheet, { 检查结论: CONCLUSION });
    return { running, sheet };
  }
  const file = ({ workbook }: Running, record: string) =>
    fileRecord(workbook, { ...run, record, reason: "样例", accept: true }, unwatched);

  it("is filed where the ledger's rows were sorted", async () => {
    const { running, sheet } = await filledRecord();
    const [ledger] = running.excel.book.sheets;
    rows.slice(1).forEach((_, at) => {
      const from = rows[rows.length - 1 - at] ?? [];
      heads.forEach((_head, column) => ledger?.setValue(1 + at, column, from[column]));
    });
    expect(done(await file(running, sheet))).toMatchObject({ state: "已归档" });
    const column = [...Array(40).keys()].find((at) => ledger?.cell(0, at).value === "贷后_上次上门日") ?? -1;
    expect([1, 2, 3, 4].map((row) => ledger?.cell(row, column).value)).toEqual([...[SEEN, SEEN, undefined], TODAY - 3]);
  });

  it("is not filed, and nothing is lost, where the customer's rows are gone", async () => {
    const { running, sheet } = await filledRecord();
    const [ledger] = running.excel.book.sheets;
    heads.forEach((_, column) => ledger?.setValue(1, column, undefined));
    running.excel.calculate();
    const before = running.excel.book.save();
    const outcome = await file(running, sheet);
    expect(outcome.ok ? "" : failureSentence(outcome.because)).toContain(LATE);
    expect(Buffer.compare(running.excel.book.save(), before)).toBe(0);
  });

  it("is not filed, and nothing is lost, where the heading of the names was changed", async () => {
    const { running, sheet } = await filledRecord();
    running.excel.book.sheets[0]?.setValue(0, 0, "甲乙丙");
    running.excel.calculate();
    const before = running.excel.book.save();
    const outcome = await file(running, sheet);
    expect(outcome.ok ? "" : failureSentence(outcome.because)).toContain(`台账里找不到客户“${LATE}”`);
    expect(Buffer.compare(running.excel.book.save(), before)).toBe(0);
  });
});

describe("a workbook of five hundred sheets", () => {
  it("takes records, a report and a card in reasonable time, and is as it was after they are undone", async () => {
    const book = opened(fileWith(rows));
    for (let sheet = 0; sheet < 500; sheet++) book.addSheet(`附表${String(sheet)}`).setValue(0, 0, sheet);
    const file = book.save();
    const contents = (saved: Uint8Array) => [...partsOf(saved)].filter(([name]) => name !== "xl/styles.xml");
    const running = inExcel(opened(file));
    const { workbook, excel } = running;
    const start = performance.now();
    done(await make(running, { dueWithin: 0 }));
    done(await reportWarnings(workbook, run, unwatched));
    done(await makeCard(workbook, { ...run, customer: LATE }, unwatched));
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(sheetNames(running).slice(501)).toEqual([
      ...[`回访_${LATE}_20261123`, `回访_${TWIN}_20261123`, `回访_${TWIN}_20261123-2`],
      ...["风险预警_20261123", "预警登记簿", `客户信息_${LATE}_20261123`],
    ]);
    for (let undone = 0; undone < 3; undone++) done(await undoLast(workbook, unwatched));
    expect(contents(excel.book.save())).toEqual(contents(opened(file).save()));
  });
});

describe("a ledger whose heading of names was changed since its record was made", () => {
  /** The ledger with a record of one customer; then one heading is renamed to what nobody knows. */
  async function renamed(column: number, guarantor: boolean) {
    const running = inExcel(opened(fileWith(rows)));
    const made = guarantor
      ? done(await makeGuarantorRecord(running.workbook, { ...run, guarantor: GUARANTOR }, unwatched))
      : done(await make(running, { customer: LATE }));
    const record = made.records[0]?.sheet ?? "";
    if (!guarantor) fillIn(running.excel.book, record);
    running.excel.book.sheets[0]?.setValue(0, column, "甲乙丙");
    return { ...running, record };
  }
  const said = async ({ workbook, record }: Running & { record: string }) => {
    const filed = await fileRecord(workbook, { ...run, record, reason: "属实" }, unwatched);
    return filed.ok ? "" : failureSentence(filed.because);
  };

  it("says which heading of which sheet is missing and what to do, when the record is filed", async () => {
    const sentence = await said(await renamed(0, false));
    expect(sentence).toContain("工作表“Sheet1”的表头里没有认出“客户名称”列，标题可能被改过");
    expect(sentence).toContain("请把那一列的标题改回“客户名称”，或在“列对应”中指定是哪一列");
    expect(sentence).not.toContain("请核对客户名称");
    expect(await said(await renamed(9, true))).toContain("没有认出“保证人”列");
  });

  it("says so when a record, a customer's information or a guarantor's record is asked for, and when the ledger is read", async () => {
    const named = await renamed(0, false);
    for (const outcome of [
      await make(named, { customer: LATE }),
      await makeCard(named.workbook, { ...run, customer: LATE }, unwatched),
    ]) {
      expect(outcome.ok ? "" : failureSentence(outcome.because)).toContain("没有认出“客户名称”列");
    }
    const ground = done(await layGround(named.workbook, run, { watch: unwatched, merges: false }));
    expect(ground.assessment.notices.join()).toContain("在此之前客户以客户号或证件号码称呼");
    const { workbook } = await renamed(9, true);
    const guarantor = await makeGuarantorRecord(workbook, { ...run, guarantor: GUARANTOR }, unwatched);
    expect(guarantor.ok ? "" : failureSentence(guarantor.because)).toContain("没有认出“保证人”列");
  });
});
