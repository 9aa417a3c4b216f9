import { fileWith, smallLedger } from "../embedded/workbooks";
import { annotateByClick, openedMenu, saveSetting, Stage, type Desk } from "./workbench";

jest.setTimeout(180_000);

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

async function opening({ page }: Desk, rows: Parameters<typeof fileWith>[0]): Promise<void> {
  const buffer = Buffer.from(fileWith(rows));
  await page.setInputFiles("#chooser", { name: "本行台账.xlsx", mimeType: "application/octet-stream", buffer });
}

describe("the tab 设置", () => {
  it("says what is wrong at the field, tries before it saves, and the sheet says the same", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    await pane.getByRole("tab", { name: "设置" }).click();
    await pane.locator("summary", { hasText: "风险界限" }).click();
    await pane.getByLabel("抵押率红线").fill("50");
    await pane
      .getByRole("alert")
      .getByText(/应小于或等于“抵押率红线”/)
      .first()
      .waitFor();
    await pane.getByRole("button", { name: "抵押率红线 恢复默认" }).click();
    await pane.getByLabel("小额线", { exact: true }).fill("3000");
    await pane.getByRole("button", { name: "试算 1 处改动" }).click();
    await pane.getByText(/如果这样改，\d+ 户变动/).waitFor();
    await pane.getByRole("button", { name: "保存" }).click();
    await pane
      .getByText(/设置已保存/)
      .first()
      .waitFor();
    await page.getByText("贷后设置", { exact: true }).first().click();
    await pane.getByRole("tab", { name: "待访" }).click();
    await pane.getByRole("tab", { name: "设置" }).click();
    await pane.locator("summary", { hasText: "风险界限" }).click();
    expect(await pane.getByLabel("小额线", { exact: true }).inputValue()).toBe("3000");
    expect(desk.complaints).toEqual([]);
  });

  it("travels as text to another workbook, and says what in a text cannot be used", async () => {
    const desk = await stage.desk();
    const { pane } = desk;
    await saveSetting(desk, "风险界限", () => pane.getByLabel("小额线", { exact: true }).fill("3000"));
    await pane.locator("summary", { hasText: "导出和导入" }).click();
    await pane.getByRole("button", { name: "导出", exact: true }).click();
    const text = await pane.getByLabel(/导出的文字可复制保存/).inputValue();

    await opening(desk, smallLedger);
    await pane.getByText(/3笔/).first().waitFor();
    await pane.getByRole("tab", { name: "设置" }).click();
    await pane.locator("summary", { hasText: "风险界限" }).click();
    expect(await pane.getByLabel("小额线", { exact: true }).inputValue()).not.toBe("3000");
    await pane.locator("summary", { hasText: "导出和导入" }).click();
    await pane.getByLabel(/导出的文字可复制保存/).fill(text.replace(/: 3000\b/, ': "三千"'));
    await pane.getByRole("button", { name: "导入到表单" }).click();
    await pane
      .getByRole("alert")
      .getByText(/小额线/)
      .first()
      .waitFor();
    await pane.getByLabel(/导出的文字可复制保存/).fill(text);
    await pane.getByRole("button", { name: "导入到表单" }).click();
    expect(await pane.getByLabel("小额线", { exact: true }).inputValue()).toBe("3000");
    expect(desk.complaints).toEqual([]);
  });

  it("takes a pasted holiday notice", async () => {
    const desk = await stage.desk();
    const { pane } = desk;
    await pane.getByRole("tab", { name: "设置" }).click();
    await pane.locator("summary", { hasText: "节假日" }).click();
    const notice = pane.getByLabel("粘贴放假通知或日期列表");
    await notice.fill("2031年10月1日至7日");
    await pane.getByRole("button", { name: "采用" }).click();
    await pane.getByText(/现有：.*2031/).waitFor();
    expect(await notice.inputValue()).toBe("");
    expect(desk.complaints).toEqual([]);
  });
});

describe("the dialog 列对应", () => {
  it("shows how surely a column was found and what stands in it, takes another or none for a field, and remembers it", async () => {
    const desk = await stage.desk();
    const { pane } = desk;
    await opening(desk, [
      ["客户名称", "贷款余额", "账面数", "到期日期", "五级分类", "本金余额"],
      ["云岭样品商行", 500_000, 480_000, "2029-03-02", "正常", 470_000],
      ["溪口样品加工厂", 800_000, 790_000, "2029-05-02", "关注", 780_000],
    ]);
    await pane.getByRole("button", { name: /2笔 \/ 2户/ }).click();
    await pane.getByRole("button", { name: "列对应" }).click();
    await pane.getByText("把握 100% · 如 500000、800000").waitFor();
    await pane.getByRole("button", { name: "也可能是 F 本金余额（100%）" }).waitFor();
    await pane.getByLabel("贷款余额", { exact: true }).selectOption({ label: "C 账面数" });
    await pane.getByLabel("五级分类", { exact: true }).selectOption({ label: "不使用" });
    await pane.getByRole("button", { name: "确认并记住" }).click();
    await pane
      .getByText(/已记住工作表/)
      .first()
      .waitFor();
    await pane.getByText("48.00万").first().waitFor();
    await pane.getByRole("button", { name: /2笔 \/ 2户/ }).click();
    await pane.getByRole("button", { name: "列对应" }).click();
    await pane.getByText("已确认").first().waitFor();
    expect(await pane.getByLabel("五级分类", { exact: true }).inputValue()).toBe("");
    await pane.getByRole("button", { name: "恢复自动识别" }).click();
    await pane.getByText("50.00万").first().waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe("what else the pane tells of the workbook", () => {
  it("checks the ledger, leads to a cell and makes a sheet to print", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    await openedMenu(desk, "台账体检");
    await pane.getByText(/发现 \d+ 处，台账没有改动/).waitFor();
    await pane.getByRole("list", { name: "问题分类" }).getByRole("button").first().click();
    await pane.getByRole("listitem").first().getByRole("button").click();
    await page
      .locator("#nameBox")
      .getByText(/^示例台账!/)
      .waitFor();
    await pane.getByRole("button", { name: "生成体检表" }).click();
    await pane
      .getByText(/已生成“台账体检_/)
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("mends days that stand as text in a new column, after showing them, and takes the column back", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    await opening(desk, [
      ["客户名称", "贷款余额", "发放日期", "到期日期", "五级分类"],
      ["云岭样品商行", 500_000, "2026.3.2", "2029-03-02", "正常"],
      ["溪口样品加工厂", 800_000, "二〇二六年五月二日", "2029-05-02", "关注"],
    ]);
    await pane.getByText(/2笔 \/ 2户/).waitFor();
    await openedMenu(desk, "台账体检");
    await pane.getByRole("button", { name: "预览 发放日期：文本写的日期 2 处" }).click();
    const list = pane.getByRole("list", { name: "将要补好的单元格" });
    await list.getByText("二〇二六年五月二日 → 2026-05-02").click();
    await page.locator("#nameBox").getByText(/!C3$/).waitFor();
    await pane.getByRole("button", { name: "应用" }).click();
    await pane
      .getByText(/补好 2 处，写在新列“贷后_规范发放日期”，原列没有改动/)
      .first()
      .waitFor();
    await pane.getByRole("button", { name: "撤销", exact: true }).click();
    await pane
      .getByText(/已撤销生成规范列/)
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("lists open signals and makes the report of them", async () => {
    const desk = await stage.desk();
    const { pane } = desk;
    await pane.getByRole("tab", { name: /预警/ }).click();
    await pane.getByRole("button", { name: /红 \d+ 户/ }).click();
    await pane.getByRole("list", { name: "预警信号" }).getByRole("listitem").first().getByRole("button").click();
    await desk.page
      .locator("#nameBox")
      .getByText(/^示例台账!/)
      .waitFor();
    await pane.getByRole("button", { name: "生成风险预警报告" }).click();
    await pane
      .getByText(/已生成“风险预警_/)
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("says what a technician needs, and takes every trace out", async () => {
    const desk = await stage.desk();
    const { pane } = desk;
    await annotateByClick(desk);
    await openedMenu(desk, "自检");
    await pane.getByText(/支持的接口：ExcelApi 1\.\d+/).waitFor();
    await pane.getByRole("button", { name: "关闭", exact: true }).click();
    await openedMenu(desk, "清除本插件痕迹");
    await pane.getByRole("button", { name: "清除痕迹" }).click();
    await pane
      .getByText(/已清除 \d+ 列标注/)
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe("the tab 变化", () => {
  /** Steps from the name of a customer to its class. */
  const TO_CLASS = 14;

  async function annotate(desk: Desk, asOf: string): Promise<void> {
    await desk.pane.getByLabel("基准日").fill(asOf);
    await desk.pane.getByRole("tab", { name: "变化" }).click();
    await annotateByClick(desk);
  }

  async function worsen({ page }: Desk): Promise<void> {
    await page.locator("#grid canvas[id^='univer-sheet-main-canvas']").click({ position: { x: 150, y: 130 } });
    await page.locator("#nameBox").getByText("示例台账!B6").waitFor();
    for (let step = 0; step < TO_CLASS; step++) await page.keyboard.press("ArrowRight");
    await page.locator("#nameBox").getByText("示例台账!P6").waitFor();
    await page.locator("#formula").fill("损失");
    await page.locator("#formula").press("Enter");
  }

  it("says what to do while there is nothing to compare with", async () => {
    const { pane, complaints } = await stage.desk();
    await pane.getByRole("tab", { name: "变化" }).click();
    await pane.getByText(/文件里还没有以前的标注结果/).waitFor();
    await pane.getByText(/请把新台账放进这个文件/).waitFor();
    expect(complaints).toEqual([]);
  });

  it("tells who moved and why, leads to the row, and makes a sheet that undo takes back", async () => {
    const desk = await stage.desk();
    const { page, pane } = desk;
    await annotate(desk, "2026-10-31");
    await worsen(desk);
    await pane.getByLabel("基准日").fill("2026-11-23");
    await pane.getByRole("button", { name: "重新读取" }).click();
    await pane.getByRole("button", { name: /^变差 \d/ }).click();
    const list = pane.getByRole("list", { name: "变化的客户" });
    await list
      .getByText(/E 不良\/损失/)
      .first()
      .click();
    await page.locator("#nameBox").getByText("示例台账!B6").waitFor();
    await pane.getByRole("button", { name: "迁徙表" }).click();
    await pane
      .getByRole("table", { name: "五级分类迁徙" })
      .getByRole("button", { name: /到损失：1 户/ })
      .click();
    await pane.getByText(/五级 .* → 损失：1 户/).waitFor();
    await pane.getByRole("button", { name: "生成变化表" }).click();
    await pane.getByText("已生成“贷后变化_20261123”。").first().waitFor();
    await page.locator("#nameBox").getByText("贷后变化_20261123!A1").waitFor();
    await pane.getByRole("button", { name: "撤销", exact: true }).click();
    await pane
      .getByText(/已撤销生成贷后变化表/)
      .first()
      .waitFor();
    await page.getByText("贷后变化_20261123", { exact: true }).waitFor({ state: "detached" });
    expect(desk.complaints).toEqual([]);
  });
});
