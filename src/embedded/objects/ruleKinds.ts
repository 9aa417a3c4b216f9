import type { Extent, RuleDraft } from "../xlsx/model";
import { noLook, type DataBarState, type IconSetState, type Threshold } from "../xlsx/ruleModel";

/** The kinds of conditional formats by Excel's names. */
export const ruleKinds = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** The file's rule types by Excel's names. */
export const fileTypes: Readonly<Record<RuleKind, readonly string[]>> = {
  Custom: ["expression"],
  CellValue: ["cellIs"],
  DataBar: ["dataBar"],
  ColorScale: ["colorScale"],
  IconSet: ["iconSet"],
  TopBottom: ["top10"],
  ContainsText: ["containsText", "notContainsText", "beginsWith", "endsWith"],
  PresetCriteria: [
    "aboveAverage",
    "uniqueValues",
    "duplicateValues",
    "containsBlanks",
    "notContainsBlanks",
    "containsErrors",
    "notContainsErrors",
    "timePeriod",
  ],
};

/** Excel's name of a rule of the file. */
export function kindOf(type: string): RuleKind {
  return ruleKinds.find((kind) => fileTypes[kind].includes(type)) ?? "Custom";
}

/** A limit that a value reaches by being equal. */
export const limit = (type: string, value?: string): Threshold => ({ type, value, isInclusive: true });

const bar: DataBarState = {
  lower: limit("autoMin"),
  upper: limit("autoMax"),
  color: "#638EC6",
  gradient: true,
  border: undefined,
  negativeColor: "#FF0000",
  negativeBorder: undefined,
  axisColor: "#000000",
  axis: "automatic",
  direction: "context",
  showsValue: true,
  shortest: 0,
  longest: 100,
};

/** Equal parts of the scale, as Excel begins with; with three icons rounded. */
export function equalParts(count: number): readonly Threshold[] {
  return Array.from({ length: count }, (_, index) => limit("percent", String(Math.round((100 * index) / count))));
}

const icons: IconSetState = {
  set: "3TrafficLights1",
  isReversed: false,
  showsValue: true,
  thresholds: equalParts(3),
  icons: undefined,
};

/** What a new rule of a kind says before a client says more: rules that test cells hold nowhere yet. */
const beginnings: Readonly<Record<RuleKind, Partial<RuleDraft> & { readonly type: string }>> = {
  Custom: { type: "expression", formulas: ["FALSE"] },
  CellValue: { type: "cellIs", settings: { operator: "equal" }, formulas: ["NA()"] },
  ContainsText: { type: "containsText", settings: { operator: "containsText", text: "" }, formulas: ["FALSE"] },
  TopBottom: { type: "top10", settings: { rank: "10" } },
  PresetCriteria: { type: "aboveAverage" },
  DataBar: { type: "dataBar", bar },
  IconSet: { type: "iconSet", icons },
  ColorScale: {
    type: "colorScale",
    stops: [
      { threshold: limit("min"), color: "#FF7128" },
      { threshold: limit("max"), color: "#FFEF9C" },
    ],
  },
};

/** A new rule of a kind for some areas. */
export function newRule(kind: RuleKind, ranges: readonly Extent[]): RuleDraft {
  return {
    ...noLook,
    stopIfTrue: false,
    ranges,
    formulas: [],
    settings: {},
    stops: undefined,
    bar: undefined,
    icons: undefined,
    ...beginnings[kind],
  };
}
