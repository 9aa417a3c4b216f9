import { PRACTICE, type NumberLine } from "./numberLine";

/** How early the manager is told. visit-intervals C.4 */
export const noticeLines: readonly NumberLine[] = [
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
];
