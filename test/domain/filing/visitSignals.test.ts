import type { FilledRecord } from "../../../src/domain/filing/filledRecord";
import { readFilledRecord } from "../../../src/domain/filing/readFilledRecord";
import { proposalsFor, proposalText, raisedBy } from "../../../src/domain/filing/proposals";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { day } from "../../../src/domain/loan/day";
import { defaultSettings } from "../../../src/domain/settings/defaults";

type Rows = readonly (readonly CellValue[])[];

const limits = defaultSettings.visitSignals;
const VISITED = day("2026-06-30");

/** A record with answers beside labels, and other rows below. */
function recordWith(answers: Readonly<Record<string, CellValue>>, more: Rows = []): FilledRecord {
  const rows = Object.entries({ 检查日期: VISITED, ...answers }).map(([label, value]) => [label, value]);
  const record = readFilledRecord([["贷后检查", "编号 DH-20260630-001"], ...rows, ...more], "回访_样", 1900);
  if (record === undefined) throw new Error("no record");
  return record;
}

/** A record whose questions were answered so: this time, last time. */
function askedWith(asked: Readonly<Record<string, readonly [CellValue, CellValue]>>): FilledRecord {
  const rows = Object.entries(asked).map(([question, [now, last]]) => [question, "", now, last]);
  return recordWith({}, [["询问", "", "本次", "上次"], ...rows, ["⑥ 资料与交叉验证"]]);
}

/** A record in which so much was looked up about somebody. */
function lookedUpWith(who: string, results: Readonly<Record<string, string>>): FilledRecord {
  const heads = ["执照/年报", "被执行", "失信", "涉诉", "征信变化"];
  return recordWith({}, [
    ["对象", "名称", ...heads],
    [who, "样名", ...heads.map((head) => results[head] ?? "")],
    ["访前关注", "无预警信号"],
  ]);
}

const told = (record: FilledRecord, last?: FilledRecord) =>
  raisedBy({ record, last, limits }).map((one) => proposalText(one));

const turnover = (now: number, last: number) =>
  askedWith({ "本年至今(万元)": [now, ""], "去年营业额(万元)": [last, ""] });

describe("what the answers of a visit raise", () => {
  it.each<[string, FilledRecord, readonly string[]]>([
    ["[R51] a turnover of a fifth less", turnover(400, 1000), ["【黄】R51 营业额折算同比-20%(≤-20%)"]],
    ["[R51] a turnover of less than a fifth less", turnover(401, 1000), []],
    ["[R51] a turnover of two fifths less", turnover(300, 1000), ["【橙】R51 营业额折算同比-40%(≤-40%)"]],
    [
      "[R51] a trader's month of a quarter less",
      askedWith({ "月营业额(万元)": [6, 8] }),
      ["【黄】R51 月营业额比上次-25%(≤-20%)"],
    ],
    [
      "[R53] a power bill of 30 % less",
      askedWith({ "月电费(元)": [700, 1000] }),
      ["【黄】R53 月电费比上次-30%(≤-30%)"],
    ],
    ["[R53] a power bill of 29 % less", askedWith({ "月电费(元)": [710, 1000] }), []],
    ["[R53] a power bill of half", askedWith({ "月电费(元)": [500, 1000] }), ["【橙】R53 月电费比上次-50%(≤-50%)"]],
    ["[R53] no power at all", askedWith({ "月电费(元)": [0, 1000] }), ["【橙】R53 月电费比上次-100%(≤-50%)"]],
    ["[R53] a bill that was not asked for", askedWith({ "月电费(元)": ["", 1000] }), []],
    ["[R54] a fifth of the staff gone", askedWith({ 员工总数: [40, 50] }), ["【黄】R54 员工比上次-20%(≤-20%)"]],
    ["[R54] less than a fifth gone", askedWith({ 员工总数: [41, 50] }), []],
    [
      "[R54] fewer than 60 % at work",
      askedWith({ 员工总数: [100, 100], 现场人数: [59, ""] }),
      ["【橙】R54 到岗率59%(<60%)"],
    ],
    ["[R54] 60 % at work", askedWith({ 员工总数: [100, 100], 现场人数: [60, ""] }), []],
    [
      "[R56] receivables of 30 % more",
      askedWith({ "应收账款(万元)": [130, 100] }),
      ["【黄】R56 应收账款比上次+30%(≥+30%)"],
    ],
    ["[R56] receivables of 29 % more", askedWith({ "应收账款(万元)": [129, 100] }), []],
    ["[R56] buyers who pay later", askedWith({ "应收账期(天)": [60, 30] }), ["【黄】R56 应收账期比上次+100%(≥+30%)"]],
    [
      "[R56] receivables above half of the turnover",
      askedWith({ "应收账款(万元)": [51, ""], "本年至今(万元)": [100, ""] }),
      ["【黄】R56 应收占营业额51%(>50%)"],
    ],
    ["[R56] half of the turnover", askedWith({ "应收账款(万元)": [50, ""], "本年至今(万元)": [100, ""] }), []],
    [
      "[R58] cash for less than three months",
      askedWith({ "货币资金(万元)": [29, ""], "月均支出(万元)": [10, ""] }),
      ["【橙】R58 货币资金够2.9个月支出(<3)"],
    ],
    ["[R58] cash for three months", askedWith({ "货币资金(万元)": [30, ""], "月均支出(万元)": [10, ""] }), []],
    ["[R59] debts of 70 %", askedWith({ "总负债(万元)": [70, ""], "总资产(万元)": [100, ""] }), []],
    [
      "[R59] debts above 70 %",
      askedWith({ "总负债(万元)": [71, ""], "总资产(万元)": [100, ""] }),
      ["【黄】R59 资产负债率71%(>70%)"],
    ],
    [
      "[R59] debts of 85 %",
      askedWith({ "家庭负债(万元)": [85, ""], "家庭资产(万元)": [100, ""] }),
      ["【黄】R59 资产负债率85%(>70%)"],
    ],
    [
      "[R59] debts above 85 %",
      askedWith({ "家庭负债(万元)": [86, ""], "家庭资产(万元)": [100, ""] }),
      ["【橙】R59 资产负债率86%(>85%)"],
    ],
    [
      "[R60] more owed to other banks",
      askedWith({ "他行借款(万元)": [80, 50] }),
      ["【黄】R60 他行借款由50万元增至80万元"],
    ],
    ["[R60] no more than before", askedWith({ "他行借款(万元)": [50, 50], 民间借贷: ["有", "有"] }), []],
    ["[R60] informal loans that are new", askedWith({ 民间借贷: ["有", "无"] }), ["【橙】R60 新增民间借贷"]],
    [
      "[R61] guarantees of 30 % more",
      askedWith({ "对外担保(万元)": [130, 100] }),
      ["【黄】R61 对外担保比上次+30%(≥+30%)"],
    ],
    [
      "[R60] the first loan elsewhere",
      askedWith({ "他行借款(万元)": [50, 0] }),
      ["【黄】R60 他行借款由0万元增至50万元"],
    ],
    ["[R61] the first guarantee", askedWith({ "对外担保(万元)": [50, 0] }), ["【黄】R61 新增对外担保50万元"]],
    ["[R61] guarantees of 29 % more", askedWith({ "对外担保(万元)": [129, 100] }), []],
    ["[R64] money used for something else", recordWith({ 是否一致: "否" }), ["【红】R64 贷款用途与约定不一致"]],
    ["[R64] money used as agreed", recordWith({ 是否一致: "是" }), []],
    ["[R65] money that came back", recordWith({ 是否回流: "是" }), ["【红】R65 贷款资金回流借款人"]],
    ["[R65] money that did not", recordWith({ 是否回流: "否" }), []],
    ["[R66] repaid from a bridge loan", recordWith({ 还款来源: "过桥" }), ["【橙】R66 还款来源“过桥”"]],
    ["[R66] repaid from income", recordWith({ 还款来源: "经营收入" }), []],
    ["[R67] collateral torn down", recordWith({ 状态: "拆迁" }), ["【红】R67 状态“拆迁”"]],
    ["[R67] collateral seized", recordWith({ 是否查封: "是" }), ["【红】R67 抵质押物被查封"]],
    [
      "[R67] collateral worth a fifth less",
      recordWith({ 评估价值: 1_000_000, 本次价值: 800_000 }),
      ["【黄】R67 押品价值-20%(≤-20%)"],
    ],
    ["[R67] collateral worth less than a fifth less", recordWith({ 评估价值: 1_000_000, 本次价值: 810_000 }), []],
    [
      "[R68] the second of two guarantors unwilling",
      recordWith({ 代偿意愿: "愿意" }, [["代偿意愿", "不愿意"]]),
      ["【橙】R68 代偿意愿“不愿意”"],
    ],
    ["[R68] a guarantor who is able", recordWith({ 代偿意愿: "愿意", 代偿能力: "充足" }), []],
    ["[R71] a guarantor out of business", recordWith({ 其经营: "停产" }), ["【橙】R71 其经营“停产”"]],
    ["[R71] a stop of production", recordWith({ 事件类型: "停产" }), ["【红】R71 突发事件：停产"]],
    ["[R72] the staff say otherwise", recordWith({ 员工: "不一致" }), ["【黄】R72 员工说法与资料不一致"]],
    ["[R72] all say the same", recordWith({ 员工: "一致", 财务: "一致" }), []],
    ["[Q81] the borrower is sued for payment", lookedUpWith("借款人", { 被执行: "有" }), ["【红】Q81 借款人被执行"]],
    ["[Q81] its head is", lookedUpWith("法代", { 被执行: "有" }), ["【橙】Q81 法代被执行"]],
    ["[Q81] nobody is", lookedUpWith("法代", { 被执行: "无" }), []],
    ["[Q82] a shareholder broke its word", lookedUpWith("股东", { 失信: "有" }), ["【红】Q82 股东失信"]],
    ["[Q82] not looked up", lookedUpWith("股东", { 失信: "未查" }), []],
    ["[Q85] a lawsuit", lookedUpWith("借款人", { 涉诉: "有" }), ["【橙】Q85 借款人涉诉"]],
    ["[Q85] no lawsuit", lookedUpWith("借款人", { 涉诉: "无" }), []],
    ["[Q87] a licence revoked", lookedUpWith("借款人", { "执照/年报": "吊销" }), ["【红】Q87 借款人执照/年报“吊销”"]],
    [
      "[Q87] on the list of irregularities",
      lookedUpWith("借款人", { "执照/年报": "经营异常" }),
      ["【黄】Q87 借款人执照/年报“经营异常”"],
    ],
    ["[Q87] a licence in order", lookedUpWith("借款人", { "执照/年报": "正常" }), []],
    ["[Q91] worse credit", lookedUpWith("借款人", { 征信变化: "恶化" }), ["【橙】Q91 借款人征信变化“恶化”"]],
    ["[Q91] the same credit", lookedUpWith("借款人", { 征信变化: "无变化" }), []],
    ["[Q89] a seizure", recordWith({ 事件类型: "查封冻结" }), ["【橙】Q89 突发事件：查封冻结"]],
    ["[Q93] talk of the town", recordWith({ 事件类型: "舆情" }), ["【橙】Q93 突发事件：舆情"]],
    ["[M94] the owner in trouble", recordWith({ 事件类型: "实控人遇险" }), ["【红】M94 突发事件：实控人遇险"]],
    ["[M97] a fire", recordWith({ 事件类型: "火灾事故" }), ["【红】M97 突发事件：火灾事故"]],
    ["[M98] a new policy", recordWith({ 事件类型: "行业政策" }), ["【黄】M98 突发事件：行业政策"]],
    ["[M99] a guarantee circle", recordWith({ 事件类型: "担保圈" }), ["【橙】M99 突发事件：担保圈"]],
    [
      "[R52] a margin of five points less",
      askedWith({ "毛利率(%)": [10, 15] }),
      ["【黄】R52 毛利率由15%降至10%(≤-5个百分点)"],
    ],
    ["[R52] a margin of four points less", askedWith({ "毛利率(%)": [11, 15] }), []],
    ["[R55] wages that are owed", askedWith({ 工资发放: ["拖欠", "正常"] }), ["【橙】R55 工资发放“拖欠”"]],
    ["[R55] wages that are paid", askedWith({ 工资发放: ["正常", ""] }), []],
    ["[R62] another trade", askedWith({ 主营变更: ["是", ""] }), ["【黄】R62 主营变更“是”"]],
    ["[R62] the same address", askedWith({ 地址变更: ["否", "否"] }), []],
    ["[R63] one buyer above half", askedWith({ "最大对手占比(%)": [51, ""] }), ["【橙】R63 最大交易对手占51%(>50%)"]],
    ["[R63] one buyer of half", askedWith({ "最大对手占比(%)": [50, ""] }), []],
    ["[R63] the main buyer lost", askedWith({ 核心客户: ["流失", "稳定"] }), ["【橙】R63 核心客户“流失”"]],
    ["[R69] a visit refused", recordWith({ 配合情况: "拒绝" }), ["【橙】R69 配合情况“拒绝”"]],
    ["[R69] nobody to be found", recordWith({ 配合情况: "失联" }), ["【红】R69 配合情况“失联”"]],
    ["[R69] a visit welcomed", recordWith({ 配合情况: "配合" }), []],
    ["[R73] money in shares", askedWith({ 高风险投资: ["股票期货", "无"] }), ["【橙】R73 高风险投资“股票期货”"]],
    ["[R73] no such money", askedWith({ 高风险投资: ["无", ""] }), []],
    [
      "[R74] deposits halved",
      askedWith({ "本行日均存款(万元)": [50, 100] }),
      ["【黄】R74 本行日均存款比上次-50%(≤-50%)"],
    ],
    ["[R74] deposits a little less", askedWith({ "本行日均存款(万元)": [51, 100] }), []],
    ["[R74] income that goes elsewhere", askedWith({ 收入转他行: ["是", ""] }), ["【黄】R74 收入转他行“是”"]],
    ["[R74] an account emptied", recordWith({}, [["余额骤降", "", "有"]]), ["【黄】R74 账户余额骤降或频繁调往他行"]],
    ["[Q83] barred from luxury", lookedUpWith("法代", { 被执行: "限高" }), ["【橙】Q83 法代被执行“限高”"]],
    [
      "[Q84] an execution that came to nothing",
      lookedUpWith("借款人", { 被执行: "终本" }),
      ["【橙】Q84 借款人被执行“终本”"],
    ],
    ["[Q86] a fine", lookedUpWith("借款人", { 涉诉: "行政处罚" }), ["【黄】Q86 借款人涉诉“行政处罚”"]],
    [
      "[Q86] closed for the environment",
      lookedUpWith("借款人", { 涉诉: "环保停产" }),
      ["【橙】Q86 借款人涉诉“环保停产”"],
    ],
    [
      "[Q87] a grave offender",
      lookedUpWith("借款人", { "执照/年报": "严重违法" }),
      ["【红】Q87 借款人执照/年报“严重违法”"],
    ],
    ["[Q88] shares frozen", recordWith({ 工商变更: "股权冻结" }), ["【黄】Q88 工商变更“股权冻结”"]],
    ["[Q88] nothing changed", recordWith({ 工商变更: "无" }), []],
    ["[Q89] property newly mortgaged", recordWith({ 不动产: "新增抵押" }), ["【橙】Q89 不动产“新增抵押”"]],
    ["[Q90] taxes owed", recordWith({ 税务: "欠税" }), ["【黄】Q90 税务“欠税”"]],
    ["[Q90] taxes in order", recordWith({ 税务: "正常" }), []],
    ["[Q92] no annual report by June", lookedUpWith("借款人", { "执照/年报": "未年报" }), []],
    ["[M94] the owner has died", askedWith({ 实控人变化: ["死亡", "无"] }), ["【红】M94 实控人变化“死亡”"]],
    ["[M95] a divorce", askedWith({ 人身家庭变化: ["离婚", ""] }), ["【黄】M95 人身家庭变化“离婚”"]],
    ["[M95] no change", askedWith({ 人身家庭变化: ["无", "离婚"] }), []],
    ["[M96] gambling", askedWith({ 实控人变化: ["赌博", ""] }), ["【红】M96 实控人变化“赌博”"]],
    ["[M96] no gambling", askedWith({ 实控人变化: ["无", ""] }), []],
    ["an event of another kind", recordWith({ 事件类型: "其他" }), []],
    ["nothing answered", askedWith({ 员工总数: ["", ""] }), []],
    ["numbers written as text", askedWith({ 员工总数: ["四十", 50] }), []],
  ])("%s", (_title, record, wanted) => {
    expect(told(record)).toEqual(wanted);
  });

  const stocked = (now: number) => askedWith({ "存货(万元)": [now, ""], "本年至今(万元)": [100, ""] });
  it.each([
    ["half as long again", 150, ["【黄】R57 存货周转272天，比上次+50%(≥+50%)"]],
    ["not half as long again", 149, []],
  ])("[R57] stock that lasts %s", (_title, now, wanted) => {
    expect(told(stocked(now), stocked(100))).toEqual(wanted);
  });

  const without = (...names: readonly string[]) =>
    recordWith({}, [["资料", "已收"], ...names.map((name) => [name, "未收"])]);
  it("[R70] a document that is missing twice, and not one that is missing once", () => {
    expect(told(without("纳税证明", "电费单"), without("电费单"))).toEqual(["【黄】R70 电费单连续两次未收到"]);
    expect(told(without("纳税证明"), without("电费单"))).toEqual([]);
  });

  it("[Q92] no annual report after June", () => {
    const july = { ...lookedUpWith("借款人", { "执照/年报": "未年报" }) };
    const answers = new Map(july.answers).set("检查日期", {
      ...{ label: "检查日期", row: 1, column: 1 },
      value: day("2026-07-01"),
    });
    expect(told({ ...july, answers })).toEqual(["【黄】Q92 借款人执照/年报“未年报”"]);
  });

  it("[R75] a conclusion that is the last one's word for word, and not one that differs", () => {
    const concluded = (text: string) => recordWith({ 检查结论: text });
    expect(told(concluded("一切正常"), concluded("一切正常"))).toEqual([
      "【蓝】R75 检查结论与上次（DH-20260630-001）完全相同",
    ]);
    expect(told(concluded("一切正常"), concluded("库存下降"))).toEqual([]);
  });

  it("is ordered by how bad it is, and obeys the bank's own limits", () => {
    const record = askedWith({ 员工总数: [40, 50], 现场人数: [20, ""], "对外担保(万元)": [130, 100] });
    expect(told(record)).toEqual(["【橙】R54 到岗率50%(<60%)", "【黄】R61 对外担保比上次+30%(≥+30%)"]);
    const bank = { ...limits, attendance: 0.4, staffDrop: 0.5, guaranteesRise: 0.5 };
    expect(raisedBy({ record, last: undefined, limits: bank })).toEqual([]);
  });

  it("is proposed once: what the record lists already is answered there, unless it is worse now", () => {
    const listing = (signal: string) =>
      recordWith({ 是否回流: "是" }, [
        ["系统提示信号", "采纳", "不采纳的理由"],
        [signal, "采纳", ""],
        ["至少五级", ""],
      ]);
    const proposed = (record: FilledRecord) => proposalsFor({ record, last: undefined, limits }).map(proposalText);
    expect(proposed(listing("【红】R65 贷款资金回流借款人"))).toEqual([]);
    expect(proposed(listing("【黄】R65 旧的说法"))).toEqual(["【红】R65 贷款资金回流借款人"]);
    expect(proposed(listing("【橙】L03 逾期45天(>30)"))).toEqual(["【红】R65 贷款资金回流借款人"]);
  });
});
