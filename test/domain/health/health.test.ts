import { columnsToExamine, examine } from "../../../src/domain/health/examine";
import { isResidentId } from "../../../src/domain/health/idNumbers";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { ledgerOf } from "../ledger/sheets";
import { ASOF } from "../risk/ledgers";

const sound = {
  客户名称: "云岭样品有限公司",
  客户类型: "大型企业",
  证件号码: "91110000MA0000000H",
  联系电话: "13800000000",
  借据号: "JJ1",
  "贷款金额(元)": 1_000_000,
  "贷款余额(元)": 1_000_000,
  发放日期: "2026-03-02",
  到期日期: "2027-03-02",
  "期限(月)": 12,
  "利率(%)": 4.35,
  五级分类: "正常",
  逾期天数: 0,
  担保方式: "信用",
  保证人: "",
  抵押物: "",
  "评估价值(元)": "",
  客户经理: "辛样一",
} as const satisfies Readonly<Record<string, CellValue>>;

type Told = Readonly<Partial<Record<keyof typeof sound, CellValue>>>;

/** Clauses that fire on the last of these drawdowns, after nine sound ones of others. */
function clauses(...told: readonly Told[]): readonly string[] {
  return clausesWith(new Map(), ...told);
}

/** The same where the settings name account managers. */
function clausesWith(managerAliases: ReadonlyMap<string, string>, ...told: readonly Told[]): readonly string[] {
  const headings = Object.keys(sound) as (keyof typeof sound)[];
  const others = Array.from({ length: 9 }, (_, index): Told => {
    const name = `样品第${"一二三四五六七八九".charAt(index)}公司`;
    return { 客户名称: name, 证件号码: `E1234567${String(index)}`, 借据号: `JJ9${String(index)}` };
  });
  const all: readonly Told[] = [...others, ...told];
  const rows = all.map((one, index) => {
    const row: Readonly<Record<string, CellValue>> = { ...sound, 借据号: `JJ${String(index)}`, ...one };
    return headings.map((heading) => row[heading] ?? "");
  });
  const ledger = ledgerOf([headings, ...rows]);
  const { firstDataRow } = ledger.layout;
  const columns = columnsToExamine(ledger.layout);
  const values = new Map(columns.map((column) => [column, rows.map((row) => row[column] ?? "")]));
  const cells = { firstRow: firstDataRow, rows: rows.length, values, formats: new Map() };
  const found = examine(ledger, ledger.problems, { cells, asOf: ASOF, settings: { managerAliases } });
  return found.filter(({ row }) => row === rows.length).map(({ clause }) => clause);
}

describe("the health check of a ledger", () => {
  it("[D16] names an account manager who is not among those that the settings name", () => {
    const listed = new Map([["小辛", "辛样一"]]);
    expect(clausesWith(listed, { 客户经理: "幸样一" })).toEqual(["D16"]);
    expect(clausesWith(listed, { 客户经理: "辛样一" })).toEqual([]);
    expect(clausesWith(new Map([["小周", "周明"]]), { 客户经理: "幸样一" })).toEqual([]);
  });

  it("finds nothing in a sound drawdown", () => {
    expect(clauses({})).toEqual([]);
  });

  it.each<[string, Told, Told]>([
    ["[D01] no telephone number", { 联系电话: "" }, { 联系电话: "010-66000000" }],
    ["[D01] no account manager", { 客户经理: "无" }, { 客户经理: "辛样二" }],
    ["[D01] no maturity", { 到期日期: "" }, {}],
    ["[D02] a note number that another row has", { 借据号: "JJ90" }, { 借据号: "JJ80" }],
    ["[D03] a maturity before disbursement", { 到期日期: "2026-03-01", "期限(月)": "" }, {}],
    ["[D04] a balance above the amount", { "贷款余额(元)": 1_000_001 }, { "贷款余额(元)": 1_000_000 }],
    ["[D07] no class", { 五级分类: "" }, { 五级分类: "关注" }],
    ["[D07] a class of another system", { 五级分类: "呆滞" }, { 五级分类: "次级" }],
    ["[D08] guaranteed by nobody", { 担保方式: "保证" }, { 担保方式: "保证", 保证人: "溪口样品厂" }],
    [
      "[D08] mortgaged without a value",
      { 担保方式: "抵押", 抵押物: "住宅" },
      { 担保方式: "抵押", 抵押物: "住宅", "评估价值(元)": 5_000_000 },
    ],
    ["[D09] guaranteed by itself", { 保证人: "甲、云岭样品 有限公司" }, { 保证人: "云岭样品贸易有限公司" }],
    ["[D10] no telephone number at all", { 联系电话: "1380000000" }, { 联系电话: "13800000000、010-66000000" }],
    [
      "[D10] a resident's number with a wrong end",
      { 证件号码: "11010519491231002Y".replace("Y", "1") },
      { 证件号码: "11010519491231002X" },
    ],
    ["[D10] a company's code with a wrong end", { 证件号码: "91350100M000100Y44" }, { 证件号码: "91350100M000100Y43" }],
    [
      "[D10] a code with a sign that no code has",
      { 证件号码: "91350100MO00100Y43" },
      { 证件号码: "91350100 m000100y43" },
    ],
    ["[D10] a number one digit short", { 证件号码: "1101051949123100X" }, { 证件号码: "110105491231002" }],
    ["[D10] a number one digit long", { 证件号码: "1101051949123100211" }, { 证件号码: "E12345678" }],
    ["[D11] a term that the dates contradict", { "期限(月)": 14 }, { "期限(月)": 13 }],
    ["[D14] a rate above 24 %", { "利率(%)": 24.1 }, { "利率(%)": 24 }],
    ["[D14] a rate below 1 %", { "利率(%)": 0.99 }, { "利率(%)": 1 }],
    [
      "[D15] a balance more than a hundred times the middle",
      { "贷款余额(元)": 100_000_001, "贷款金额(元)": 100_000_001 },
      { "贷款余额(元)": 100_000_000, "贷款金额(元)": 100_000_000 },
    ],
    ["[D15] a balance of less than a hundredth", { "贷款余额(元)": 9_999 }, { "贷款余额(元)": 10_000 }],
    [
      "[D18] a disbursement to come",
      { 发放日期: "2026-11-24", "期限(月)": "" },
      { 发放日期: "2026-11-23", "期限(月)": "" },
    ],
  ])("%s is named, and what is just right is not", (title, wrong, right) => {
    const clause = /\[(D\d\d)\]/.exec(title)?.[1];
    expect(clauses(wrong)).toContain(clause);
    expect(clauses(right)).not.toContain(clause);
  });

  it("[D05] a drawdown that matured yesterday with a balance and no day past due is named", () => {
    const matured = (day: string, overdue: number) =>
      clauses({ 发放日期: "2025-11-22", 到期日期: day, 逾期天数: overdue });
    expect(matured("2026-11-22", 0)).toContain("D05");
    expect(matured("2026-11-23", 0)).not.toContain("D05");
    expect(matured("2026-11-22", 1)).not.toContain("D05");
  });

  it("[D06] days past due before maturity are named where the ledger has no interest column", () => {
    expect(clauses({ 逾期天数: 3 })).toContain("D06");
    expect(clauses({ 逾期天数: 0 })).not.toContain("D06");
  });

  it("[D12] another class of one company is named, of a person is not", () => {
    const company = { 证件号码: "91110000MA0000001L" };
    expect(clauses(company, { ...company, 五级分类: "关注" })).toContain("D12");
    expect(clauses(company, company)).not.toContain("D12");
    const person = { 客户名称: "辛样九", 客户类型: "个人", 证件号码: "11010519491231002X" };
    expect(clauses(person, { ...person, 五级分类: "关注" })).not.toContain("D12");
  });

  it("[D13] a total that the rows do not add up to is named in its cell", () => {
    const rows = [
      ["客户名称", "借据号", "贷款余额(元)", "到期日期", "五级分类"],
      ["云岭样品商行", "JJ1", 800_000, "2027-03-02", "正常"],
      ["溪口样品加工厂", "JJ2", 500_000, "2027-03-02", "正常"],
    ];
    const found = (total: number) => {
      const ledger = ledgerOf([...rows, ["合计", "", total, "", ""]]);
      const cells = { firstRow: 1, rows: 3, values: new Map(), formats: new Map() };
      const all = examine(ledger, ledger.problems, { cells, asOf: ASOF, settings: { managerAliases: new Map() } });
      return all.filter(({ clause }) => clause === "D13").map(({ row, column }) => [row, column]);
    };
    expect(found(1_300_000)).toEqual([]);
    expect(found(1_200_000)).toEqual([[3, 2]]);
  });

  it.each([
    ["11010519491231002X", true],
    ["110105194912310021", false],
  ])("a resident's number %s ends as it has to: %p", (id, isRight) => {
    expect(isResidentId(id)).toBe(isRight);
  });
});
