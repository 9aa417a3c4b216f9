import type { CellValue } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import type { Named } from "./identity";
import { daySerial, OFFSET_1904, type Day } from "../loan/day";

/** What stands in an answer's cell, and where; row and column 0-based. */
export interface Answer {
  readonly label: string;
  readonly value: CellValue;
  readonly row: number;
  readonly column: number;
}

/** What the visitor made of one of the system's signals. */
export interface SignalAnswer {
  readonly text: string;
  readonly accepted: Answer;
  readonly reason: Answer;
}

/** One of the questions, with last time's answer beside this time's. */
export interface Asked {
  readonly question: string;
  readonly now: CellValue;
  readonly last: CellValue;
}

/** A visit record as it stands on its sheet, found by its own labels: rows may have been inserted, the sheet renamed. */
export interface FilledRecord {
  readonly sheet: string;
  /** DH-20261123-001. */
  readonly number: string;
  readonly dateSystem: DateSystem;
  /** The answer right of each label, by the label without its star. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The answers that the form marks as required, in reading order. */
  readonly required: readonly Answer[];
  readonly signals: readonly SignalAnswer[];
  readonly questions: readonly Asked[];
  /** What was looked up and found, as "借款人被执行". */
  readonly found: readonly string[];
  /** Names of the documents ticked as received, and as still missing. */
  readonly documents: { readonly received: readonly string[]; readonly missing: readonly string[] };
}

/** Columns of the form; what a person notes right of it is no answer. */
const COLUMNS = 12;
const NUMBER = /编号\s*(DH-\d{8}-\d{3,})\s*$/;
const NUMBER_ROWS = 3;

type Cells = readonly (readonly CellValue[])[];

const isText = (value: CellValue | undefined): value is string => typeof value === "string" && value !== "";

/** The number of the visit record that these cells are; undefined where they are none. */
export function recordNumber(cells: Cells): string | undefined {
  for (const row of cells.slice(0, NUMBER_ROWS)) {
    for (const value of row) {
      const number = isText(value) ? NUMBER.exec(value)?.[1] : undefined;
      if (number !== undefined) return number;
    }
  }
  return undefined;
}

/** The cell a label's answer stands in: right of it. */
function answerAt(cells: Cells, at: { row: number; column: number }, label: string): Answer {
  return { label, ...at, value: cells[at.row]?.[at.column] ?? "" };
}

/** Every text with the cell right of it; the first of its name counts. */
function answersOf(cells: Cells): { all: ReadonlyMap<string, Answer>; required: readonly Answer[] } {
  const all = new Map<string, Answer>();
  const required: Answer[] = [];
  cells.forEach((values, row) => {
    values.slice(0, COLUMNS).forEach((value, column) => {
      if (!isText(value)) return;
      const label = value.trim().replace(/\*$/, "");
      const answer = answerAt(cells, { row, column: column + 1 }, label);
      if (!all.has(label)) all.set(label, answer);
      if (value.trim().endsWith("*")) required.push(answer);
    });
  });
  return { all, required };
}

const SIGNAL_HEAD = "系统提示信号";
const SIGNAL = /^【[红橙黄蓝]】/;

function signalsOf(cells: Cells): readonly SignalAnswer[] {
  const head = cells.findIndex((row) => row.includes(SIGNAL_HEAD));
  if (head < 0) return [];
  const heads = cells[head] ?? [];
  const accepted = heads.indexOf("采纳");
  const reason = heads.indexOf("不采纳的理由");
  const found: SignalAnswer[] = [];
  for (let row = head + 1; row < cells.length; row++) {
    const text = cells[row]?.[heads.indexOf(SIGNAL_HEAD)];
    if (!isText(text) || !SIGNAL.test(text)) break;
    found.push({
      text,
      accepted: answerAt(cells, { row, column: accepted }, "采纳"),
      reason: answerAt(cells, { row, column: reason }, "不采纳的理由"),
    });
  }
  return found;
}

const SECTION = /^[①②③④⑤⑥⑦⑧⑨⑩]/;

function questionsOf(cells: Cells): readonly Asked[] {
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

const LOOKED_UP = ["被执行", "失信", "涉诉"];

/** Lookups that found something, about whom and what. */
function foundIn(cells: Cells): readonly string[] {
  const head = cells.findIndex((row) => row.includes("对象") && row.includes("被执行"));
  if (head < 0) return [];
  const heads = cells[head] ?? [];
  const end = cells.findIndex((row, index) => index > head && SECTION.test(String(row[0])));
  return cells
    .slice(head + 1, end < 0 ? cells.length : end)
    .flatMap((row) =>
      LOOKED_UP.filter((what) => row[heads.indexOf(what)] === "有").map((what) => `${String(row[0])}${what}`),
    );
}

/** The texts left of each cell that holds a tick; headings of a table are none. */
function leftOf(cells: Cells, tick: string): readonly string[] {
  return cells.flatMap((row) =>
    row.flatMap((value, column) => {
      const name = row[column - 1];
      return value === tick && isText(name) && name !== "资料" ? [name] : [];
    }),
  );
}

/** Reads a sheet as a visit record; undefined where it carries no record's number. `cells` begin at A1. */
export function readFilledRecord(cells: Cells, sheet: string, dateSystem: DateSystem): FilledRecord | undefined {
  const number = recordNumber(cells);
  if (number === undefined) return undefined;
  const { all, required } = answersOf(cells);
  return {
    ...{ sheet, number, dateSystem, answers: all, required },
    signals: signalsOf(cells),
    questions: questionsOf(cells),
    found: foundIn(cells),
    documents: { received: leftOf(cells, "已收"), missing: leftOf(cells, "未收") },
  };
}

/** An answer as text without blanks around it; "" where the record has no such label. */
export function textOf({ answers }: FilledRecord, label: string): string {
  return String(answers.get(label)?.value ?? "").trim();
}

/** An answer as a day; undefined where it is none. */
export function dayIn({ answers, dateSystem }: FilledRecord, label: string): Day | undefined {
  const value = answers.get(label)?.value;
  if (typeof value !== "number" || value < 1) return undefined;
  return daySerial(Math.floor(value) + (dateSystem === 1904 ? OFFSET_1904 : 0));
}

/** Whom the record is about, as it says itself. */
export function namedIn(record: FilledRecord): Named {
  return { customer: textOf(record, "客户名称"), id: textOf(record, "证件号码") };
}
