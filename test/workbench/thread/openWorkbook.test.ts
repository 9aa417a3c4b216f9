import { connect } from "../../../src/embedded/client/node";
import { newRule } from "../../../src/embedded/objects/ruleKinds";
import { blankBook } from "../../../src/embedded/xlsx/blank";
import type { Book } from "../../../src/embedded/xlsx/model";
import { OpenWorkbook } from "../../../src/workbench/thread/openWorkbook";
import type { BlockPlace, DrawnBlock, Executed } from "../../../src/workbench/thread/messages";
import { clientLibrary, fileWith, opened, smallLedger, TODAY } from "../../embedded/workbooks";

const open = (book: Book) => new OpenWorkbook(book, { today: TODAY, api: 14 });
const small = () => opened(fileWith(smallLedger));

const first = (book: Book): BlockPlace => ({ sheetId: book.activeSheet.id, down: 0, right: 0 });
const textsOf = (block: DrawnBlock | undefined) => block?.rows.map((row) => row?.map((cell) => cell?.text));

describe("a workbook that is open in the thread", () => {
  it("draws blocks of cells as text, without rows that are hidden or beyond its contents", () => {
    const book = small();
    book.activeSheet.setRowHidden(1, true);
    const { blocks } = open(book).draw({ blocks: [first(book)] });
    const texts = textsOf(blocks[0]);
    expect(texts).toHaveLength(64);
    expect(texts?.[0]?.slice(0, 3)).toEqual(["客户名称", "借据号", "贷款余额(元)"]);
    expect(texts?.[1]).toBeUndefined();
    expect(texts?.[3]?.[6]).toBe("187");
    expect(texts?.[4]).toBeUndefined();
  });

  it("draws cells that look alike by one look", () => {
    const book = small();
    const [block] = open(book).draw({ blocks: [first(book)] }).blocks;
    expect(block?.looks.map(({ kind }) => kind)).toEqual(["other", "number"]);
  });

  it("draws a later block by its place, and none of a sheet that is gone", () => {
    const book = blankBook();
    book.activeSheet.setValue(64, 16, "第二段");
    const workbook = open(book);
    workbook.draw({ blocks: [] });
    const places = [
      { ...first(book), down: 1, right: 1 },
      { ...first(book), sheetId: "gone" },
    ];
    const blocks = workbook.cells({ blocks: places });
    expect(blocks.map(({ place }) => place)).toEqual(places.slice(0, 1));
    expect(textsOf(blocks[0])?.[0]?.[0]).toBe("第二段");
  });

  it("computes before it draws", () => {
    const book = blankBook();
    book.activeSheet.setFormula(0, 0, { a1: "TODAY()+1" });
    const { blocks } = open(book).draw({ blocks: [first(book)] });
    expect(textsOf(blocks[0])?.[0]?.[0]).toBe(String(TODAY + 1));
  });

  it("draws data bars and icons, and no value where they take its place", () => {
    const book = blankBook();
    const sheet = book.activeSheet;
    for (let row = 0; row < 3; row++) for (let column = 0; column < 2; column++) sheet.setValue(row, column, row * 50);
    sheet.addFormatRule(newRule("DataBar", [{ row: 0, column: 0, rows: 3, columns: 1 }]));
    const icons = newRule("IconSet", [{ row: 0, column: 1, rows: 3, columns: 1 }]);
    if (icons.icons === undefined) throw new Error("no icons");
    sheet.addFormatRule({ ...icons, icons: { ...icons.icons, showsValue: false } });
    const [block] = open(book).draw({ blocks: [first(book)] }).blocks;
    const drawn = block?.rows[2]?.map((cell) => ({ text: cell?.text, rule: block.looks[cell?.look ?? 0]?.rule }));
    expect(drawn).toMatchObject([
      { text: "100", rule: { bar: { length: 1 } } },
      { text: undefined, rule: { icon: { index: 2 } } },
    ]);
  });

  it("gives the frames of its sheets once, and again where they are others", () => {
    const book = small();
    const workbook = open(book);
    expect(workbook.draw({ blocks: [] }).sheets).toHaveLength(1);
    const again = workbook.draw({ blocks: [] });
    expect([again.sheets, again.version]).toEqual([undefined, 2]);
    book.activeSheet.setColumnWidth(0, 20);
    expect(workbook.draw({ blocks: [] }).sheets?.[0]?.widths[0]).toBe(140);
  });

  it("has frames that do not grow with the rows", () => {
    const book = blankBook();
    for (let row = 0; row < 20_000; row++) {
      book.activeSheet.setValue(row, 0, row);
      book.activeSheet.setRowHeight(row, 18);
      if (row > 5_000) book.activeSheet.setRowHidden(row, true);
    }
    const { sheets } = open(book).draw({ blocks: [] });
    expect(JSON.stringify(sheets).length).toBeLessThan(1_000);
    expect(sheets?.[0]).toMatchObject({
      rows: 20_000,
      lines: [
        { row: 0, rows: 5_001, height: 24, isHidden: false },
        { row: 5_001, rows: 14_999, height: 24, isHidden: true },
      ],
    });
  });

  it("tells where the selection stands, what is there, and what became of the workbook since", () => {
    const book = small();
    const workbook = open(book);
    const sheet = { sheetId: book.activeSheet.id, sheetName: book.activeSheet.name };
    const at = { ...sheet, extent: { row: 2, column: 6, rows: 1, columns: 1 } };
    workbook.select(at);
    const untouched = { changed: false, moved: false };
    expect(workbook.standing()).toEqual({ ...at, content: "12", isProtected: false, hasList: false, ...untouched });
    expect(workbook.hand({ does: "type", text: "=6*7", at })).toBeUndefined();
    expect(workbook.standing()).toMatchObject({ content: "=6*7", changed: true });
    expect(workbook.standing()).toMatchObject(untouched);
    expect(workbook.hand({ does: "protectSheet", at })).toBeUndefined();
    expect(workbook.hand({ does: "type", text: "1", at })).toBe("AccessDenied");
    expect(workbook.standing()).toMatchObject({ content: "=6*7", isProtected: true });
  });
});

describe("a request that the thread executes", () => {
  it("comes back with the events that it raised, its size and its steps, and says that the add-in moved the selection", async () => {
    const workbook = open(small());
    const executed: Executed[] = [];
    const execute = (request: string) => {
      const done = workbook.execute({ request });
      executed.push(done);
      return done.response;
    };
    connect({ execute, takeEvents: () => executed.at(-1)?.events ?? [] }, clientLibrary);
    const context = new Excel.RequestContext();
    const heard = new Promise<string>((hear) => {
      context.workbook.worksheets.getActiveWorksheet().onSelectionChanged.add(({ address }) => {
        hear(address);
        return Promise.resolve();
      });
    });
    await context.sync();
    context.workbook.worksheets.getActiveWorksheet().getRange("B3").select();
    await context.sync();
    expect(await heard).toBe("B3");
    expect(workbook.standing()).toMatchObject({ moved: true, extent: { row: 2, column: 1 } });
    const { seen, response } = executed.at(-1) ?? {};
    expect(seen).toMatchObject({ refusal: undefined, received: response?.length });
    expect(seen?.names).toContain("Select");
  });

  it("is refused while somebody types, and the log has Excel's code", () => {
    const workbook = open(small());
    workbook.state({ isEditing: true });
    const { seen } = workbook.execute({ request: JSON.stringify({ Actions: [], ObjectPaths: {} }) });
    expect(seen.refusal).toBe("InvalidOperationInCellEditMode");
    workbook.play({ api: 21 });
    const again = workbook.execute({ request: JSON.stringify({ Actions: [], ObjectPaths: {} }) });
    expect(again.seen.refusal).toBeUndefined();
  });
});
