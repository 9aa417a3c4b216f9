import { PRACTICE, type NumberLine } from "./numberLine";

/** What a visit record is held to when it is filed. visit-forms E.4 */
export const filingLines: readonly NumberLine[] = [
  {
    group: "filing",
    key: "conclusionLength",
    label: "检查结论字数",
    unit: "字",
    least: 0,
    most: 500,
    note: "检查结论至少多少个字",
    source: PRACTICE,
  },
  {
    group: "filing",
    key: "similarity",
    label: "结论相似度",
    unit: "%",
    least: 10,
    most: 100,
    note: "与已归档的结论相似到这一比例时提示",
    source: PRACTICE,
  },
  {
    group: "filing",
    key: "visitsADay",
    label: "每日上门户数",
    unit: "次",
    least: 1,
    most: 50,
    note: "同一人一天上门超过它时提示",
    source: PRACTICE,
  },
  {
    group: "filing",
    key: "workingDays",
    label: "归档期限",
    unit: "工作日",
    least: 0,
    most: 60,
    note: "检查后多少个工作日内归档",
    source: PRACTICE,
  },
];
