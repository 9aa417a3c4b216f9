import { Stage, type Desk } from "./workbench";

jest.setTimeout(120_000);

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

const cells = ({ page }: Desk) => page.locator("#grid canvas[id^='univer-sheet-main-canvas']");

async function playing(): Promise<Desk> {
  const desk = await stage.desk();
  await desk.page.getByRole("tab", { name: "模拟 Excel" }).click();
  return desk;
}

describe("the Excel that the workbench plays", () => {
  it("takes what is typed into a cell, and computes it", async () => {
    const desk = await stage.desk();
    const { page } = desk;
    await cells(desk).click({ position: { x: 150, y: 130 } });
    await page.locator("#nameBox").getByText("示例台账!B6").waitFor();
    const formula = page.locator("#formula");
    await formula.fill("=1+41");
    await formula.press("Enter");
    await page.locator("#sample").focus();
    expect(await formula.inputValue()).toBe("=1+41");
    await formula.fill("给了又收回");
    await formula.press("Escape");
    expect(await formula.inputValue()).toBe("=1+41");
    expect(desk.complaints).toEqual([]);
  });

  it("refuses the add-in while a cell is edited and while the connection is lost, and the pane says what to do", async () => {
    const { page, pane, complaints } = await playing();
    const annotate = pane.getByRole("button", { name: "一键标注" });
    await page.getByLabel("正在编辑单元格").check();
    await annotate.click();
    await pane
      .getByText(/Excel 正在编辑单元格。请按回车或 Esc/)
      .first()
      .waitFor();
    await page.getByLabel("正在编辑单元格").uncheck();
    await page.getByLabel("连接断开").check();
    await annotate.click();
    await pane
      .getByText(/与 Excel 的连接断开了/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it("plays a version that is too old, for which the pane names the one that is needed", async () => {
    const { page, pane } = await playing();
    await page.getByLabel("版本").selectOption({ label: "Office 2019（太旧） · ExcelApi 1.8" });
    await pane.getByText("此版本不支持贷后助手").waitFor();
    await page.getByLabel("版本").selectOption({ label: "Microsoft 365 · ExcelApi 1.21" });
    await pane.getByText("300笔 / 180户").waitFor();
  });

  it("lists the add-in's requests with their size and time", async () => {
    const { page } = await playing();
    await page.getByLabel("显示请求记录").check();
    const log = page.getByRole("region", { name: "请求记录" });
    await log.getByText(/\d+ 次请求，共 .+ KB/).waitFor();
    expect(await log.locator("tbody tr").count()).toBeGreaterThanOrEqual(3);
    await log.getByRole("button", { name: "清空" }).click();
    await log.getByText("还没有请求").waitFor();
  });
});
