import type { SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import { NUMBER, questionsBySubject, type Question } from "./blocks/questionLists";
import {
  answer,
  DAY,
  derived,
  given,
  head,
  label,
  line,
  MONEY,
  section,
  tall,
  type Block,
  type FormCell,
  type FormLine,
} from "./form";
import { layOut, place } from "./layOut";
import { ID_LABEL } from "./shownId";
import { TEMPLATE_SHEET } from "./template";
import { vocabulary } from "./vocabulary";

type Options = Pick<FormCell, "key" | "choices" | "numberFormat">;

/** What the ledger knows, by its placeholder; like an answer it takes a line, for what comes in its place is not as long. */
const known = (name: string, span: number, numberFormat = "General"): FormCell => ({
  ...answer(span, { numberFormat }),
  content: `{{${name}}}`,
});
/** What the visitor fills in; a star at the end of the name marks what is required. */
const fill = (name: string, span: number, options: Options = {}): FormCell => ({
  ...answer(span, options),
  content: `{{填:${name}}}`,
});
/** A label with its answer. */
const ask = (name: string, span: number, options: Options = {}): readonly FormCell[] => [
  label(name),
  fill(name, span, options),
];

const basics: Block = [
  tall(
    24,
    ...[label("客户名称"), known("客户名称", 3), label(ID_LABEL), known(ID_LABEL, 2)],
    ...[label("客户类型"), known("客户类型", 2), label("风险组别"), known("风险组别", 1)],
  ),
  line(
    ...[label("检查类型"), known("检查类型", 2), ...ask("检查方式*", 2, { choices: vocabulary.method })],
    ...[...ask("检查日期*", 2, { numberFormat: DAY }), ...ask("地点", 2)],
  ),
  line(
    ...[...ask("受访人", 2), ...ask("身份", 2, { choices: vocabulary.respondent })],
    ...[label("联系电话"), known("联系电话", 2), label("管户经理"), known("管户经理", 2)],
  ),
  line(
    ...[label("上次联系"), known("上次联系", 2, DAY), label("上次上门"), known("上次上门", 2, DAY)],
    ...[label("本次应访"), known("本次应访", 2, DAY), label("应访事由"), known("应访事由", 2)],
  ),
  line(label("组别原因"), known("组别原因", 11)),
];

const loans: Block = [
  line(
    ...[head("借据号", 2), head("品种", 2), head("金额(元)", 2), head("余额(元)", 2)],
    ...[head("发放"), head("到期"), head("五级"), head("逾期天")],
  ),
  line(
    ...[
      known("借据.借据号", 2, "@"),
      known("借据.品种", 2),
      known("借据.金额", 2, MONEY),
      known("借据.余额", 2, MONEY),
    ],
    ...[known("借据.发放日", 1, "yy-mm-dd"), known("借据.到期日", 1, "yy-mm-dd")],
    ...[known("借据.五级分类", 1), known("借据.逾期天数", 1)],
  ),
  line(label("借据笔数"), known("借据笔数", 2), label("贷款余额"), known("贷款余额", 8, MONEY)),
];

const lookups: Block = [
  line(head("对象", 2), head("名称", 4), head("被执行", 2), head("失信", 2), head("涉诉", 2)),
  ...[
    ["借款人", "客户名称"],
    ["法代", "法定代表人"],
    ["保证人", "保证人"],
  ].map(([who = "", name = ""]) =>
    line(
      ...[given(who, 2), known(name, 4), fill(`查询.${who}被执行`, 2, { choices: vocabulary.found })],
      ...[fill(`查询.${who}失信`, 2, { choices: vocabulary.found })],
      ...[fill(`查询.${who}涉诉`, 2, { choices: vocabulary.found })],
    ),
  ),
  tall(24, label("访前关注"), known("预警信号", 11)),
];

const use: Block = [
  line(label("约定用途"), known("约定用途", 5), ...ask("实际用途", 5)),
  line(...ask("是否一致", 5, { choices: vocabulary.yesNo }), ...ask("是否回流", 5, { choices: vocabulary.yesNo })),
];

function half({ text, key, choices }: Question): readonly FormCell[] {
  const last = `${key}Last`;
  const before = { ...known(`上次.${text}`, 1, NUMBER), key: last };
  if (choices !== undefined) return [label(text, 2), fill(text, 2, { choices }), { ...before, span: 2 }];
  const change = derived(
    1,
    (at) => `IF(AND(ISNUMBER(${at(key)}),ISNUMBER(${at(last)})),${at(key)}-${at(last)},"")`,
    NUMBER,
  );
  return [label(text, 2), fill(text, 2, { key, numberFormat: NUMBER }), before, change];
}

function questions(): Block {
  const asked = questionsBySubject.法人.filter(({ ratio }) => ratio === undefined);
  const rows = Math.ceil(asked.length / 2);
  const heads = [head("询问", 2), head("本次", 2), head("上次"), head("变化")];
  return [
    { cells: [...heads, ...heads] },
    ...asked.slice(0, rows).map((left, index): FormLine => {
      const right = asked[rows + index];
      return { cells: [...half(left), ...(right === undefined ? [given("", 6)] : half(right))] };
    }),
  ];
}

const papers = ["银行流水", "应收应付", "进出货单", "水费单", "电费单", "营业执照", "财务报表", "纳税证明"];

function documents(): Block {
  const cell = (name: string) => [label(name, 1), fill(`资料.${name}`, 2, { choices: vocabulary.received })];
  return [
    line(...papers.slice(0, 4).flatMap(cell)),
    line(...papers.slice(4).flatMap(cell)),
    line(...ask("照片张数", 5, { numberFormat: "0" }), ...ask("存放位置", 5)),
  ];
}

const guarantee: Block = [
  line(
    ...[label("担保方式"), known("担保方式", 2), label("保证人"), known("保证人", 2)],
    ...ask("代偿意愿", 2, { choices: vocabulary.willingness }),
    ...ask("代偿能力", 2, { choices: vocabulary.ability }),
  ),
  line(
    ...[label("抵质押物"), known("抵质押物", 5), ...ask("状态", 2, { choices: vocabulary.collateralState })],
    ...ask("本次价值", 2, { numberFormat: MONEY }),
  ),
];

const conclusion: Block = [
  line(head("系统提示信号", 5), head("采纳", 2), head("不采纳的理由", 5)),
  line(known("信号.内容", 5), fill("信号.采纳", 2, { choices: vocabulary.accepted }), fill("信号.理由", 5)),
  line(
    ...ask("措施*", 2, { choices: vocabulary.measure }),
    ...ask("完成期限", 2, { numberFormat: DAY }),
    ...ask("还款来源", 2, { choices: vocabulary.source }),
    ...ask("客户需求", 2, { choices: vocabulary.need }),
  ),
  tall(48, ...ask("检查结论*", 11)),
  tall(32, ...ask("措施说明", 11)),
];

const signing: Block = [
  line(...ask("检查人*", 3), ...ask("协(复)查*", 3), ...ask("复查意见", 3, { choices: vocabulary.opinion })),
  ...["负责人", "风险部门", "领导审批"].map((who) => tall(24, label(who), given("", 11))),
];

/** Placeholders that are longer than their narrow cells show their beginnings. */
function onOneLine(lines: readonly FormLine[]): SheetDraft["looks"] {
  const isNarrow = ({ span, content }: FormCell) =>
    span === 1 && typeof content === "string" && content.startsWith("{{");
  return place(lines)
    .filter(({ cell }) => isNarrow(cell))
    .map(({ row, column }) => ({ at: { row, column, rows: 1, columns: 1 }, look: { wrap: false } }));
}

/** The usual form as a template of the bank's own: each cell that is filled holds its placeholder, to be moved, renamed and added to. */
export function startingTemplate(): SheetDraft {
  const title: FormLine = {
    height: 26,
    cells: [
      { kind: "title", span: 8, content: "贷后检查（回访）记录表" },
      { kind: "number", span: 4, content: "{{编号}}" },
    ],
  };
  const lines = [
    ...[title, section("① 基本信息"), ...basics, section("② 贷款情况"), ...loans, section("③ 访前查询"), ...lookups],
    ...[section("④ 资金用途"), ...use, section("⑤ 经营与财务"), ...questions()],
    ...[section("⑥ 资料"), ...documents(), section("⑦ 担保"), ...guarantee],
    ...[section("⑧ 风险判断与措施"), ...conclusion, section("⑨ 签批"), ...signing],
    line(known("台账", 12)),
  ];
  const page = numberedPage({ left: "{{经办机构}}", right: "{{编号}}" });
  const draft = layOut(lines, { name: TEMPLATE_SHEET, page, isOnPages: true });
  return { ...draft, looks: [...draft.looks, ...onOneLine(lines)], rules: [] };
}
