import { checkRecord, type CheckFacts } from "../../../src/domain/filing/checks";
import type { FilledRecord } from "../../../src/domain/filing/filledRecord";
import { readFilledRecord } from "../../../src/domain/filing/readFilledRecord";
import type { RegisterLine } from "../../../src/domain/filing/register";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { day, type Day } from "../../../src/domain/loan/day";
import { defaultSettings } from "../../../src/domain/settings/defaults";

const ASOF = day("2026-11-23");
const CONCLUSION = "生产线两班开工，库存与上月持平，应收账款集中在三家老客户，账期未拉长，现金流可以覆盖利息。";
const OTHER = "门店客流比去年减少三成，租金已谈妥下调，员工由九人减到六人，店主表示年底前不再进货，需要盯住回款。";

type Answers = Readonly<Record<string, CellValue>>;

const usual: Answers = {
  客户名称: "云岭样品商行",
  检查类型: "常规",
  检查方式: "上门",
  检查日期: ASOF,
  检查人: "样乙",
  "协(复)查": "样丙",
  措施: "继续支持",
  检查结论: CONCLUSION,
  照片张数: 2,
};

/** A record as a sheet would hold it: number, answers beside starred labels, more rows below. */
function recordWith(answers: Answers = {}, more: readonly (readonly CellValue[])[] = []): FilledRecord {
  const rows = Object.entries({ ...usual, ...answers }).map(([label, value]) => [`${label}*`, value]);
  const record = readFilledRecord([["贷后检查", "编号 DH-20261123-009"], ...rows, ...more], "回访_云岭", 1900);
  if (record === undefined) throw new Error("no record");
  return record;
}

function lineOf(more: Partial<RegisterLine> = {}): RegisterLine {
  return {
    ...{ number: "DH-20260901-001", customer: "云岭样品商行", id: "", method: "上门", visited: day("2026-09-01") },
    ...{ inspector: "样乙", conclusion: OTHER, state: "已归档", row: 1 },
    ...{ coInspector: "样丙", isGuarantor: false, signals: "", measure: "", deadline: undefined },
    ...more,
  };
}

/** The clauses that a record offends against, and whether a reason would do. */
function clauses(record: FilledRecord, more: Partial<CheckFacts> = {}): readonly string[] {
  const facts = { record, others: [], disbursed: undefined, asOf: ASOF, settings: defaultSettings, ...more };
  return checkRecord(facts).map(({ clause, isWaivable }) => `${clause}${isWaivable ? "?" : ""}`);
}

const question = (now: CellValue, last: CellValue): readonly (readonly CellValue[])[] => [
  ["询问", "", "本次", "上次", "变化", "核实"],
  ["员工总数", "", now, last],
  ["现场人数", "", 8, 8],
  ["存货(万元)", "", 90, 90],
  ["⑥ 资料与交叉验证"],
];
const signal = (accepted: string, reason: string): readonly (readonly CellValue[])[] => [
  ["系统提示信号", "采纳", "不采纳的理由"],
  ["【红】L03 逾期45天(>30)", accepted, reason],
  ["至少五级", "次级"],
];
const lines = (count: number, more: Partial<RegisterLine>) =>
  Array.from({ length: count }, (_, index) => lineOf({ customer: `样户${String(index)}`, ...more }));

describe("a filled record that is in order", () => {
  it("offends against nothing", () => {
    expect(clauses(recordWith())).toEqual([]);
  });
});

describe("the checks against formalism", () => {
  const daysAgo = (days: number): Day => (ASOF - days) as Day;

  it.each<[string, readonly string[], readonly string[]]>([
    ["[R01] a required answer is empty", clauses(recordWith({ 检查方式: " " })), ["R01"]],
    ["[R01] a signal is not answered", clauses(recordWith({}, signal("", ""))), ["R01"]],
    ["[R02] a conclusion of 29 characters", clauses(recordWith({ 检查结论: CONCLUSION.slice(0, 29) })), ["R02"]],
    ["[R02] a conclusion of 30 characters", clauses(recordWith({ 检查结论: CONCLUSION.slice(0, 30) })), []],
    [
      "[R03] the conclusion of the last visit",
      clauses(recordWith(), { others: [lineOf({ conclusion: `${CONCLUSION}。` })] }),
      ["R03?"],
    ],
    [
      "[R03] the conclusion of an older visit alone",
      clauses(recordWith(), { others: [lineOf({ conclusion: CONCLUSION }), lineOf()] }),
      [],
    ],
    ["[R03] that of two other customers", clauses(recordWith(), { others: lines(2, { conclusion: CONCLUSION }) }), []],
    [
      "[R03] that of three other customers",
      clauses(recordWith(), { others: lines(3, { conclusion: CONCLUSION }) }),
      ["R03?"],
    ],
    ["[R04] all numbers as last time", clauses(recordWith({}, question(40, 40))), ["R04?"]],
    ["[R04] one number that changed", clauses(recordWith({}, question(41, 40))), []],
    ["[R05] the eighth visit of a day", clauses(recordWith(), { others: lines(7, { visited: ASOF }) }), []],
    ["[R05] the ninth visit of a day", clauses(recordWith(), { others: lines(8, { visited: ASOF }) }), ["R05?"]],
    [
      "[R05] the ninth call of a day",
      clauses(recordWith({ 检查方式: "电话" }), { others: lines(8, { visited: ASOF }) }),
      [],
    ],
    ["[R06] five working days later", clauses(recordWith({ 检查日期: daysAgo(7) })), []],
    ["[R06] six working days later", clauses(recordWith({ 检查日期: daysAgo(10) })), ["R06?"]],
    [
      "[R07] on a public holiday",
      clauses(recordWith({ 检查日期: day("2026-10-01") }), { asOf: day("2026-10-08") }),
      ["R07?"],
    ],
    ["[R08] on site without photo or document", clauses(recordWith({ 照片张数: 0 })), ["R08"]],
    [
      "[R08] on site with a document",
      clauses(
        recordWith({ 照片张数: 0 }, [
          ["资料", "已收"],
          ["银行流水", "已收"],
          ["存放位置*", "柜"],
        ]),
      ),
      [],
    ],
    ["[R08] by telephone", clauses(recordWith({ 照片张数: 0, 检查方式: "电话" })), []],
    ["[R09] one person twice", clauses(recordWith({ "协(复)查": "样乙" })), ["R09"]],
    ["[R10] a signal turned down without reason", clauses(recordWith({}, signal("不采纳", " "))), ["R10"]],
    ["[R10] a signal turned down with reason", clauses(recordWith({}, signal("不采纳", "已于昨日还清"))), []],
    ["[R11] before the disbursement", clauses(recordWith(), { disbursed: day("2026-11-24") }), ["R11?"]],
    ["[R11] on the day of the disbursement", clauses(recordWith(), { disbursed: ASOF }), []],
  ])("%s", (_title, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it.each([
    [ASOF, 0],
    [daysAgo(-1), 1],
    ["2026-11-20", 1],
    [0.5, 1],
  ])("a visit dated %p is refused %i times for its day", (value, times) => {
    expect(clauses(recordWith({ 检查日期: value })).filter((clause) => clause === "")).toHaveLength(times);
  });

  it.each([
    ["电话", "上门回访", "", ["?"]],
    ["视频", "首次检查", "客户在外地", []],
    ["电话", "电话联系", "", []],
    ["上门", "上门回访", "", []],
  ])("[A08] ask of “%s” where “%s” was due, with “%s”, why nobody went there", (method, duty, reason, wanted) => {
    const asked = [["应访事由", duty, "未上门原因", reason]];
    expect(clauses(recordWith({ 检查方式: method }, asked))).toEqual(wanted);
  });

  it("obey the bank's own numbers", () => {
    const settings = { ...defaultSettings, filing: { ...defaultSettings.filing, conclusionLength: 60 } };
    expect(clauses(recordWith(), { settings })).toEqual(["R02"]);
  });
});
