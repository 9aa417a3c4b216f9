import type { Change, Content } from "../change/change";
import { sheetLink } from "../record/link";
import { ID_LABEL } from "../record/shownId";
import { dayIn, isOfGuarantor, nameIn, textOf, type FilledRecord } from "./filledRecord";
import { freshPlace, lineChanges } from "./listSheet";
import {
  REGISTER_SHEET,
  registerColumns,
  stateRank,
  type RegisterHeading,
  type RegisterLine,
  type RegisterPlace,
  type RegisterState,
} from "./register";
import { CONFIRMED, OPINION } from "./review";
import { BETWEEN } from "./signalText";

/** A record that passed its checks, and why it is filed in spite of what was asked. */
export interface Registration {
  readonly record: FilledRecord;
  /** "" where nothing had to be explained. */
  readonly reason: string;
  readonly state: RegisterState;
}

/** How far the record itself allows: filed once the co-inspector confirms it, submitted until then. */
export function stateOf(record: FilledRecord): RegisterState {
  return textOf(record, OPINION) === CONFIRMED ? "已归档" : "已提交";
}

/** How far a run takes a record: as far as the record allows, but no further than was asked for. */
export function stateUpTo(record: FilledRecord, upTo: RegisterState = "已归档"): RegisterState {
  const allowed = stateOf(record);
  return stateRank(upTo) < stateRank(allowed) ? upTo : allowed;
}

/** What was made of each signal, in one cell. */
function signalsText({ signals }: FilledRecord): string {
  return signals
    .flatMap(({ text, accepted, reason }) => {
      const why = String(reason.value).trim().replaceAll(BETWEEN, "，");
      const isRejected = accepted.value === "不采纳";
      return text.split(BETWEEN).map((one) => (isRejected ? `不采纳 ${one}（${why}）` : `采纳 ${one}`));
    })
    .join(BETWEEN);
}

/** An answer as it stands: a day stays the workbook's number. */
const valueOf = ({ answers }: FilledRecord, label: string): Content => answers.get(label)?.value ?? "";

/** Where the record says when the next contact is. */
function nextLabel(record: FilledRecord): string {
  if (textOf(record, "提前到") !== "") return "提前到";
  return isOfGuarantor(record) ? "下次检查" : "下次联系";
}

const contents: Readonly<Record<RegisterHeading, (registration: Registration) => Content>> = {
  编号: ({ record }) => record.number,
  客户名称: ({ record }) => nameIn(record),
  [ID_LABEL]: ({ record }) => textOf(record, ID_LABEL),
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
  下次联系: ({ record }) => valueOf(record, nextLabel(record)),
  状态: ({ state }) => state,
  说明: ({ reason }) => reason,
  回访表: ({ record }) => sheetLink({ sheet: record.sheet, row: 0, text: "打开" }),
};

/** The columns of a register that is made anew. */
export const newPlace: RegisterPlace = freshPlace(registerColumns);

function contentsOf(registration: Registration): Readonly<Record<RegisterHeading, Content>> {
  return Object.fromEntries(registerColumns.map(({ heading }) => [heading, contents[heading](registration)])) as Record<
    RegisterHeading,
    Content
  >;
}

const list = (place: RegisterPlace) => ({ sheet: REGISTER_SHEET, place, all: registerColumns });

/** Appends one line for a record that the register does not have yet. */
export function planLine(place: RegisterPlace, row: number, registration: Registration): readonly Change[] {
  return lineChanges(list(place), row, { after: contentsOf(registration) });
}

/** Writes a draft's line anew from its record. `before` is what the line holds, by heading. */
export function planRewrite(
  place: RegisterPlace,
  { row, before }: { readonly row: number; readonly before: Readonly<Partial<Record<RegisterHeading, Content>>> },
  registration: Registration,
): readonly Change[] {
  return lineChanges(list(place), row, { before, after: contentsOf(registration) });
}

/** Takes the state of a registered record further, never back, and lets its link follow a sheet that was renamed. */
export function planState(
  place: RegisterPlace,
  { row, before }: { readonly row: number; readonly before: Readonly<Partial<Record<RegisterHeading, Content>>> },
  { record, state }: Registration,
): readonly Change[] {
  const was = before["状态"];
  const isFurther = stateRank(state) > stateRank(typeof was === "string" ? was.trim() : "");
  const after = { 回访表: contents["回访表"]({ record, state, reason: "" }), ...(isFurther ? { 状态: state } : {}) };
  return lineChanges(list(place), row, { before, after });
}

/** What the register's line of a record that passed will be, for the run in which it is entered. */
export function lineOf({ record, state }: Registration, row: number): RegisterLine {
  return {
    number: record.number,
    customer: nameIn(record),
    isGuarantor: isOfGuarantor(record),
    id: textOf(record, ID_LABEL),
    method: textOf(record, "检查方式"),
    visited: dayIn(record, "检查日期"),
    inspector: textOf(record, "检查人"),
    coInspector: textOf(record, "协(复)查"),
    conclusion: textOf(record, "检查结论"),
    signals: signalsText(record),
    measure: textOf(record, "措施"),
    deadline: dayIn(record, "完成期限"),
    state,
    row,
  };
}
