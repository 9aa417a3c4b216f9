import type { Guarantee } from "../../ledger/ledger";
import { inYuan, sum } from "../../loan/money";
import { namesIn } from "../background";
import { distinct, type RecordFacts } from "../facts";
import { answer, DAY, derived, given, label, line, MONEY, RATIO, type Block, type FormLine } from "../form";
import { vocabulary } from "../vocabulary";

/** Guarantors that get lines of their own. */
const GUARANTORS = 3;

function guarantorLines(name: string): readonly FormLine[] {
  return [
    line(
      ...[label("保证人"), given(name, 3)],
      ...[label("主体资格"), answer(1, { choices: vocabulary.qualified })],
      ...[label("代偿意愿"), answer(2, { choices: vocabulary.willingness })],
      ...[label("代偿能力"), answer(2, { choices: vocabulary.ability })],
    ),
    line(
      ...[label("其经营"), answer(2, { choices: vocabulary.operation })],
      ...[label("其财务"), answer(2, { choices: vocabulary.finance })],
      ...[label("对外担保"), answer(2, { numberFormat: MONEY })],
      ...[label("自身负债"), answer(2, { numberFormat: MONEY })],
    ),
  ];
}

function guarantorsOf({ drawdowns }: RecordFacts): readonly FormLine[] {
  const names = namesIn(distinct(drawdowns.map(({ guarantor }) => guarantor)));
  const rest = names.slice(GUARANTORS);
  const others = rest.length === 0 ? [] : [line(label("其他保证"), given(rest.join("、"), 11))];
  return [...names.slice(0, GUARANTORS).flatMap(guarantorLines), ...others];
}

const has = ({ drawdowns }: RecordFacts, kind: Guarantee) => drawdowns.some(({ guarantees }) => guarantees.has(kind));

/** Members of a joint guarantee stand for one another. */
function jointLines(facts: RecordFacts): readonly FormLine[] {
  if (!has(facts, "联保")) return [];
  return [
    line(
      ...[label("联保成员"), answer(5), label("成员逾期"), answer(2, { choices: vocabulary.found })],
      ...[label("代偿意愿"), answer(2, { choices: vocabulary.willingness })],
    ),
  ];
}

/** What is pledged rather than mortgaged has to be in our hands. */
function pledgeLines(facts: RecordFacts): readonly FormLine[] {
  if (!has(facts, "质押")) return [];
  return [
    line(
      ...[label("质物保管"), answer(2), label("登记止付"), answer(2, { choices: vocabulary.yesNo })],
      ...[label("质物价值"), answer(2, { numberFormat: MONEY }), label("质押到期"), answer(2, { numberFormat: DAY })],
    ),
  ];
}

function collateralLines({ drawdowns, background }: RecordFacts): readonly FormLine[] {
  const pledged = drawdowns.filter(({ collateral }) => collateral !== undefined && collateral !== "");
  if (pledged.length === 0) return [];
  const value = sum(pledged.flatMap(({ collateralValue }) => (collateralValue === undefined ? [] : [collateralValue])));
  const owed = sum(pledged.flatMap(({ balance }) => (balance === undefined ? [] : [balance])));
  const ratio = derived(
    2,
    (at) => `IF(N(${at("collateralValue")})=0,"",${at("securedBalance")}/${at("collateralValue")})`,
    RATIO,
  );
  return [
    line(
      ...[label("抵质押物"), given(distinct(pledged.map(({ collateral }) => collateral)), 5)],
      ...[label("所担余额"), given(inYuan(owed), 2, { key: "securedBalance", numberFormat: MONEY })],
      ...[label("状态"), answer(2, { choices: vocabulary.collateralState })],
    ),
    line(
      ...[label("评估价值"), given(value === 0 ? "" : inYuan(value), 2, { numberFormat: MONEY })],
      ...[label("本次价值"), answer(2, { key: "collateralValue", numberFormat: MONEY })],
      ...[label("抵押率"), ratio, label("是否查封"), answer(2, { choices: vocabulary.yesNo })],
    ),
    line(
      ...[label("位置面积"), answer(2), label("所有权人"), given(background.collateralOwner ?? "", 2)],
      ...[label("占用人"), answer(2), label("保险到期"), answer(2, { numberFormat: DAY })],
    ),
  ];
}

/** What a product asks for besides, by a word in its name. practices A31 */
const products: readonly { readonly pattern: RegExp; readonly asks: readonly [string, string, string, string] }[] = [
  { pattern: /按揭|住房|购房/, asks: ["交房情况", "产权办证", "实际居住", "月供压力"] },
  { pattern: /承兑|保函|信用证/, asks: ["保证金", "贸易背景", "到期资金", "垫款风险"] },
  { pattern: /固定资产|项目|开发/, asks: ["项目进度", "资本到位", "投产时间", "超支情况"] },
  { pattern: /农|涉农|种植|养殖/, asks: ["种养规模", "长势存栏", "农业保险", "销售行情"] },
];

function productLines({ drawdowns }: RecordFacts): readonly FormLine[] {
  const named = distinct(drawdowns.map(({ product }) => product));
  return products
    .filter(({ pattern }) => pattern.test(named))
    .map(({ asks }) => line(...asks.flatMap((ask) => [label(ask), answer(2)])));
}

/** ⑦ Guarantors, collateral and what the product asks for, as far as the drawdowns have any. practices A31 */
export function guarantee(facts: RecordFacts): Block {
  const lines = [...guarantorsOf(facts), ...jointLines(facts), ...collateralLines(facts), ...pledgeLines(facts)];
  const secured = lines.length > 0 ? lines : [line(label("担保"), given("信用，无保证人和抵质押物", 11))];
  return [...secured, ...productLines(facts)];
}
