import { blankBook } from "../../src/embedded/xlsx/blank";
import { fileWith, listRule, opened, smallLedger } from "../embedded/workbooks";
import { downloaded, drop, Stage, type Desk } from "./workbench";

jest.setTimeout(60_000);

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

const DAYS = 6;

/** The small ledger with the days past due of its first loan selected. */
async function ledgerOpen(): Promise<Desk> {
  const desk = await stage.desk();
  await drop(desk, "小台账.xlsx", fileWith(smallLedger));
  await desk.pane.getByText("3笔 / 3户").waitFor();
  await desk.page.locator("#grid canvas[id^='univer-sheet-main-canvas']").click({ position: { x: 480, y: 52 } });
  await desk.page.locator("#nameBox").getByText(/!G2$/).waitFor();
  await desk.page.getByRole("tab", { name: "手工操作" }).click();
  return desk;
}

const days = async ({ page }: Desk) => {
  const { bytes } = await downloaded(page);
  const [sheet] = opened(bytes).sheets;
  return sheet?.values({ row: 1, column: DAYS, rows: 3, columns: 1 }).flat();
};

describe("the buttons of what a person does by hand", () => {
  it("sort by the selected column, up and down", async () => {
    const desk = await ledgerOpen();
    await desk.page.getByRole("button", { name: "降序" }).click();
    expect(await days(desk)).toEqual([187, 12, 0]);
    await desk.page.getByRole("button", { name: "升序" }).click();
    expect(await days(desk)).toEqual([0, 12, 187]);
    expect(desk.complaints).toEqual([]);
  });

  it("filter by the selected cell, and show all rows again", async () => {
    const desk = await ledgerOpen();
    const hidden = async () => {
      const [sheet] = opened((await downloaded(desk.page)).bytes).sheets;
      return [1, 2, 3].filter((row) => sheet?.rowHidden(row));
    };
    await desk.page.getByRole("button", { name: "按所选内容筛选" }).click();
    expect(await hidden()).toEqual([2, 3]);
    await desk.page.getByRole("button", { name: "取消筛选" }).click();
    expect(await hidden()).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });

  it("protect the sheet, and say what it then refuses", async () => {
    const desk = await ledgerOpen();
    await desk.page.getByRole("button", { name: "保护工作表" }).click();
    await desk.page.getByRole("button", { name: "降序" }).click();
    await desk.page
      .getByRole("alert")
      .getByText(/受保护，没有改动/)
      .waitFor();
    await desk.page.getByRole("button", { name: "撤销工作表保护" }).click();
    await desk.page.getByRole("button", { name: "降序" }).click();
    expect(await days(desk)).toEqual([187, 12, 0]);
    expect(desk.complaints).toEqual([]);
  });
});

describe("the list of a cell", () => {
  it("is opened by the arrow beside the cell, and what is chosen stands in the cell", async () => {
    const desk = await stage.desk();
    const book = opened(fileWith(smallLedger));
    const classes = { row: 1, column: DAYS - 1, rows: 3, columns: 1 };
    book.activeSheet.setValidation(classes, listRule('"正常,关注,次级"'));
    await drop(desk, "有列表.xlsx", book.save());
    await desk.pane.getByText("3笔 / 3户").waitFor();
    const cells = desk.page.locator("#grid canvas[id^='univer-sheet-main-canvas']");
    await cells.click({ position: { x: 390, y: 52 } });
    await desk.page.locator("#nameBox").getByText(/!F2$/).waitFor();
    await desk.page.getByRole("button", { name: "打开可选内容" }).click();
    await desk.page.getByRole("option", { name: "次级" }).click();
    const [sheet] = opened((await downloaded(desk.page)).bytes).sheets;
    expect(sheet?.cell(1, DAYS - 1).value).toBe("次级");
    await cells.click({ position: { x: 480, y: 52 } });
    await desk.page.getByRole("button", { name: "打开可选内容" }).waitFor({ state: "detached" });
    expect(desk.complaints).toEqual([]);
  });
});

describe("the keyboard after another sheet was turned to", () => {
  it("walks on from the selected cell, a press a cell", async () => {
    const desk = await stage.desk();
    const book = blankBook();
    const [first] = book.sheets;
    const second = book.addSheet("第二张");
    for (const sheet of [first, second]) {
      for (let column = 0; column < 40; column++) sheet?.setValue(0, column, column);
    }
    await drop(desk, "两张.xlsx", book.save());
    await desk.page.locator("#fileName").getByText("两张.xlsx").waitFor();
    await desk.page.getByText("第二张").first().click();
    await desk.page.locator("#nameBox").getByText("第二张!A1").waitFor();
    for (let press = 0; press < 32; press++) await desk.page.keyboard.press("ArrowRight");
    await desk.page.locator("#nameBox").getByText("第二张!AG1").waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
