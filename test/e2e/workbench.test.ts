import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileWith, inExcel, opened, partsOf, sampleFile, TODAY } from "../embedded/workbooks";
import { fillIn } from "../app/filling";
import { ledgerRows } from "../bench/rows";
import { annotateByClick, downloaded, drop, openedMenu, Stage, type Desk } from "./workbench";

jest.setTimeout(60_000);

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

/** What the built command line makes of a file. */
function annotatedByCommandLine(file: Uint8Array): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "post-loan-e2e-"));
  const [input, output] = [path.join(folder, "in.xlsx"), path.join(folder, "out.xlsx")];
  const program = path.resolve(__dirname, "../../dist/cli/ledger.js");
  try {
    writeFileSync(input, file);
    const { stderr } = spawnSync(process.execPath, [program, "annotate", input, "-o", output], { encoding: "utf8" });
    expect(stderr).toBe("");
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The canvas on which the grid draws the cells. */
const cells = ({ page }: Desk) => page.locator("#grid canvas[id^='univer-sheet-main-canvas']");

async function offer({ page }: Desk, name: string, bytes: Uint8Array): Promise<void> {
  await page.setInputFiles("#chooser", { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}

describe("the workbench with the sample ledger", () => {
  it("annotates by a click in the pane, and the download is byte for byte what the command line writes on that day", async () => {
    const desk = await stage.desk();
    const canvas = await cells(desk).elementHandle();
    await annotateByClick(desk);
    await desk.page.getByText("贷后设置", { exact: true }).waitFor();
    expect(await canvas.evaluate((drawn) => drawn.isConnected)).toBe(true);
    const { name, bytes } = await downloaded(desk.page);
    expect(name).toBe("示例台账-结果.xlsx");

    const written = annotatedByCommandLine(sampleFile());
    expect(partsOf(bytes)).toEqual(partsOf(written));
    expect(Buffer.compare(bytes, written)).toBe(0);
    expect(desk.complaints).toEqual([]);
  });

  it("annotates by the ribbon, and clears by the ribbon to the very workbook it opened", async () => {
    const desk = await stage.desk();
    await desk.page.locator("[data-control='PostLoan.Annotate']").click();
    await desk.pane.getByRole("button", { name: "应用" }).click();
    await desk.pane
      .getByRole("contentinfo")
      .getByText(/已标注 300 笔/)
      .waitFor();
    await desk.page.locator("[data-control='PostLoan.Clear']").click();
    await desk.pane
      .getByRole("contentinfo")
      .getByText(/已清除|清除了/)
      .waitFor();
    await desk.page.getByText("贷后设置", { exact: true }).waitFor({ state: "detached" });
    const { bytes } = await downloaded(desk.page);
    const withoutStyles = (file: Uint8Array) => [...partsOf(file)].filter(([name]) => name !== "xl/styles.xml");
    expect(withoutStyles(bytes)).toEqual(withoutStyles(sampleFile()));
    expect(desk.complaints).toEqual([]);
  });

  it("goes to the customer's row when it is clicked in the list", async () => {
    const desk = await stage.desk();
    await desk.pane.getByRole("listitem").first().getByRole("button").first().click();
    await desk.page
      .locator("#nameBox")
      .getByText(/^示例台账!B([5-9]|\d{2,})$/)
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("[P53] shows the customer of the row that was right-clicked", async () => {
    const desk = await stage.desk();
    await cells(desk).click({ position: { x: 150, y: 130 }, button: "left" });
    await cells(desk).click({ position: { x: 150, y: 130 }, button: "right" });
    await desk.page.getByRole("button", { name: "查看该客户" }).click();
    await desk.pane.getByText("上次联系", { exact: true }).waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

/** The type at the head of a record. */
const titleOf = (head: unknown) => (typeof head === "string" ? head.split(" · ")[1] : undefined);

describe("visit records in the workbench", () => {
  it("are made for every customer that is due, and stand behind the ledger in the download", async () => {
    const desk = await stage.desk();
    const button = desk.pane.getByRole("button", { name: /生成回访表 \d+ 户/ });
    const due = Number(/\d+/.exec((await button.textContent()) ?? "")?.[0]);
    expect(due).toBeGreaterThan(0);
    await button.click();
    if (due > 1) await desk.pane.getByRole("button", { name: `生成 ${String(due)} 张` }).click();
    await desk.pane
      .getByText(due === 1 ? /已生成工作表/ : `已生成 ${String(due)} 张回访表`)
      .first()
      .waitFor();
    const { bytes } = await downloaded(desk.page);
    expect(opened(bytes).sheets).toHaveLength(1 + due);
    expect(desk.complaints).toEqual([]);
  });

  it("are listed before a batch is made: one is given another type, one is left out, and the rest are made", async () => {
    const desk = await stage.desk();
    await desk.pane.getByLabel("基准日").first().fill("2026-11-23");
    await desk.pane.getByText("300笔 / 180户").waitFor();
    await desk.pane.getByRole("button", { name: /生成回访表 \d+ 户/ }).click();
    const dialog = desk.pane.getByRole("dialog", { name: "批量生成回访表" });
    const make = dialog.getByRole("button", { name: /^生成 [1-9]\d* 张$/ });
    const all = Number(/\d+/.exec((await make.textContent()) ?? "")?.[0]);
    expect(all).toBeGreaterThan(20);
    const customers = await dialog
      .getByRole("checkbox")
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("aria-label")?.replace("生成 ", "") ?? ""));
    const [first = "", second = "", third = ""] = customers;
    await dialog.getByLabel(`${first} 的检查类型`).selectOption("突发");
    await dialog.getByRole("checkbox", { name: `生成 ${second}` }).click();
    await dialog.getByRole("button", { name: `生成 ${String(all - 1)} 张` }).click();
    await desk.pane
      .getByText(`已生成 ${String(all - 1)} 张回访表`)
      .first()
      .waitFor();
    const [, ...sheets] = opened((await downloaded(desk.page)).bytes).sheets;
    const titles = sheets.map((sheet) => [sheet.name, titleOf(sheet.cell(0, 0).value)]);
    expect(titles).toHaveLength(all - 1);
    expect(titles[0]).toEqual([`回访_${first}_20261123`, "突发"]);
    expect(titles[1]?.[0]).toBe(`回访_${third}_20261123`);
    expect(titles.filter(([, type]) => type === "突发")).toHaveLength(1);
    expect(titles.some(([name = ""]) => name.includes(second))).toBe(false);
    expect(desk.complaints).toEqual([]);
  });

  it("are given one type all at once, and none is made where the reader declines by Esc", async () => {
    const desk = await stage.desk({ dark: true });
    const button = desk.pane.getByRole("button", { name: /生成回访表 \d+ 户/ });
    await button.click();
    const dialog = desk.pane.getByRole("dialog", { name: "批量生成回访表" });
    await dialog.getByRole("listitem").first().waitFor();
    await dialog.getByLabel("全部改为").selectOption("复核");
    const types = await dialog
      .getByRole("listitem")
      .getByRole("combobox")
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    expect(new Set(types)).toEqual(new Set(["复核"]));
    expect(types.length).toBeLessThan(30);
    await desk.page.keyboard.press("Escape");
    await button.waitFor();
    expect(opened((await downloaded(desk.page)).bytes).sheets).toHaveLength(1);
    expect(desk.complaints).toEqual([]);
  });

  it("is made for the customer of the row that was right-clicked, and shown", async () => {
    const desk = await stage.desk();
    await cells(desk).click({ position: { x: 150, y: 130 }, button: "left" });
    await cells(desk).click({ position: { x: 150, y: 130 }, button: "right" });
    await desk.page.getByRole("button", { name: "查看该客户" }).click();
    await desk.pane.getByRole("button", { name: "生成回访表" }).click();
    await desk.pane
      .getByText(/已生成工作表“回访_/)
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe("a visit record that was filled in", () => {
  const CUSTOMER = "松原里明达物流经营部";
  const record = `回访_${CUSTOMER}_20261123`;
  const asOf = async ({ pane }: Desk) => {
    await pane.getByLabel("基准日").first().fill("2026-11-23");
    await pane.getByText("300笔 / 180户").waitFor();
  };
  /** Makes the record, fills it in as a person would at her desk, and opens the workbook again. */
  async function filled(desk: Desk, other: Readonly<Record<string, string | number>> = {}): Promise<void> {
    await asOf(desk);
    await desk.pane.getByRole("searchbox").fill(CUSTOMER);
    await desk.pane.getByText(CUSTOMER).first().click();
    await desk.page.getByRole("button", { name: "生成回访表" }).first().click();
    await desk.pane.getByText(`已生成工作表“${record}”`).first().waitFor();
    const { bytes } = await downloaded(desk.page);
    const book = opened(bytes);
    fillIn(book, record, { 检查日期: TODAY - 3, ...other });
    await drop(desk, "填好的台账.xlsx", book.save());
    await desk.page.locator("#fileName").getByText("填好的台账.xlsx").waitFor();
    await asOf(desk);
    await desk.page.getByText(record).first().click();
  }

  it("is held back with a list of what is missing, each a click away", async () => {
    const desk = await stage.desk();
    await filled(desk, { 地点: "", 检查结论: "正常" });
    await openedMenu(desk, "归档回访表");
    await desk.pane.getByRole("heading", { name: "还不能归档，有 2 处" }).waitFor();
    await desk.pane.getByRole("button", { name: /“地点”还没有填/ }).click();
    await desk.page.getByText(`${record}!K4`).waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("is filed with a reason where a reason is enough", async () => {
    const desk = await stage.desk();
    await filled(desk, { 检查日期: TODAY - 30 });
    await openedMenu(desk, "归档回访表");
    await desk.pane.getByRole("heading", { name: "有 1 处要说明" }).waitFor();
    await desk.pane.getByLabel("说明理由").fill("出差期间用纸质表检查");
    await desk.pane.getByRole("button", { name: "仍要归档" }).click();
    await desk.pane
      .getByText(/已归档：已登入/)
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe("files that are opened in the workbench", () => {
  it("are taken by drag and drop, annotated and given back", async () => {
    const desk = await stage.desk();
    const input = fileWith([
      ["客户名称", "借据号", "贷款余额", "到期日期", "五级分类", "逾期天数"],
      ["云岭样品商行", "JJ1", 500_000, "2029-03-02", "正常", 0],
      ["溪口样品加工厂", "JJ2", 800_000, "2029-05-02", "关注", 12],
    ]);
    await drop(desk, "本行台账.xlsx", input);
    await desk.pane.getByText("2笔 / 2户").waitFor();
    await desk.pane.getByRole("button", { name: "一键标注" }).click();
    await desk.pane.getByRole("button", { name: "应用" }).click();
    await desk.pane
      .getByRole("contentinfo")
      .getByText(/已标注 2 笔/)
      .waitFor();
    const { name, bytes } = await downloaded(desk.page);
    expect(name).toBe("本行台账-结果.xlsx");
    const [sheet] = opened(bytes).sheets;
    expect(sheet?.values({ row: 1, column: 6, rows: 2, columns: 1 })).toEqual([["B 正常"], ["C 关注"]]);
    expect(desk.complaints).toEqual([]);
  });

  it("keeps the open workbook and says what is wrong with a file that is none", async () => {
    const desk = await stage.desk();
    await offer(desk, "旧台账.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    await desk.page.getByText("旧台账.xls：这是旧格式的 .xls 工作簿").waitFor();
    expect(await desk.page.locator("#fileName").textContent()).toBe("示例台账.xlsx");
    await annotateByClick(desk);
    expect(desk.complaints).toEqual([]);
  });

  it("are opened beside the page: it takes its turns while a large one is read, and closes the old one only then", async () => {
    const desk = await stage.desk();
    const { page } = desk;
    await page.evaluate(() => {
      const opening = document.querySelector("#opening");
      const seen = { turns: 0, files: new Set<string>() };
      const turn = () => {
        if (opening?.textContent !== "") {
          seen.turns += 1;
          seen.files.add(document.querySelector("#fileName")?.textContent ?? "");
        }
        setTimeout(turn, 5);
      };
      turn();
      Object.assign(window, { seen });
    });
    await offer(desk, "大台账.xlsx", fileWith(ledgerRows(10_000, (offset) => TODAY + offset)));
    await page.locator("#fileName").getByText("大台账.xlsx").waitFor();
    const [turns, files] = await page.evaluate(() => {
      const { seen } = window as unknown as { seen: { turns: number; files: Set<string> } };
      return [seen.turns, [...seen.files]] as const;
    });
    expect(turns).toBeGreaterThan(5);
    expect(files).toEqual(["示例台账.xlsx"]);
    await desk.pane.getByText(/10,000 ?笔/).waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("are told to be opened again where their thread died, and the pane has lost its Excel", async () => {
    const { page, pane } = await stage.desk();
    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error("the thread is no more");
      });
    });
    await page
      .getByRole("alert")
      .getByText(/“示例台账.xlsx”已停止响应.+重新打开/)
      .waitFor();
    await pane.getByRole("button", { name: "一键标注" }).click();
    await pane
      .getByText(/与 Excel 的连接断开了/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "示例台账" }).click();
    await pane.getByText("300笔 / 180户").waitFor();
    await page.getByRole("alert").waitFor({ state: "hidden" });
  });

  it("opens another workbook and starts the pane anew", async () => {
    const desk = await stage.desk();
    await offer(desk, "空白.xlsx", inExcel().excel.book.save());
    await desk.pane
      .getByText(/没有找到贷款台账/)
      .first()
      .waitFor();
    await desk.pane.getByRole("button", { name: "插入示例台账" }).click();
    await desk.pane.getByText("300笔 / 180户").waitFor();
    await annotateByClick(desk);
    expect(await desk.page.locator("#fileName").textContent()).toBe("空白.xlsx");
    expect(desk.complaints).toEqual([]);
  });
});

describe("the pane in other light and sizes", () => {
  it.each([
    ["dark", { dark: true }],
    ["a narrow window", { width: 900 }],
  ])("is complete in %s", async (_name, options) => {
    const desk = await stage.desk(options);
    await annotateByClick(desk);
    const frame = desk.page.frames().find((one) => one.url().endsWith("pane.html"));
    const overflow = await frame?.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(desk.complaints).toEqual([]);
  });
});
