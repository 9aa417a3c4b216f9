import type { CellValue } from "../../../src/domain/ledger/cells";
import chinese from "../../../src/domain/ledger/columnSynonyms.json";
import english from "../../../src/domain/ledger/englishSynonyms.json";
import { fields, type Field } from "../../../src/domain/ledger/field";
import { mapColumns } from "../../../src/domain/ledger/mapColumns";
import { findHeader } from "../../../src/domain/ledger/header";
import { layoutOf, type Grid } from "./sheets";

const names = ["云岭样品商行", "溪口样品加工厂", "松台样品贸易公司", "石桥样品养殖场"];

/** The field of the only column that bears a heading, and how sure that is. */
function fieldOf(heading: string): readonly [string, number] | undefined {
  const header = findHeader([[heading, "甲", "乙"]]);
  if (header === undefined) return undefined;
  const [column] = mapColumns(header.headings, () => [], { dateSystem: 1900, given: new Map() }).values();
  return column && [column.field, column.confidence];
}

/** Which heading each field of a ledger was found under. */
function found(header: Grid, values: readonly CellValue[]): Readonly<Record<string, string>> {
  const { columns } = layoutOf([
    ...header,
    ...names.map((name) => values.map((value) => (value === "名" ? name : value))),
  ]);
  return Object.fromEntries([...columns].map(([field, { heading }]) => [field, heading]));
}

const all = (dictionary: Readonly<Partial<Record<Field, readonly string[]>>>) =>
  fields.flatMap((field) => (dictionary[field] ?? []).map((heading) => ({ field, heading })));

describe("[D.3] the dictionary of headings", () => {
  it("has the 71 fields and 591 headings of the reference, and ours", () => {
    expect(Object.keys(chinese).length).toBeGreaterThanOrEqual(71);
    expect(all(chinese).length).toBeGreaterThanOrEqual(591);
    expect(new Set(all(chinese).map(({ heading }) => heading)).size).toBe(all(chinese).length);
  });

  it("has English headings of the same fields", () => {
    expect(fields.filter((field) => !(field in english))).toEqual(["preference"]);
  });

  it.each([
    ["Chinese", all(chinese)],
    ["English", all(english)],
  ])("finds every %s heading as the one column of its field", (_language, headings) => {
    const lost = headings.filter(({ field, heading }) => fieldOf(heading)?.[0] !== field);
    expect(lost).toEqual([]);
  });
});

it.each([
  ["欠款余额", "balance"],
  ["O/S Balance", "balance"],
  ["Class", "fiveClass"],
])("%s is the heading of %s", (heading, field) => {
  expect(fieldOf(heading)?.[0]).toBe(field);
});

describe("a heading of guarantees", () => {
  const header = (...guarantees: readonly string[]) => [["客户名称", "贷款余额", "到期日期", ...guarantees]];
  const loan = ["名", 500_000, "2027-03-02"];

  it.each([
    ["担保", "guarantor", "王样品、李样品"],
    ["担保", "guarantor", "云岭样品贸易有限公司"],
    ["担保", "guaranteeType", "抵押"],
    ["担保情况", "guarantor", "王样品"],
    ["担保情况", "guaranteeType", "抵押+保证"],
  ])("%s is that of the %s where “%s” stands under it", (heading, field, value) => {
    const columns = found(header(heading), [...loan, value]);
    expect([columns["guaranteeType"], columns["guarantor"]]).toEqual(
      field === "guarantor" ? [undefined, heading] : [heading, undefined],
    );
  });

  it("names the one with names under it as the runner-up of a surer column", () => {
    const [top = []] = header("担保方式", "保证人", "担保");
    const { columns } = layoutOf([top, ...names.map((name) => [name, ...loan.slice(1), "保证", "王样品", "李样品"])]);
    expect(columns.get("guaranteeType")).toMatchObject({ heading: "担保方式" });
    expect(columns.get("guarantor")).toMatchObject({ heading: "保证人", runnerUp: { heading: "担保", column: 5 } });
  });
});

describe("a heading of another time", () => {
  it.each([
    ["上次五级分类", "本次五级分类", "fiveClass", "正常"],
    ["上期五级分类", "当期五级分类", "fiveClass", "正常"],
    ["上次余额", "本次余额", "balance", 500_000],
    ["年初贷款余额", "本月贷款余额", "balance", 500_000],
    ["上年末余额", "本季余额", "balance", 500_000],
  ] as const)("%s is not taken in the place of %s", (past, present, field, value) => {
    const header = [["客户名称", "借据号", past, present, "到期日期", "贷款金额"]];
    expect(found(header, ["名", "JJ1", value, value, "2027-08-02", 600_000])[field]).toBe(present);
  });

  it("is a visit's last one", () => {
    const header = [["客户名称", "借据号", "贷款余额", "到期日期", "上次实际检查日期"]];
    expect(found(header, ["名", "JJ1", 500_000, "2027-08-02", "2026-10-02"])["lastVisit"]).toBe("上次实际检查日期");
  });
});

describe("one heading under several groups", () => {
  it("is the loan's where the other is the credit line's", () => {
    const header = [
      ["客户", "授信信息", "", "", "借据信息", "", "", "", "", "分类"],
      ["名称", "金额", "起始日", "到期日", "借据号", "金额", "余额", "发放日", "到期日", "五级分类"],
    ];
    const values = ["名", 2e6, "2024-01-01", "2029-01-01", "JJ1", 6e5, 5e5, "2025-03-02", "2027-08-02", "正常"];
    expect(found(header, values)).toMatchObject({
      creditLimit: "授信信息/金额",
      loanAmount: "借据信息/金额",
      disburseDate: "借据信息/发放日",
      maturityDate: "借据信息/到期日",
    });
  });

  it("is the customer's where the other is a guarantor's, and nobody's where there is no other", () => {
    const loan = ["余额", "到期日", "五级分类"];
    const values = ["500000", "2027-08-02", "正常"];
    const both = [
      ["保证人", "", "借款人", "", "贷款", "", ""],
      ["名称", "证件号码", "名称", "证件号码", ...loan],
    ];
    expect(found(both, ["某样品担保公司", "91330000000000999X", "名", "91330000000000001X", ...values])).toMatchObject({
      customerName: "借款人/名称",
      idNo: "借款人/证件号码",
      guarantor: "保证人/名称",
    });
    const alone = [
      ["借款人", "保证人", "", "贷款", "", ""],
      ["名称", "名称", "证件号码", ...loan],
    ];
    expect(found(alone, ["名", "某样品担保公司", "91330000000000999X", ...values])["idNo"]).toBeUndefined();
  });

  it.each(["存款", "上期", "年初"])("is not the loan's under %s", (group) => {
    const header = [
      ["客户", "", group, "贷款", "", ""],
      ["名称", "借据号", "余额", "金额", "到期日", "五级分类"],
    ];
    expect(found(header, ["名", "JJ1", 100, 600_000, "2027-08-02", "正常"])["balance"]).toBeUndefined();
  });
});

describe("a header of four rows", () => {
  const header: Grid = [
    ["借款人信息", "", "贷款信息", "", "", "", "", "风险", ""],
    ["基本情况", "", "金额(万元)", "", "日期", "", "担保", "分类", "逾期"],
    ["", "", "", "", "起", "止", "", "", ""],
    ["名称", "客户号", "贷款金额", "贷款余额", "发放日期", "到期日期", "担保方式", "五级分类", "逾期天数"],
  ];
  const values = ["名", "C1", 60, 50, "2025.3.2", "2027.8.2", "保证", "正常", 0];
  const data: Grid = names.map((name) => [name, ...values.slice(1)]);

  it("begins in the 27th row and is read to its last, group by group", () => {
    const above = Array.from({ length: 26 }, (_, index) => [index % 3 === 0 ? "口径见附件" : ""]);
    const { headerRows, columns, unit, totalAbove } = layoutOf([
      ...above,
      ...header,
      ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
      ["合计", "", 240, 200],
      ...data,
    ]);
    expect([headerRows, unit, totalAbove?.row]).toEqual([[26, 29], "万元", 31]);
    expect([columns.get("customerName")?.column, columns.get("customerName")?.heading]).toEqual([0, "基本情况/名称"]);
    expect(columns.get("guaranteeType")?.heading).toBe("担保/担保方式");
  });
});

describe("English headings with units", () => {
  it.each([
    ["Outstanding Balance (RMB'000)", "千元"],
    ["Outstanding Balance (in thousands)", "千元"],
    ["Outstanding Balance (RMB)", "元"],
  ])("%s is a balance in %s", (balance, unit) => {
    const header = [["No.", "Borrower Name", "Loan No.", balance, "Final Maturity Date", "Days Past Due (DPD)"]];
    const layout = layoutOf([
      ...header,
      ...names.map((name, index) => [index, name, `L${String(index)}`, 5000, "2027-08-02", 0]),
    ]);
    expect([layout.unit, layout.columns.get("balance")?.column, layout.columns.get("overdueDays")?.column]).toEqual([
      unit,
      3,
      5,
    ]);
    expect(layout.columns.get("maturityDate")?.column).toBe(4);
  });
});
