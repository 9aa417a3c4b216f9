import { makePlan } from "../../src/app/makePlan";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, TODAY, unwatched } from "../embedded/workbooks";
import { handOn } from "./filling";

const run = { today: TODAY, asOf: TODAY };

/** Five invented customers of one manager: two overdue, one due soon on the way, one due later, one to be telephoned. */
const rows: readonly (readonly Scalar[])[] = [
  ...[
    ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "上次回访日期"].concat([
      ...["区域", "客户经理", "客户偏好", "企业规模", "经营地址"],
    ]),
  ],
  [
    "云岭样品有限公司",
    "JJ1",
    800_000,
    "2024-03-02",
    "2028-09-02",
    "正常",
    0,
    "2026-06-20",
    "城西",
    "样丁",
    "",
    "中型",
    "云岭路1号",
  ],
  [
    "溪口样品有限公司",
    "JJ2",
    800_000,
    "2024-03-02",
    "2028-09-02",
    "正常",
    0,
    "2026-07-02",
    "城东",
    "样丁",
    "需预约",
    "中型",
    "溪口路2号",
  ],
  [
    "松台样品有限公司",
    "JJ3",
    800_000,
    "2024-03-02",
    "2028-09-02",
    "正常",
    0,
    "2026-09-10",
    "城西",
    "样丁",
    "",
    "中型",
    "松台路3号",
  ],
  [
    "北山样品有限公司",
    "JJ4",
    800_000,
    "2024-03-02",
    "2028-09-02",
    "正常",
    0,
    "2026-11-20",
    "城西",
    "样丁",
    "",
    "中型",
    "北山路4号",
  ],
  [
    "南湖样品有限公司",
    "JJ5",
    200_000,
    "2024-03-02",
    "2028-09-02",
    "正常",
    0,
    "2026-08-25",
    "城东",
    "样丁",
    "宜电话",
    "小型",
    "南湖路5号",
  ],
];

const started = () => inExcel(opened(fileWith(rows)));

describe("a plan of visits", () => {
  it("[A26][A27] lists by week and day who is due, by area, with the investigations on the way, to be printed", async () => {
    const { workbook, excel } = started();
    const made = await makePlan(workbook, { ...run, investigations: "新城样品厂@城东、河湾样品店" }, unwatched);
    if (!made.ok) throw new Error(failureSentence(made.because));
    expect(made.value).toMatchObject({ stops: 6, draft: { name: "回访计划_20261123" } });
    const lines = made.value.draft.cells.map((row) => row.filter((cell) => cell !== ""));
    expect(lines.slice(1)).toEqual([
      ["2026-11-23 至 2026-11-27 · 6 户"],
      ["日期", "客户经理", "区域", "客户", "地址", "事由", "应访", "方式(客户偏好)", "完成"],
      [TODAY, "样丁", "城西", "云岭样品有限公司", "云岭路1号", "上门回访", "超期66天", "上门"],
      [TODAY, "样丁", "城西", "松台样品有限公司", "松台路3号", "上门回访", TODAY + 17, "上门"],
      [TODAY, "样丁", "城东", "溪口样品有限公司", "溪口路2号", "上门回访", "超期54天", "上门(需预约)"],
      [TODAY, "样丁", "城东", "新城样品厂", "贷前调查", TODAY, "上门"],
      [TODAY, "样丁", "河湾样品店", "贷前调查", TODAY, "上门"],
      [TODAY + 1, "样丁", "城东", "南湖样品有限公司", "南湖路5号", "电话联系", TODAY + 2, "电话(宜电话)"],
      ["贷前调查"],
    ]);
    const saved = opened(excel.book.save()).sheets.find(({ name }) => name === "回访计划_20261123");
    expect(saved?.page).toMatchObject({ paperSize: 9, fitWide: 1, header: "&L回访计划&R基准日 2026-11-23" });
  });

  it("is taken back with undo, and a second one stands beside the first", async () => {
    const { workbook, excel } = started();
    const before = [...partsOf(excel.book.save())].filter(([name]) => name !== "xl/styles.xml");
    await makePlan(workbook, { ...run, investigations: "" }, unwatched);
    await makePlan(workbook, { ...run, investigations: "" }, unwatched);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "回访计划_20261123", "回访计划_20261123-2"]);
    for (let deed = 0; deed < 2; deed++) expect(await undoLast(workbook, unwatched)).toMatchObject({ ok: true });
    expect([...partsOf(excel.book.save())].filter(([name]) => name !== "xl/styles.xml")).toEqual(before);
  });

  it("is refused with a sentence where nobody is due", async () => {
    const { workbook } = inExcel(opened(fileWith([rows[0] ?? [], rows[4] ?? []])));
    const made = await makePlan(workbook, { ...run, investigations: "" }, unwatched);
    expect(made.ok ? "" : failureSentence(made.because)).toContain("没有应访的客户");
  });
});

describe("what a customer prefers", () => {
  it.each([
    ["南湖样品有限公司", "电话", "客户偏好：宜电话"],
    ["溪口样品有限公司", "", ""],
  ])("[A36] stands on the record of %s as “%s”", async (customer, method, why) => {
    const { workbook, excel } = started();
    const made = await makeRecords(workbook, { ...run, chosen: { customer }, withHints: false }, unwatched);
    if (!made.ok) throw new Error(failureSentence(made.because));
    const hand = handOn(excel.book, made.value.records[0]?.sheet ?? "");
    expect([hand.read("检查方式") ?? "", hand.read("未上门原因") ?? ""]).toEqual([method, why]);
  });
});
