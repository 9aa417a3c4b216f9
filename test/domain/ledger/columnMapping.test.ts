import {
  forgetting,
  headingKeys,
  mappingOf,
  mappingsText,
  parseMappings,
  recall,
  remembering,
} from "../../../src/domain/ledger/columnMapping";
import { recognise } from "../../../src/domain/ledger/recognise";
import { sheetSurvey, survey as surveyOf } from "./sheets";

const heads = (...shown: string[]) => shown.map((one, column) => ({ shown: one, column }));
const month = heads("序号", "户名", "余额", "余额", "到期日", "备注");
const mapping = mappingOf(
  month,
  new Map([
    ["customerName", 1],
    ["balance", 3],
    ["remark", undefined],
  ]),
);

test("columns of one heading are told apart by their order", () => {
  expect([...headingKeys(month).keys()]).toEqual(["序号", "户名", "余额", "余额#2", "到期日", "备注"]);
});

test("the same layout is recalled without a question, columns in whatever place", () => {
  const moved = heads("户名", "序号", "余额", "余额", "备注", "到期日");
  expect(recall([mapping], moved)).toEqual({
    given: new Map([
      ["customerName", 0],
      ["balance", 3],
      ["remark", undefined],
    ]),
    changed: [],
  });
});

test("a changed layout keeps what still stands and names what came and went", () => {
  const changed = heads("序号", "借款人", "余额", "余额", "到期日", "备注");
  const found = recall([mapping], changed);
  expect(found?.changed).toEqual(["借款人", "户名"]);
  expect([...(found?.given.keys() ?? [])]).toEqual(["balance", "remark"]);
  expect(recall([mapping], heads("产品", "数量", "单价"))).toBeUndefined();
});

test("several layouts are remembered beside each other, and forgotten one by one", () => {
  const other = mappingOf(heads("姓名", "金额", "日期"), new Map([["customerName", 0]]));
  const both = remembering(remembering([], mapping), other);
  expect(remembering(both, mapping)).toHaveLength(2);
  expect(forgetting(both, month)).toEqual([other]);
  expect(parseMappings(mappingsText(both))).toEqual(both);
});

test.each([undefined, "", "{", "[1]", '[{"headings":[],"fields":{"x":"y"}}]', '{"headings":[]}'])(
  "what is no mapping counts as none: %s",
  (text) => {
    expect(parseMappings(text)).toEqual([]);
  },
);

test("a mapped column beats the heading, and says so", () => {
  const grid = [
    ["客户名称", "贷款余额", "可用额度", "到期日期", "五级分类"],
    ["云岭样品商行", 500_000, 800_000, "2027-03-02", "正常"],
  ];
  const survey = surveyOf([sheetSurvey(grid)]);
  const layoutOf = (mappings: Parameters<typeof recognise>[1]) => recognise(survey, mappings).layouts[0];
  expect(layoutOf([])?.columns.get("balance")).toMatchObject({ column: 1 });
  expect(layoutOf([])?.changedSince).toBeUndefined();
  const titles = heads("客户名称", "贷款余额", "可用额度", "到期日期", "五级分类");
  const said = mappingOf(
    titles,
    new Map([
      ["balance", 2],
      ["fiveClass", undefined],
    ] as const),
  );
  expect(layoutOf([said])?.columns.get("balance")).toEqual({
    ...{ field: "balance", column: 2, heading: "可用额度", confidence: 1, source: "mapping", unit: "元" },
  });
  expect(layoutOf([said])?.columns.has("fiveClass")).toBe(false);
  expect(layoutOf([said])?.changedSince).toEqual([]);
});
