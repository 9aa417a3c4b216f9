import { problemAddress, problemSentence } from "../../../src/domain/ledger/problemSentence";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { ledgerOf } from "./sheets";

const header = ["客户名称", "证件号码", "客户号", "借据号", "贷款余额(元)", "到期日期", "五级分类"];
const row = (name: string, id: CellValue, number: CellValue, note: string): readonly CellValue[] => [
  ...[name, id, number, note],
  ...[500_000, "2027-03-02", "正常"],
];
const ID = "91330000000000099A";
const others = [1, 2, 3, 4, 5].map((i) =>
  row(`样品${String(i)}厂`, `9133000000000000${String(i)}X`, `KH0000${String(i)}`, `JJ${String(i)}`),
);

describe("a ledger with id numbers and customer numbers", () => {
  it.each<[string, readonly (readonly CellValue[])[]]>([
    ["below one with", [row("华星厂", ID, "KH9", "JJ8"), row("华星厂", "", "KH9", "JJ9")]],
    ["above one with", [row("华星厂", "", "KH9", "JJ8"), row("华星厂", ID, "KH9", "JJ9")]],
  ])("keeps a row without an id number with its customer's, %s it", (_, rows) => {
    const { customers, problems } = ledgerOf([header, ...others, ...rows]);
    expect(customers.at(-1)?.drawdowns).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it("takes two id numbers for two customers, though their customer number is one", () => {
    const rows = [row("华星厂", ID, "KH9", "JJ8"), row("明达厂", "91330000000000088B", "KH9", "JJ9")];
    expect(ledgerOf([header, ...others, ...rows]).customers).toHaveLength(7);
  });
});

describe("a ledger with customer numbers alone", () => {
  const bare = (cells: readonly CellValue[]) => cells.filter((_, column) => column !== 1);

  it("names the customer number where one name has two", () => {
    const rows = [header, ...others, row("华星厂", "", "KH8", "JJ8"), row("华星厂", "", "KH9", "JJ9")];
    const { problems, customers } = ledgerOf(rows.map(bare));
    expect(customers).toHaveLength(7);
    expect(problems.map((one) => [problemAddress(one), problemSentence(one)])).toEqual([
      ["台账!B8", "“华星厂”还有另一个客户号（KH8），按两户判断，请核实。"],
    ]);
  });
});

describe("[D.4] a customer's type", () => {
  const typed = (type: CellValue, product: CellValue) => {
    const cells = (index: number): readonly CellValue[] => [
      ...[`样品${String(index)}`, type, `JJ${String(index)}`, product, 500_000, "2027-03-02", "正常"],
    ];
    const heading = ["客户名称", "客户类型", "借据号", "贷款品种", "贷款余额(元)", "到期日期", "五级分类"];
    return ledgerOf([heading, ...[1, 2, 3, 4].map(cells)]).customers[0]?.type;
  };

  it.each([
    ["对公", "流动资金贷款", "corporate"],
    ["小微企业", "流动资金贷款", "smallBusiness"],
    ["小微企业主", "个人贷款", "soleTrader"],
    ["个体工商户", "个人贷款", "soleTrader"],
    ["自然人", "个人经营贷款", "soleTrader"],
    ["自然人", "个人住房贷款", "consumer"],
  ])("%s with %s is %s", (type, product, wanted) => {
    expect(typed(type, product)).toBe(wanted);
  });

  it.each([
    ["个人经营", "房抵贷", "soleTrader"],
    ["个人经营性", "个人综合授信", "soleTrader"],
    ["个人消费", "流动资金贷款", "consumer"],
    ["个人消费/按揭", "经营场所装修贷款", "consumer"],
    ["个人住房", "", "consumer"],
  ])("%s says itself what a person borrows for, whatever %p sounds like", (type, product, wanted) => {
    expect(typed(type, product)).toBe(wanted);
  });
});
