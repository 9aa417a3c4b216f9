import type { CustomerType } from "../ledger/ledger";
import { filingLines } from "./filingLines";
import { modifierLines } from "./modifierLines";
import { noticeLines } from "./noticeLines";
import type { NumberLine } from "./numberLine";
import type { Settings } from "./settings";
import { thresholdLines } from "./thresholdLines";
import { visitSignalLines } from "./visitSignalLines";

/** Every number but the interval matrix, in the order of the sheet. */
export const numberLines: readonly NumberLine[] = [
  ...noticeLines,
  ...thresholdLines,
  ...modifierLines,
  ...filingLines,
  ...visitSignalLines,
];

/** The customer types as the sheet and the own column call them. */
export const customerTypeName = {
  corporate: "法人(大中型)",
  smallBusiness: "小微法人",
  soleTrader: "个人经营",
  consumer: "个人消费/按揭",
} as const satisfies Record<CustomerType, string>;

/** A list of words in one cell. */
export interface WordLine {
  readonly key: "highRiskIndustries" | "exitIndustries";
  readonly label: string;
  readonly note: string;
}

export const wordLines: readonly WordLine[] = [
  { key: "highRiskIndustries", label: "高危行业", note: "行业名称包含其中一个词即算；用“、”分开" },
  { key: "exitIndustries", label: "退出类行业", note: "写法同上；按高危行业加密上门，并提示制定退出计划" },
];

/** A switch that is 是 or 否. */
export interface SwitchLine {
  readonly label: string;
  readonly note: string;
  readonly isOn: (settings: Settings) => boolean;
  readonly turn: (settings: Settings, isOn: boolean) => Settings;
}

function optional(heading: string, note: string): SwitchLine {
  return {
    label: `增加列：${heading}`,
    note,
    isOn: ({ optionalColumns }) => optionalColumns.has(heading),
    turn: (settings, isOn) => {
      const optionalColumns = new Set(settings.optionalColumns);
      if (isOn) optionalColumns.add(heading);
      else optionalColumns.delete(heading);
      return { ...settings, optionalColumns };
    },
  };
}

/** The columns into which a person writes a group of their own, or puts visits off; switched on together. */
export const OPINION_SWITCH = "人工判断";

const modifier = (key: "strictOnSite" | "groupIsKey", label: string, note: string): SwitchLine => ({
  label,
  note,
  isOn: ({ modifiers }) => modifiers[key],
  turn: (settings, isOn) => ({ ...settings, modifiers: { ...settings.modifiers, [key]: isOn } }),
});

export const switchLines: readonly SwitchLine[] = [
  modifier("strictOnSite", "严格2–3月上门", "所有客户的上门间隔最长 3 个月"),
  {
    label: "整行着色",
    note: "预警颜色涂满台账整行，否则只涂客户名称",
    isOn: ({ wholeRowColour }) => wholeRowColour,
    turn: (settings, wholeRowColour) => ({ ...settings, wholeRowColour }),
  },
  {
    label: "每次先预览",
    note: "每次标注都先列出会改哪些格，确认后再写；第一次标注总是先预览",
    isOn: ({ previewFirst }) => previewFirst,
    turn: (settings, previewFirst) => ({ ...settings, previewFirst }),
  },
  optional("客户类型", "在最右侧多写一列：判断出的客户类型"),
  optional("分类下限", "在最右侧多写一列：五级分类至少应为哪一级"),
  optional("抵押率", "在最右侧多写一列：余额除以押品价值"),
  optional("用途检查截止日", "在最右侧多写一列：放款后用途检查的最后一天"),
  optional("数据问题", "在最右侧多写一列：本行读不出的单元格"),
  optional(OPINION_SWITCH, "在最右侧留出几列，由您填写人工组别、暂缓回访和理由；填过的列不会自动删去"),
  modifier("groupIsKey", "集团客户算重点", "台账写明所属集团的客户按重点客户加密上门"),
];

export const AS_OF_LABEL = "基准日";
export const HOLIDAYS_LABEL = "节假日";
export const WORKED_LABEL = "调休上班日";
export const ALIAS_LABEL = "客户经理别名";
export const ALIAS_NAME_LABEL = "对应姓名";
