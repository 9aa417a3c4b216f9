import type { CellValue } from "../../../src/domain/ledger/cells";
import { recognise } from "../../../src/domain/ledger/recognise";
import { problemAddress } from "../../../src/domain/ledger/problemSentence";
import { layoutOf, ledgerOf, rejectionOf, sheetSurvey, survey, type Grid } from "./sheets";

const names = ["云岭样品商行", "溪口样品加工厂", "松台样品贸易公司", "石桥样品养殖场", "银杏样品纺织厂"];
const rows = (make: (name: string, index: number) => readonly CellValue[]): Grid => names.map(make);

/** The letter-free place of some fields, as "field: 0-based column". */
function places(grid: Grid, ...fields: string[]): Readonly<Record<string, number | undefined>> {
  const { columns } = layoutOf(grid);
  const found = new Map<string, { readonly column: number }>(columns);
  return Object.fromEntries(fields.map((field) => [field, found.get(field)?.column]));
}

describe("ledgers of many banks", () => {
  const plain = rows((name, i) => [name, `JJ${String(i)}`, 500_000 + i, "2026-03-02", "2027-03-02", "正常", 0]);

  it("finds a one-row header at the top", () => {
    const grid = [["客户名称", "借据号", "贷款余额", "发放日期", "到期日期", "五级分类", "逾期天数"], ...plain];
    expect(
      places(grid, "customerName", "noteNo", "balance", "disburseDate", "maturityDate", "fiveClass", "overdueDays"),
    ).toEqual({
      customerName: 0,
      noteNo: 1,
      balance: 2,
      disburseDate: 3,
      maturityDate: 4,
      fiveClass: 5,
      overdueDays: 6,
    });
  });

  it("finds the header under titles, unit and blank rows, deep in the sheet", () => {
    const above = Array.from({ length: 17 }, (_, i) => [i === 0 ? "某某支行贷款台账" : i === 2 ? "单位：元" : ""]);
    const grid = [
      ...above,
      ["客户名称", "借据号", "贷款余额", "发放日期", "到期日期", "五级分类", "逾期天数"],
      ...plain,
    ];
    expect(layoutOf(grid).headerRows).toEqual([17, 17]);
    expect(ledgerOf(grid).drawdowns).toBe(5);
  });

  it("reads headings with stars, line breaks, units in brackets and full width", () => {
    const grid = [
      [
        "*客户\n名称",
        "借 据 号",
        "贷款余额（万元）",
        "发放日期\n(yyyy-mm-dd)",
        "到期日期*",
        "五级\n分类",
        "逾期天数(天)",
      ],
      ...plain,
    ];
    const layout = layoutOf(grid);
    expect([layout.columns.get("customerName")?.column, layout.columns.get("balance")?.column, layout.unit]).toEqual([
      0,
      2,
      "万元",
    ]);
  });

  it("reads two header rows with merged groups", () => {
    const grid = [
      ["借款人", "", "贷款", "", "", "风险", ""],
      ["名称", "借据号", "余额", "发放日期", "到期日期", "五级分类", "逾期天数"],
      ...plain,
    ];
    expect(layoutOf(grid).headerRows[1]).toBe(1);
    expect(ledgerOf(grid).customers).toHaveLength(5);
  });

  it("reads English headings", () => {
    const grid = [
      [
        "Borrower",
        "Contract No.",
        "Outstanding Balance",
        "Disbursement Date",
        "Maturity Date",
        "Classification",
        "Days Past Due",
      ],
      ...plain,
    ];
    expect(places(grid, "customerName", "balance", "maturityDate", "overdueDays")).toEqual({
      customerName: 0,
      balance: 2,
      maturityDate: 4,
      overdueDays: 6,
    });
  });

  it("steps over a number row and a total row directly under the header", () => {
    const header = ["客户名称", "借据号", "贷款余额", "发放日期", "到期日期", "五级分类", "逾期天数"];
    const grid = [header, ["1", "2", "3", "4", "5", "6", "7"], ["合计", "", 2_500_010, "", "", "", ""], ...plain];
    const ledger = ledgerOf(grid);
    expect([ledger.drawdowns, ledger.customers.length]).toEqual([5, 5]);
  });
});

describe("headings that look right but are not", () => {
  it.each([
    ["贷款到期前利率", "maturityDate"],
    ["到期天数", "maturityDate"],
    ["存款余额", "balance"],
    ["贷款日平余额", "balance"],
    ["五级分类调整日期", "fiveClass"],
  ] as const)("%s is not taken for %s", (decoy, field) => {
    const real = { maturityDate: "到期日期", balance: "贷款余额", fiveClass: "五级分类" }[field];
    const decoyValue: CellValue = decoy.includes("日期") ? "2026-01-05" : 4.35;
    const header = [decoy, "客户名称", "借据号", real, "发放日期"];
    const value: CellValue = { maturityDate: "2027-03-02", balance: 500_000, fiveClass: "正常" }[field];
    const grid = [header, ...rows((name, i) => [decoyValue, name, `JJ${String(i)}`, value, "2026-03-02"])];
    const withBalance = field === "balance" ? grid : grid.map((row, i) => [...row, i === 0 ? "贷款余额" : 700_000]);
    expect(layoutOf(withBalance).columns.get(field)?.column).toBe(3);
  });
});

describe("sheets that are no ledger", () => {
  const sheets: readonly [string, Grid][] = [
    ["an empty sheet", [[]]],
    [
      "a list of employees",
      [["姓名", "工号", "部门", "入职日期"], ...rows((name, i) => [name, i, "信贷部", "2020-01-02"])],
    ],
    [
      "a list of deposits",
      [["客户名称", "存款余额", "开户日期"], ...rows((name, i) => [name, 1000 + i, "2020-01-02"])],
    ],
    [
      "a dictionary",
      [
        ["代码", "名称"],
        ["01", "正常"],
        ["02", "关注"],
        ["03", "次级"],
      ],
    ],
    [
      "a form",
      [
        ["客户名称：", "云岭样品商行"],
        ["贷款余额：", 500_000],
        ["检查日期：", "2026-11-02"],
        ["检查人：", ""],
      ],
    ],
    [
      "a summary by branch",
      [
        ["支行", "户数", "贷款余额"],
        ["一支行", 20, 5_000_000],
        ["二支行", 31, 7_000_000],
      ],
    ],
  ];
  it.each(sheets)("%s is rejected with a reason", (_name, grid) => {
    expect(rejectionOf(grid)).not.toBe("");
  });

  it("that goes on where nobody looked is told so, with what to do", () => {
    const far = (cells: readonly CellValue[]) => [...new Array<CellValue>(300).fill(""), ...cells];
    const grid = [
      far(["客户名称", "借据号", "贷款余额", "到期日期"]),
      ...rows((name, i) => far([name, `JJ${String(i)}`, 500_000, "2027-03-02"])),
    ];
    expect(rejectionOf(grid)).toContain("只查看了前 256 列；台账在更右边时，请移到前 256 列内。");
    expect(rejectionOf([["说明", "", "", "本表作废"]])).not.toContain("256");
  });

  it("are rejected beside the ledger, however large", () => {
    const ledger = [
      ["客户名称", "借据号", "贷款余额", "到期日期"],
      ...rows((name, i) => [name, `JJ${String(i)}`, 500_000, "2027-03-02"]),
    ];
    const dictionary = [["代码", "名称"], ...Array.from({ length: 400 }, (_, i) => [String(i), `名称${String(i)}`])];
    const { layouts, rejected } = recognise(
      survey([
        sheetSurvey(dictionary, { sheet: "字典" }),
        sheetSurvey(ledger, { sheet: "台账" }),
        sheetSurvey(ledger, { sheet: "台账2" }),
      ]),
    );
    expect(layouts.map(({ sheet }) => sheet)).toEqual(["台账", "台账2"]);
    expect(rejected.map(({ sheet }) => sheet)).toEqual(["字典"]);
  });
});

describe("where data ends, and what is left out", () => {
  const header = ["客户名称", "借据号", "贷款余额(元)", "到期日期", "五级分类"];
  const data = rows((name, i) => [name, `JJ${String(i)}`, 100_000 * (i + 1), "2027-03-02", "正常"]);

  it("leaves inner subtotals, totals, 其中 rows, notes and a stray cell far below out", () => {
    const grid = [
      header,
      ...data.slice(0, 2),
      ["小计", "", 300_000, "", ""],
      ...data.slice(2),
      ["合 计", "", 1_500_000, "", ""],
      ["其中：不良", "", 0, "", ""],
      [""],
      ["注：以上数据为虚构"],
      ...Array.from({ length: 200 }, () => [""]),
      ["", "", "", "", "", "", "x"],
    ];
    const { drawdowns, total } = ledgerOf(grid);
    expect(drawdowns).toBe(5);
    expect(total?.found).toBe(total?.expected);
  });

  it("reports a total that does not fit the kept rows", () => {
    const { problems } = ledgerOf([header, ...data, ["合计", "", 1_600_000, "", ""]]);
    expect(problems.map(({ kind }) => kind)).toContain("totalMismatch");
  });

  it("leaves settled and written-off drawdowns out of what is live, and counts them", () => {
    const { settled, drawdowns } = ledgerOf([
      header,
      ...data.map((row, i) => (i === 0 ? [row[0] ?? "", row[1] ?? "", 0, row[3] ?? "", row[4] ?? ""] : row)),
    ]);
    expect([drawdowns, settled]).toEqual([5, 1]);
  });

  it("names the cell of everything that it cannot read, and goes on", () => {
    const bad = data.map((row, i) =>
      i === 2 ? [row[0] ?? "", row[1] ?? "", "待定", "2026-02-30", row[4] ?? ""] : row,
    );
    const { problems, customers } = ledgerOf([header, ...bad]);
    expect(problems.map(problemAddress).sort()).toEqual(["台账!C4", "台账!D4"]);
    expect(customers).toHaveLength(5);
  });
});

describe("customers", () => {
  const header = ["客户名称", "证件号码", "借据号", "贷款余额(元)", "到期日期", "五级分类"];
  const row = (name: CellValue, id: CellValue, note: string): readonly CellValue[] => [
    name,
    id,
    note,
    500_000,
    "2027-03-02",
    "正常",
  ];
  const others = rows((name, i) => row(name, `9133000000000000${String(i)}X`, `JJ${String(i)}`));

  it("are one by their id, whatever their name's blanks, brackets and width", () => {
    const grid = [
      header,
      ...others,
      row("华星（样品）厂", "91330000000000099A", "JJ8"),
      row("华星(样品) 厂", "91330000000000099A", "JJ9"),
    ];
    expect(ledgerOf(grid).customers).toHaveLength(6);
  });

  it("are two where two ids stand behind one name", () => {
    const grid = [
      header,
      ...others,
      row("华星样品厂", "91330000000000099A", "JJ8"),
      row("华星样品厂", "91330000000000088B", "JJ9"),
    ];
    expect(ledgerOf(grid).customers).toHaveLength(7);
  });

  it("[P18] are problems where Excel has rounded the id already", () => {
    const grid = [header, ...others, row("华星样品厂", 330_000_199_001_012_350, "JJ8")];
    const kinds = ledgerOf(grid).problems.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "roundedId")).toHaveLength(1);
  });

  it("are filled down through merged cells", () => {
    const grid = [header, row("甲样品厂", "91330000000000011A", "JJ1"), row("", "", "JJ2"), ...others];
    const merges = [
      { row: 1, column: 0, rows: 2, columns: 1 },
      { row: 1, column: 1, rows: 2, columns: 1 },
    ];
    const { customers } = ledgerOf(grid, { merges });
    expect(customers[0]?.drawdowns).toHaveLength(2);
  });
});
