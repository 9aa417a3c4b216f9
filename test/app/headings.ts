/** Headings of the own columns of a run with default settings, left to right. */
export const ownColumnHeadings = [
  "贷后_风险组别",
  "贷后_组别原因",
  "贷后_联系间隔(月)",
  "贷后_上门间隔(月)",
  "贷后_上次联系日",
  "贷后_上次上门日",
  "贷后_下次应访日",
  "贷后_应访事由",
  "贷后_距应访(天)",
  "贷后_回访状态",
  "贷后_预警",
  "贷后_待首检发放日",
  "贷后_待检到期日",
];
