import type { RecordType } from "../../../src/domain/record/variant";
import { recordSheet } from "../../../src/domain/record/record";
import { vocabulary } from "../../../src/domain/record/vocabulary";
import { factsOf, textsOf } from "./facts";

const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/\*$/, ""));

describe("the form asks what the practices name", () => {
  it.each<[string, RecordType, readonly string[]]>([
    [
      "[A03] licence, executions and lawsuits, by whom and when",
      "常规",
      ["执照/年报", "被执行", "失信", "涉诉", "查询日期", "查询人"],
    ],
    [
      "[A09] papers that prove the business goes on",
      "常规",
      ["银行流水", "应收应付", "进出货单", "水费单", "电费单", "煤气费单", "营业执照", "期间", "原件"],
    ],
    [
      "[A10] whether owner, accountant, staff and neighbours agree",
      "常规",
      ["实控人", "财务", "员工", "周边", "第三人"],
    ],
    ["[A12] whether more than one source was asked", "常规", ["信息来源"]],
    ["[A13] trade and address", "常规", ["主营变更", "地址变更", "主营地址变动"]],
    [
      "[A14] staff, wages, space and other addresses",
      "常规",
      ["员工总数", "现场人数", "到岗率", "人均月薪(元)", "经营面积(㎡)", "年租金(万元)", "其他经营地址"],
    ],
    [
      "[A15] cash, receivables, payables and stock",
      "常规",
      [
        "货币资金(万元)",
        "应收账款(万元)",
        "应收账期(天)",
        "应付账款(万元)",
        "应付账期(天)",
        "存货(万元)",
        "存货周转(天)",
      ],
    ],
    ["[A16] what large receivables are made of", "常规", ["应收款构成"]],
    [
      "[A17] suppliers, buyers and the share of the largest",
      "常规",
      ["上游供应商", "下游客户", "最大对手占比(%)", "核心客户"],
    ],
    [
      "[A18] turnover, season and margin",
      "常规",
      ["去年营业额(万元)", "本年至今(万元)", "折算同比", "毛利率(%)", "营业额变动"],
    ],
    ["[A19][A44] what the loan was used for", "常规", ["约定用途", "实际用途", "是否一致", "是否回流"]],
    [
      "[A20] other debts, investments and guarantees",
      "常规",
      ["他行借款(万元)", "对外担保(万元)", "资产负债率", "民间借贷", "高风险投资", "投资和担保"],
    ],
    ["[A22] from what it is repaid, and how hard that is", "常规", ["还款来源", "还款压力", "还款来源压力"]],
    ["[A23] what the customer needs", "常规", ["客户需求", "内容建议"]],
    ["[A37] before a maturity, whether it will be repaid", "到期", ["知悉到期", "还款意愿", "来源足额", "预计到账"]],
    ["[A39] each payment of the loan", "首次", ["日期", "收款人", "金额(元)", "用途"]],
    ["[A41] the vouchers, and that they are filed", "首次", ["支付凭证", "账户清单", "购销合同", "发票", "凭证归档"]],
    ["[A43] how each payment was checked", "首次", ["核查方式"]],
    ["[A45] what has to be put right, by when, and who was told", "首次", ["整改要求", "整改期限", "已报告"]],
    ["[A85] use, business and security, part by part", "常规", ["④ 资金用途", "⑤ 经营与财务十问", "⑦ 担保"]],
  ])("%s", (_practice, type, labels) => {
    expect(plain(textsOf(factsOf({}, type)))).toEqual(expect.arrayContaining([...labels]));
  });

  it("[A21] collateral with place, value, state, occupant and seizure", () => {
    const facts = factsOf({ 担保方式: "抵押" });
    const drawdowns = facts.drawdowns.map((drawdown) => ({ ...drawdown, collateral: "样东路厂房" }));
    expect(textsOf({ ...facts, drawdowns })).toEqual(
      expect.arrayContaining(["抵质押物", "位置面积", "本次价值", "抵押率", "状态", "占用人", "是否查封"]),
    );
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      "[A32] on site, by telephone, by video, through a third person",
      vocabulary.method,
      ["上门", "电话", "视频", "第三人调查"],
    ],
    ["[A86] the loan called in early", vocabulary.measure, ["提前收回"]],
  ])("%s can be chosen", (_practice, choices, wanted) => {
    const { choices: offered } = recordSheet(factsOf(), "回访");
    expect(offered.map(({ values }) => values)).toContainEqual(choices);
    expect(choices).toEqual(expect.arrayContaining([...wanted]));
  });

  it("[A33] news from social media is a source of an event, told by a person", () => {
    const { choices: offered } = recordSheet(factsOf({}, "突发"), "回访");
    expect(offered.flatMap(({ values }) => values)).toContain("微信/新媒体");
  });

  it("[A11][A35] lines to talk by, for each who is asked, that may be left out", () => {
    const talk = textsOf(factsOf()).filter((text) => text.startsWith("话术："));
    expect(talk.join()).toMatch(/最近订单和开工怎么样.*实控人谈经营方向.*财务负责人谈资金流.*普通员工谈开工/);
    expect(textsOf(factsOf({}, "常规", { withHints: false })).some((text) => text.startsWith("话术："))).toBe(false);
  });
});
