import { namesIn } from "../../../src/domain/record/background";
import { masked, maskedPhone } from "../../../src/domain/record/mask";
import { recordSheet } from "../../../src/domain/record/record";
import { money } from "../../../src/domain/loan/money";
import { factsOf, textsOf } from "./facts";

describe("what a record shows of persons", () => {
  it.each([
    ["13812345678", "138****5678"],
    ["样甲 138-1234-5678", "样甲 138******5678"],
    ["0431-88", "0431-88"],
    ["", ""],
  ])("hides the middle of the telephone number in %p", (text, shown) => {
    expect(maskedPhone(text)).toBe(shown);
  });

  it("hides the middle of an id and leaves a customer number", () => {
    expect(masked("110101199001011234")).toBe("110***********1234");
    expect(masked("KH00004")).toBe("KH00004");
  });

  it.each([
    ["样甲、样乙", ["样甲", "样乙"]],
    ["样甲(60%)、样乙40%", ["样甲", "样乙"]],
    ["东样(集团)有限公司;样丙", ["东样(集团)有限公司", "样丙"]],
    ["", []],
  ])("takes the names out of %p", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe("the lookups before a visit", () => {
  it("[A04] name the borrower, who leads it, its shareholders and its guarantors", () => {
    const background = {
      legalRep: "样甲",
      shareholders: "样甲、样乙、样丙、样丁",
      phone: "13812345678",
      address: "样东路1号",
    };
    const texts = textsOf(factsOf({ 担保方式: "保证" }, "常规", { background }));
    expect(texts).toEqual(
      expect.arrayContaining(["法代", "样甲", "股东", "样乙", "样丙、样丁", "样东路1号", "138****5678"]),
    );
    expect(texts).not.toContain("13812345678");
  });
});

describe("the use of a loan", () => {
  it("[A40] a payment marks itself as large by the settings' amount and share of the loan", () => {
    const draft = recordSheet(factsOf({}, "首次"), "回访");
    const formulas = draft.cells.flat().flatMap((cell) => (typeof cell === "object" ? [cell.r1c1] : []));
    const marks = formulas.filter((formula) => formula.includes('"大额",""'));
    expect(marks).toHaveLength(8);
    expect(marks[0]).toMatch(/>=1000000,AND\(N\(R\d+C\d+\)>0,R\d+C\d+>0\.1\*R\d+C\d+\)/);
  });

  it("[A42][A46] counts what is not used yet, and lists what the account shows", () => {
    const texts = textsOf(factsOf({}, "首次"));
    expect(texts).toEqual(expect.arrayContaining(["未用金额", "未用续查", "受托后回流", "整改期限"]));
  });
});

describe("blocks that depend on the loan", () => {
  it.each([
    ["质押", "质物保管"],
    ["联保", "联保成员"],
  ])("[A31] %s asks for %s", (担保方式, label) => {
    expect(textsOf(factsOf({ 担保方式 }))).toContain(label);
    expect(textsOf(factsOf())).not.toContain(label);
  });

  it.each([
    ["个人住房按揭贷款", "实际居住"],
    ["银行承兑汇票", "贸易背景"],
    ["固定资产贷款", "项目进度"],
  ])("[A31] %s asks for %s", (product, label) => {
    const facts = factsOf();
    const drawdowns = facts.drawdowns.map((drawdown) => ({ ...drawdown, product }));
    expect(textsOf({ ...facts, drawdowns })).toContain(label);
  });
});

describe("special occasions", () => {
  it("[E.3] a loan that went bad is asked for contact, promise, assets and periods", () => {
    expect(textsOf(factsOf({}, "催收"))).toEqual(
      expect.arrayContaining(["催收方式*", "承诺金额", "资产线索", "时效届满", "保证人签收"]),
    );
  });

  it("[A34] an event lists whom else it hits", () => {
    const customers = Array.from({ length: 23 }, (_, index) => ({
      name: `样品厂${String(index)}`,
      balance: money(100),
    }));
    const event = { scope: { field: "industry", word: "钢" }, customers, balance: money(2300) } as const;
    const texts = textsOf(factsOf({}, "突发", { event }));
    expect(texts).toEqual(expect.arrayContaining(["受影响客户", "样品厂19", "另有 3 户，见各户的回访表"]));
  });

  it("[A88] a person is asked for what befell him", () => {
    expect(textsOf(factsOf({ 客户类型: "个人消费" }))).toContain("人身家庭变化");
  });
});
