import type { SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import { normalisedName } from "../ledger/customers";
import { loanClassName } from "../loan/loanClass";
import { inYuan, sum, type Money } from "../loan/money";
import { riskGroupName } from "../risk/group";
import { dayContent } from "./blocks/basics";
import { signOff } from "./blocks/conclusion";
import { agendaLine, lookupTable } from "./blocks/lookups";
import { distinct } from "./facts";
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
  written,
  type Block,
  type PlaceOf,
} from "./form";
import { monthsBetween, type GuarantorFacts } from "./guarantorFacts";
import type { Guaranteed } from "./guarantees";
import { recordHeader } from "./header";
import { layOut } from "./layOut";
import { sheetLink } from "./link";
import { withProgress } from "./progress";
import { textHeight, textWidth } from "./textHeight";
import { vocabulary } from "./vocabulary";

const owed = ({ balance, amount }: Guaranteed["drawdown"]) => balance ?? amount ?? (0 as Money);
const NAME_HEIGHT = 24;

function basics(facts: GuarantorFacts): Block {
  const customers = new Set(facts.guaranteed.map(({ judgement }) => judgement));
  const months = monthsBetween(facts);
  const more = months < 1 ? `+30*${String(months)}` : "";
  const next = (at: PlaceOf) => `IF(N(${at("date")})=0,"",EDATE(${at("date")},${String(months)})${more})`;
  return [
    tall(
      NAME_HEIGHT,
      ...[label("保证人名称"), given(facts.name, 5), label("检查类型"), given(facts.kind, 2)],
      ...[label("所保户数"), given(customers.size, 2, { numberFormat: "0" })],
    ),
    line(
      ...[label("检查方式"), answer(2, { choices: vocabulary.method, required: true })],
      ...[label("检查日期"), answer(2, { key: "date", numberFormat: DAY, required: true })],
      ...[label("地点"), answer(2, { required: true }), label("照片张数"), answer(2, { numberFormat: "0" })],
    ),
    line(
      ...[label("受访人"), answer(2, { required: true })],
      ...[label("身份"), answer(2, { choices: vocabulary.respondent })],
      ...[label("配合情况"), answer(2, { choices: vocabulary.attitude }), label("下次检查"), derived(2, next, DAY)],
    ),
  ];
}

/** Characters of a borrower's name on one line. */
const NAME_LENGTH = 12;
/** Drawdowns that get a line each. */
const SHOWN = 12;

function loanLine({ judgement, drawdown }: Guaranteed, facts: GuarantorFacts) {
  const { noteNo, contractNo, matures, loanClass, overdueDays } = drawdown;
  const { name } = judgement.customer;
  const height = textWidth(name) > NAME_LENGTH ? { height: textHeight(name, NAME_LENGTH) } : {};
  const cells = line(
    given(name, 3),
    given(noteNo ?? contractNo ?? "", 2, { numberFormat: "@" }),
    given(inYuan(owed(drawdown)), 2, { numberFormat: MONEY }),
    given(dayContent(matures, facts), 1, { numberFormat: "yy-mm-dd" }),
    given(loanClass === undefined ? "" : loanClassName[loanClass], 1),
    given(overdueDays ?? "", 1),
    given(riskGroupName[judgement.group], 2),
  );
  return { ...cells, ...height };
}

/** All loans for which it stands, with the sum, and what it owes us itself. practices A50 */
function loans(facts: GuarantorFacts): Block {
  const { guaranteed, own } = facts;
  const worst = [...guaranteed].sort(
    (one, other) => (other.drawdown.overdueDays ?? 0) - (one.drawdown.overdueDays ?? 0),
  );
  const rest = guaranteed.length - SHOWN;
  const total = sum(guaranteed.map(({ drawdown }) => owed(drawdown)));
  return [
    line(
      ...[head("借款人", 3), head("借据号", 2), head("余额(元)", 2), head("到期")],
      ...[head("五级"), head("逾期天"), head("组别", 2)],
    ),
    ...worst.slice(0, SHOWN).map((one) => loanLine(one, facts)),
    line(
      ...[label("所保笔数"), given(guaranteed.length, 2, { numberFormat: "0" })],
      ...[label("所保余额"), given(inYuan(total), 2, { key: "exposure", numberFormat: MONEY })],
      ...[label("本行借款"), given(own === undefined ? 0 : inYuan(own.balance), 2, { numberFormat: MONEY })],
      ...[label("其组别"), given(own === undefined ? "非本行借款人" : riskGroupName[own.group], 2)],
    ),
    ...(rest > 0 ? [line(given(`另有 ${String(rest)} 笔见台账`, 12))] : []),
  ];
}

const tenThousands = { numberFormat: "#,##0.00" };
/** So many times its net assets, both in yuan and in units of 10,000. */
const times = (one: string, other: string, scale: string) => (at: PlaceOf) =>
  `IF(N(${at(other)})=0,"",${at(one)}${scale}/${at(other)})`;

/** Nine facts of whoever stands for a loan. practices A51 */
function capacity({ kind }: GuarantorFacts): Block {
  const choice = (choices: readonly string[]) => answer(2, { choices, required: true });
  return [
    line(
      ...[label("主体资格"), choice(vocabulary.qualified), label("其经营"), choice(vocabulary.operation)],
      ...[label("其财务"), choice(vocabulary.finance), label("现金流"), choice(vocabulary.finance)],
    ),
    line(
      ...[label("净资产(万)"), answer(2, { key: "net", ...tenThousands })],
      ...[label("自身负债"), answer(2, tenThousands), label("或有负债"), answer(2, tenThousands)],
      ...[label("对外担保"), answer(2, { key: "given", ...tenThousands })],
    ),
    line(
      ...[label("代偿意愿"), choice(vocabulary.willingness), label("代偿能力"), choice(vocabulary.ability)],
      ...[label("担保倍数"), derived(2, times("given", "net", ""), "0.00")],
      ...[label("本行倍数"), derived(2, times("exposure", "net", "/10000"), "0.00")],
    ),
    ...(kind === "担保公司" ? company() : []),
    tall(NAME_HEIGHT, label("变化说明"), answer(11)),
  ];
}

/** What is watched of a guarantee company each month. practices A48, A49 */
function company(): Block {
  return [
    line(
      ...[label("在保余额"), answer(2, tenThousands), label("代偿余额"), answer(2, tenThousands)],
      ...[label("准备金"), answer(2, tenThousands), label("外部评级"), answer(2)],
    ),
    line(
      ...[label("合作资格"), answer(2, { choices: vocabulary.qualified }), label("合作额度"), answer(2, tenThousands)],
      ...[label("管理行"), answer(2), label("了解日期"), answer(2, { numberFormat: DAY })],
    ),
  ];
}

const FREE = 4;
const WRITING = 40;

function conclusion(): Block {
  const free = line(given("", 5), answer(2, { choices: vocabulary.accepted }), answer(5));
  return [
    line(head("系统提示信号", 5), head("采纳", 2), head("不采纳的理由", 5)),
    ...Array.from({ length: FREE }, () => free),
    line(
      ...[label("预警等级"), answer(2, { choices: vocabulary.level })],
      ...[label("措施"), answer(2, { choices: vocabulary.measure, required: true })],
      ...[label("完成期限"), answer(2, { numberFormat: DAY }), label("提前到"), answer(2, { numberFormat: DAY })],
    ),
    written(WRITING, label("检查结论"), answer(11, { required: true })),
    written(WRITING, label("措施说明"), answer(11)),
  ];
}

/** The record of one guarantor as a sheet of its own: what it stands for, whether it can and will pay. practices A48-A52 */
export function guarantorRecord(facts: GuarantorFacts, name: string): SheetDraft {
  const { number, kind, guaranteed, last } = facts;
  const [first] = guaranteed;
  const title = {
    height: 26,
    cells: [
      { kind: "title", span: 8, content: `${kind}检查记录表` } as const,
      { kind: "number", span: 4, content: `编号 ${number}` } as const,
    ],
  };
  const sheet = first?.layout.sheet ?? "";
  const row = first?.drawdown.row ?? 0;
  const back = sheetLink({ sheet, row, text: `回到台账：${sheet} 第 ${String(row + 1)} 行` });
  const lines = withProgress([
    ...[title, section("① 基本信息"), ...basics(facts), section("② 所保贷款"), ...loans(facts)],
    ...[
      section("③ 访前查询"),
      ...lookupTable([
        { who: "保证人", name: facts.name },
        { who: "法代", name: "" },
      ]),
    ],
    ...[agendaLine(last?.agenda ?? []), section("④ 主体资格与代偿"), ...capacity(facts)],
    ...[section("⑤ 判断与措施"), ...conclusion(), section("⑥ 签批"), ...signOff()],
    { cells: [{ kind: "hint", span: 12, content: back } as const] },
  ]);
  const branch = distinct(guaranteed.map(({ drawdown }) => drawdown.branch));
  return layOut(lines, { name, page: numberedPage(recordHeader(branch, number)), isOnPages: true });
}

/** Whether two names are one guarantor's. */
export const isSameName = (one: string, other: string): boolean => normalisedName(one) === normalisedName(other);
