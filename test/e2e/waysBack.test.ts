import { isDeepStrictEqual } from "node:util";
import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import {
  inExcel,
  inMeddledExcel,
  opened,
  partsOf,
  refusal,
  sampleFile,
  TODAY,
  unwatched,
  type Running,
} from "../embedded/workbooks";
import { fillIn } from "../app/filling";
import { seen } from "../app/seen";
import { annotateByClick, downloaded, drop, openedMenu, saveSetting, Stage, type Desk } from "./workbench";

jest.setTimeout(180_000);

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

/** What stands in the download, as Excel shows it, and how far that is from a file. */
async function differences({ page }: Desk, file: Uint8Array): Promise<readonly string[]> {
  const { bytes } = await downloaded(page);
  const [is, was] = [seen(bytes), seen(file)];
  const sheets = [...new Set([...is.sheets.keys(), ...was.sheets.keys()])];
  return [
    ...sheets.filter((name) => !isDeepStrictEqual(is.sheets.get(name), was.sheets.get(name))),
    ...(isDeepStrictEqual(is.names, was.names) ? [] : ["names"]),
    ...(isDeepStrictEqual(is.beside, was.beside) ? [] : ["what is kept beside the sheets"]),
  ];
}

const CUSTOMER = "松原里明达物流经营部";
const RECORD = `回访_${CUSTOMER}_20261123`;

async function said({ pane }: Desk, sentence: RegExp): Promise<void> {
  await pane.getByRole("contentinfo").getByText(sentence).waitFor();
}

describe("the ways back, by clicks", () => {
  it("takes a run back, does it again, clears and takes that back: each download equals the one before it", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    const undo = () => pane.getByRole("button", { name: "撤销", exact: true }).click();
    await annotateByClick(desk);
    const annotated = (await downloaded(page)).bytes;
    await undo();
    await said(desk, /已撤销标注/);
    expect(await differences(desk, sampleFile())).toEqual([]);
    await pane.getByRole("button", { name: "重做", exact: true }).click();
    await said(desk, /已重做标注/);
    expect(await differences(desk, annotated)).toEqual([]);
    await pane.getByRole("button", { name: "清除标注" }).click();
    await pane.getByRole("button", { name: "清除", exact: true }).click();
    await said(desk, /已清除标注/);
    expect(await differences(desk, sampleFile())).toEqual([]);
    await undo();
    await pane
      .getByText(/已撤销清除，标注恢复为清除前的样子/)
      .first()
      .waitFor();
    expect(await differences(desk, annotated)).toEqual([]);
    await undo();
    await said(desk, /已撤销标注/);
    expect(await differences(desk, sampleFile())).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });

  it("leads from a batch of all who are due to a filed record, moves the clock, and back to the very workbook", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    const press = (name: string) => pane.getByRole("button", { name, exact: true }).click();
    const onTheDay = async () => {
      await pane.getByLabel("基准日").first().fill("2026-11-23");
      await pane.getByText("300笔 / 180户").waitFor();
    };
    await onTheDay();
    await pane.getByRole("button", { name: /生成回访表 \d+ 户/ }).click();
    await pane.getByRole("button", { name: /^生成 [1-9]\d* 张$/ }).click();
    await pane
      .getByText(/已生成 \d+ 张回访表/)
      .first()
      .waitFor();
    await press("撤销");
    await said(desk, /已撤销生成回访表/);
    expect(await differences(desk, sampleFile())).toEqual([]);
    await press("重做");
    await said(desk, /已重做生成回访表/);

    const book = opened((await downloaded(page)).bytes);
    expect(book.sheets.length).toBeGreaterThan(20);
    fillIn(book, RECORD, { 检查日期: TODAY - 3, 地点: "" });
    await drop(desk, "填好的台账.xlsx", book.save());
    await page.locator("#fileName").getByText("填好的台账.xlsx").waitFor();
    await onTheDay();
    await page.getByText(RECORD).first().click();
    await page.getByRole("button", { name: "归档回访表" }).click();
    await pane.getByRole("button", { name: /“地点”还没有填/ }).click();
    await page.locator("#nameBox").getByText(`${RECORD}!K4`).waitFor();
    await page.locator("#formula").fill("厂区");
    await page.locator("#formula").press("Enter");
    await page.getByRole("button", { name: "归档回访表" }).click();
    await pane
      .getByText(/已归档：已登入“回访登记簿”/)
      .first()
      .waitFor();
    const { book: filed } = inExcel(opened((await downloaded(page)).bytes)).excel;
    const [ledger] = filed.sheets;
    const headings = ledger?.values({ row: 3, column: 0, rows: 1, columns: 40 }).flat() ?? [];
    const row = ledger?.values({ row: 8, column: 0, rows: 1, columns: 40 }).flat() ?? [];
    expect(row).toContain(CUSTOMER);
    expect(row[headings.indexOf("贷后_上次上门日")]).toBe(TODAY - 3);
    expect(Number(row[headings.indexOf("贷后_距应访(天)")])).toBeGreaterThan(0);
    expect(filed.sheets.slice(-2).map(({ name }) => name)).toEqual(["贷后设置", "回访登记簿"]);

    await press("撤销");
    await said(desk, /已撤销归档/);
    await press("撤销");
    await pane
      .getByText(new RegExp(`已撤销生成回访表。之后有人改动、保留下来的：.*${RECORD}`))
      .first()
      .waitFor();
    expect(await differences(desk, sampleFile())).toEqual([RECORD]);
    expect(desk.complaints).toEqual([]);
  });

  it("takes every trace out: the download equals the ledger that never met us", async () => {
    const desk = await stage.desk();
    const { pane } = desk;
    await annotateByClick(desk);
    await pane.getByRole("button", { name: /生成回访表 \d+ 户/ }).click();
    await pane.getByRole("button", { name: /^生成 [1-9]\d* 张$/ }).click();
    await pane
      .getByText(/已生成 \d+ 张回访表/)
      .first()
      .waitFor();
    await openedMenu(desk, "清除本插件痕迹");
    await pane.getByLabel("保留回访表、登记簿和报告").uncheck();
    await pane.getByRole("button", { name: "清除痕迹" }).click();
    await pane
      .getByText(/已清除 \d+ 列标注/)
      .first()
      .waitFor();
    const parts = partsOf((await downloaded(desk.page)).bytes);
    const original = partsOf(sampleFile());
    const isOther = (name: string) => name !== "xl/styles.xml" && parts.get(name) !== original.get(name);
    expect([...parts.keys(), ...original.keys()].filter(isOther)).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});

/** A file as a run left it whose connection was lost before its last request. */
async function brokenOff(file: Uint8Array, perform: (running: Running) => Promise<unknown>): Promise<Uint8Array> {
  const whole = inExcel(opened(file));
  await perform(whole);
  const last = whole.excel.counters.requests - 2;
  const broken = inMeddledExcel(opened(file), (request) => (request > last ? refusal("ConnectionFailure") : undefined));
  await perform(broken);
  return broken.excel.book.save();
}

describe("a file in which a run broke off", () => {
  const run = { today: TODAY, asOf: TODAY };
  const annotating = ({ workbook }: Running) => annotate(workbook, run, unwatched);
  const clearing = ({ workbook }: Running) => clear(workbook, { typed: false, settings: false }, unwatched);

  it("is offered to be put back, or to be cleared to the end, and is then as it was before us", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    await drop(desk, "断在半路.xlsx", await brokenOff(sampleFile(), annotating));
    await page.locator("#fileName").getByText("断在半路.xlsx").waitFor();
    await pane
      .getByText(/上次写入没有完成/)
      .first()
      .waitFor();
    await pane.getByRole("button", { name: "恢复原样" }).click();
    await said(desk, /已撤销标注/);
    expect(await differences(desk, sampleFile())).toEqual([]);

    const { excel, workbook } = inExcel(opened(sampleFile()));
    await annotating({ excel, workbook });
    await drop(desk, "清到一半.xlsx", await brokenOff(excel.book.save(), clearing));
    await page.locator("#fileName").getByText("清到一半.xlsx").waitFor();
    await pane
      .getByText(/上次清除没有做完/)
      .first()
      .waitFor();
    await pane.getByRole("button", { name: "接着清除" }).click();
    await said(desk, /“清除标注”已经做完/);
    expect(await differences(desk, sampleFile())).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});

describe("a group that a person decides", () => {
  /** 0-based: the ledger's second drawdown, and where the columns stand that are of interest. */
  const ROW = 5;
  const GROUP = 22;
  const REASONS = 23;

  async function withColumns(desk: Desk): Promise<void> {
    const { pane } = desk;
    await saveSetting(desk, "选项", () => pane.getByLabel("增加列：人工判断").check());
    await pane.getByRole("tab", { name: "待访" }).click();
    await annotateByClick(desk);
  }

  it("stands beside the ledger, decides from the next run on, and is never written over", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    await withColumns(desk);
    const book = opened((await downloaded(page)).bytes);
    const [ledger] = book.sheets;
    const heads = ledger?.values({ row: 3, column: 0, rows: 1, columns: 60 })[0] ?? [];
    const opinion = heads.indexOf("贷后_人工组别");
    ledger?.setValue(ROW, opinion, "E 不良");
    await drop(desk, "填好的台账.xlsx", book.save());
    await page.locator("#fileName").getByText("填好的台账.xlsx").waitFor();
    await pane.getByText("300笔 / 180户").waitFor();
    await pane.getByRole("button", { name: "一键标注" }).click();
    await said(desk, /已标注 300 笔/);
    const [after] = opened((await downloaded(page)).bytes).sheets;
    expect([opinion, GROUP].map((column) => after?.cell(ROW, column).value)).toEqual(["E 不良", "E 不良"]);
    expect(after?.cell(ROW, REASONS).value).toMatch(/^M1 人工E 不良：未写理由，系统[A-E] /);
    expect(desk.complaints).toEqual([]);
  });
});
