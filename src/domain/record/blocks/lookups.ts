import { levelName } from "../../risk/group";
import { distinct, type RecordFacts } from "../facts";
import { answer, given, head, label, line, tall, type Block, type FormLine } from "../form";
import type { Subject } from "../variant";
import { vocabulary } from "../vocabulary";

const related: Readonly<Record<Subject, readonly string[]>> = {
  法人: ["借款人", "法代", "股东"],
  个人经营: ["借款人", "经营实体", "配偶"],
  个人消费: ["借款人", "配偶"],
};

/** Characters of a name that fit on one line; a longer one takes two. */
const NAME_LENGTH = 9;
const TWO_LINES = 24;

function lookup(who: string, name: string): FormLine {
  const fit = name.length > NAME_LENGTH ? { height: TWO_LINES } : {};
  const cells = line(
    label(who),
    given(name, 2),
    answer(2, { choices: vocabulary.licence }),
    answer(1, { choices: vocabulary.found }),
    answer(1, { choices: vocabulary.found }),
    answer(1, { choices: vocabulary.found }),
    answer(2, { choices: vocabulary.credit }),
    answer(2, { numberFormat: "yyyy-mm-dd" }),
  );
  return { ...cells, ...fit };
}

/** ③ What is looked up before the visit, about whom, and what the open signals say to look at. */
export function lookups({ judgement, drawdowns, subject, last }: RecordFacts): Block {
  const guarantors = distinct(drawdowns.map(({ guarantor }) => guarantor));
  const signals = judgement.signals.map(({ clause, text, level }) => `【${levelName[level]}】${clause} ${text}`);
  const remote = last?.mustBeOnSite === true ? ["已连续两次未上门，本次应上门"] : [];
  const agenda = [...remote, ...(last?.agenda ?? []), ...signals];
  return [
    line(
      head("对象"),
      head("名称", 2),
      head("执照/年报", 2),
      head("被执行"),
      head("失信"),
      head("涉诉"),
      head("征信变化", 2),
      head("查询日期", 2),
    ),
    ...related[subject].map((who, index) => lookup(who, index === 0 ? judgement.customer.name : "")),
    ...(guarantors === "" ? [] : [lookup("保证人", guarantors)]),
    tall(24, label("访前关注"), given(agenda.length === 0 ? "无预警信号" : agenda.join("；"), 11)),
  ];
}
