import type { CustomerType } from "../ledger/ledger";
import type { Settings } from "./settings";

/** The groups of plain numbers within the settings. */
export type NumberGroup = "thresholds" | "modifiers" | "notice";

/** One number that a bank may set: where it lives, what the sheet calls it, and what it may be. */
export interface NumberLine {
  readonly group: NumberGroup;
  readonly key: string;
  readonly label: string;
  readonly unit: "万元" | "个" | "天" | "%" | "个月" | "工作日";
  /** Bounds in the unit, inclusive. */
  readonly least: number;
  readonly most: number;
  readonly note: string;
  readonly source: string;
  /** The workbook name that formulas read it by. */
  readonly name?: string;
}

const PRACTICE = "通行做法";

/** Every number but the interval matrix, in the order of the sheet. visit-intervals C.2, signals F. */
export const numberLines: readonly NumberLine[] = [
  {
    group: "notice",
    key: "firstCheckWorkingDays",
    label: "首次检查期限",
    unit: "工作日",
    least: 1,
    most: 60,
    note: "放款后多少个工作日内检查资金用途",
    source: "贷后管理办法",
    name: "贷后_首检工作日",
  },
  {
    group: "notice",
    key: "maturityCheckDays",
    label: "到期检查提前",
    unit: "天",
    least: 0,
    most: 180,
    note: "到期前多少天做到期检查",
    source: PRACTICE,
    name: "贷后_到期提前天数",
  },
  {
    group: "notice",
    key: "soonDays",
    label: "近期提醒",
    unit: "天",
    least: 0,
    most: 60,
    note: "应访日在多少天之内显示为“7天内”",
    source: PRACTICE,
    name: "贷后_近期天数",
  },
  {
    group: "notice",
    key: "laterDays",
    label: "远期提醒",
    unit: "天",
    least: 0,
    most: 365,
    note: "应访日在多少天之内显示为“30天内”",
    source: PRACTICE,
    name: "贷后_远期天数",
  },
  {
    group: "thresholds",
    key: "smallBalance",
    label: "小额线",
    unit: "万元",
    least: 0,
    most: 100_000,
    note: "余额不超过它、没有任何信号的客户可列 A 组",
    source: PRACTICE,
  },
  {
    group: "thresholds",
    key: "keyCustomerBalance",
    label: "重点客户线",
    unit: "万元",
    least: 0,
    most: 10_000_000,
    note: "余额达到它的客户按重点客户加密上门",
    source: PRACTICE,
  },
  {
    group: "thresholds",
    key: "yellowsMakeOrange",
    label: "黄色信号升级数",
    unit: "个",
    least: 2,
    most: 20,
    note: "同一客户有多少个黄色信号时按橙色处理",
    source: PRACTICE,
  },
  {
    group: "thresholds",
    key: "interestDaysOrange",
    label: "欠息橙色天数",
    unit: "天",
    least: 1,
    most: 365,
    note: "欠息超过多少天按橙色处理",
    source: PRACTICE,
  },
  {
    group: "thresholds",
    key: "loanToValueHome",
    label: "抵押率上限（住宅）",
    unit: "%",
    least: 1,
    most: 200,
    note: "余额与住宅押品价值之比超过它时提示",
    source: PRACTICE,
  },
  {
    group: "thresholds",
    key: "loanToValueOther",
    label: "抵押率上限（其他）",
    unit: "%",
    least: 1,
    most: 200,
    note: "余额与其他押品价值之比超过它时提示",
    source: PRACTICE,
  },
  {
    group: "thresholds",
    key: "loanToValueRed",
    label: "抵押率红线",
    unit: "%",
    least: 1,
    most: 500,
    note: "余额与押品价值之比超过它时按红色处理",
    source: PRACTICE,
  },
  {
    group: "thresholds",
    key: "nonPerformingShare",
    label: "不良债权占比线",
    unit: "%",
    least: 0,
    most: 100,
    note: "非零售客户不良债权占比超过它时，全部债权至少次级",
    source: "风险分类办法第七条",
  },
  {
    group: "modifiers",
    key: "highRiskOnSite",
    label: "高危行业上门间隔",
    unit: "个月",
    least: 0.1,
    most: 24,
    note: "A、B 组的高危行业客户最长上门间隔",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "highRiskOnSiteElevated",
    label: "高危行业上门间隔（C组起）",
    unit: "个月",
    least: 0.1,
    most: 24,
    note: "C、D、E 组的高危行业客户最长上门间隔",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "keyCustomerOnSite",
    label: "重点客户上门间隔",
    unit: "个月",
    least: 0.1,
    most: 24,
    note: "重点客户最长上门间隔",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "newCustomerMonths",
    label: "新客户期限",
    unit: "个月",
    least: 0,
    most: 60,
    note: "首笔发放未满多少个月算新客户",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "newCustomerOnSite",
    label: "新客户上门间隔",
    unit: "个月",
    least: 0.1,
    most: 24,
    note: "新客户最长上门间隔",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "nearMaturityDays",
    label: "临近到期天数",
    unit: "天",
    least: 0,
    most: 365,
    note: "离到期不足多少天算临近到期",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "nearMaturityInterval",
    label: "临近到期间隔",
    unit: "个月",
    least: 0.1,
    most: 24,
    note: "临近到期客户最长联系和上门间隔",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "shortLoanMonths",
    label: "短期贷款期限",
    unit: "个月",
    least: 0,
    most: 36,
    note: "期限不超过多少个月算短期贷款",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "shortLoanContact",
    label: "短期贷款联系间隔",
    unit: "个月",
    least: 0.1,
    most: 24,
    note: "短期贷款客户最长联系间隔",
    source: PRACTICE,
  },
  {
    group: "modifiers",
    key: "shortLoanOnSite",
    label: "短期贷款上门间隔",
    unit: "个月",
    least: 0.1,
    most: 24,
    note: "短期贷款客户最长上门间隔",
    source: PRACTICE,
  },
];

/** The customer types as the sheet and the own column call them. */
export const customerTypeName = {
  corporate: "法人(大中型)",
  smallBusiness: "小微法人",
  soleTrader: "个人经营",
  consumer: "个人消费/按揭",
} as const satisfies Record<CustomerType, string>;

/** A switch that is 是 or 否. */
export interface SwitchLine {
  readonly label: string;
  readonly note: string;
  readonly isOn: (settings: Settings) => boolean;
}

const optional = (heading: string, note: string): SwitchLine => ({
  label: `增加列：${heading}`,
  note,
  isOn: ({ optionalColumns }) => optionalColumns.has(heading),
});

/** Own columns that may be switched on, by heading without the prefix. */
export const optionalHeadings = ["客户类型", "分类下限", "抵押率", "用途检查截止日", "数据问题"] as const;

export const STRICT_LABEL = "严格2–3月上门";
export const WHOLE_ROW_LABEL = "整行着色";

export const switchLines: readonly SwitchLine[] = [
  { label: STRICT_LABEL, note: "所有客户的上门间隔最长 3 个月", isOn: ({ modifiers }) => modifiers.strictOnSite },
  {
    label: WHOLE_ROW_LABEL,
    note: "预警颜色涂满台账整行，否则只涂客户名称",
    isOn: ({ wholeRowColour }) => wholeRowColour,
  },
  optional("客户类型", "在最右侧多写一列：判断出的客户类型"),
  optional("分类下限", "在最右侧多写一列：五级分类至少应为哪一级"),
  optional("抵押率", "在最右侧多写一列：余额除以押品价值"),
  optional("用途检查截止日", "在最右侧多写一列：放款后用途检查的最后一天"),
  optional("数据问题", "在最右侧多写一列：本行读不出的单元格"),
];

export const AS_OF_LABEL = "基准日";
export const INDUSTRIES_LABEL = "高危行业";
export const HOLIDAYS_LABEL = "节假日";
export const WORKED_LABEL = "调休上班日";
