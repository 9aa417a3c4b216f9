import type { Finding } from "../domain/filing/finding";
import { cellAddress } from "../domain/ledger/cells";
import type { Operation } from "../domain/change/operation";
import { formatDay } from "../domain/loan/day";
import type { Failure } from "./failure";
import type { Stage } from "./workbook";

/** What a run is doing, for a reader who waits. */
export const stageName = {
  survey: "正在查找台账",
  read: "正在读取台账",
  judge: "正在判断风险和回访",
  write: "正在写入",
  verify: "正在核对写入结果",
  rollBack: "正在恢复原样",
} as const satisfies Record<Stage, string>;

/** An operation as the reader knows it. */
export const operationName = {
  annotate: "标注",
  record: "生成回访表",
  file: "归档",
  event: "登记突发事件",
  report: "生成预警报告",
  card: "生成客户信息表",
  plan: "生成回访计划",
  template: "生成回访模板",
  health: "生成台账体检表",
  settings: "保存设置",
  takeBack: "撤回回访表",
  clear: "清除标注",
  untrace: "清除本插件痕迹",
  changes: "生成贷后变化表",
  mend: "生成规范列",
  mapping: "确认列对应",
} as const satisfies Record<Operation["kind"], string>;

/** What came of taking an operation back; of one that takes ours out and had broken off, that it is done now. */
export function undoneSentence({ kind }: Pick<Operation, "kind">): string {
  const isFinished = kind === "clear" || kind === "untrace";
  return isFinished ? `上次没有做完的“${operationName[kind]}”已经做完。` : `已撤销${operationName[kind]}。`;
}

/** What the reader is to do, in the words of the place where they asked for the run. */
export interface Ways {
  /** Ask for the same again, after what hinders it is out of the way. */
  readonly again: string;
  readonly withoutUndo: string;
  readonly builtInForm: string;
  readonly otherRecord: string;
  readonly giveReason: string;
  readonly finishClearing: string;
  /** Get rid of what half a run left. */
  readonly getRid: string;
}

const byHand: Ways = {
  again: "再点一次",
  withoutUndo: "选择不保留撤销继续",
  builtInForm: "选择使用内置格式",
  otherRecord: "请先打开要归档的回访表，再点归档",
  giveReason: "写明理由后可以归档",
  finishClearing: "请再点一次“清除本插件痕迹”；如果 Excel 关闭了，下次打开面板时可以接着做完",
  getRid: "请不要保存，关闭后重新打开工作簿；已经保存的，重新打开面板，点“恢复原样”",
};

type Sentences = {
  readonly [K in Failure["kind"]]: (failure: Extract<Failure, { kind: K }>, ways: Ways) => string;
};

const sentences: Sentences = {
  editMode: (_, { again }) => `Excel 正在编辑单元格。请按回车或 Esc 结束编辑，${again}。工作簿没有改动。`,
  sheetProtected: ({ sheet }, { again }) =>
    `工作表“${sheet}”受保护。请在“审阅”中撤销工作表保护，${again}。工作簿没有改动。`,
  structureProtected: (_, { again }) =>
    `工作簿结构受保护，不能新建或删除工作表。请在“审阅”中撤销工作簿保护，${again}。工作簿没有改动。`,
  filtered: ({ sheet }, { again }) =>
    `工作表“${sheet}”正在筛选，部分行被隐藏。请在“数据”中点“清除”筛选，${again}。工作簿没有改动。`,
  noRoom: ({ sheet }, { again }) =>
    `工作表“${sheet}”台账右侧没有足够的空列。请把右侧内容移到别处，合并的单元格取消合并，${again}。工作簿没有改动。`,
  otherWorkbook: (_, { again }) => `当前窗口不是读取时的工作簿。请切换到要标注的工作簿，${again}。工作簿没有改动。`,
  renamedColumn: ({ sheet, address, heading }, { again }) =>
    `工作表“${sheet}”${address} 的列原来是“${heading}”，标题改过，不能确定它现在归谁。请把标题改回“${heading}”，或删掉这一列，${again}。工作簿没有改动。`,
  sheetGone: ({ sheet }) => `找不到工作表“${sheet}”，可能已改名或删除。请核对工作表的名称再试。`,
  sheetHidden: ({ sheet }, { again }) =>
    `工作表“${sheet}”是隐藏的，不能转到其中的单元格。请在任一工作表标签上点右键，选“取消隐藏”，${again}。`,
  noHeader: ({ sheet }, { again }) =>
    `工作表“${sheet}”的前 30 行里没有找到表头，没有列可以指定。请先写好表头（如 客户名称、贷款余额、到期日），${again}。`,
  apiTooOld: ({ needs }) =>
    `此版本的 Excel 不支持所需功能（${needs}）。请使用 Office LTSC 2021、Microsoft 365 或更新的版本。`,
  tooLarge: () => "台账太大，Excel 一次接收不下。请先删除台账以外的多余内容，或拆分工作簿后再试。工作簿没有改动。",
  readOnly: (_, { again }) => `工作簿是只读的。请另存为一份可编辑的工作簿，${again}。工作簿没有改动。`,
  noConnection: () => "与 Excel 的连接断开了。请关闭面板后重新打开，再试一次。",
  notAsWritten: ({ address }) =>
    `${address} 写入后读回的内容不一致，已恢复原样。请检查这一格是不是合并单元格的一部分，或者有宏在改动它。`,
  cancelled: () => "已取消，工作簿保持原样。",
  noLedger: ({ nearest }) =>
    nearest === undefined
      ? "没有找到贷款台账：工作簿里没有带表头的数据。请打开含有台账的工作簿。"
      : `没有找到贷款台账。最接近的是工作表“${nearest.sheet}”：${nearest.reason}`,
  noSuchCustomer: ({ name, missing = "请核对名称（与台账中写的完全一致）再试" }) =>
    `台账里没有还有余额的客户“${name}”。${missing}。工作簿没有改动。`,
  noSuchGuarantor: ({ name, missing = "请核对名称（与“保证人”列写的完全一致）再试" }) =>
    `台账里没有由“${name}”保证的未结清贷款。${missing}。工作簿没有改动。`,
  nobodyDue: () => "这段时间内没有应访的客户，没有生成回访表。工作簿没有改动。",
  noWarnings: ({ name }) =>
    `${name === "" ? "台账里" : `客户“${name}”`}没有红色或橙色的预警信号，没有生成报告。工作簿没有改动。`,
  nobodyHit: ({ word }) => `台账里没有涉及“${word}”的未结清客户，没有生成回访表。请核对后再试。工作簿没有改动。`,
  allRecorded: ({ customers }) =>
    `应访的 ${String(customers)} 户都已有未归档的回访表。请先填写并归档，或删去不要的回访表。工作簿没有改动。`,
  templateThere: () => "工作簿里已有“回访模板”。请直接修改它；要重新生成，先把它改名。工作簿没有改动。",
  templateMerged: ({ areas }, { builtInForm }) =>
    `“回访模板”中按借据或信号逐行重复的那一行，与上下行有合并单元格：${areas.join("、")}。请取消这些纵向合并，或${builtInForm}。工作簿没有改动。`,
  unknownPlaceholders: ({ unknown }, { builtInForm }) =>
    `“回访模板”中有 ${String(unknown.length)} 个不认识的占位符：${unknown
      .map(({ address, text }) => `${address} ${text}`)
      .join("、")}。请改正，或${builtInForm}。工作簿没有改动。`,
  noRecord: ({ sheet }, { otherRecord }) =>
    `工作表“${sheet}”不是回访表（前三行没有“编号 DH-…”）。${otherRecord}；标题行被删掉的，在前三行任一格补上“编号 DH-年月日-序号”。工作簿没有改动。`,
  notFilable: ({ findings }, { giveReason }) =>
    `回访表还不能归档，有 ${String(findings.length)} 处：${findings.map(findingSentence).join("；")}。${
      findings.every(({ isWaivable }) => isWaivable) ? `情况属实的，${giveReason}。` : "请补正后再归档。"
    }工作簿没有改动。`,
  badRegister: ({ missing }) =>
    `“回访登记簿”缺少“${missing}”列，标题可能被改过。请恢复这些标题，再归档。工作簿没有改动。`,
  badWarnings: ({ missing }) => `“预警登记簿”缺少“${missing}”列，标题可能被改过。请恢复这些标题再试。工作簿没有改动。`,
  noWarningLine: ({ name }) =>
    `“预警登记簿”里${name === "" ? "" : `客户“${name}”`}没有未落实的预警。请先生成预警报告。工作簿没有改动。`,
  nothingToUndo: () => "文件里没有可以撤销的操作。工作簿没有改动。",
  changedSince: ({ place }) => `${place}在撤销之后有人改过，不能原样重做。请直接再做一次这项操作。工作簿没有改动。`,
  notUndoable: (_, { withoutUndo }) =>
    `这次要改的单元格太多，文件里放不下撤销记录（最多 1 MB），还没有写入。可以先另存一份副本，再${withoutUndo}。`,
  noHistory: ({ days }) =>
    days.length === 0
      ? "文件里还没有以前的标注结果，无法比较。每次标注都会留下当天的结果，下次标注时就能看到变化。"
      : `文件里没有那么早的标注结果。可以比较的日期：${days.map(formatDay).join("、")}。`,
  badEvents: () => "“突发事件登记簿”的标题被改过，无法登记。请恢复原标题，或把这张表改名后再登记。工作簿没有改动。",
  badSettings: ({ problems }, { again }) =>
    `“贷后设置”中有 ${String(problems.length)} 处不能使用，请改正，${again}。工作簿没有改动：${problems
      .map(({ address, message }) => `${address} ${message}`)
      .join("；")}`,
  unfinished: ({ left }, { finishClearing }) => `清除没有做完，可能还剩：${left.join("、")}。${finishClearing}。`,
  halfDone: ({ left, because }, ways) =>
    `${causeSentence(because, ways)}恢复原样时又被拒绝，还留有：${left.join("、")}。${ways.getRid}。`,
  refused: ({ code }) => `Excel 拒绝了这一步（${code}），已恢复原样。请关闭其他对话框后再试一次。`,
};

/** Why something was refused, without a word on the workbook, of which something is left. */
const causeSentence = (failure: Failure, ways: Ways): string =>
  failureSentence(failure, ways)
    .replace("，已恢复原样", "")
    .replace(/工作簿没有改动。$/, "")
    .replace(`，${ways.again}`, "");

/** A finding with its cell and its clause. */
export function findingSentence({ sheet, row, column, message, clause }: Finding): string {
  return `${sheet}!${cellAddress(row, column)} ${message}${clause === "" ? "" : `（${clause}）`}`;
}

/** What happened and what to do, in one or two sentences; for a hand in Excel, unless other ways are named. */
export function failureSentence(failure: Failure, ways: Ways = byHand): string {
  return (sentences[failure.kind] as (failure: Failure, ways: Ways) => string)(failure, ways);
}
