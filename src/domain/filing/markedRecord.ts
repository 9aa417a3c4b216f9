import type { CellValue } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import type { Mark } from "../record/template";
import { withDay } from "./asking";
import type { Answer, FilledRecord } from "./filledRecord";

type Cells = readonly (readonly CellValue[])[];
type Told = Omit<FilledRecord, "sheet" | "number" | "dateSystem" | "end" | "isOwnForm">;

const DOCUMENT = "资料.";
const LOOKUP = "查询.";

const unstarred = (label: string) => label.replace(/\*$/, "");

/** Names behind a prefix whose answers say this. */
function saying(answers: readonly Answer[], prefix: string, word: string): readonly string[] {
  return answers
    .filter(({ label, value }) => label.startsWith(prefix) && value === word)
    .map(({ label }) => label.slice(prefix.length));
}

/** All answers of each label, in reading order. */
function byLabel(answers: readonly Answer[]): ReadonlyMap<string, readonly CellValue[]> {
  const found = new Map<string, CellValue[]>();
  for (const { label, value } of answers) found.set(label, [...(found.get(label) ?? []), value]);
  return found;
}

const SUBJECT = /^(借款人|用款企业|法代|股东|配偶|保证人)(.+)$/;

/** What was looked up, subject by subject: a name such as 查询.借款人被执行 tells whom and what. */
function lookupsIn(answers: readonly Answer[]): FilledRecord["lookups"] {
  const found = new Map<string, Map<string, CellValue>>();
  for (const { label, value } of answers) {
    const [, who, what] = SUBJECT.exec(label.startsWith(LOOKUP) ? label.slice(LOOKUP.length) : "") ?? [];
    if (who === undefined || what === undefined) continue;
    found.set(who, (found.get(who) ?? new Map<string, CellValue>()).set(what, value));
  }
  return [...found].map(([who, results]) => ({ who, results }));
}

/** What a record on a bank's own form says, found by the marks beside it. */
export function markedAnswers(cells: Cells, marks: readonly Mark[], dateSystem: DateSystem): Told {
  const answerOf = ({ label, row, column }: Mark): Answer => ({
    ...{ label: unstarred(label), row, column },
    value: withDay(unstarred(label), cells[row]?.[column] ?? "", dateSystem),
  });
  const of = (kind: Mark["kind"]) => marks.filter((mark) => mark.kind === kind);
  const filled = of("填");
  const answers = filled.map(answerOf);
  const reasons = of("理由").map(answerOf);
  const signals = of("采纳").map((mark) => {
    const accepted = answerOf(mark);
    const reason = reasons.find(({ label }) => label === accepted.label) ?? { ...accepted, value: "" };
    return { text: accepted.label, at: { row: accepted.row, column: accepted.column }, accepted, reason };
  });
  return {
    ...{ signals, signalRoom: [], lookups: lookupsIn(answers), repeated: byLabel(answers) },
    answers: new Map([...answers].reverse().map((answer) => [answer.label, answer])),
    required: filled.filter(({ label }) => label.endsWith("*")).map(answerOf),
    questions: answers.map(({ label, value }) => ({ question: label, now: value, last: "" })),
    found: saying(answers, LOOKUP, "有"),
    documents: { received: saying(answers, DOCUMENT, "已收"), missing: saying(answers, DOCUMENT, "未收") },
  };
}
