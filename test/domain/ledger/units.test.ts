import type { CellValue } from "../../../src/domain/ledger/cells";
import { problemAddress, problemSentence } from "../../../src/domain/ledger/problemSentence";
import { ledgerOf, type Grid, type Told } from "./sheets";

const names = ["云岭样品商行", "溪口样品加工厂", "松台样品贸易公司", "石桥样品养殖场"];

/** A ledger whose fourth row alone is another one's, with these columns of amounts. */
function ledger(amounts: Readonly<Record<string, CellValue>>, { above = [], ...told }: Told & { above?: Grid } = {}) {
  const header = ["客户名称", "借据号", "到期日期", "五级分类", ...Object.keys(amounts)];
  const rows = names.map((name, index) => [
    name,
    `JJ${String(index)}`,
    "2027-08-02",
    "正常",
    ...Object.values(amounts),
  ]);
  return ledgerOf([...above, header, ...rows], told);
}

const said = ({ problems }: ReturnType<typeof ledger>) =>
  problems.map((problem) => `${problemAddress(problem)} ${problemSentence(problem)}`);

describe("[D.6] a unit that nobody states", () => {
  it("is told where the size of the amounts decided", () => {
    expect(said(ledger({ 贷款余额: 50 }))).toEqual([
      "台账!E1 没有写明单位，按金额大小暂按“万元”计算，请核实，并在标题中写明单位。",
    ]);
  });

  it.each<[string, Readonly<Record<string, CellValue>>, Grid]>([
    ["amounts that can be 元 alone", { 贷款余额: 500_000 }, []],
    ["a heading", { "贷款余额（万元）": 50 }, []],
    ["a line above", { 贷款余额: 50 }, [["机构：某支行", "", "单位：万元"]]],
  ])("is not told with %s", (_name, amounts, above) => {
    expect(said(ledger(amounts, { above }))).toEqual([]);
  });
});

it("[D.6] a unit that stands between header and data is the ledger's", () => {
  const header = ["客户名称", "借据号", "到期日期", "五级分类", "贷款余额"];
  const rows = names.map((name, index) => [name, `JJ${String(index)}`, "2027-08-02", "正常", 500]);
  const { layout, problems } = ledgerOf([header, ["", "", "", "", "单位：千元"], ...rows]);
  expect([layout.unit, layout.firstDataRow, problems]).toEqual(["千元", 2, []]);
});

describe("[D.6] a column that fits the balance in another unit alone", () => {
  it.each<[Readonly<Record<string, CellValue>>, string]>([
    [
      { "贷款余额(元)": 500_000, 评估价值: 100 },
      "台账!F1 按“元”计算，金额是余额的 0.0002 倍，更可能是“万元”。这一列未采用，请核实单位，并在标题中写明。",
    ],
    [
      { "贷款余额(万元)": 50, "评估价值(万元)": 1_000_000 },
      "台账!F1 按“万元”计算，金额是余额的 20000 倍，更可能是“元”。这一列未采用，请核实单位，并在标题中写明。",
    ],
    [
      { "贷款余额(元)": 500_000, 贷款金额: 60 },
      "台账!F1 按“元”计算，金额是余额的 0.00012 倍，更可能是“万元”。这一列未采用，请核实单位，并在标题中写明。",
    ],
  ])("%j is told, and not taken", (amounts, sentence) => {
    const found = ledger(amounts);
    expect(said(found)).toEqual([sentence]);
    const drawdowns = found.customers.flatMap((customer) => customer.drawdowns);
    const taken = drawdowns.map(({ amount, collateralValue }) => amount ?? collateralValue);
    expect(taken).toEqual(names.map(() => undefined));
  });

  it("is taken where it fits, though it is of another unit", () => {
    const found = ledger({ "贷款余额(元)": 500_000, "评估价值(万元)": 100, "贷款金额(千元)": 600 });
    expect(said(found)).toEqual([]);
    expect(found.customers[0]?.drawdowns[0]).toMatchObject({ amount: 60_000_000, collateralValue: 100_000_000 });
  });
});

describe("a day among amounts", () => {
  it.each(["贷款金额(元)", "贷款余额(元)", "评估价值(元)", "欠息金额(元)"])("is no amount in %s", (heading) => {
    const amounts = { "贷款余额(元)": 46_404, [heading]: 46_404 };
    const column = 4 + Object.keys(amounts).indexOf(heading);
    const found = ledger(amounts, { formats: { [column]: "yyyy-mm-dd" } });
    expect(found.problems.map(({ kind }) => kind)).toEqual(names.map(() => "dateInAmount"));
  });
});
