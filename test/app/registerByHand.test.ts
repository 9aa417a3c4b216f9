import { fileRecord, type FileOptions, type Filed } from "../../src/app/file";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import type { Scalar, Sheet } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { fillIn, type Hand } from "./filling";

const run = { today: TODAY, asOf: TODAY };
const REGISTER = "回访登记簿";
const [FIRST, SECOND, THIRD, FOURTH] = ["云岭样品有限公司", "溪口样品商行", "松台样品有限公司", "北山样品有限公司"];

const rows: readonly (readonly Scalar[])[] = [
  ["客户名称", "证件号码", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "上次回访日期"],
  ...[FIRST, SECOND, THIRD, FOURTH].map((name, index): readonly Scalar[] => [
    ...[name, `9199010${String(index)}MA0000001X`, `JJ${String(index)}`, 800_000, "2026-03-02", "2027-09-02"],
    ...["正常", 0, "2026-10-20"],
  ]),
];

/** What each visitor writes, so that none is a copy of another's. */
const conclusions = [
  "车间三班开工，订单排到明年二月，应收账款按期收回，电费与去年同期持平，未见新增借款和对外担保。",
  "门店客流稳定，进货台账与库存相符，店主说明年底备货需要资金，还款账户余额足够支付本季利息。",
  "已看过仓库与账册，存货周转比上次快了六天，员工工资按月发放，法定代表人对到期还款有书面安排。",
  "实地走访果园与冷库，今年收成比去年多一成，销路以老客户为主，保险已续保，土地承包费已经付清。",
];

interface Desk extends Running {
  /** The sheets of the records, by customer. */
  readonly records: Map<string, string>;
}

async function filled(desk: Desk, customer = ""): Promise<Hand> {
  const options = { ...run, chosen: { customer }, type: "常规", withHints: false } as const;
  const made = await makeRecords(desk.workbook, options, unwatched);
  if (!made.ok) throw new Error(failureSentence(made.because));
  const sheet = made.value.records[0]?.sheet ?? "";
  desk.records.set(customer, sheet);
  const index = [FIRST, SECOND, THIRD, FOURTH].indexOf(customer);
  return fillIn(desk.excel.book, sheet, { 检查结论: conclusions[index] ?? "", 检查日期: TODAY - 3 - index });
}

async function file({ workbook, records }: Desk, customer = "", more: Partial<FileOptions> = {}): Promise<Filed> {
  const options = { ...run, record: records.get(customer) ?? "", reason: "", ...more };
  const filing = await fileRecord(workbook, options, unwatched);
  if (!filing.ok) throw new Error(failureSentence(filing.because));
  return filing.value;
}

/** What undo left as it was, or why it was refused. */
async function undone({ workbook }: Desk): Promise<readonly string[] | string> {
  const done = await undoLast(workbook, unwatched);
  return done.ok ? done.value.left : failureSentence(done.because);
}

/** Three visits in the register: the first and the third filed, the second waiting for its reviewer. */
async function threeVisits(): Promise<Desk> {
  const desk: Desk = { ...inExcel(opened(fileWith(rows))), records: new Map() };
  for (const customer of [FIRST, SECOND, THIRD]) {
    const hand = await filled(desk, customer);
    if (customer === SECOND) hand.write("复查意见", "");
    await file(desk, customer);
  }
  return desk;
}

function registerOf({ excel }: Desk): Sheet {
  const sheet = excel.book.sheets.find(({ name }) => name === REGISTER);
  if (sheet === undefined) throw new Error("no register");
  return sheet;
}

const HEADINGS = { 编号: 0, 客户名称: 1, 检查日期: 5, 状态: 14 } as const;

/** The register's lines from the top: number, customer, day of the visit, state. */
function lines(desk: Desk): readonly (readonly (Scalar | undefined)[])[] {
  const used = registerOf(desk).used(true);
  const all = registerOf(desk).values({ row: 1, column: 0, rows: (used?.rows ?? 1) - 1, columns: 17 });
  return all.map((line) => Object.values(HEADINGS).map((column) => line[column]));
}

const line = (running: number, customer: string | undefined, days: number, state: string) => [
  ...[`DH-20261123-${String(running).padStart(3, "0")}`, customer, TODAY - days, state],
];
const first = line(1, FIRST, 3, "已归档");
const second = line(2, SECOND, 4, "已提交");
const third = line(3, THIRD, 5, "已归档");
const fourth = line(4, FOURTH, 6, "已归档");

/** What a person does to the register, and how its lines stand then. */
const deeds: readonly (readonly [string, (desk: Desk) => Promise<void> | void, readonly (readonly unknown[])[]])[] = [
  [
    "sorted by the day of the visit",
    (desk) => {
      desk.excel.hand.sort({ sheet: registerOf(desk), row: 1, column: HEADINGS.检查日期 }, true);
    },
    [third, second, first],
  ],
  [
    "sorted by state, what waits first",
    (desk) => {
      desk.excel.hand.sort({ sheet: registerOf(desk), row: 1, column: HEADINGS.状态 }, false);
    },
    [second, first, third],
  ],
  [
    "filtered to what is filed",
    (desk) => {
      desk.excel.hand.filter({ sheet: registerOf(desk), row: 1, column: HEADINGS.状态 });
    },
    [first, second, third],
  ],
  [
    "filtered to one customer and sorted under the filter",
    (desk) => {
      desk.excel.hand.filter({ sheet: registerOf(desk), row: 3, column: HEADINGS.客户名称 });
      desk.excel.hand.sort({ sheet: registerOf(desk), row: 1, column: HEADINGS.编号 }, false);
    },
    [first, second, third],
  ],
];

/** Deletes whole rows as a person does in Excel; row numbers as "2:3". */
async function deleteRows(numbers: string): Promise<void> {
  const context = new Excel.RequestContext();
  context.workbook.worksheets.getItem(REGISTER).getRange(numbers).delete("Up");
  await context.sync();
}

describe.each(deeds)("a register that was %s", (_how, deed, standing) => {
  it("takes the next visit below its last line, and filing again changes nothing", async () => {
    const desk = await threeVisits();
    await deed(desk);
    expect(lines(desk)).toEqual(standing);
    await filled(desk, FOURTH);
    expect(await file(desk, FOURTH)).toMatchObject({ isKnown: false, state: "已归档" });
    expect(lines(desk)).toEqual([...standing, fourth]);
    desk.excel.calculate();
    const before = partsOf(desk.excel.book.save());
    for (const customer of [FIRST, SECOND, THIRD, FOURTH]) {
      expect(await file(desk, customer)).toMatchObject({ isKnown: true });
    }
    desk.excel.calculate();
    expect(partsOf(desk.excel.book.save())).toEqual(before);
  });

  it("has a state moved on in the line of that number", async () => {
    const desk = await threeVisits();
    await deed(desk);
    fillIn(desk.excel.book, desk.records.get(SECOND) ?? "", {
      ...{ 检查结论: conclusions[1] ?? "", 检查日期: TODAY - 4 },
    });
    expect(await file(desk, SECOND)).toMatchObject({ isKnown: false, state: "已归档" });
    const moved = line(2, SECOND, 4, "已归档");
    expect(lines(desk)).toEqual(standing.map((one) => (one === second ? moved : one)));
  });

  it("loses nothing when the last filing is undone after that", async () => {
    const desk = await threeVisits();
    await filled(desk, FOURTH);
    await file(desk, FOURTH);
    await deed(desk);
    const isFiltered = registerOf(desk).filter !== undefined;
    expect(await undone(desk)).toEqual(isFiltered ? expect.stringContaining("“回访登记簿”正在筛选") : []);
    desk.excel.hand.showAll({ sheet: registerOf(desk), row: 1, column: 0 });
    if (isFiltered) expect(await undone(desk)).toEqual([]);
    const left = lines(desk).filter(([number]) => number !== undefined);
    expect(new Set(left)).toEqual(new Set([first, second, third]));
  });
});

describe("a register whose rows were deleted", () => {
  it("takes the next visit below what is left", async () => {
    const desk = await threeVisits();
    await deleteRows("2:3");
    expect(lines(desk)).toEqual([third]);
    await filled(desk, FOURTH);
    await file(desk, FOURTH);
    expect(lines(desk)).toEqual([third, fourth]);
  });

  it("gets the line back below the others, once, when that record is filed again", async () => {
    const desk = await threeVisits();
    await deleteRows("2:2");
    expect(await file(desk, FIRST)).toMatchObject({ isKnown: false, state: "已归档" });
    expect(await file(desk, FIRST)).toMatchObject({ isKnown: true });
    expect(lines(desk)).toEqual([second, third, first]);
  });

  it("is filled again from its headings where all lines are gone", async () => {
    const desk = await threeVisits();
    await deleteRows("2:9");
    expect(await file(desk, THIRD)).toMatchObject({ isKnown: false });
    expect(lines(desk)).toEqual([third]);
  });

  it("says what is missing where the headings are gone too, and writes nothing", async () => {
    const desk = await threeVisits();
    await deleteRows("1:1");
    const before = partsOf(desk.excel.book.save());
    await expect(file(desk, FIRST)).rejects.toThrow("“回访登记簿”");
    expect(partsOf(desk.excel.book.save())).toEqual(before);
  });
});
