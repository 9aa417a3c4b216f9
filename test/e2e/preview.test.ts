import { Stage, type Desk } from "./workbench";

jest.setTimeout(180_000);

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

async function previewed(options: Parameters<Stage["desk"]>[0] = {}): Promise<Desk> {
  const desk = await stage.desk(options);
  await desk.pane.getByRole("button", { name: "一键标注" }).click();
  await desk.pane.getByRole("heading", { name: "预览" }).waitFor();
  return desk;
}

const list = ({ pane }: Desk) => pane.getByRole("list", { name: "将要做的改动" });
const size = async (desk: Desk) => Number(await list(desk).getByRole("listitem").first().getAttribute("aria-setsize"));

describe("the preview before the first run", () => {
  it("lists what will be written, and writes nothing until it is applied", async () => {
    const desk = await previewed();
    const said = await desk.pane.getByText(/新增 [\d,]+ 处，修改 0 处，清除 0 处/).textContent();
    const added = Number(/新增 ([\d,]+)/.exec(said ?? "")?.[1]?.replaceAll(",", ""));
    expect(await size(desk)).toBe(added);
    await desk.pane.getByRole("button", { name: "取消" }).click();
    await desk.pane.getByRole("button", { name: "一键标注" }).click();
    await desk.pane.getByText(said ?? "").waitFor();
    await desk.pane.getByRole("button", { name: "应用" }).click();
    await desk.pane
      .getByText(`写入 ${added.toLocaleString("zh-CN")}`)
      .first()
      .waitFor({ state: "hidden" });
    await desk.pane
      .getByRole("contentinfo")
      .getByText(/已标注 300 笔/)
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("is narrowed by column and kind, and a line leads to its cell", async () => {
    const desk = await previewed();
    await desk.pane.getByLabel("列", { exact: true }).selectOption("贷后_风险组别");
    expect(await size(desk)).toBe(286);
    await list(desk).getByRole("listitem").nth(1).getByRole("button").click();
    await desk.page.locator("#nameBox").getByText("示例台账!W5").waitFor();
    await desk.pane.getByLabel("改动", { exact: true }).selectOption("清除");
    await desk.pane.getByText("没有符合条件的改动。").waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("is shown anew where the ledger was changed after it was shown", async () => {
    const desk = await previewed();
    const { page, pane } = desk;
    await page.locator("#grid canvas[id^='univer-sheet-main-canvas']").click({ position: { x: 150, y: 130 } });
    await page.locator("#nameBox").getByText("示例台账!B6").waitFor();
    const formula = page.locator("#formula");
    await formula.fill("");
    await formula.press("Enter");
    await pane.getByRole("button", { name: "应用" }).click();
    await pane.getByText("预览之后工作簿有改动").waitFor();
    await pane.getByRole("button", { name: "应用" }).click();
    await pane
      .getByRole("contentinfo")
      .getByText(/已标注 299 笔/)
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it("[P52] is worked by keys alone", async () => {
    const desk = await previewed();
    await desk.page.keyboard.press("Tab");
    await desk.page.keyboard.press("Tab");
    expect(await desk.pane.locator(":focus").getAttribute("aria-label")).toBe("工作表");
    await desk.pane.getByRole("button", { name: "应用" }).focus();
    await desk.page.keyboard.press("Enter");
    await desk.pane
      .getByRole("contentinfo")
      .getByText(/已标注 300 笔/)
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
