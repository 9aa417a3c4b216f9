import { makeCard } from "../../src/app/customerCard";
import { fileRecord } from "../../src/app/file";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import { fileWith, inExcel, opened, smallLedger, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { fillIn, handOn } from "./filling";

const run = { today: TODAY, asOf: TODAY };
const CUSTOMER = "溪口样品加工厂";

async function card({ workbook }: Running) {
  const made = await makeCard(workbook, { ...run, customer: CUSTOMER }, unwatched);
  if (!made.ok) throw new Error(failureSentence(made.because));
  return made.value;
}

/** A visit that was made and filed. */
async function visited({ workbook, excel }: Running) {
  const chosen = { customer: CUSTOMER };
  const made = await makeRecords(workbook, { ...run, chosen, withHints: false, type: "常规" }, unwatched);
  const sheet = made.ok ? (made.value.records[0]?.sheet ?? "") : "";
  fillIn(excel.book, sheet).write("员工总数", 40, 2);
  const filed = await fileRecord(workbook, { ...run, record: sheet, reason: "样例", accept: true }, unwatched);
  if (!filed.ok) throw new Error(failureSentence(filed.because));
}

const cellsOf = ({ excel }: Running, name: string) => {
  const sheet = excel.book.sheets.find((one) => one.name === name);
  return sheet?.values({ row: 0, column: 0, rows: 90, columns: 14 });
};

describe("[A06] what is known of one customer", () => {
  it("is brought up to date on the same sheet, with notes and what stands beside it kept", async () => {
    const one = inExcel(opened(fileWith(smallLedger)));
    const first = await card(one);
    expect(first.isUpdate).toBe(false);
    const { name } = first.draft;
    handOn(one.excel.book, name).write("备注", "周三下午在厂里");
    one.excel.book.sheets.find((sheet) => sheet.name === name)?.setValue(5, 13, "旁注");
    await visited(one);
    const second = await card(one);
    expect(second).toMatchObject({ isUpdate: true, draft: { name } });
    const hand = handOn(one.excel.book, name);
    expect([hand.read("备注"), hand.read("检查日期", 4), hand.read("员工总数", 4)]).toEqual([
      "周三下午在厂里",
      TODAY - 3,
      40,
    ]);
    expect(cellsOf(one, name)?.[5]?.[13]).toBe("旁注");
    expect(one.excel.book.sheets.filter((sheet) => sheet.name.startsWith("客户信息_"))).toHaveLength(1);
  });

  it("[A06] tells identity, loans, guarantees, look-ups, open signals and missing documents", async () => {
    const heads = ["客户名称", "证件号码", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数"];
    const row = [CUSTOMER, "91990101MA0000001X", "JJ9", 800_000, "2025-03-02", "2027-03-02", "关注", 45];
    const one = inExcel(
      opened(
        fileWith([
          [...heads, "担保方式", "保证人"],
          [...row, "保证", "样保人"],
          [...row, "保证", "样保人"],
        ]),
      ),
    );
    const chosen = { customer: CUSTOMER };
    const made = await makeRecords(one.workbook, { ...run, chosen, withHints: false, type: "常规" }, unwatched);
    const sheet = made.ok ? (made.value.records[0]?.sheet ?? "") : "";
    const hand = fillIn(one.excel.book, sheet, { 电费单: "未收" });
    hand.write("借款人", "有", 5);
    const filed = await fileRecord(one.workbook, { ...run, record: sheet, reason: "样例", accept: true }, unwatched);
    if (!filed.ok) throw new Error(failureSentence(filed.because));
    const told = handOn(one.excel.book, (await card(one)).draft.name);
    expect([told.read("客户名称"), told.read("证件号码"), told.read("余额(元)")]).toEqual([
      ...[CUSTOMER, "919***********001X", 1_600_000],
    ]);
    expect(told.find("JJ9").row).toBeGreaterThan(0);
    expect([told.read("担保方式"), told.read("保证人")]).toEqual(["保证", "样保人"]);
    expect(told.find("【橙】L03 逾期45天(>30)").column).toBe(0);
    expect([told.read("最近查询"), told.read("查询发现"), told.read("未收资料")]).toEqual([
      ...["借款人：被执行有", "借款人被执行", "电费单"],
    ]);
  });

  it("names as many guarantors as its row can print, and how many there are", async () => {
    const many = Array.from({ length: 80 }, (_, index) => `样品担保人第${String(index + 1)}号`).join("、");
    const heads = ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "保证人"];
    const row = [CUSTOMER, "JJ9", 800_000, "2025-03-02", "2027-03-02", "正常", 0, many];
    const one = inExcel(opened(fileWith([heads, row])));
    const { draft } = await card(one);
    const hand = handOn(one.excel.book, draft.name);
    expect(hand.read("保证人")).toMatch(/^样品担保人第1号、.*等80户，全部名单见台账$/);
    const height = one.excel.book.sheets.find(({ name }) => name === draft.name)?.rowHeight(hand.find("保证人").row);
    expect(height).toBeLessThan(200);
  });

  it("[A60] puts the last visits side by side, and a second update changes nothing", async () => {
    const one = inExcel(opened(fileWith(smallLedger)));
    await visited(one);
    const { draft } = await card(one);
    const before = cellsOf(one, draft.name);
    await card(one);
    expect(cellsOf(one, draft.name)).toEqual(before);
  });

  it("is taken back to what it said before the update", async () => {
    const one = inExcel(opened(fileWith(smallLedger)));
    const { draft } = await card(one);
    const before = cellsOf(one, draft.name);
    await visited(one);
    await card(one);
    expect(await undoLast(one.workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(cellsOf(one, draft.name)).toEqual(before);
  });

  it("stands on a new sheet where rows of the old one were moved", async () => {
    const one = inExcel(opened(fileWith(smallLedger)));
    const { draft } = await card(one);
    one.excel.book.sheets.find(({ name }) => name === draft.name)?.setValue(1, 0, "改过的标题");
    expect(await card(one)).toMatchObject({ isUpdate: false, draft: { name: `${draft.name}-2` } });
  });
});
