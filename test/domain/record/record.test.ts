import fc from "fast-check";
import { recordSheet } from "../../../src/domain/record/record";
import { compactDay, recordSheetName } from "../../../src/domain/record/sheetName";
import { recordTypeFor, recordTypes, type RecordType } from "../../../src/domain/record/variant";
import { a1ToR1c1 } from "../../../src/embedded/calc/notation";
import { parseFormula } from "../../../src/embedded/calc/parse";
import { ASOF } from "../risk/ledgers";
import { factsOf as facts, textsOf } from "./facts";

describe("the name of a record's sheet", () => {
  it.each([
    ["松台样品贸易公司", [], "回访_松台样品贸易公司_20261123"],
    ["松台样品贸易公司", ["回访_松台样品贸易公司_20261123"], "回访_松台样品贸易公司_20261123-2"],
    ["甲/乙[丙]:丁?*\\戊'", [], "回访_甲 乙 丙 丁 戊_20261123"],
    ["", [], "回访_客户_20261123"],
  ])("of %p, with %p taken, is %p", (customer, taken, name) => {
    expect(recordSheetName(customer, ASOF, new Set(taken))).toBe(name);
  });

  it("is one that Excel takes, whatever the customer is called, and never one that is taken", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 6 }), (customers) => {
        const taken = new Set<string>();
        for (const customer of [...customers, ...customers]) {
          const name = recordSheetName(customer, ASOF, taken);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[\\/?*[\]:\u0000-\u001f]|^'|'$/);
          expect(taken.has(name.toLowerCase())).toBe(false);
          taken.add(name.toLowerCase());
        }
      }),
    );
  });

  it("tells the day in eight figures", () => {
    expect(compactDay(ASOF)).toBe("20261123");
  });
});

describe("the kind of record", () => {
  it.each([
    ["firstCheck", "首次"],
    ["maturityCheck", "到期"],
    ["onSite", "常规"],
    ["contact", "常规"],
    ["neverVisited", "常规"],
  ] as const)("that %s asks for is %s", (duty, type) => {
    expect(recordTypeFor(duty)).toBe(type);
  });
});

describe("a record", () => {
  const types = recordTypes.flatMap((type) =>
    ["对公", "小微企业", "个体工商户", "个人消费"].map((customerType) => [type, customerType] as const),
  );

  it.each(types)(
    "%s of %s is twelve columns wide in every line, and each of its formulas can be read",
    (type, 客户类型) => {
      const draft = recordSheet(facts({ 客户类型 }, type), "回访");
      expect(new Set(draft.cells.map((row) => row.length))).toEqual(new Set([12]));
      for (const cell of draft.cells.flat()) {
        if (typeof cell === "object") expect(parseFormula(cell.r1c1).ok).toBe(true);
      }
      for (const rule of draft.rules ?? []) expect(parseFormula(a1ToR1c1(rule.formula, 1, 1)).ok).toBe(true);
      for (const { values } of draft.choices) expect(values.join(",").length).toBeLessThanOrEqual(255);
    },
  );

  it("begins its second page at the documents, where it has two", () => {
    const pages = (type: RecordType, 客户类型: string) => {
      const draft = recordSheet(facts({ 客户类型 }, type), "回访");
      return (draft.page?.breaks ?? []).map((row) => draft.cells[row]?.[0]);
    };
    expect(pages("常规", "小微企业")).toEqual(["⑥ 资料与交叉验证"]);
    for (const type of ["首次", "到期", "突发"] as const) expect(pages(type, "小微企业")).toEqual([]);
    expect(pages("常规", "个人消费")).toEqual([]);
  });

  it("begins it at another heading where too much is told before the documents, and gives every text its lines", () => {
    const one = facts({ 担保方式: "保证、抵押、质押" }, "常规");
    const names = Array.from({ length: 4 }, (_, index) => `云岭样品中小企业融资担保集团有限责任公司${String(index)}`);
    const [drawdown] = one.drawdowns;
    if (drawdown === undefined) throw new Error("no drawdown");
    const many = Array.from({ length: 6 }, () => ({ ...drawdown, guarantor: names.join("、") }));
    const { cells, heights = [], page, widths } = recordSheet({ ...one, drawdowns: many }, "回访");
    const heightAt = (row: number) =>
      heights.filter(({ at }) => at.row <= row && row < at.row + at.rows).at(-1)?.points ?? 0;
    const [second = 0] = page?.breaks ?? [];
    expect(cells[second]?.[0]).toMatch(/^[④⑤⑦⑧] /);
    const points = cells.map((_cells, row) => heightAt(row));
    const sum = (part: readonly number[]) => part.reduce((all, one) => all + one, 0);
    const smaller = (widths[0] ?? 0) / 7.6;
    expect(Math.max(sum(points.slice(0, second)), sum(points.slice(second))) / smaller).toBeLessThanOrEqual(740.1);
    const loan = cells.findIndex((row) => row.includes("抵押、质押、保证"));
    const guarantor = cells.findIndex((row) => row[0] === "保证人" && row[4] === "主体资格");
    expect([heightAt(loan), heightAt(guarantor)].filter((height) => height < 24)).toEqual([]);
  });

  it("leaves what its pages have left to the lines that are written on", () => {
    const { cells, heights = [] } = recordSheet(facts({}, "常规"), "回访");
    const heightAt = (row: number) =>
      heights.filter(({ at }) => at.row <= row && row < at.row + at.rows).at(-1)?.points ?? 0;
    const row = (label: string) => cells.findIndex(([first]) => first === label);
    expect([heightAt(row("检查结论*")), heightAt(row("措施说明")), heightAt(row("负责人"))]).toEqual([80, 80, 24]);
  });

  it("asks a company, a trader and a household different things", () => {
    expect(textsOf(facts({ 客户类型: "小微企业" }))).toContain("资产负债率");
    expect(textsOf(facts({ 客户类型: "个体工商户" }))).toContain("月营业额(万元)");
    expect(textsOf(facts({ 客户类型: "个人消费" }))).toContain("收入负担比");
  });

  it("lists payments after a disbursement alone, the plan to repay before a maturity, the event of a sudden one", () => {
    expect(textsOf(facts({}, "首次"))).toContain("收款人");
    expect(textsOf(facts({}, "常规"))).not.toContain("收款人");
    expect(textsOf(facts({}, "到期"))).toContain("还款来源");
    expect(textsOf(facts({}, "突发"))).toContain("事件类型*");
  });

  it("has the guarantee block as the drawdowns have guarantees", () => {
    expect(textsOf(facts())).toContain("信用，无保证人和抵质押物");
    const pledged = facts({ 担保方式: "抵押", 抵押物: "厂房", "评估价值(元)": 10_000_000 });
    expect(textsOf(pledged)).toEqual(expect.arrayContaining(["抵质押物", "厂房", "抵押率"]));
  });

  it("puts every signal up for a decision, and its talk lines can be left out", () => {
    const told = { 逾期天数: 45, 五级分类: "关注" } as const;
    expect(textsOf(facts(told))).toContain("【橙】L03 逾期45天(>30)");
    expect(textsOf(facts(told)).join()).toContain("话术：");
    expect(textsOf(facts(told, "常规", { withHints: false })).join()).not.toContain("话术");
  });

  it("shows six drawdowns and counts all of them", () => {
    const one = facts();
    const [drawdown] = one.drawdowns;
    if (drawdown === undefined) throw new Error("no drawdown");
    const many = Array.from({ length: 9 }, (_, index) => ({ ...drawdown, noteNo: `JJ${String(index)}` }));
    const texts = textsOf({ ...one, drawdowns: many });
    expect(texts).toContain("共 9 笔，另有 3 笔见台账");
    expect(texts.filter((text) => /^JJ\d$/.test(text))).toHaveLength(6);
  });

  it("keeps a name that looks like a formula text, and leads back to its row", () => {
    const draft = recordSheet(facts({ 客户名称: "=1+1样品厂" }), "回访");
    expect(draft.cells.flat()).toContain("=1+1样品厂");
    expect(draft.cells.at(-1)?.[0]).toEqual({ r1c1: `=HYPERLINK("#'台账'!A5","回到台账：台账 第 5 行")` });
  });
});
