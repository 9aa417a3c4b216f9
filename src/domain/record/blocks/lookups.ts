import { levelName } from "../../risk/group";
import { namesIn, namesShown } from "../background";
import { distinct, type RecordFacts } from "../facts";
import { answer, given, head, label, line, tall, type Block, type FormLine } from "../form";
import { textHeight, textWidth } from "../textHeight";
import type { Subject } from "../variant";
import { vocabulary } from "../vocabulary";

/** Who is looked up, and its name where the ledger tells it. */
export interface LookedUp {
  readonly who: string;
  readonly name: string;
}

/** Characters of a name that fit on one line; a longer one takes more. */
const NAME_LENGTH = 8;
/** Persons and companies of one kind that get a line each; further ones share the last. */
const LINES_A_KIND = 3;
/** Lines of names that share a row at most: a higher row would be cut in print. */
const LINES_OF_NAMES = 10;

function lookup({ who, name }: LookedUp): FormLine {
  const fit = textWidth(name) > NAME_LENGTH ? { height: textHeight(name, NAME_LENGTH) } : {};
  const cells = line(
    label(who),
    given(name, 2),
    answer(2, { choices: vocabulary.licence }),
    answer(1, { choices: vocabulary.executed }),
    answer(1, { choices: vocabulary.found }),
    answer(1, { choices: vocabulary.sued }),
    answer(1, { choices: vocabulary.yesNo }),
    answer(1, { choices: vocabulary.credit }),
    answer(2, { numberFormat: "yyyy-mm-dd" }),
  );
  return { ...cells, ...fit };
}

/** One line a name as far as there is room; one without a name, to be written in, where the ledger tells none. */
function linesFor(who: string, names: readonly string[], isWanted: boolean): readonly LookedUp[] {
  if (names.length === 0) return isWanted ? [{ who, name: "" }] : [];
  const alone = names.length > LINES_A_KIND ? names.slice(0, LINES_A_KIND - 1) : names;
  const rest = names.slice(alone.length);
  return [...alone, ...(rest.length > 0 ? [namesShown(rest, LINES_OF_NAMES * NAME_LENGTH)] : [])].map((name) => ({
    who,
    name,
  }));
}

/** Whom the record of a customer looks up: the borrower, and those who stand behind and for it. practices A04 */
function subjectsOf({ judgement, drawdowns, subject, background }: RecordFacts): readonly LookedUp[] {
  const { name } = judgement.customer;
  const others = (text: string | undefined) => namesIn(text).filter((one) => one !== name);
  const isSubject = (...subjects: readonly Subject[]) => subjects.includes(subject);
  const leaders = [...new Set([...others(background.legalRep), ...others(background.actualController)])];
  const guarantors = namesIn(distinct(drawdowns.map(({ guarantor }) => guarantor)));
  return [
    { who: "借款人", name },
    ...linesFor("用款企业", others(background.userCompany), isSubject("个人经营")),
    ...linesFor("法代", leaders, isSubject("法人")),
    ...linesFor("股东", others(background.shareholders), isSubject("法人")),
    ...linesFor("配偶", others(background.spouse), isSubject("个人经营", "个人消费")),
    ...linesFor("保证人", guarantors, false),
  ];
}

/** What is to be looked at on the visit: what was left open, and the signals. */
function agendaOf({ judgement, last }: RecordFacts): readonly string[] {
  const signals = judgement.signals.map(({ clause, text, level }) => `【${levelName[level]}】${clause} ${text}`);
  const remote = last?.mustBeOnSite === true ? ["已连续两次未上门，本次应上门"] : [];
  return [...remote, ...(last?.agenda ?? []), ...signals];
}

/** Signs of the agenda that fit on one line of the form. */
const SIGNS_A_LINE = 48;
const LINE = 12;

/** What to look at on the visit, as high as it needs. */
export function agendaLine(agenda: readonly string[]): FormLine {
  const text = agenda.length === 0 ? "无预警信号" : agenda.join("；");
  const lines = Math.min(4, Math.ceil(text.length / SIGNS_A_LINE));
  return tall(Math.max(2, lines) * LINE, label("访前关注"), given(text, 11));
}

/** A line for each person and company that is looked up, and what is asked once. practices A03, A04 */
export function lookupTable(subjects: readonly LookedUp[]): Block {
  return [
    line(
      head("对象"),
      head("名称", 2),
      head("执照/年报", 2),
      head("被执行"),
      head("失信"),
      head("涉诉"),
      head("征信授权"),
      head("征信变化"),
      head("查询日期", 2),
    ),
    ...subjects.map(lookup),
    line(
      ...[label("查询人"), answer(2), label("工商变更"), answer(2, { choices: vocabulary.changed })],
      ...[label("税务"), answer(2, { choices: vocabulary.tax })],
      ...[label("不动产"), answer(2, { choices: vocabulary.property })],
    ),
    line(label("变更信息"), answer(11)),
  ];
}

/** ③ What is looked up before the visit, about whom, and what the open signals say to look at. */
export function lookups(facts: RecordFacts): Block {
  return [...lookupTable(subjectsOf(facts)), agendaLine(agendaOf(facts))];
}
