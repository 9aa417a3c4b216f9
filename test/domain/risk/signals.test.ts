import fc from "fast-check";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { severity } from "../../../src/domain/loan/loanClass";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { applyEdits } from "../../../src/domain/settings/edits";
import { judged, judgedOne, type Told } from "./ledgers";

/** The clause without the brackets that name it in a title. */
const bare = (clause: string) => clause.slice(1, -1);

const signal = (told: Told, clause: string) => judgedOne(told).signals.find((one) => one.clause === clause);

/** Clause, the last facts that do not fire it, the first that do, its level and its text. */
const limits: readonly [string, Told, Told, string, string][] = [
  ["[L01]", { 逾期天数: 0 }, { 逾期天数: 1 }, "yellow", "逾期1天(>0)"],
  ["[L01]", { 逾期天数: 8 }, { 逾期天数: 7 }, "yellow", "逾期7天(>0)"],
  ["[L02]", { 逾期天数: 7 }, { 逾期天数: 8 }, "yellow", "逾期8天(>7)"],
  ["[L02]", { 逾期天数: 31 }, { 逾期天数: 30 }, "yellow", "逾期30天(>7)"],
  ["[L03]", { 逾期天数: 30 }, { 逾期天数: 31 }, "orange", "逾期31天(>30)"],
  ["[L03]", { 逾期天数: 91 }, { 逾期天数: 90 }, "orange", "逾期90天(>30)"],
  ["[L04]", { 逾期天数: 90 }, { 逾期天数: 91 }, "red", "逾期91天(>90)"],
  ["[L04]", { 逾期天数: 271 }, { 逾期天数: 270 }, "red", "逾期270天(>90)"],
  ["[L05]", { 逾期天数: 270 }, { 逾期天数: 271 }, "red", "逾期271天(>270)"],
  ["[L05]", { 逾期天数: 90 }, { 逾期天数: 361 }, "red", "逾期361天(>360)"],
  ["[L06]", { 欠息天数: 0 }, { 欠息天数: 1 }, "yellow", "欠息1天(>0)"],
  ["[L06]", { 欠息天数: 0 }, { 欠息天数: 61 }, "orange", "欠息61天(>60)"],
  ["[L07]", { 到期日期: "2026-11-23" }, { 到期日期: "2026-11-22" }, "orange", "到期1天未还(>0)"],
  ["[L08]", { 到期日期: "2026-12-24" }, { 到期日期: "2026-12-23" }, "blue", "30天后到期(≤30)"],
  ["[L08]", { 到期日期: "2026-11-22" }, { 到期日期: "2026-11-30" }, "yellow", "7天后到期(≤30)"],
  [
    "[L09]",
    { 五级分类: "关注", 逾期天数: 90 },
    { 五级分类: "关注", 逾期天数: 91 },
    "red",
    "台账分类关注，建议至少次级",
  ],
  ["[L10]", { 五级分类: "正常" }, { 五级分类: "关注" }, "yellow", "已列关注"],
  ["[L11]", { 五级分类: "关注" }, { 五级分类: "可疑" }, "red", "已列可疑"],
  ["[L18]", { 展期次数: 0 }, { 展期次数: 1 }, "yellow", "展期"],
  ["[L18]", { 展期次数: 0 }, { 展期次数: 2 }, "orange", "展期2次(≥2)"],
  ["[L19]", { 是否借新还旧: "否" }, { 是否借新还旧: "是" }, "yellow", "借新还旧"],
  ["[L20]", { 是否重组: "否" }, { 是否重组: "是" }, "orange", "重组观察期"],
  [
    "[L22]",
    { 担保方式: "抵押", 抵押物: "厂房", "评估价值(元)": 10_000_000 },
    { 担保方式: "抵押", 抵押物: "厂房", "评估价值(元)": 7_000_000 },
    "yellow",
    "抵押率71.4%(>60%)",
  ],
];

describe("signals of one drawdown", () => {
  it.each(limits)("%s stays silent at %j and fires at %j", (clause, silent, firing, level, text) => {
    expect(signal(silent, bare(clause))).toBeUndefined();
    expect(signal(firing, bare(clause))).toMatchObject({ level, text });
  });

  it("[L08] is a signal of process: shown, and without a say in the group", () => {
    const { group, reasons, signals } = judgedOne({ 到期日期: "2026-11-30" });
    expect(signals.map(({ clause }) => clause)).toContain("L08");
    expect(reasons.map(({ clause }) => clause)).not.toContain("L08");
    expect(group).toBe("B");
  });
});

describe("the floor of the class", () => {
  const floors: readonly [string, Told, string][] = [
    ["[R10.1]", { 逾期天数: 0 }, "pass"],
    ["[R10.1]", { 逾期天数: 1 }, "specialMention"],
    ["[R10.1]", { 逾期天数: 90 }, "specialMention"],
    ["[R11.1]", { 逾期天数: 91 }, "substandard"],
    ["[R11.1]", { 逾期天数: 270 }, "substandard"],
    ["[R12.1]", { 逾期天数: 271 }, "doubtful"],
    ["[R12.1]", { 逾期天数: 360 }, "doubtful"],
    ["[R13.1]", { 逾期天数: 361 }, "loss"],
    ["[R10.3]", { 是否借新还旧: "是" }, "specialMention"],
    ["[R10.3]", { 是否借新还旧: "是", 是否普惠: "是" }, "pass"],
    ["[R19.1]", { 展期次数: 1 }, "specialMention"],
    ["[R19.1]", { 是否重组: "是" }, "specialMention"],
  ];

  it.each(floors)("%s gives for %j at least %s", (_clause, told, floor) => {
    expect(judgedOne(told).classFloors).toEqual([floor]);
  });

  it("is never below what the days past due say, whatever the ledger's class", () => {
    for (const loanClass of ["正常", "关注", "次级", "可疑", "损失"] as CellValue[]) {
      expect(judgedOne({ 五级分类: loanClass, 逾期天数: 300 }).classFloors).toEqual(["doubtful"]);
    }
  });
});

describe("signals of one customer", () => {
  const corporate = { 客户类型: "对公" };

  it("[L12] [R7.2] makes all claims of a corporate customer substandard above a tenth, not at it", () => {
    const good = { ...corporate, "贷款余额(元)": 9_000_000 };
    const bad = (balance: number) => ({ ...corporate, "贷款余额(元)": balance, 五级分类: "次级" });
    expect(judgedOne(good, bad(1_000_000)).signals.map(({ clause }) => clause)).not.toContain("L12");
    const { signals, classFloors } = judgedOne(good, bad(1_000_001));
    expect(signals.find(({ clause }) => clause === "L12")?.text).toMatch(/^R7\.2 不良债权占10%\(>10%\)/);
    expect(classFloors).toEqual(["substandard", "substandard"]);
  });

  it("[L12] leaves retail customers and small businesses out", () => {
    const drawdowns = [{ "贷款余额(元)": 1_000_000 }, { "贷款余额(元)": 9_000_000, 五级分类: "次级" }];
    expect(judgedOne(...drawdowns).signals.map(({ clause }) => clause)).not.toContain("L12");
  });

  it("[L13] tells that one customer's drawdowns stand in different classes", () => {
    const { signals } = judgedOne({}, { 五级分类: "关注" });
    expect(signals.find(({ clause }) => clause === "L13")?.text).toBe("同一客户分类不一致：正常、关注");
  });

  it("lets the strictest drawdown decide, and names the one longest past due", () => {
    const { group, reasons } = judgedOne({ 逾期天数: 35, 五级分类: "关注" }, {}, { 逾期天数: 45, 五级分类: "关注" });
    expect(group).toBe("D");
    expect(reasons.find(({ clause }) => clause === "L03")?.text).toBe("逾期45天(>30)");
  });
});

describe("[L09] [R10.1] a loan a few days past due that stands as 正常", () => {
  it.each<[Told, string, string]>([
    [{ 逾期天数: 1 }, "yellow", "台账分类正常，建议至少关注（7天内技术性逾期可除外）"],
    [{ 逾期天数: 7 }, "yellow", "台账分类正常，建议至少关注（7天内技术性逾期可除外）"],
    [{ 逾期天数: 8 }, "red", "台账分类正常，建议至少关注"],
    [{ 逾期天数: 7, 展期次数: 1 }, "red", "台账分类正常，建议至少关注"],
    [{ 逾期天数: 0, 展期次数: 1 }, "red", "台账分类正常，建议至少关注"],
  ])("%j is %s: %s", (told, level, text) => {
    expect(signal(told, "L09")).toMatchObject({ level, text });
    expect(judgedOne(told).classFloors).toEqual(["specialMention"]);
  });
});

describe("[L19] a loan that may have repaid another", () => {
  const old = { "贷款余额(元)": 0, "贷款金额(元)": 1_000_000, 到期日期: "2026-03-02" };
  const renewal = (fresh: Told, ended: Told = {}) => {
    const { signals } = judgedOne(
      { ...old, ...ended },
      { 发放日期: "2026-03-09", "贷款金额(元)": 900_000, 是否借新还旧: "", ...fresh },
    );
    return signals.find(({ clause }) => clause === "L19")?.text;
  };

  it("is told within a week of the other's end, from nine tenths of its amount on", () => {
    expect(renewal({})).toBe("疑似借新还旧：放款与上一笔结清相距7天(≤7)");
    expect(renewal({ 发放日期: "2026-02-23" })).toMatch(/^疑似借新还旧/);
  });

  it.each<[string, Told, Told]>([
    ["eight days after", { 发放日期: "2026-03-10" }, {}],
    ["of less than nine tenths", { "贷款金额(元)": 899_999 }, {}],
    ["of which the ledger says 否", { 是否借新还旧: "否" }, {}],
    ["of a renewal that is excepted", { 是否普惠: "是" }, {}],
    ["beside a loan that is still owed", {}, { "贷款余额(元)": 1 }],
  ])("is not told %s", (_name, fresh, ended) => {
    expect(renewal(fresh, ended)).toBeUndefined();
  });

  it("is told as far as the bank's own settings reach", () => {
    const settings = {
      ...defaultSettings,
      thresholds: { ...defaultSettings.thresholds, renewalDays: 8, renewalShare: 0.5 },
    };
    const fresh = { 发放日期: "2026-03-10", "贷款金额(元)": 500_000, 是否借新还旧: "" };
    const [judgement] = judged([old, fresh], settings);
    expect(judgement?.signals.map(({ text }) => text)).toContain("疑似借新还旧：放款与上一笔结清相距8天(≤8)");
  });

  it("asks for no other class by itself", () => {
    const { classFloors, group } = judgedOne(old, {
      发放日期: "2026-03-09",
      "贷款金额(元)": 900_000,
      是否借新还旧: "",
    });
    expect([classFloors, group]).toEqual([["pass"], "C"]);
  });
});

describe("a worse fact", () => {
  const steps: Readonly<Partial<Record<keyof Told, readonly CellValue[]>>> = {
    逾期天数: [0, 1, 7, 8, 30, 31, 90, 91, 270, 271, 360, 361],
    欠息天数: [0, 1, 60, 61],
    展期次数: [0, 1, 2],
    是否借新还旧: ["否", "是"],
    是否重组: ["否", "是"],
  };
  const harder = (told: Told, heading: keyof Told) => {
    const scale = steps[heading] ?? [];
    return scale.map((value) => judgedOne({ ...told, [heading]: value }));
  };
  const facts = fc.record({
    五级分类: fc.constantFrom("正常", "关注", "次级", "可疑", "损失"),
    客户类型: fc.constantFrom("对公", "小微企业", "个人"),
    "贷款余额(元)": fc.constantFrom(100_000, 5_000_000),
    ...Object.fromEntries(Object.entries(steps).map(([heading, values]) => [heading, fc.constantFrom(...values)])),
  }) as fc.Arbitrary<Told>;

  it.each(Object.keys(steps) as (keyof Told)[])("of %s never gives a better group nor a lower floor", (heading) => {
    fc.assert(
      fc.property(facts, (told) => {
        const judgements = harder(told, heading);
        const groups = judgements.map(({ group }) => group);
        const floors = judgements.map(({ classFloors: [floor = "pass"] }) => severity(floor));
        expect(groups).toEqual([...groups].sort());
        expect(floors).toEqual([...floors].sort((one, other) => one - other));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the groups", () => {
  it("[F4] three yellow signals of different kinds make orange; two do not", () => {
    const two = judgedOne({ 五级分类: "关注", 展期次数: 1 });
    expect([two.group, two.reasons.map(({ clause }) => clause)]).toEqual(["C", expect.not.arrayContaining(["F4"])]);
    const three = judgedOne({ 五级分类: "关注", 展期次数: 1, 欠息天数: 5, 逾期天数: 5 });
    expect(three.group).toBe("D");
    expect(three.reasons[0]).toMatchObject({ clause: "F4", level: "orange" });
  });

  it.each([
    ["[A1]", { 担保方式: "质押", 抵押物: "存单", "评估价值(元)": 20_000_000 }, "A"],
    ["[A2]", { "贷款余额(元)": 100_000 }, "A"],
    ["[B1]", {}, "B"],
  ] as const)("%s puts a customer without a signal into its group", (clause, told, group) => {
    const judgement = judgedOne(told);
    expect(judgement.group).toBe(group);
    expect(judgement.reasons).toMatchObject([{ clause: bare(clause) }]);
  });

  it("[A1] [A2] [B1] are the groups of a customer without a signal alone", () => {
    expect(judgedOne({ "贷款余额(元)": 100_000, 五级分类: "关注" }).group).toBe("C");
  });

  it.each([
    [{ 逾期天数: 45, 五级分类: "关注" }, "D"],
    [{ 逾期天数: 120, 五级分类: "次级" }, "E"],
    [{ 逾期天数: 5, 五级分类: "关注" }, "C"],
    [{ 逾期天数: 7, 五级分类: "正常" }, "C"],
    [{ 逾期天数: 8, 五级分类: "正常" }, "E"],
  ] as const)("follow the worst signal: %j gives %s", (told, group) => {
    expect(judgedOne(told).group).toBe(group);
  });

  it("leave a settled drawdown out", () => {
    const { group, balance } = judgedOne({ 逾期天数: 0 }, { "贷款余额(元)": 0, 五级分类: "损失" });
    expect([group, balance]).toEqual(["B", 500_000_000]);
  });
});

describe("what a bank sets for itself decides", () => {
  const settings = (edits: readonly (readonly [string, CellValue])[]) =>
    applyEdits(defaultSettings, { values: new Map(edits) }).settings;
  const first = (told: Told, edits: readonly (readonly [string, CellValue])[]) => {
    const [judgement] = judged([told], settings(edits));
    if (judgement === undefined) throw new Error("the customer was not judged");
    return judgement;
  };

  it("[L03] from which day past due on a loan is orange", () => {
    const spans = [
      ["逾期二段（黄） 至", 20],
      ["逾期三段（橙） 从", 21],
    ] as const;
    const told = { 逾期天数: 25, 五级分类: "关注" };
    expect(first(told, []).group).toBe("C");
    expect(first(told, spans)).toMatchObject({ group: "D", reasons: [{ clause: "L03", text: "逾期25天(>20)" }, {}] });
  });

  it("[L18] how many extensions are orange", () => {
    expect(first({ 展期次数: 2, 五级分类: "关注" }, []).group).toBe("D");
    expect(first({ 展期次数: 2, 五级分类: "关注" }, [["展期橙色次数", 3]]).group).toBe("C");
  });

  it("[L34] which industries it leaves: told and visited more often, in the same group", () => {
    const told = { 行业: "纺织业", 发放日期: "2023-03-02", "贷款余额(元)": 4_900_000 };
    const before = first(told, []);
    const after = first(told, [["退出类行业", "纺织、皮革"]]);
    expect([before.group, before.clocks.onSiteMonths]).toEqual([after.group, 3]);
    expect(after.clocks.onSiteMonths).toBe(2);
    expect(after.signals).toContainEqual(
      expect.objectContaining({ clause: "L34", level: "yellow", text: "退出类行业：纺织业，建议制定退出计划" }),
    );
    expect(before.signals.map(({ clause }) => clause)).not.toContain("L34");
  });

  it("[C.2] who is a key customer: by rank, and as a member of a group", () => {
    const told = { 发放日期: "2023-03-02", "贷款余额(元)": 4_900_000 };
    expect(first({ ...told }, []).clocks.onSiteMonths).toBe(3);
    const [largest, smaller] = judged(
      [
        { ...told, 客户名称: "甲样品厂", "贷款余额(元)": 4_999_999 },
        { ...told, 客户名称: "乙样品厂", "贷款余额(元)": 4_800_000 },
      ],
      settings([["重点客户户数", 3]]),
    );
    expect([largest?.clocks.onSiteMonths, smaller?.clocks.onSiteMonths]).toEqual([2, 3]);
    expect(first({ ...told, 所属集团: "样品集团" }, []).clocks.onSiteMonths).toBe(2);
    expect(first({ ...told, 所属集团: "否" }, []).clocks.onSiteMonths).toBe(3);
    expect(first({ ...told, 所属集团: "样品集团" }, [["集团客户算重点", "否"]]).clocks.onSiteMonths).toBe(3);
  });
});
