import fc from "fast-check";
import type { CellValue } from "../../../src/domain/ledger/cells";
import type { Ledger } from "../../../src/domain/ledger/ledger";
import { recognise } from "../../../src/domain/ledger/recognise";
import { ledgerOf, sheetSurvey, survey, type Grid } from "./sheets";

const heading = [
  "客户名称",
  "借据号",
  "贷款金额",
  "贷款余额",
  "发放日期",
  "到期日期",
  "五级分类",
  "逾期天数",
  "客户经理",
];
const rows: Grid = ["云岭样品商行", "溪口样品加工厂", "松台样品贸易公司", "石桥样品养殖场", "银杏样品纺织厂"].map(
  (name, index): readonly CellValue[] => [
    name,
    `JJ${String(index)}`,
    600_000 + index,
    500_000 + index,
    "2026-03-02",
    `2027.0${String(index + 1)}.15`,
    index === 2 ? "关注" : "正常",
    index === 2 ? 12 : 0,
    "样本经理",
  ],
);

/** What a ledger says, without where it says it. */
const said = ({ customers }: Ledger) =>
  customers.map(({ name, drawdowns }) => ({
    name,
    drawdowns: drawdowns.map(({ noteNo, amount, balance, disbursed, matures, loanClass, overdueDays }) => ({
      ...{ noteNo, amount, balance, disbursed, matures, loanClass, overdueDays },
    })),
  }));

const plain = ledgerOf([heading, ...rows]);

describe("a ledger says the same", () => {
  it("in whatever order its columns stand", () => {
    const orders = fc.shuffledSubarray([...heading.keys()], { minLength: heading.length });
    fc.assert(
      fc.property(orders, (order) => {
        const moved = [heading, ...rows].map((row) => order.map((column) => row[column] ?? ""));
        expect(said(ledgerOf(moved))).toEqual(said(plain));
      }),
      { numRuns: 60 },
    );
  });

  it("under any number of titles and blank rows; only its rows move", () => {
    const above = fc.array(fc.constantFrom("", "示例支行", "贷款台账", "截至二〇二六年十一月"), { maxLength: 20 });
    fc.assert(
      fc.property(above, (titles) => {
        const ledger = ledgerOf([...titles.map((title) => [title]), heading, ...rows]);
        expect(said(ledger)).toEqual(said(plain));
        expect(ledger.layout.headerRows).toEqual([titles.length, titles.length]);
      }),
      { numRuns: 40 },
    );
  });

  it("with unknown columns between", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: heading.length }),
        fc.constantFrom("备注", "机构代码", "利率(%)"),
        (at, extra) => {
          const wider = [heading, ...rows].map((row, index) => [
            ...row.slice(0, at),
            index === 0 ? extra : "",
            ...row.slice(at),
          ]);
          expect(said(ledgerOf(wider))).toEqual(said(plain));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("with subtotals, a total, notes and footers among and under its rows", () => {
    const noise: Grid = [
      ["小计", "", 1_200_001, 1_000_001],
      ["其中：关注", "", 600_002, 500_002],
      ["合 计", "", 3_000_010, 2_500_010],
      ["制表：样本", "", "", "", "复核：样本"],
      ["注：以上数据为虚构"],
      [""],
    ];
    const [head, ...tail] = rows;
    const ledger = ledgerOf([heading, head ?? [], ...noise.slice(0, 2), ...tail, ...noise.slice(2)]);
    expect(said(ledger)).toEqual(said(plain));
    expect(ledger.total).toMatchObject({ expected: 2_500_010, found: 2_500_010 });
  });
});

describe("a customer whose name begins like a total or a footer", () => {
  const names = [
    "打印样品经营部",
    "主管样品店",
    "本月样品鲜果店",
    "平均样品厂",
    "汇总样品公司",
    "Total Sample Ltd",
    "合计样品商行",
  ];

  it.each(names)("%s is a customer", (name) => {
    const [head = [], ...tail] = rows;
    const ledger = ledgerOf([heading, head, [name, ...(tail[0] ?? []).slice(1)], ...tail.slice(1)]);
    expect(ledger.drawdowns).toBe(rows.length);
    expect(ledger.customers.map((customer) => customer.name)).toContain(name);
  });

  it.each([
    ["小计", "2笔", 1_200_001, 1_000_001],
    ["合计：", "5笔", 3_000_010, 2_500_010],
    ["其中：次级", "", 600_002, 500_002, "", "", "次级"],
    ["本页小计", "3笔", 600_002, 500_002],
  ])("but %s is none", (...noise) => {
    expect(said(ledgerOf([heading, ...rows.slice(0, 3), noise, ...rows.slice(3)]))).toEqual(said(plain));
  });
});

describe("a workbook of many sheets", () => {
  const lookup: Grid = [["代码", "名称"], ...Array.from({ length: 70 }, (_, index) => [index, `行业${String(index)}`])];
  const summary: Grid = [
    ["支行", "户数", "余额合计", "不良率"],
    ["示例一支行", 12, 5_000_000, 0.01],
    ["示例二支行", 8, 3_000_000, 0],
  ];
  const deposits: Grid = [
    ["客户名称", "账号", "存款余额", "开户日期"],
    ["云岭样品商行", "8801", 120_000, "2026-01-05"],
  ];
  const form: Grid = [["贷后检查记录表"], ["客户名称", ""], ["检查日期", ""], ["结论", ""]];

  it("has its ledgers found, each of them, and every other sheet rejected with a reason", () => {
    const sheets = [
      sheetSurvey(lookup, { sheet: "字典" }),
      sheetSurvey([heading, ...rows], { sheet: "台账一" }),
      sheetSurvey(summary, { sheet: "汇总" }),
      sheetSurvey(deposits, { sheet: "存款" }),
      sheetSurvey([["某行"], heading, ...rows], { sheet: "台账二" }),
      sheetSurvey(form, { sheet: "表单" }),
      sheetSurvey([], { sheet: "空" }),
    ];
    const { layouts, rejected } = recognise(survey(sheets));
    expect(layouts.map(({ sheet }) => sheet)).toEqual(["台账一", "台账二"]);
    expect(rejected.map(({ sheet }) => sheet)).toEqual(["字典", "汇总", "存款", "表单", "空"]);
    for (const { reason } of rejected) expect(reason).toMatch(/。$/);
  });

  it("tells a hidden ledger from a visible one", () => {
    const { layouts } = recognise(survey([sheetSurvey([heading, ...rows], { hidden: true })]));
    expect(layouts.map(({ hidden }) => hidden)).toEqual([true]);
  });
});
