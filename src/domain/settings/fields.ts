import type { CellValue } from "../ledger/cells";
import type { CustomerType } from "../ledger/ledger";
import { plainText } from "../ledger/text";
import { yuan } from "../loan/money";
import { riskGroupName, riskGroups, type RiskGroup } from "../risk/group";
import { wordsIn, type SettingField, type Shape } from "./field";
import { customerTypeName, numberLines, switchLines, wordLines, type SwitchLine, type WordLine } from "./lines";
import { PRACTICE, type NumberLine } from "./numberLine";
import { spanLines, type SpanLine } from "./spanLines";
import type { Intervals, Settings } from "./settings";

/** 0-based columns of the sheet in which labels and values stand. */
export const LABEL_COLUMN = 0;
export const VALUE_COLUMN = 1;
export const SECOND_COLUMN = 2;

type Numbers = Readonly<Record<string, number>>;

function stored({ unit }: NumberLine, value: number): number {
  if (unit === "万元") return yuan(value * 10_000) ?? 0;
  return unit === "%" ? Number((value / 100).toPrecision(12)) : value;
}

function shown(line: NumberLine, settings: Settings): number {
  const value = (settings[line.group] as unknown as Numbers)[line.key] ?? 0;
  if (line.unit === "万元") return value / 1_000_000;
  return line.unit === "%" ? Number((value * 100).toPrecision(12)) : value;
}

/** Amounts and shares may be fractions, months below one; what is counted is whole. */
function wholeness({ unit, least }: NumberLine): Extract<Shape, { kind: "number" }>["whole"] {
  if (unit === "万元" || unit === "%") return "no";
  return unit === "个月" && least > 0 ? "fromOne" : "yes";
}

function numberField(line: NumberLine): SettingField {
  const { group, key, label, unit, note, source, least, most, name } = line;
  return {
    ...{ id: label, label, column: VALUE_COLUMN, section: group, unit, note, source },
    shape: { kind: "number", least, most, whole: wholeness(line) },
    ...(name === undefined ? {} : { name }),
    shown: (settings) => shown(line, settings),
    put: (settings, value) => ({ ...settings, [group]: { ...settings[group], [key]: stored(line, Number(value)) } }),
  };
}

/** How the sheet names one row of the interval matrix. */
function matrixLabel(group: RiskGroup, type: CustomerType): string {
  return `${riskGroupName[group]} · ${customerTypeName[type]}`;
}

const MONTHS: Shape = { kind: "number", least: 0.1, most: 60, whole: "fromOne" };

function intervalField(group: RiskGroup, type: CustomerType, way: keyof Intervals): SettingField {
  const label = matrixLabel(group, type);
  const [column, heading] = way === "contact" ? [VALUE_COLUMN, "联系"] : [SECOND_COLUMN, "上门"];
  return {
    ...{ id: `${label} ${heading}`, label, column, section: "intervals", unit: "个月", source: PRACTICE },
    note: group === "D" || group === "E" ? "0.5 表示 15 天" : "",
    shape: MONTHS,
    shown: ({ intervals }) => intervals[group][type][way],
    put: (settings, value) => {
      const { intervals } = settings;
      const changed = { ...intervals[group][type], [way]: Number(value) };
      return { ...settings, intervals: { ...intervals, [group]: { ...intervals[group], [type]: changed } } };
    },
  };
}

function spanField({ key, label, note, source }: SpanLine, end: "from" | "to"): SettingField {
  const [column, heading] = end === "from" ? [VALUE_COLUMN, "从"] : [SECOND_COLUMN, "至"];
  return {
    ...{ id: `${label} ${heading}`, label, column, section: "pastDue", unit: "天", note, source },
    shape: { kind: "number", least: 1, most: 90, whole: "yes" },
    shown: ({ pastDue }) => pastDue[key][end],
    put: (settings, value) => {
      const { pastDue } = settings;
      return { ...settings, pastDue: { ...pastDue, [key]: { ...pastDue[key], [end]: Number(value) } } };
    },
  };
}

function switchField({ label, note, isOn, turn }: SwitchLine): SettingField {
  return {
    ...{ id: label, label, column: VALUE_COLUMN, section: "options", unit: "", note, source: PRACTICE },
    shape: { kind: "switch" },
    shown: (settings) => (isOn(settings) ? "是" : "否"),
    put: (settings, value) => turn(settings, plainText(value) === "是"),
  };
}

function wordField({ key, label, note }: WordLine): SettingField {
  return {
    ...{ id: label, label, column: VALUE_COLUMN, section: "thresholds", unit: "", note, source: PRACTICE },
    shape: { kind: "words" },
    shown: (settings): CellValue => settings[key].join("、"),
    put: (settings, value) => ({ ...settings, [key]: wordsIn(value) }),
  };
}

const types = Object.keys(customerTypeName) as CustomerType[];

/** Every single value of the settings, in the order of the sheet. */
export const settingFields: readonly SettingField[] = [
  ...numberLines.map(numberField),
  ...riskGroups.flatMap((group) =>
    types.flatMap((type) => [intervalField(group, type, "contact"), intervalField(group, type, "onSite")]),
  ),
  ...spanLines.flatMap((line) => [spanField(line, "from"), spanField(line, "to")]),
  ...wordLines.map(wordField),
  ...switchLines.map(switchField),
];

/** A field by its id. */
export const settingField: ReadonlyMap<string, SettingField> = new Map(settingFields.map((field) => [field.id, field]));
