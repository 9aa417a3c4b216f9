import { failureSentence, operationName, stageName, undoneSentence } from "../app/words";
import { count } from "./view/amount";
import type { Job, Last, State } from "./session/state";

/** What each job is called while it runs and its stage says too little. */
export const jobName = {
  look: "正在读取工作簿",
  annotate: "正在标注",
  apply: "正在标注",
  settings: "正在保存设置",
  columns: "正在记住列对应",
  health: "正在检查台账",
  mend: "正在写入新列",
  untrace: "正在清除痕迹",
  planClear: "正在查找已有标注",
  clear: "正在清除标注",
  sample: "正在插入示例台账",
  record: "正在生成回访表",
  takeBack: "正在撤回",
  undo: "正在撤销",
  file: "正在归档回访表",
  report: "正在生成工作表",
  goTo: "正在定位",
} as const satisfies Record<Job, string>;

/** Labels that stand in more than one place, or that tests and readers look for. */
export const label = {
  title: "贷后助手",
  annotate: "一键标注",
  clear: "清除标注",
  cancel: "取消",
  apply: "应用",
  preview: "预览",
  more: "更多",
  close: "关闭",
  cancelling: "正在取消…",
  retry: "再试",
  dismiss: "关闭提示",
  asOf: "基准日",
  reread: "重新读取",
  customers: "待访",
  problems: "问题",
  settings: "设置",
  save: "保存",
  warnings: "预警",
  changes: "变化",
  health: "台账体检",
  columns: "列对应",
  selfCheck: "自检",
  untrace: "清除本插件痕迹",
  makeReport: "生成风险预警报告",
  sample: "插入示例台账",
  record: "生成回访表",
  takeBack: "撤回",
  undo: "撤销",
  redo: "重做",
  restore: "恢复原样",
  finish: "接着清除",
  withoutUndo: "不保留撤销，继续",
  file: "归档回访表",
  report: "预警报告",
  card: "信息表",
  batch: "批量和事件",
  fileAnyway: "仍要归档",
  supply: "写到表上并归档",
  fillHere: "在这里补填",
  fileAgain: "补好了，再检查",
  fileDraft: "先登记为草稿",
} as const;

type Told = Exclude<Last["is"], "nothing">;
type Sentences = { readonly [K in Told]: (last: Extract<Last, { is: K }>) => string };

const written = ({ changes, cells }: { changes: number; cells: number }): string =>
  changes === 0 ? "内容与上次相同，没有改动。" : `写入 ${count(cells)} 格，原有内容未动。`;

function recordedSentence(drafts: readonly { readonly name: string }[], left: number): string {
  const name = drafts[0]?.name ?? "";
  const made =
    drafts.length === 1
      ? `已生成工作表“${name}”。填好后停在这张表上，点“归档回访表”。`
      : `已生成 ${count(drafts.length)} 张回访表，第一张是“${name}”。`;
  return left > 0 ? `${made}还有 ${count(left)} 户，请再点一次。` : made;
}

const sentences: Sentences = {
  annotated: ({ at, drawdowns, applied, kept }) =>
    `${at} 已标注 ${count(drawdowns)} 笔，${written(applied)}${kept > 0 ? `保留了您填写的 ${count(kept)} 格。` : ""}`,
  cleared: ({ at }) => `${at} 已清除标注，台账恢复为标注前的样子。`,
  nothingToClear: () => "工作簿里没有贷后助手写入的内容，没有改动。",
  columnsSaved: ({ sheet, isKept }) =>
    isKept ? `已记住工作表“${sheet}”的列对应，表头相同的台账以后不再询问。` : `工作表“${sheet}”恢复按表头自动识别。`,
  untraced: ({ columns, sheets, kept, typed, isProven }) =>
    [
      `已清除 ${count(columns)} 列标注、${count(sheets)} 张工作表和文件中的记录。`,
      ...(kept.length > 0 ? [`保留了 ${kept.join("、")}。`] : []),
      ...(typed > 0 ? [`您填写的 ${count(typed)} 格保留在原处。`] : []),
      isProven ? "又查了一遍，没有别的留下。" : "还没有核对完，请再点一次“清除本插件痕迹”。",
    ].join(""),
  settingsSaved: ({ at, cells }) =>
    `${at} 设置已保存（${count(cells)} 格）。再点一次“一键标注”，台账就按新的设置判断。`,
  sampled: ({ sheet }) => `已在新工作表“${sheet}”中放入示例台账，内容均为虚构。`,
  recorded: ({ drafts, left }) => recordedSentence(drafts, left),
  reported: ({ sheet, customers }) =>
    `已生成“${sheet}”，列出有红色、橙色信号的 ${count(customers)} 户，并登入“预警登记簿”。`,
  carded: ({ drafts: [{ name }] }) => `已生成“${name}”。`,
  told: ({ text }) => text,
  cardUpdated: ({ sheet }) => `已更新“${sheet}”，备注保留。`,
  tookBack: ({ sheets, kept }) =>
    `已撤回 ${count(sheets)} 张工作表。${kept.length > 0 ? `已有人填写、保留下来的：${kept.join("、")}。` : ""}`,
  undone: ({ at, operation, left }) =>
    `${at} ${undoneSentence({ kind: operation })}${left.length > 0 ? `之后有人改动、保留下来的：${left.join("；")}。` : ""}`,
  redone: ({ at, operation }) => `${at} 已重做${operationName[operation]}。`,
  brokenOff: ({ isRemoval }) =>
    isRemoval
      ? "上次清除没有做完（Excel 可能中途关闭过）。可以接着把它做完。"
      : "上次写入没有完成（Excel 可能中途关闭过）。可以恢复到写入之前的样子，再重新标注。",
  filed: ({ filed: { number, customer, state, isKnown } }) =>
    isKnown
      ? `${number}（${customer}）已经登记过，没有改动。`
      : `${number}（${customer}）${state}：已登入“回访登记簿”，${state === "草稿" ? "台账没有改动" : "台账的回访日期已更新"}。`,
  proposed: ({ findings }) =>
    `回访表填写的内容引出 ${count(findings.length)} 条信号，已写在“系统提示信号”下面。请逐条选“采纳”或“不采纳”，再点归档。`,
  noCustomerHere: ({ sheet, rowNumber }) =>
    `工作表“${sheet}”第 ${String(rowNumber)} 行没有未结清的客户。请在台账中选中客户所在的行。`,
  failed: ({ because }) => failureSentence(because),
  broken: () => "内部错误，这一步没有完成。请重新打开面板再试；复制下面的详情交给技术人员，其中没有客户数据。",
};

/** What happened last, in one or two sentences; "" where nothing did. */
export function lastSentence(last: Last): string {
  return last.is === "nothing" ? "" : (sentences[last.is] as (last: Last) => string)(last);
}

/** What a screen reader is told: the stage while working, then the outcome. */
export function announcement({ run, last }: Pick<State, "run" | "last">): string {
  if (run.is === "idle") return lastSentence(last);
  if (run.on === "goTo" || run.on === "planClear") return "";
  return run.isCancelling ? label.cancelling : stageName[run.stage];
}
