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
