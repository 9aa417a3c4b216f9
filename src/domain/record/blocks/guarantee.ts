import { inYuan, sum } from "../../loan/money";
import { distinct, type RecordFacts } from "../facts";
import { answer, derived, given, label, line, MONEY, RATIO, type Block, type FormLine } from "../form";
import { vocabulary } from "../vocabulary";

function guarantorLine(name: string): FormLine {
  return line(
    ...[label("保证人"), given(name, 3)],
    ...[label("经营"), answer(1, { choices: vocabulary.operation })],
    ...[label("代偿意愿"), answer(2, { choices: vocabulary.willingness })],
    ...[label("代偿能力"), answer(2, { choices: vocabulary.ability })],
  );
}

function collateralLines({ drawdowns }: RecordFacts): readonly FormLine[] {
  const pledged = drawdowns.filter(({ collateral }) => collateral !== undefined && collateral !== "");
  if (pledged.length === 0) return [];
  const value = sum(pledged.flatMap(({ collateralValue }) => (collateralValue === undefined ? [] : [collateralValue])));
  const owed = sum(pledged.flatMap(({ balance }) => (balance === undefined ? [] : [balance])));
  return [
    line(
      ...[label("抵质押物"), given(distinct(pledged.map(({ collateral }) => collateral)), 5)],
      ...[label("所担余额"), given(inYuan(owed), 2, { key: "securedBalance", numberFormat: MONEY })],
      ...[label("状态"), answer(2, { choices: vocabulary.collateralState })],
    ),
    line(
      ...[label("评估价值"), given(value === 0 ? "" : inYuan(value), 2, { numberFormat: MONEY })],
      ...[label("本次价值"), answer(2, { key: "collateralValue", numberFormat: MONEY })],
      label("抵押率"),
      derived(
        2,
        (at) => `IF(N(${at("collateralValue")})=0,"",${at("securedBalance")}/${at("collateralValue")})`,
        RATIO,
      ),
      ...[label("是否查封"), answer(2, { choices: vocabulary.yesNo })],
    ),
  ];
}

/** ⑦ Guarantors and collateral, as far as the drawdowns have any. */
export function guarantee(facts: RecordFacts): Block {
  const guarantors = [...new Set(facts.drawdowns.map(({ guarantor }) => guarantor ?? ""))].filter(
    (name) => name !== "",
  );
  const lines = [...guarantors.slice(0, 3).map(guarantorLine), ...collateralLines(facts)];
  return lines.length > 0 ? lines : [line(label("担保"), given("信用，无保证人和抵质押物", 11))];
}
