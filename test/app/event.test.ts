import { annotate } from "../../src/app/annotate";
import { declareEvent, type EventOptions } from "../../src/app/event";
import { fileRecord } from "../../src/app/file";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { handOn } from "./filling";

const run = { today: TODAY, asOf: TODAY };

/** A circle of three invented firms, and one outside of it. */
const rows: readonly (readonly Scalar[])[] = [
  ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "保证人", "上次回访日期"],
  ["样甲有限公司", "JJ1", 800_000, "2026-03-02", "2027-09-02", "正常", 0, "样乙有限公司", "2026-11-20"],
  ["样乙有限公司", "JJ2", 900_000, "2026-03-02", "2027-09-02", "正常", 0, "样丙有限公司", "2026-11-20"],
  ["样丙有限公司", "JJ3", 700_000, "2026-03-02", "2027-09-02", "正常", 0, "", "2026-11-20"],
  ["样丁有限公司", "JJ4", 600_000, "2026-03-02", "2027-09-02", "正常", 0, "样戊有限公司", "2026-11-20"],
];
const circle: EventOptions = { ...run, type: "担保圈", scope: { field: "circle", word: "样丙有限公司" }, note: "停产" };

function column({ excel }: Running, heading: string): readonly (Scalar | undefined)[] {
  excel.calculate();
  const [heads = [], ...lines] = excel.book.sheets[0]?.values({ row: 0, column: 0, rows: 5, columns: 40 }) ?? [];
  const at = heads.indexOf(`贷后_${heading}`);
  return lines.map((line) => (at < 0 ? undefined : line[at]));
}

/** What the form of a sudden event asks for; it has no field for photos, which a reason stands for. */
const emergency: Readonly<Record<string, Scalar>> = {
  ...{ 检查方式: "上门", 检查日期: TODAY, 地点: "厂区", 受访人: "样己", 身份: "实际控制人" },
  ...{ 事件类型: "其他", 发现时间: TODAY, 核实情况: "已到现场核实" },
  ...{ 生产经营: "否", 还款能力: "否", 还款意愿: "否", 担保条件: "否", 整体风险: "否", 措施: "加强监测" },
  ...{ 检查人: "样庚", "协(复)查": "样辛", 复查意见: "属实" },
};

const usual = "上门回访";

describe("a sudden event", () => {
  it("makes a visit due within two working days for the whole guarantee circle, in the ledger's own clocks", async () => {
    const one = inExcel(opened(fileWith(rows)));
    const done = await declareEvent(one.workbook, circle, unwatched);
    expect(done).toMatchObject({ ok: true, value: { event: { number: "TF-20261123-01", customers: 3 } } });
    expect(column(one, "应访事由")).toEqual(["突发事件", "突发事件", "突发事件", usual]);
    expect(column(one, "下次应访日").slice(0, 3)).toEqual([TODAY + 2, TODAY + 2, TODAY + 2]);
    const again = await annotate(one.workbook, run, unwatched);
    expect(again).toMatchObject({ ok: true, value: { applied: { changes: 0 } } });
  });

  it.each([
    [{ field: "group", word: "样星集团" }, 2],
    [{ field: "area", word: "云岭" }, 1],
  ] as const)("hits the customers of a group of companies or an area: %j", async (scope, customers) => {
    const [heads = [], ...lines] = rows;
    const placed = [
      ["样星集团", "云岭市"],
      ["样星集团有限公司", "溪口市"],
      ["", "松台市"],
      ["", ""],
    ];
    const ledger = [[...heads, "所属集团", "地区"], ...lines.map((line, at) => [...line, ...(placed[at] ?? [])])];
    const { workbook } = inExcel(opened(fileWith(ledger)));
    const done = await declareEvent(workbook, { ...circle, scope }, unwatched);
    expect(done).toMatchObject({ ok: true, value: { event: { customers } } });
  });

  it("stays until a record is filed, customer by customer, and takes its column along", async () => {
    const one = inExcel(opened(fileWith(rows)));
    await declareEvent(one.workbook, circle, unwatched);
    const made = await makeRecords(
      one.workbook,
      { ...run, chosen: { scope: circle.scope }, withHints: false },
      unwatched,
    );
    const records = made.ok ? made.value.records : [];
    expect(records.map(({ type }) => type)).toEqual(["突发", "突发", "突发"]);
    const texts = ["机器停了两台，", "老板在外地筹款，", "仓库里的货比上月少一半，"];
    for (const [index, { sheet }] of records.entries()) {
      const said = `${texts[index] ?? ""}${"已核实影响范围和担保情况，第".repeat(2)}${String(index)}户无其他负债变化。`;
      const hand = handOn(one.excel.book, sheet);
      for (const [label, value] of Object.entries({ ...emergency, 检查结论: said })) hand.write(label, value);
      const filed = await fileRecord(one.workbook, { ...run, record: sheet, reason: "同一事件" }, unwatched);
      expect(filed.ok ? filed.value.state : failureSentence(filed.because)).toBe("已归档");
      if (index === 0) expect(column(one, "应访事由").filter((duty) => duty === "突发事件")).toHaveLength(2);
    }
    expect(column(one, "应访事由")).toEqual([usual, usual, usual, usual]);
    expect(column(one, "突发应访日")).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("ends when a person says in its list that it is over", async () => {
    const one = inExcel(opened(fileWith(rows)));
    await declareEvent(one.workbook, circle, unwatched);
    const list = one.excel.book.sheets.find(({ name }) => name === "突发事件登记簿");
    list?.setValue(1, 9, "已解除");
    await annotate(one.workbook, run, unwatched);
    expect(column(one, "应访事由")).toEqual([usual, usual, usual, usual]);
  });

  it("is taken back whole: list, due days and column", async () => {
    const one = inExcel(opened(fileWith(rows)));
    await annotate(one.workbook, run, unwatched);
    const before = column(one, "应访事由");
    await declareEvent(one.workbook, circle, unwatched);
    expect(await undoLast(one.workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(column(one, "应访事由")).toEqual(before);
    expect(column(one, "突发应访日")).toEqual([undefined, undefined, undefined, undefined]);
    expect(one.excel.book.sheets.map(({ name }) => name)).not.toContain("突发事件登记簿");
  });

  it("that hits nobody is refused, and nothing is written", async () => {
    const file = fileWith(rows);
    const one = inExcel(opened(file));
    const scope = { field: "branch", word: "没有的支行" } as const;
    const done = await declareEvent(one.workbook, { ...circle, scope }, unwatched);
    expect(done.ok ? "" : failureSentence(done.because)).toContain("没有涉及“没有的支行”的未结清客户");
    expect(partsOf(one.excel.book.save())).toEqual(partsOf(file));
  });
});
