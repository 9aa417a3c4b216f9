import type { CellValue } from "../../../src/domain/ledger/cells";
import { problemAddress, problemSentence } from "../../../src/domain/ledger/problemSentence";
import { ledgerOf, type Grid } from "./sheets";

const heading = ["序号", "客户名称", "借据号", "贷款余额(万元)", "发放日期", "到期日期", "五级分类", "逾期天数"];
const loan = (index: number): readonly CellValue[] => [
  ...[index, `样本${String(index)}商行`, `JJ${String(index)}`, 100 + index, "2025-01-05", "2027-01-05", "正常", 0],
];
const loans: Grid = [1, 2, 3, 4].map(loan);
const total: readonly CellValue[] = ["合计", "", "", 410];

/** What is told of a grid: its drawdowns, and of each table that was left out the cell where it begins. */
function told(grid: Grid) {
  const { drawdowns, customers, problems } = ledgerOf(grid);
  return {
    drawdowns,
    customers: customers.length,
    problems: problems.map((problem) => `${problemAddress(problem)} ${problem.kind}`),
  };
}

const bills: Grid = [
  ["序号", "出票人", "票号", "票面金额", "保证金比例", "出票日", "到期日", "收款人"],
  [1, "样本庚商行", "HP1", 500, 0.3, "2026-06-01", "2026-12-01", "样本辛商行"],
  [2, "样本壬商行", "HP2", 500, 0.3, "2026-06-01", "2026-12-01", "样本辛商行"],
];
const guarantees: Grid = [
  ["序号", "申请人", "保函号", "保函金额", "开立时间", "失效时间", "受益人", "经办人"],
  [1, "样本庚商行", "BH1", 500, "2026-06-01", "2026-12-01", "样本辛商行", "样本经理"],
];
/** The same columns in another order. */
const reordered: Grid = [
  ["序号", "客户名称", "合同号", "到期日期", "贷款余额(万元)", "发放日期", "逾期天数", "五级分类"],
  [1, "样本庚商行", "HT1", "2027-03-01", 800, "2026-03-01", 0, "关注"],
];

describe("[C] a table of other columns below the ledger", () => {
  it.each<[string, Grid]>([
    ["bills of exchange", bills],
    ["bills under a title of their own", [["银行承兑汇票台账（单位：万元）"], ...bills]],
    ["letters of guarantee, of which no heading is a ledger's", guarantees],
    ["a ledger whose columns stand in another order", reordered],
  ])("%s: is no drawdown, and is told by the cell where it begins", (_what, below) => {
    const grid = [heading, ...loans, total, [""], ...below];
    const at = grid.indexOf(below.find((cells) => cells.length > 1) ?? []) + 1;
    expect(told(grid)).toMatchObject({ drawdowns: 4, customers: 4, problems: [`台账!D${String(at)} anotherTable`] });
  });

  it("is told in a sentence that quotes both headings and says what to do", () => {
    const [problem] = ledgerOf([heading, ...loans, total, [""], ...bills]).problems;
    expect(problem && problemSentence(problem)).toBe(
      "从这一行起像是另一张表：这里写着“票面金额”，上面这一列是“贷款余额(万元)”。这一行和以下各行没有处理。是贷款的，请移到另一张工作表。",
    );
  });

  it("goes on behind the same header, which another page repeats", () => {
    expect(told([heading, ...loans, ["本页小计", "", "", 410], [""], heading, loan(5), loan(6)])).toMatchObject({
      drawdowns: 6,
      problems: [],
    });
  });

  it("goes on behind a repeated header of two rows", () => {
    const groups = ["", "借款人信息", "", "贷款信息", "", "", "风险信息", ""];
    expect(told([groups, heading, ...loans, [""], groups, heading, loan(5)])).toMatchObject({
      drawdowns: 5,
      problems: [],
    });
  });

  it("begins with no row that merely says nothing that can be read", () => {
    const odd = [5, "样本5商行", "JJ5", "待定", "待定", "待定", "待定", "待定"];
    const unclear = [6, "样本6商行", "JJ6", "未填", "不详", "长期", "正常", ""];
    expect(told([heading, ...loans, odd, unclear, loan(7)])).toMatchObject({ drawdowns: 7 });
  });
});

describe("[C] a second table beside the ledger under the same headings", () => {
  const beside = (gap: number): Grid =>
    [heading, ...loans].map((cells, index) => [
      ...cells,
      ...Array.from({ length: gap }, () => ""),
      ...([heading, loan(5), loan(6), loan(7), loan(8)][index] ?? []),
    ]);

  it.each([1, 2, 20])("is told by the cell where it begins, %d columns away", (gap) => {
    const { drawdowns, problems } = ledgerOf(beside(gap));
    expect(drawdowns).toBe(4);
    expect(problems).toMatchObject([{ kind: "tableBeside", row: 0, column: 9 + gap }]);
    expect(problems.map(problemSentence)).toEqual([
      "从这一列起，右侧还有一张表头相同的表，其中的借据没有处理。请移到另一张工作表。",
    ]);
  });

  it("is not meant by a heading or two that occur twice", () => {
    const twice = [...heading, "贷款余额(万元)", "到期日期"];
    expect(told([twice, ...loans.map((cells) => [...cells, 90, "2027-01-05"])])).toMatchObject({ problems: [] });
  });
});

describe("[C] a ledger above one with more columns", () => {
  const wider = [...heading, "客户经理", "担保方式", "所属行业"];
  const above: Grid = [heading, ...loans, total];
  const below: Grid = [wider, ...[5, 6].map((index) => [...loan(index), "样本经理", "保证", "制造业"])];

  it("is told by its first heading, and where the one is that was read", () => {
    const { drawdowns, problems } = ledgerOf([["样本支行台账"], ...above, [""], ...below]);
    expect(drawdowns).toBe(2);
    expect(problems).toMatchObject([{ kind: "tableAbove", row: 1, column: 1 }]);
    expect(problems.map(problemSentence)).toEqual([
      "从这里起还有一张像台账的表，没有处理；处理的是表头在第 9 行的那张。请把其中一张移到另一张工作表。",
    ]);
  });

  it("is none where titles, units and totals alone stand above the header", () => {
    const titles: Grid = [["样本支行贷款台账"], ["单位：万元", "", "", "制表日期：2026-11-23"], ["合计", "", "", 410]];
    expect(told([...titles, ...below])).toMatchObject({ drawdowns: 2, problems: [] });
  });
});
