import type { CellValue } from "../ledger/cells";
import { signs } from "../record/blocks/useOfFunds";
import type { Answer, Asked, FilledRecord, Lookup, SignalAnswer, SignalRoom } from "./filledRecord";

/** Columns of the form; what a person notes right of it is no answer. */
const COLUMNS = 12;

/** A sheet from A1 on. */
export type Cells = readonly (readonly CellValue[])[];

/** Whether a cell holds text. */
export const isText = (value: CellValue | undefined): value is string => typeof value === "string" && value !== "";

/** The cell a label's answer stands in: right of it. */
function answerAt(cells: Cells, at: { row: number; column: number }, label: string): Answer {
  return { label, ...at, value: cells[at.row]?.[at.column] ?? "" };
}

/** Every text with the cell right of it; the first of its name counts. */
export function answersOf(cells: Cells): {
  all: ReadonlyMap<string, Answer>;
  required: readonly Answer[];
  repeated: ReadonlyMap<string, readonly CellValue[]>;
} {
  const all = new Map<string, Answer>();
  const required: Answer[] = [];
  const repeated = new Map<string, CellValue[]>();
  cells.forEach((values, row) => {
    values.slice(0, COLUMNS).forEach((value, column) => {
      if (!isText(value)) return;
      const label = value.trim().replace(/\*$/, "");
      const answer = answerAt(cells, { row, column: column + (signs.includes(label) ? 2 : 1) }, label);
      if (!all.has(label)) all.set(label, answer);
      repeated.set(label, [...(repeated.get(label) ?? []), answer.value]);
      if (value.trim().endsWith("*")) required.push(answer);
    });
  });
  return { all, required, repeated };
}

const SIGNAL_HEAD = "系统提示信号";
const SIGNAL = /^【[红橙黄蓝]】/;

/** The signals that stand on the record with what was made of each, and the free lines below them. */
export function signalsOf(cells: Cells): Pick<FilledRecord, "signals" | "signalRoom"> {
  const head = cells.findIndex((row) => row.includes(SIGNAL_HEAD));
  const heads = cells[head] ?? [];
  const column = heads.indexOf(SIGNAL_HEAD);
  const accepted = heads.indexOf("采纳");
  const reason = heads.indexOf("不采纳的理由");
  const signals: SignalAnswer[] = [];
  const signalRoom: SignalRoom[] = [];
  for (let row = head + 1; head >= 0 && row < cells.length; row++) {
    const text = String(cells[row]?.[column] ?? "").trim();
    if (text === "") signalRoom.push({ row, column, accepted, reason });
    else if (!SIGNAL.test(text)) break;
    else {
      signals.push({
        text,
        at: { row, column },
        accepted: answerAt(cells, { row, column: accepted }, "采纳"),
        reason: answerAt(cells, { row, column: reason }, "不采纳的理由"),
      });
    }
  }
  return { signals, signalRoom };
}

const SECTION = /^[①②③④⑤⑥⑦⑧⑨⑩]/;

/** The questions with both answers. */
export function questionsOf(cells: Cells): readonly Asked[] {
  const head = cells.findIndex((row) => row.includes("询问") && row.includes("本次"));
  if (head < 0) return [];
  const heads = cells[head] ?? [];
  const starts = heads.flatMap((text, column) => (text === "询问" ? [column] : []));
  const end = cells.findIndex((row, index) => index > head && SECTION.test(String(row[0])));
  return cells.slice(head + 1, end < 0 ? cells.length : end).flatMap((row) =>
    starts.flatMap((start) => {
      const question = row[start];
      const now = row[heads.indexOf("本次", start)] ?? "";
      return isText(question) ? [{ question, now, last: row[heads.indexOf("上次", start)] ?? "" }] : [];
    }),
  );
}

const AGENDA = "访前关注";
/** Stands at the head of the line under the table. */
const LOOKED_UP_BY = "查询人";
const LOOKED_UP = ["被执行", "失信", "涉诉"];
const NOTHING = ["", "无", "未查"];

/** What was looked up, subject by subject. */
export function lookupsOf(cells: Cells): readonly Lookup[] {
  const head = cells.findIndex((row) => row.includes("对象") && row.includes("被执行"));
  if (head < 0) return [];
  const heads = (cells[head] ?? []).map(String);
  const end = cells.findIndex(
    (row, index) => index > head && (SECTION.test(String(row[0])) || [AGENDA, LOOKED_UP_BY].includes(String(row[0]))),
  );
  return cells.slice(head + 1, end < 0 ? cells.length : end).map((row) => ({
    who: String(row[0]),
    results: new Map(heads.flatMap((heading, column) => (heading === "" ? [] : [[heading, row[column] ?? ""]]))),
  }));
}

/** Lookups that found something, about whom and what. */
export function foundIn(cells: Cells): readonly string[] {
  return lookupsOf(cells).flatMap(({ who, results }) =>
    LOOKED_UP.flatMap((what) => {
      const result = String(results.get(what) ?? "").trim();
      if (NOTHING.includes(result)) return [];
      return [result === "有" ? `${who}${what}` : `${who}${what}“${result}”`];
    }),
  );
}

/** The texts left of each cell that holds a tick; headings of a table are none. */
export function leftOf(cells: Cells, tick: string): readonly string[] {
  return cells.flatMap((row) =>
    row.flatMap((value, column) => {
      const name = row[column - 1];
      return value === tick && isText(name) && name !== "资料" ? [name] : [];
    }),
  );
}
