import type { Content } from "../change/change";
import { isFormula } from "../change/content";
import type { Drawdown } from "../ledger/ledger";
import { dayOfCell, formatDay } from "../loan/day";
import type { Reason } from "../risk/judgement";
import type { RecordFacts } from "./facts";
import { ID_LABEL } from "./shownId";
import { movedFormula, type Stretch } from "./templateRows";
import { customerFields, drawdownFields, signalFields, signalText } from "./templateFields";

/** The sheet whose layout is used instead of the built-in form. */
export const TEMPLATE_SHEET = "回访模板";

type Cells = readonly (readonly Content[])[];

/** Where an answer of a filled-in template stands; row and column 0-based. */
export interface Mark {
  /** As "检查结论*", a star marking what is required; for a signal its whole text. */
  readonly label: string;
  readonly kind: "填" | "采纳" | "理由";
  readonly row: number;
  readonly column: number;
}

/** A template with one customer's facts in it. */
export interface FilledTemplate {
  readonly cells: Cells;
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Mark[];
}

const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;
const TO_FILL = "填:";
const LAST = "上次.";
const DRAWDOWN = "借据.";
const SIGNAL = "信号.";
const signalAnswers = { 采纳: "采纳", 理由: "理由" } as const;

/** With a full-width colon or full stop, as people type them. */
const plain = (name: string) => name.replace("：", ":").replace("．", ".");

/** What the placeholders of a cell name. */
export function namesOf(content: Content): readonly string[] {
  if (typeof content !== "string") return [];
  return [...content.matchAll(PLACEHOLDER)].map((match) => plain(match[1] ?? ""));
}

const isSignalAnswer = (name: string) =>
  name.startsWith(TO_FILL + SIGNAL) && name.slice(TO_FILL.length + SIGNAL.length) in signalAnswers;

/** Whether a placeholder of this name stands for something. */
export function isKnown(name: string): boolean {
  if (name.startsWith(TO_FILL + SIGNAL)) return isSignalAnswer(name);
  if (name.startsWith(TO_FILL) || name.startsWith(LAST)) return true;
  if (name.startsWith(DRAWDOWN)) return Object.hasOwn(drawdownFields, name.slice(DRAWDOWN.length));
  if (name.startsWith(SIGNAL)) return Object.hasOwn(signalFields, name.slice(SIGNAL.length));
  return Object.hasOwn(customerFields, name);
}

/** Whether a placeholder of this name has its row stand once for each drawdown or signal. */
export const isRepeating = (name: string): boolean => name.startsWith(DRAWDOWN) || name.startsWith(SIGNAL);

/** What a row of the sheet is filled from. */
interface RowOf {
  readonly from: number;
  readonly drawdown?: Drawdown;
  readonly signal?: Reason;
}

function rowsOf(cells: Cells, { drawdowns, judgement: { signals } }: RecordFacts): readonly RowOf[] {
  return cells.flatMap((values, from): readonly RowOf[] => {
    const names = values.flatMap(namesOf);
    if (names.some((name) => name.startsWith(DRAWDOWN)) && drawdowns.length > 0) {
      return drawdowns.map((drawdown) => ({ from, drawdown }));
    }
    if (names.some((name) => name.startsWith(SIGNAL)) && signals.length > 0) {
      return signals.map((signal) => ({ from, signal }));
    }
    return [{ from }];
  });
}

type Value = (name: string, row: RowOf, facts: RecordFacts) => Content | undefined;

/** What placeholders with a prefix stand for; the name comes without it. */
const prefixed: readonly (readonly [string, Value])[] = [
  [TO_FILL, () => ""],
  [LAST, (name, _row, { last }) => last?.answers.get(name) ?? ""],
  [DRAWDOWN, (name, { drawdown }, facts) => drawdown && drawdownFields[name]?.(drawdown, facts)],
  [SIGNAL, (name, { signal }, facts) => signal && signalFields[name]?.(signal, facts)],
];

function valueOf(name: string, row: RowOf, facts: RecordFacts): Content {
  const found = prefixed.find(([prefix]) => name.startsWith(prefix));
  if (found === undefined) return customerFields[name]?.(facts, facts) ?? "";
  const [prefix, value] = found;
  return value(name.slice(prefix.length), row, facts) ?? "";
}

const DAYS = /(?:日|日期|期限|联系|上门|应访)$/;

/** A value within a text, where no number format shows days as such. */
function asText(name: string, value: Content, { dateSystem }: RecordFacts): string {
  if (isFormula(value)) return "";
  const day = DAYS.test(name) ? dayOfCell(value, dateSystem) : undefined;
  return day === undefined ? String(value) : formatDay(day);
}

type Written = (value: string) => string;

/** A text with its placeholders replaced; how their values are written may be told. */
function replaced(content: string, { row, facts }: { row: RowOf; facts: RecordFacts }, written: Written): string {
  return content.replace(PLACEHOLDER, (_, name: string) =>
    written(asText(name, valueOf(plain(name), row, facts), facts)),
  );
}

/** A text that belongs to no row, such as a page's header, with one customer's facts in it. */
export const filledText = (text: string, facts: RecordFacts, written: Written): string =>
  replaced(text, { row: { from: 0 }, facts }, written);

/** A cell that is one placeholder takes its value as it is; within a text it stands as text. */
function filled(content: string, row: RowOf, facts: RecordFacts): Content {
  const [only, ...others] = namesOf(content);
  if (only === undefined) return content;
  if (others.length === 0 && /^\s*\{\{[^{}]*\}\}\s*$/.test(content)) return valueOf(only, row, facts);
  return replaced(content, { row, facts }, String);
}

/** Given facts that filing reads again. */
const identifying = new Set(["客户名称", ID_LABEL, "检查类型"]);

function markOf(name: string, content: Content, { signal }: RowOf): readonly Pick<Mark, "label" | "kind">[] {
  if (identifying.has(name) && content === `{{${name}}}`) return [{ kind: "填", label: name }];
  if (!name.startsWith(TO_FILL)) return [];
  if (!isSignalAnswer(name)) return [{ kind: "填", label: name.slice(TO_FILL.length) }];
  if (signal === undefined) return [];
  return [{ kind: name.endsWith("采纳") ? "采纳" : "理由", label: signalText(signal) }];
}

const marksIn = (content: Content, row: RowOf) => namesOf(content).flatMap((name) => markOf(name, content, row));

/** Fills a template with one customer's facts: a row that names drawdowns or signals stands once for each, formulas follow. */
export function fillTemplate(cells: Cells, facts: RecordFacts): FilledTemplate {
  const rows = rowsOf(cells, facts);
  const stretches = rows.map(({ from }, to): Stretch => ({ from, to, rows: 1 }));
  const marks = rows.flatMap((row, to) =>
    (cells[row.from] ?? []).flatMap((content, column) =>
      marksIn(content, row).map((mark): Mark => ({ ...mark, row: to, column })),
    ),
  );
  const made = rows.map((row, to) =>
    (cells[row.from] ?? []).map((content): Content => {
      if (isFormula(content)) return { r1c1: movedFormula(content.r1c1, { from: row.from, to }, stretches) };
      return typeof content === "string" ? filled(content, row, facts) : content;
    }),
  );
  return { cells: made, stretches: joined(stretches), marks };
}

/** Rows that stand one after the other in both sheets become one stretch. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: { from: number; to: number; rows: number }[] = [];
  for (const { from, to, rows } of stretches) {
    const last = found.at(-1);
    if (last !== undefined && last.from + last.rows === from) last.rows += rows;
    else found.push({ from, to, rows });
  }
  return found;
}
