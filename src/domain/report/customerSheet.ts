import type { Content, SheetDraft } from "../change/change";
import { dayIn, textOf, type FilledRecord } from "../filing/filledRecord";
import { idOf } from "../ledger/customers";
import type { Drawdown } from "../ledger/ledger";
import type { Day } from "../loan/day";
import { inYuan } from "../loan/money";
import type { RecordFacts } from "../record/facts";
import { distinct } from "../record/facts";
import { answer, DAY, given, head, label, line, MONEY, RATIO, section, tall, type FormLine } from "../record/form";
import { layOut } from "../record/layOut";
import { masked } from "../record/mask";
import { dayContent } from "../record/blocks/basics";
import { loans } from "../record/blocks/loans";
import { levelName, riskGroupName } from "../risk/group";
import { reasonsText } from "../risk/reasonText";
import { customerTypeName } from "../settings/lines";

/** All that is known of one customer: what the ledger says, and what its filed visits left. */
export interface CustomerFacts extends Pick<RecordFacts, "judgement" | "drawdowns" | "asOf" | "dateSystem"> {
  /** Filed records that are still there, the newest first. */
  readonly visits: readonly FilledRecord[];
}

/** What begins the name of such a sheet. */
export const CUSTOMER_PREFIX = "客户信息_";

/** Visits that stand side by side. */
const VISITS = 4;

function identity(facts: CustomerFacts): readonly FormLine[] {
  const { judgement, drawdowns } = facts;
  const { customer, clocks, group, duty } = judgement;
  const day = (value: Day | undefined) => given(dayContent(value, facts), 2, { numberFormat: DAY });
  return [
    tall(
      NAME_HEIGHT,
      ...[label("客户名称"), given(customer.name, 3), label("证件号码"), given(masked(idOf(customer) ?? ""), 2)],
      ...[
        label("客户类型"),
        given(customerTypeName[customer.type], 2),
        label("风险组别"),
        given(riskGroupName[group], 1),
      ],
    ),
    line(
      ...[label("管户经理"), given(distinct(drawdowns.map(({ manager }) => manager)), 2)],
      ...[label("所属行业"), given(distinct(drawdowns.map(({ industry }) => industry)), 2)],
      ...[label("经办机构"), given(distinct(drawdowns.map(({ branch }) => branch)), 2)],
      ...[label("余额(元)"), given(inYuan(judgement.balance), 2, { numberFormat: MONEY })],
    ),
    line(
      ...[label("上次联系"), day(clocks.lastContact), label("上次上门"), day(clocks.lastOnSite)],
      ...[
        label("下次应访"),
        day(duty.due),
        label("间隔(月)"),
        given(`${String(clocks.contactMonths)} / ${String(clocks.onSiteMonths)}`, 2),
      ],
    ),
    line(label("组别原因"), given(reasonsText(judgement), 11)),
  ];
}

const NAME_HEIGHT = 24;

function guarantees(drawdowns: readonly Drawdown[]): readonly FormLine[] {
  return [
    line(
      ...[label("担保方式"), given(distinct(drawdowns.flatMap(({ guarantees: kinds }) => [...kinds])), 2)],
      ...[label("保证人"), given(distinct(drawdowns.map(({ guarantor }) => guarantor)), 3)],
      ...[label("抵质押物"), given(distinct(drawdowns.map(({ collateral }) => collateral)), 4)],
    ),
  ];
}

function signals({ judgement }: CustomerFacts): readonly FormLine[] {
  if (judgement.signals.length === 0) return [line(given("没有未结的信号", 12))];
  return judgement.signals.map(({ clause, text, level }) =>
    line(given(`【${levelName[level]}】${clause} ${text}`, 12)),
  );
}

const ofVisits = (
  visits: readonly FilledRecord[],
  valueOf: (visit: FilledRecord) => Content,
  numberFormat = "General",
) =>
  Array.from({ length: VISITS }, (_, index) => {
    const visit = visits[index];
    return given(visit === undefined ? "" : valueOf(visit), 2, { numberFormat });
  });

const CONCLUSION_HEIGHT = 76;
const NUMBER = "#,##0.##";
/** Questions whose answers are shares of something. */
const IS_RATIO = /率$|占比$|同比$|负担比$/;

/** Visits side by side, the newest first: what they were, and every number that was asked. */
function visitLines(facts: CustomerFacts): readonly FormLine[] {
  const visits = facts.visits.slice(0, VISITS);
  if (visits.length === 0) return [line(given("还没有归档的回访表", 12))];
  const questions = [...new Set(visits.flatMap((visit) => visit.questions.map(({ question }) => question)))];
  const asked = (question: string) => (visit: FilledRecord) =>
    visit.questions.find((one) => one.question === question)?.now ?? "";
  const answered = questions.filter((question) => visits.some((visit) => asked(question)(visit) !== ""));
  return [
    line(head("回访", 4), ...Array.from({ length: VISITS }, (_, index) => head(visits[index]?.number ?? "", 2))),
    line(label("检查日期", 4), ...ofVisits(visits, (visit) => dayContent(dayIn(visit, "检查日期"), facts), DAY)),
    line(label("方式", 4), ...ofVisits(visits, (visit) => textOf(visit, "检查方式"))),
    line(label("措施", 4), ...ofVisits(visits, (visit) => textOf(visit, "措施"))),
    tall(CONCLUSION_HEIGHT, label("结论", 4), ...ofVisits(visits, (visit) => textOf(visit, "检查结论"))),
    ...answered.map((question) =>
      line(label(question, 4), ...ofVisits(visits, asked(question), IS_RATIO.test(question) ? RATIO : NUMBER)),
    ),
  ];
}

function openItems([last]: readonly FilledRecord[]): readonly FormLine[] {
  const missing = last?.documents.missing.join("、") ?? "";
  const found = last?.found.join("、") ?? "";
  return [
    line(label("查询发现"), given(found === "" ? "无" : found, 11)),
    line(label("未收资料"), given(missing === "" ? "无" : missing, 11)),
    tall(NAME_HEIGHT, label("备注"), answer(11)),
  ];
}

const MARGINS = { left: 30, right: 30, top: 40, bottom: 36, header: 18, footer: 16 };

/** One customer on a sheet: identity, loans, guarantees, signals, the last visits side by side, what is open. practices A06, A60 */
export function customerSheet(facts: CustomerFacts, name: string): SheetDraft {
  const title: FormLine = {
    height: 26,
    cells: [
      { kind: "title", span: 9, content: "客户贷后管理信息表" },
      { kind: "number", span: 3, content: dayContent(facts.asOf, facts), numberFormat: '"基准日 "yyyy-mm-dd' },
    ],
  };
  const lines = [
    ...[title, section("① 基本信息"), ...identity(facts), section("② 贷款情况"), ...loans(facts)],
    ...[section("③ 担保"), ...guarantees(facts.drawdowns), section("④ 未结信号"), ...signals(facts)],
    ...[section("⑤ 历次回访"), ...visitLines(facts), section("⑥ 待办"), ...openItems(facts.visits)],
  ];
  const page = { margins: MARGINS, header: { left: "", right: "" }, footer: "第 &P 页，共 &N 页", breaks: [] };
  return layOut(lines, { name, page });
}
