import type { CellValue } from "../../../src/domain/ledger/cells";
import type { Ledger } from "../../../src/domain/ledger/ledger";
import { problemAddress } from "../../../src/domain/ledger/problemSentence";
import { ledgerOf, type Grid } from "./sheets";

const names = ["云岭样品商行", "溪口样品加工厂", "松台样品贸易公司", "石桥样品养殖场"];
const heading = ["客户名称", "借据号", "贷款金额(元)", "贷款余额(元)", "发放日期", "到期日期", "五级分类"];
const row = (name: string, index: number): readonly CellValue[] => [
  ...[name, `JJ${String(index)}`, 600_000, 500_000 + index, "2025-03-02", "2027-08-02", "正常"],
];
const rows: Grid = names.map(row);
const sum = 2_000_006;

/** The ledger of four drawdowns with one column more, which says something of the first. */
const withColumn = (column: string, value: CellValue, others: CellValue = ""): Ledger =>
  ledgerOf([[...heading, column], ...rows.map((cells, index) => [...cells, index === 0 ? value : others])]);

const kinds = ({ problems }: Ledger) => problems.map(({ kind }) => kind);

describe("[D.4] what a drawdown's state says", () => {
  it.each<[string, CellValue, number]>([
    ["贷款状态", 1, 0],
    ["贷款状态", "正常", 0],
    ["贷款状态", "未结清", 0],
    ["贷款状态", "未核销", 0],
    ["贷款状态", "待核销", 0],
    ["贷款状态", "部分还清", 0],
    ["贷款状态", "已结清", 1],
    ["贷款状态", "还清", 1],
    ["贷款状态", "已核销", 1],
    ["是否结清", "是", 1],
    ["是否结清", 1, 1],
    ["是否结清", "否", 0],
    ["是否结清", "", 0],
    ["核销标志", "未核销", 0],
    ["核销标志", "-", 0],
    ["核销标志", "否", 0],
    ["核销标志", "是", 1],
    ["核销标志", "已核销", 1],
    ["核销日期", "—", 0],
    ["核销日期", "/", 0],
    ["核销日期", "2026-03-05", 1],
    ["核销日期", 46_086, 1],
  ])("%s %p leaves %d drawdowns out", (column, value, settled) => {
    expect(withColumn(column, value).settled).toBe(settled);
  });
});

describe("[D.4] what a class or a number of days says", () => {
  const first = (column: string, value: CellValue) => {
    const given = column === "逾期天数" ? withColumn(column, value, 0) : ledgerOf(reclassed(column, value));
    const drawdown = given.customers[0]?.drawdowns[0];
    return { class: drawdown?.loanClass, days: drawdown?.overdueDays, kinds: kinds(given) };
  };
  const reclassed = (column: string, value: CellValue): Grid => [
    heading.map((text) => (text === "五级分类" ? column : text)),
    ...rows.map((cells, index) => [...cells.slice(0, -1), index === 0 ? value : "正常"]),
  ];

  it.each<[CellValue, string | undefined]>([
    ...(["正常", "正常类", "正常1", 1, "10", "Z", "01", "Pass"] as const).map(
      (value) => [value, "pass"] as [CellValue, string],
    ),
    ...(["关注", "关注2", 2, "20", "Special Mention"] as const).map(
      (value) => [value, "specialMention"] as [CellValue, string],
    ),
    ...(["次级类", "3", 30] as const).map((value) => [value, "substandard"] as [CellValue, string]),
    ["N/A", undefined],
  ])("%p is %s", (value, loanClass) => {
    expect(first("五级分类", value)).toMatchObject({ class: loanClass, kinds: [] });
  });

  it.each(["逾期", "呆滞", "呆账"])("%s of the old four classes is told and not taken", (value) => {
    expect(first("五级分类", value)).toMatchObject({ class: undefined, kinds: ["unknownClass"] });
  });

  it("a bare number of ten or twelve classes is told and not taken", () => {
    expect(first("十二级分类", 4)).toMatchObject({ class: undefined, kinds: ["unknownClass"] });
    expect(first("十二级分类", "关注2")).toMatchObject({ class: "specialMention", kinds: [] });
  });

  it.each<[CellValue, number | undefined, readonly string[]]>([
    [12, 12, []],
    ["12天", 12, []],
    ["逾期12天", 12, []],
    ["-", undefined, []],
    [46_404, undefined, ["notANumber"]],
    ["十二天", undefined, ["notANumber"]],
  ])("%p days past due are %p", (value, days, said) => {
    expect(first("逾期天数", value)).toMatchObject({ days, kinds: said });
  });
});

describe("[L18] an extended loan", () => {
  const first = (column: string, value: CellValue) => withColumn(column, value).customers[0]?.drawdowns[0]?.extensions;

  it.each<[string, CellValue, number | undefined]>([
    ["展期到期日", "2028-08-02", 1],
    ["展期到期日", "2027-08-02", undefined],
    ["展期到期日", "", undefined],
    ["原到期日", "2026-08-02", 1],
    ["原到期日", "2027-08-02", undefined],
    ["贷款状态", "展期", 1],
    ["贷款状态", "未展期", undefined],
    ["展期", 46_600, 1],
    ["展期次数", 2, 2],
    ["是否展期", "否", 0],
  ])("%s %p says that it was %p times", (column, value, extensions) => {
    expect(first(column, value)).toBe(extensions);
  });

  it("is due on its extended day, and where only an original one is told on that", () => {
    const original = heading.map((text) => (text === "到期日期" ? "原到期日" : text));
    const ledger = ledgerOf([
      [...original, "展期到期日"],
      ...rows.map((cells, i) => [...cells, i === 0 ? "2028-02-01" : ""]),
    ]);
    const [moved, kept] = ledger.customers.map(({ drawdowns }) => drawdowns[0]);
    expect([moved?.extensions, kept?.extensions]).toEqual([1, undefined]);
    expect((moved?.matures ?? 0) - (kept?.matures ?? 0)).toBe(183);
  });
});

describe("[D.8] rows that are no drawdown", () => {
  it.each([
    ["a total in Excel's own words", ["云岭样品商行 汇总", "", 600_000, 500_000]],
    ["a subtotal that ends with its word", ["云岭样品商行小计", "", 600_000, 500_000]],
    ["an English subtotal", ["Sample Ltd Total", "", 600_000, 500_000]],
    ["a count", ["共4笔", "", "", 500_000]],
    ["a count in blanks", ["共 4 户", "", "", 500_000]],
  ] as const)("%s", (_name, noise) => {
    const ledger = ledgerOf([heading, rows[0] ?? [], noise, ...rows.slice(1)]);
    expect([ledger.drawdowns, ledger.customers.length]).toEqual([4, 4]);
  });

  it("a total whose word stands under the names, behind a branch", () => {
    const grid = [["机构", ...heading], ...rows.map((cells) => ["城东支行", ...cells])];
    const ledger = ledgerOf([...grid, ["城东支行", "合计", "", 2_400_000, sum]]);
    expect([ledger.drawdowns, ledger.total]).toEqual([4, { expected: sum, found: sum, row: 5, column: 4 }]);
  });

  it.each(["合计（元）", "合计:", "合 计", "合计数", "总计", "全行合计"])("%s is the total that is checked", (word) => {
    expect(ledgerOf([heading, ...rows, [word, "", "", sum]]).total).toMatchObject({ expected: sum, found: sum });
  });

  it("a total whose word is set over two cells", () => {
    const grid = [["序号", ...heading], ...rows.map((cells, index) => [index + 1, ...cells])];
    const ledger = ledgerOf([...grid, ["合", "计", "", "", sum]]);
    expect([ledger.drawdowns, ledger.total?.expected, ledger.problems]).toEqual([4, sum, []]);
  });

  it("a total in another unit than its column's, as its word says", () => {
    const { total, problems } = ledgerOf([heading, ...rows, ["合计（万元）", "", "", sum / 10_000]]);
    expect([total?.expected, total?.found, problems]).toEqual([sum, sum, []]);
  });

  it("a header of two rows that a page repeats", () => {
    const groups = ["借款人信息", "", "贷款信息", "", "", "", "风险情况"];
    const ledger = ledgerOf([groups, heading, ...rows.slice(0, 2), ["某支行"], groups, heading, ...rows.slice(2)]);
    expect([ledger.drawdowns, ledger.customers.length, ledger.problems]).toEqual([4, 4, []]);
  });

  it("a total above the rows, which is checked as one below them is", () => {
    const numbers = heading.map((_text, index) => index + 1);
    const total = (said: number): Grid => [heading, numbers, ["合计", "", "", said], ...rows];
    expect(ledgerOf(total(sum)).total).toEqual({ expected: sum, found: sum, row: 2, column: 3 });
    expect(ledgerOf(total(sum + 1)).problems.map(problemAddress)).toEqual(["台账!D3"]);
  });
});

describe("numbers by which customers and loans are known", () => {
  const known = ["客户名称", "证件号码", "客户号", "借据号", "合同号", "贷款余额(元)", "到期日期", "五级分类"];
  const one = (name: string, id: CellValue, number: CellValue, [note, contract]: readonly CellValue[] = []) => [
    ...[name, id, number, note ?? "JJ1", contract ?? "HT1", 500_000, "2027-08-02", "正常"],
  ];
  const notesApart = (given: readonly (readonly CellValue[])[]) =>
    given.map((cells, index) => cells.map((value, column) => (column === 3 ? `JJ${String(index)}` : value)));
  const customersOf = (...given: readonly (readonly CellValue[])[]) =>
    ledgerOf([known, ...notesApart(given)]).customers.map(({ drawdowns }) => drawdowns.map(({ row: at }) => at - 1));

  it.each<[string, number, CellValue]>([
    ["an id", 1, 330_000_199_001_012_350],
    ["an id as it was shown", 1, "3.30000199001E+17"],
    ["a customer's number", 2, 1_234_567_890_123_450],
    ["a note's number", 3, 20_260_101_000_000_100],
    ["a contract's number", 4, 20_260_101_000_000_100],
  ])("%s that Excel has rounded is a problem, and names nobody", (_name, column, value) => {
    const given = (name: string, note: string) =>
      one(name, "", "", [note]).map((cell, index) => (index === column ? value : cell));
    const ledger = ledgerOf([known, given("云岭样品商行", "JJ1"), given("溪口样品加工厂", "JJ2")]);
    expect(kinds(ledger)).toEqual(["roundedId", "roundedId"]);
    expect(ledger.customers).toHaveLength(2);
  });

  it("two ids behind a name that stood without one before are two customers", () => {
    expect(customersOf(one("赵样本", "", ""), one("赵样本", "A10001", ""), one("赵 样本", "B10002", ""))).toEqual([
      [0, 1],
      [2],
    ]);
  });

  it("an id goes before the name that was written another way", () => {
    expect(customersOf(one("赵样本", "", ""), one("赵样本", "A10001", ""), one("赵样", "A10001", ""))).toEqual([
      [0, 1, 2],
    ]);
  });

  it("a customer's number tells the customer in a row that has no id", () => {
    const ledger = ledgerOf([
      known,
      ...notesApart([
        one("赵样本", "A10001", "C1"),
        one("赵样本", "", "C1"),
        one("赵样本", "B10002", "C2"),
        one("赵样本", "", "C2"),
      ]),
    ]);
    expect(ledger.customers.map(({ drawdowns }) => drawdowns.length)).toEqual([2, 2]);
    expect(kinds(ledger)).toEqual(["sameNameOtherId"]);
  });

  it("a merged name belongs to the customer above, even where another bears it too", () => {
    const grid = [
      known,
      ...notesApart([one("赵样本", "A10001", ""), one("", "", ""), one("赵样本", "B10002", ""), one("", "", "")]),
    ];
    const merges = [1, 3].map((at) => ({ row: at, column: 0, rows: 2, columns: 1 }));
    expect(ledgerOf(grid, { merges }).customers.map(({ drawdowns }) => drawdowns.length)).toEqual([2, 2]);
  });
});
