import fc from "fast-check";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { parseGroup } from "../../../src/domain/ledger/opinion";
import { problemAddress } from "../../../src/domain/ledger/problemSentence";
import { addDays, formatDay } from "../../../src/domain/loan/day";
import { riskGroupName, riskGroups } from "../../../src/domain/risk/group";
import { judge } from "../../../src/domain/risk/judge";
import { opinionProblems } from "../../../src/domain/risk/opinions";
import { reasonsText } from "../../../src/domain/risk/reasonText";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { ledgerOf } from "../ledger/sheets";
import { ASOF } from "./ledgers";

const ledgerHeadings = [
  "客户名称",
  "借据号",
  "贷款余额(元)",
  "发放日期",
  "到期日期",
  "五级分类",
  "逾期天数",
  "上次回访日期",
];
const personal = ["人工组别", "调整理由", "调整到期", "暂缓回访至", "暂缓理由"] as const;

type Said = Partial<Record<(typeof personal)[number], CellValue>>;

/** One customer with a drawdown a row: so many days past due, and what a person wrote beside it. */
function decided(...rows: readonly { readonly overdue?: number; readonly said?: Said }[]) {
  const grid = rows.map(({ overdue = 0, said = {} }, index) => [
    ...["云岭样品商行", `JJ${String(index)}`, 5_000_000, "2026-03-02", "2027-08-02"],
    ...[overdue > 0 ? "关注" : "正常", overdue, "2026-11-02"],
    ...personal.map((heading) => said[heading] ?? ""),
  ]);
  const ledger = ledgerOf([[...ledgerHeadings, ...personal.map((heading) => `贷后_${heading}`)], ...grid]);
  const judgements = judge(ledger, defaultSettings, ASOF);
  const [judgement] = judgements;
  if (judgement === undefined) throw new Error("the customer was not judged");
  const problems = [...ledger.problems, ...opinionProblems(ledger, judgements, ASOF)];
  return { judgement, problems: problems.map((one) => `${problemAddress(one)} ${one.kind}`) };
}

const NEXT_MONTH = "2026-12-23";
const YESTERDAY = formatDay(addDays(ASOF, -1));
const TODAY = formatDay(ASOF);

describe("a manual group", () => {
  it("[M1] may be stricter freely, and is shown with the machine's group and reasons behind it", () => {
    const { judgement, problems } = decided({ said: { 人工组别: "D 高风险", 调整理由: "听说停产" } });
    expect(judgement).toMatchObject({ group: "D", machineGroup: "B" });
    expect(reasonsText(judgement)).toBe("M1 人工D 高风险：听说停产，系统B 正常;B1 无信号");
    expect(problems).toEqual([]);
  });

  it("decides intervals and clocks", () => {
    const [machine, person] = [decided({}), decided({ said: { 人工组别: "E", 调整理由: "失联" } })];
    expect(machine.judgement.clocks).toMatchObject({ contactMonths: 3, onSiteMonths: 2 });
    expect(person.judgement.clocks).toMatchObject({ contactMonths: 0.5, onSiteMonths: 1 });
    expect(person.judgement.duty.due).toBeLessThan(machine.judgement.duty.due);
  });

  it.each<[string, Said, string, string[]]>([
    ["with reason and end holds", { 人工组别: "B", 调整理由: "技术性逾期", 调整到期: NEXT_MONTH }, "B", []],
    ["holds on its last day", { 人工组别: "B", 调整理由: "技术性逾期", 调整到期: TODAY }, "B", []],
    ["without an end does not hold", { 人工组别: "B", 调整理由: "技术性逾期" }, "C", ["台账!I2 mildGroupEndless"]],
    ["without a reason does not hold", { 人工组别: "B", 调整到期: NEXT_MONTH }, "C", ["台账!I2 groupUnexplained"]],
    [
      "ends with its last day, and that is said",
      { 人工组别: "B", 调整理由: "技术性逾期", 调整到期: YESTERDAY },
      "C",
      ["台账!K2 groupExpired"],
    ],
  ])("that is milder %s", (_name, said, group, expected) => {
    const { judgement, problems } = decided({ overdue: 12, said });
    expect(judgement.group).toBe(group);
    expect(problems).toEqual(expected);
  });

  it("that is stricter holds without a reason, which is a problem", () => {
    const { judgement, problems } = decided({ said: { 人工组别: "高风险" } });
    expect(judgement.group).toBe("D");
    expect(problems).toEqual(["台账!I2 groupUnexplained"]);
  });

  it("that is stricter ends too", () => {
    const { judgement, problems } = decided({ said: { 人工组别: "D", 调整理由: "停产", 调整到期: YESTERDAY } });
    expect(judgement.group).toBe("B");
    expect(judgement.machineGroup).toBeUndefined();
    expect(problems).toEqual(["台账!K2 groupExpired"]);
  });

  it("of several drawdowns is the strictest, and the other is named", () => {
    const { judgement, problems } = decided(
      { said: { 人工组别: "C", 调整理由: "甲" } },
      { said: { 人工组别: "D", 调整理由: "乙" } },
      {},
    );
    expect(judgement.group).toBe("D");
    expect(problems).toEqual(["台账!I2 groupsDiffer"]);
  });

  it.each([
    ["D", "D"],
    ["d 高风险", "D"],
    ["Ｃ", "C"],
    ["不良", "E"],
    ["B类", "B"],
    ["A组", "A"],
    ["A 不良", undefined],
    ["F", undefined],
    ["正常类客户", undefined],
    [4, undefined],
  ])("written as %p is %p", (value, group) => {
    expect(parseGroup(value)).toBe(group);
  });

  it("that names no group, or whose end is no day, is named by its cell and does not hold", () => {
    const { judgement, problems } = decided({ said: { 人工组别: "甲级", 调整理由: "看错", 调整到期: "下月" } });
    expect(judgement.group).toBe("B");
    expect(problems).toEqual(["台账!I2 unknownGroup", "台账!K2 notADate"]);
  });

  it("never makes a group milder than the machine's without a reason and an end", () => {
    const cell = fc.constantFrom<CellValue>("", "理由");
    const day = fc.constantFrom<CellValue>("", YESTERDAY, TODAY, NEXT_MONTH, "下月");
    fc.assert(
      fc.property(
        fc.constantFrom(...riskGroups),
        cell,
        day,
        fc.constantFrom(0, 12, 45, 95),
        (group, reason, until, overdue) => {
          const machine = decided({ overdue }).judgement.group;
          const said = { 人工组别: riskGroupName[group], 调整理由: reason, 调整到期: until };
          const { judgement } = decided({ overdue, said });
          const isBacked = reason !== "" && (until === TODAY || until === NEXT_MONTH);
          if (judgement.group < machine) expect(isBacked).toBe(true);
          expect([machine, group]).toContain(judgement.group);
        },
      ),
    );
  });
});

describe("a deferral", () => {
  it("with a reason holds until its day and with it", () => {
    const { judgement, problems } = decided({ said: { 暂缓回访至: TODAY, 暂缓理由: "春节返乡" } });
    expect(judgement).toMatchObject({ status: "deferred", deferral: { until: ASOF, reason: "春节返乡" } });
    expect(problems).toEqual([]);
  });

  it.each<[string, Said, string[]]>([
    ["is over the day after", { 暂缓回访至: YESTERDAY, 暂缓理由: "返乡" }, []],
    ["needs a reason", { 暂缓回访至: NEXT_MONTH }, ["台账!L2 deferralUnexplained"]],
    ["needs a day", { 暂缓理由: "返乡" }, ["台账!M2 deferralEndless"]],
  ])("%s", (_name, said, expected) => {
    const { judgement, problems } = decided({ said });
    expect(judgement.status).not.toBe("deferred");
    expect(problems).toEqual(expected);
  });

  it("of several drawdowns ends with the earlier day, and the other is named", () => {
    const later = { 暂缓回访至: "2027-01-05", 暂缓理由: "返乡" };
    const { judgement, problems } = decided({ said: later }, { said: { 暂缓回访至: NEXT_MONTH, 暂缓理由: "返乡" } });
    expect(formatDay(judgement.deferral?.until ?? ASOF)).toBe(NEXT_MONTH);
    expect(problems).toEqual(["台账!L2 deferralsDiffer"]);
  });
});
