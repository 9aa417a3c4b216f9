import { blankBook } from "../../../src/embedded/xlsx/blank";
import { fileWith, inExcel, opened } from "../workbooks";

/** What handlers were told, in order, after a script ran. */
async function toldBy(
  register: (workbook: Excel.Workbook, tell: (told: unknown) => Promise<void>) => void,
  script: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  const tell = (one: unknown): Promise<void> => {
    told.push(one);
    return Promise.resolve();
  };
  await Excel.run(async (context) => {
    register(context.workbook, tell);
    await context.sync();
    script(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
  });
  await settled();
  return told;
}

/** Handlers are called after the answer. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

const rows = [
  ["丙", 3, 9],
  ["甲", 1, 8],
  ["乙", 2, 7],
];

describe("events", () => {
  it("tell that the selection changed, without saying where [ExcelApi 1.2, excel.workbook]", async () => {
    inExcel(blankBook());
    const told = await toldBy(
      (workbook, tell) => workbook.onSelectionChanged.add(({ workbook: of }) => tell(of instanceof Excel.Workbook)),
      (sheet) => {
        sheet.getRange("B2").select();
      },
    );
    expect(told).toEqual([true]);
  });

  it("tell which formulas changed, and what they were [ExcelApi 1.13, excel.formulachangedeventdetail]", async () => {
    inExcel(opened(fileWith([[1, 2], [3]])));
    const told = await toldBy(
      (workbook, tell) =>
        workbook.worksheets.getItem("Sheet1").onFormulaChanged.add(({ formulaDetails }) => tell(formulaDetails)),
      (sheet) => {
        sheet.getRange("C1:C2").formulas = [["=A1+B1"], [""]];
        sheet.getRange("C1").formulas = [["=A1*B1"]];
        sheet.getRange("A1").values = [[5]];
        sheet.getRange("C1").values = [[0]];
      },
    );
    expect(told).toEqual([
      [{ cellAddress: "C1", previousFormula: "" }],
      [{ cellAddress: "C1", previousFormula: "=A1+B1" }],
      [{ cellAddress: "C1", previousFormula: "=A1*B1" }],
    ]);
  });

  it("tell of sorted rows and columns [ExcelApi 1.10, excel.worksheetrowsortedeventargs]", async () => {
    inExcel(opened(fileWith(rows)));
    const told = await toldBy(
      ({ worksheets }, tell) => {
        worksheets.onRowSorted.add(({ type, address }) => tell([type, address]));
        worksheets.getItem("Sheet1").onColumnSorted.add(({ type, address }) => tell([type, address]));
      },
      (sheet) => {
        sheet.getRange("A1:C3").sort.apply([{ key: 1 }]);
        sheet.getRange("B1:C3").sort.apply([{ key: 0, ascending: false }], false, false, "Columns");
      },
    );
    expect(told).toEqual([
      ["WorksheetRowSorted", "A1:C3"],
      ["WorksheetColumnSorted", "B1:C3"],
    ]);
  });

  it("tell of formats, not of values, where formats changed [ExcelApi 1.9, excel.worksheetformatchangedeventargs]", async () => {
    inExcel(blankBook());
    const told = await toldBy(
      (workbook, tell) =>
        workbook.worksheets.getItem("Sheet1").onFormatChanged.add(({ type, address }) => tell([type, address])),
      (sheet) => {
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("B2:C3").format.fill.color = "#FF0000";
      },
    );
    expect(told).toEqual([["WorksheetFormatChanged", "B2:C3"]]);
  });

  it("tell of a click where it hit, on the sheet and on all [ExcelApi 1.10, excel.worksheetsingleclickedeventargs]", async () => {
    const { excel } = inExcel(blankBook());
    const [sheet] = excel.book.sheets;
    const told = await toldBy(
      ({ worksheets }, tell) => {
        const clicked = ({ type, address, offsetX, offsetY }: Excel.WorksheetSingleClickedEventArgs) =>
          tell([type, address, offsetX, offsetY]);
        worksheets.getItem("Sheet1").onSingleClicked.add(clicked);
        worksheets.onSingleClicked.add(({ worksheetId }) => tell(worksheetId === sheet?.id));
      },
      () => {
        if (sheet !== undefined) excel.hand.click({ sheet, row: 2, column: 1 }, 3, 4.5);
      },
    );
    expect(told).toEqual([["WorksheetSingleClicked", "B3", 3, 4.5], true]);
    expect(excel.selection.extent).toEqual({ row: 2, column: 1, rows: 1, columns: 1 });
  });

  it("tell once that the workbook is turned to [ExcelApi 1.13, excel.workbookactivatedeventargs]", async () => {
    const { excel } = inExcel(blankBook());
    const told = await toldBy(
      (workbook, tell) => workbook.onActivated.add(({ type }) => tell(type)),
      () => {
        excel.hand.turnTo();
      },
    );
    expect(told).toEqual(["WorkbookActivated"]);
  });

  it("tell which sheet is shown and which no more [ExcelApi 1.7, excel.worksheetactivatedeventargs]", async () => {
    const { excel } = inExcel(blankBook());
    const told = await toldBy(
      ({ worksheets }, tell) => {
        worksheets.getItem("Sheet1").onDeactivated.add(({ type }) => tell(type));
        worksheets.onActivated.add(({ type, worksheetId }) => tell([type, worksheetId === excel.book.sheets[1]?.id]));
      },
      (_sheet, { workbook }) => {
        workbook.worksheets.add("明细").activate();
      },
    );
    expect(told).toEqual(["WorksheetDeactivated", ["WorksheetActivated", true]]);
  });

  it("tell that settings changed [ExcelApi 1.4, excel.settingcollection]", async () => {
    inExcel(blankBook());
    const told = await toldBy(
      (workbook, tell) =>
        workbook.settings.onSettingsChanged.add(({ settings }) => tell(settings instanceof Excel.SettingCollection)),
      (_sheet, context) => {
        context.workbook.settings.add("甲", 1);
      },
    );
    expect(told).toEqual([true]);
  });

  it("are told no more to a handler that was removed [ExcelApi 1.7, office.officeextension.eventhandlerresult]", async () => {
    inExcel(blankBook());
    const told: string[] = [];
    const [changed, selected] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const results = [
        sheet.onChanged.add(({ address }) => Promise.resolve(void told.push(address))),
        context.workbook.onSelectionChanged.add(() => Promise.resolve(void told.push("selected"))),
      ] as const;
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").select();
      await context.sync();
      return results;
    });
    await settled();
    for (const handler of [changed, selected]) {
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    }
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A3").values = [[1]];
      context.workbook.worksheets.getItem("Sheet1").getRange("A4").select();
      await context.sync();
    });
    await settled();
    expect([...told].sort()).toEqual(["A1", "selected"]);
  });

  it("are not told while they are switched off [ExcelApi 1.8, excel.runtime]", async () => {
    inExcel(blankBook());
    const told = await toldBy(
      (workbook, tell) => {
        workbook.worksheets.getItem("Sheet1").onChanged.add(({ address }) => tell(address));
        workbook.onSelectionChanged.add(() => tell("selected"));
      },
      (sheet, context) => {
        context.runtime.enableEvents = false;
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2").select();
        context.runtime.enableEvents = true;
        sheet.getRange("A3").values = [[1]];
      },
    );
    expect(told).toEqual(["A3"]);
  });
});
