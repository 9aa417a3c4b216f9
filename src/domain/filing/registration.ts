import type { Change, Content } from "../change/change";
import { sheetLink } from "../record/link";
import { textOf, type FilledRecord } from "./filledRecord";
import {
  REGISTER_SHEET,
  registerColumns,
  type RegisterHeading,
  type RegisterLine,
  type RegisterPlace,
  type RegisterState,
} from "./register";

/** A record that passed its checks, and why it is filed in spite of what was asked. */
export interface Registration {
  readonly record: FilledRecord;
  /** "" where nothing had to be explained. */
  readonly reason: string;
}

/** How far the record has come: filed once the co-inspector confirms it, submitted until then. */
export function stateOf(record: FilledRecord): RegisterState {
  const sign = record.answers.get("协(复)查");
  const opinion = sign === undefined ? "" : textOf(record, OPINION);
  return opinion === CONFIRMED ? "已归档" : "已提交";
}

/** The label right of the co-inspector's name, and what it says when the record is true. */
const OPINION = "复查意见";
const CONFIRMED = "属实";

function signalsText({ signals }: FilledRecord): string {
  return signals
    .map(({ text, accepted, reason }) =>
      accepted.value === "不采纳" ? `不采纳 ${text}（${String(reason.value)}）` : `采纳 ${text}`,
    )
    .join("；");
}

/** An answer as it stands: a day stays the workbook's number. */
const valueOf = ({ answers }: FilledRecord, label: string): Content => answers.get(label)?.value ?? "";

const contents: Readonly<Record<RegisterHeading, (registration: Registration) => Content>> = {
  编号: ({ record }) => record.number,
  客户名称: ({ record }) => textOf(record, "客户名称"),
  证件号码: ({ record }) => textOf(record, "证件号码"),
  检查类型: ({ record }) => textOf(record, "检查类型"),
  检查方式: ({ record }) => textOf(record, "检查方式"),
  检查日期: ({ record }) => valueOf(record, "检查日期"),
  受访人: ({ record }) => textOf(record, "受访人"),
  检查人: ({ record }) => textOf(record, "检查人"),
  "协(复)查人": ({ record }) => textOf(record, "协(复)查"),
  检查结论: ({ record }) => textOf(record, "检查结论"),
  信号: ({ record }) => signalsText(record),
  措施: ({ record }) => textOf(record, "措施"),
  完成期限: ({ record }) => valueOf(record, "完成期限"),
  下次联系: ({ record }) => valueOf(record, textOf(record, "提前到") === "" ? "下次联系" : "提前到"),
  状态: ({ record }) => stateOf(record),
  说明: ({ reason }) => reason,
  回访表: ({ record }) => sheetLink({ sheet: record.sheet, row: 0, text: "打开" }),
};

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly before?: Content;
  readonly after: Content;
  readonly numberFormat?: string;
}

function cellChange({ column, row, before = "", after, numberFormat }: Cell): Change {
  const format = numberFormat === undefined ? {} : { numberFormat };
  return {
    ...{ kind: "cells", sheet: REGISTER_SHEET, column, firstRow: row, before: [before], after: [after] },
    ...format,
  };
}

/** The columns of a register that is made anew. */
export const newPlace: RegisterPlace = {
  headingRow: 0,
  columns: new Map(registerColumns.map(({ heading }, column) => [heading, column])),
};

/** Appends one line for a record that the register does not have yet. */
export function planLine(place: RegisterPlace, row: number, registration: Registration): readonly Change[] {
  return registerColumns.flatMap(({ heading, numberFormat }) => {
    const column = place.columns.get(heading);
    const after = contents[heading](registration);
    if (column === undefined || after === "") return [];
    return [cellChange({ column, row, after, ...(numberFormat === undefined ? {} : { numberFormat }) })];
  });
}

/** Brings the state of a registered record up to what its sheet says now; nothing where a person set it further. */
export function planState(place: RegisterPlace, line: RegisterLine, record: FilledRecord): readonly Change[] {
  const column = place.columns.get("状态");
  const state = stateOf(record);
  if (column === undefined || state !== "已归档" || line.state === state) return [];
  return [cellChange({ column, row: line.row, before: line.state, after: state })];
}
