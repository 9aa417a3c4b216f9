import { failureSentence, type Ways } from "../app/words";
import type { Failure } from "../app/failure";

const byCommand: Ways = {
  again: "保存后再运行一次",
  withoutUndo: "加上 --no-undo 运行",
  builtInForm: "加上 --built-in 运行",
  otherRecord: "请用 --record 写出要归档的回访表的工作表名",
  giveReason: "用 --reason 写明理由后可以归档",
  finishClearing: "文件没有保存，请再运行一次",
  getRid: "文件没有保存，请再运行一次",
};

/** What happened and what to do, for whoever typed a command. */
export const refusalSentence = (failure: Failure): string => failureSentence(failure, byCommand);
