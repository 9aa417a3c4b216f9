import type { Content } from "../change/change";
import { dayIn, textOf, type FilledRecord } from "../filing/filledRecord";
import { dayContent } from "../record/blocks/basics";
import { questionsBySubject } from "../record/blocks/questionLists";
import { DAY, given, label, line, RATIO, tall, type FormLine } from "../record/form";
import { subjectOf } from "../record/variant";
import type { CustomerFacts } from "./customerSheet";

/** Visits that stand side by side. */
const VISITS = 4;

const ofVisits = (
  visits: readonly FilledRecord[],
  valueOf: (visit: FilledRecord) => Content,
  numberFormat = "General",
) =>
  Array.from({ length: VISITS }, (_, index) => {
    const visit = visits[index];
    return given(visit === undefined ? "" : valueOf(visit), 2, { numberFormat });
  });

const CONCLUSION_HEIGHT = 70;
const NUMBER = "#,##0.##";
/** Lines for answers that a bank's own form asks for. */
const OTHERS = 2;

/** Visits side by side, the newest first: what they were, and every answer to what is asked of such a customer. Each stands in the same line at every time, so that the sheet can be brought up to date where it is. */
export function visitsBeside(facts: Pick<CustomerFacts, "visits" | "judgement" | "dateSystem">): readonly FormLine[] {
  const visits = facts.visits.slice(0, VISITS);
  const usual = questionsBySubject[subjectOf(facts.judgement.customer.type)];
  const known = new Set(usual.map(({ text }) => text));
  const asked = (question: string) => (visit: FilledRecord) =>
    visit.questions.find((one) => one.question === question)?.now ?? "";
  const others = [...new Set(visits.flatMap((visit) => visit.questions.map(({ question }) => question)))].filter(
    (question) => !known.has(question) && visits.some((visit) => asked(question)(visit) !== ""),
  );
  return [
    line(label("回访", 4), ...ofVisits(visits, ({ number }) => number)),
    line(label("检查日期", 4), ...ofVisits(visits, (visit) => dayContent(dayIn(visit, "检查日期"), facts), DAY)),
    line(label("方式", 4), ...ofVisits(visits, (visit) => textOf(visit, "检查方式"))),
    line(label("措施", 4), ...ofVisits(visits, (visit) => textOf(visit, "措施"))),
    tall(CONCLUSION_HEIGHT, label("结论", 4), ...ofVisits(visits, (visit) => textOf(visit, "检查结论"))),
    ...usual.map(({ text, ratio }) =>
      line(label(text, 4), ...ofVisits(visits, asked(text), ratio === undefined ? NUMBER : RATIO)),
    ),
    ...Array.from({ length: OTHERS }, (_, index) =>
      line(given(others[index] ?? "", 4), ...ofVisits(visits, asked(others[index] ?? ""))),
    ),
  ];
}
