import type { CellValue } from "../../ledger/cells";
import {
  answer,
  derived,
  given,
  head,
  label,
  line,
  type Block,
  type FormCell,
  type FormLine,
  type PlaceOf,
} from "../form";
import type { RecordFacts } from "../facts";
import type { RecordType, Subject } from "../variant";
import { vocabulary } from "../vocabulary";
import { NUMBER, questionsBySubject, type Question } from "./questionLists";

/** After a disbursement only staff, cash and debts are asked. visit-forms E.3 */
const atFirst = new Set([
  "staff",
  "staffPresent",
  "attendance",
  "cash",
  "assets",
  "debts",
  "debtRatio",
  "informal",
  "income",
]);

function questionsFor(subject: Subject, type: RecordType): readonly Question[] {
  const all = questionsBySubject[subject];
  return type === "首次" ? all.filter(({ key }) => atFirst.has(key)) : all;
}

/** Half a line: the question, this time's answer, last time's, the change, and how it was verified. */
function half(
  { key, text, choices, ratio: formula, numberFormat = NUMBER }: Question,
  before: CellValue,
): readonly FormCell[] {
  if (formula !== undefined) return [label(text, 2), { ...derived(1, formula, numberFormat), key }, given("", 3)];
  const last = `${key}Last`;
  if (choices !== undefined) {
    return [
      label(text, 2),
      answer(1, { key, choices }),
      given(before, 2),
      answer(1, { choices: vocabulary.verification }),
    ];
  }
  const change = (at: PlaceOf) => `IF(OR(${at(key)}="",${at(last)}=""),"",${at(key)}-${at(last)})`;
  return [
    label(text, 2),
    answer(1, { key, numberFormat }),
    given(before, 1, { key: last, numberFormat }),
    derived(1, change, "+#,##0.##;-#,##0.##;0"),
    answer(1, { choices: vocabulary.verification }),
  ];
}

/** What is told rather than counted: last time's words stand beside this time's. practices A13-A22 */
interface Told {
  readonly text: string;
  readonly choices?: readonly string[];
  readonly isIn: (type: RecordType) => boolean;
}

const always = () => true;
const laterOn = (type: RecordType) => type !== "首次";

const toldBy: Readonly<Record<Subject, readonly Told[]>> = {
  法人: [
    { text: "主营地址变动", isIn: always },
    { text: "其他经营地址", isIn: laterOn },
    { text: "上游供应商", isIn: laterOn },
    { text: "下游客户", isIn: laterOn },
    { text: "营业额变动", isIn: laterOn },
    { text: "投资和担保", isIn: always },
    { text: "还款来源压力", isIn: always },
    { text: "实控人变化", choices: vocabulary.personal, isIn: laterOn },
  ],
  个人经营: [
    { text: "项目地址变动", isIn: always },
    { text: "淡旺季同业", isIn: laterOn },
    { text: "还款来源压力", isIn: always },
    { text: "人身家庭变化", choices: vocabulary.personal, isIn: always },
  ],
  个人消费: [
    { text: "工作居住变动", isIn: always },
    { text: "人身家庭变化", choices: vocabulary.personal, isIn: always },
  ],
};

function toldLine({ text, choices }: Told, before: CellValue): FormLine {
  return line(label(text, 2), answer(5, choices === undefined ? {} : { choices }), head("上次"), given(before, 4));
}

/** Receivables above this share of the turnover, or above the loan itself, have to be explained. practices A16 */
function receivablesLine({ settings: { thresholds } }: RecordFacts): FormLine {
  const share = String(thresholds.largeReceivables);
  const tenThousand = "10000";
  const isLarge = (at: PlaceOf) =>
    `OR(N(${at("receivableShare")})>${share},N(${at("receivables")})*${tenThousand}>N(${at("balance")}))`;
  return line(
    label("应收款构成", 2),
    answer(7),
    derived(3, (at) => `IF(N(${at("receivables")})=0,"",IF(${isLarge(at)},"应收款大，请写明构成","不大"))`, "General"),
  );
}

const nothing: readonly FormCell[] = [given("", 6)];
const heads = [head("询问", 2), head("本次"), head("上次"), head("变化"), head("核实")];

/** ⑤ The questions, two a line, each with last time's answer and the change worked out. */
export function questions(facts: RecordFacts): Block {
  const { subject, type, last } = facts;
  const halfOf = (question: Question) => half(question, last?.answers.get(question.text) ?? "");
  const asks = questionsFor(subject, type);
  const rows = Math.ceil(asks.length / 2);
  const lines = asks.slice(0, rows).map((left, index): FormLine => {
    const right = asks[rows + index];
    return { cells: [...halfOf(left), ...(right === undefined ? nothing : halfOf(right))] };
  });
  const told = toldBy[subject].filter(({ isIn }) => isIn(type));
  return [
    { cells: [...heads, ...heads] },
    ...lines,
    ...(subject === "法人" && laterOn(type) ? [receivablesLine(facts)] : []),
    ...told.map((one) => toldLine(one, last?.answers.get(one.text) ?? "")),
  ];
}
