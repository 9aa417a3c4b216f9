import type { SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import type { DateSystem } from "../ledger/survey";
import { serialIn, type Day } from "../loan/day";
import { inTenThousands, sum } from "../loan/money";
import {
  answer,
  DAY,
  given,
  head,
  label,
  line,
  MONEY,
  section,
  tall,
  type FormCell,
  type FormLine,
} from "../record/form";
import { layOut } from "../record/layOut";
import { textHeight, textWidth } from "../record/textHeight";
import { compactDay } from "../record/sheetName";
import { vocabulary } from "../record/vocabulary";
import { reportStates } from "./warningList";
import { levelName, levels, riskGroupName, type Level } from "../risk/group";
import type { Judgement } from "../risk/judgement";

/** A customer with open warnings, and what its last visit found and decided. */
export interface Warned {
  readonly judgement: Judgement;
  readonly conclusion: string;
  readonly measure: string;
  readonly deadline: Day | undefined;
  /** How far it has come, where it was reported before. */
  readonly state: string;
}

/** All that a report of warnings holds. */
export interface ReportFacts {
  /** The worst first. */
  readonly warned: readonly Warned[];
  readonly asOf: Day;
  readonly dateSystem: DateSystem;
}

/** What begins the name of a report's sheet. */
export const REPORT_PREFIX = "风险预警_";

/** Customers that one report lists at most. */
export const MOST_WARNED = 300;

const isGrave = (level: Level) => level === "orange" || level === "red";

/** How grave a customer's worst warning is; -1 where none is red or orange. */
function gravity({ signals }: Judgement): number {
  return Math.max(-1, ...signals.filter(({ level }) => isGrave(level)).map(({ level }) => levels.indexOf(level)));
}

/** The customers with a red or orange signal, the worst first, of one level the largest balance. */
export function gravelyWarned(judgements: readonly Judgement[]): readonly Judgement[] {
  return judgements
    .filter((judgement) => gravity(judgement) >= 0)
    .sort((one, other) => gravity(other) - gravity(one) || other.balance - one.balance);
}

const SIGNS_A_LINE = 17;
const NAME_SIGNS_A_LINE = 8;
const LINE_HEIGHT = 12;

function heightOf(name: string, signals: string): number {
  const lines = Math.max(Math.ceil(textWidth(name) / NAME_SIGNS_A_LINE), Math.ceil(textWidth(signals) / SIGNS_A_LINE));
  return 6 + LINE_HEIGHT * lines;
}

const filled = (cell: FormCell, content: string | number): FormCell => ({ ...cell, content });

/** The red and orange signals as one text. */
export function graveText(signals: Judgement["signals"]): string {
  const grave = signals.filter(({ level }) => isGrave(level));
  return grave.map(({ clause, text, level }) => `【${levelName[level]}】${clause} ${text}`).join("；");
}

function warnedLine({ judgement, measure, deadline, state }: Warned, facts: ReportFacts): FormLine {
  const { customer, group, balance, signals } = judgement;
  const told = graveText(signals);
  return tall(
    heightOf(customer.name, told),
    given(customer.name, 2),
    given(riskGroupName[group], 1),
    given(inTenThousands(balance), 1, { numberFormat: MONEY }),
    given(told, 4),
    filled(answer(2, { choices: vocabulary.measure }), measure),
    filled(answer(1, { numberFormat: "yy-mm-dd" }), deadline === undefined ? "" : serialIn(facts.dateSystem, deadline)),
    filled(answer(1, { choices: reportStates }), state),
  );
}

function summaryLine({ warned, asOf, ...rest }: ReportFacts): FormLine {
  const red = warned.filter(({ judgement }) => judgement.signals.some(({ level }) => level === "red")).length;
  const balance = sum(warned.map(({ judgement }) => judgement.balance));
  return line(
    ...[label("报告日期"), given(serialIn(rest.dateSystem, asOf), 2, { numberFormat: DAY })],
    ...[label("预警户数"), given(warned.length, 2, { numberFormat: "0" })],
    ...[label("其中红色"), given(red, 2, { numberFormat: "0" })],
    ...[label("余额(万元)"), given(inTenThousands(balance), 2, { numberFormat: MONEY })],
  );
}

const WRITING = 60;
/** Signs of the facts on one line, and points around them. */
const SIGNS_OF_FACTS = 50;
const SPACE = 8;
const SIGNING = 26;

function approval(who: string): FormLine {
  return tall(
    SIGNING,
    label(who),
    answer(6),
    label("签字"),
    answer(2),
    label("日期"),
    answer(1, { numberFormat: DAY }),
  );
}

/** What the last visits found, for a report of few customers; blank to be written for many. */
function factsText(warned: readonly Warned[]): string {
  const [only, ...others] = warned;
  return only === undefined || others.length > 0 ? "" : only.conclusion;
}

function linesOf(facts: ReportFacts): readonly FormLine[] {
  const shown = facts.warned.slice(0, MOST_WARNED);
  const left = facts.warned.length - shown.length;
  const told = factsText(facts.warned);
  return [
    {
      height: 26,
      cells: [
        { kind: "title", span: 8, content: "风险预警报告" },
        { kind: "number", span: 4, content: `编号 YJ-${compactDay(facts.asOf)}` },
      ],
    },
    section("① 概况"),
    summaryLine(facts),
    section("② 预警信号和措施"),
    line(
      ...[head("客户", 2), head("组别"), head("余额(万元)"), head("信号", 4)],
      ...[head("措施", 2), head("期限"), head("状态")],
    ),
    ...shown.map((one) => warnedLine(one, facts)),
    ...(left > 0 ? [line(given(`另有 ${String(left)} 户，见台账“贷后_预警”列`, 12))] : []),
    section("③ 事实和建议"),
    tall(Math.max(WRITING, textHeight(told, SIGNS_OF_FACTS) + SPACE), label("事实"), filled(answer(11), told)),
    tall(WRITING, label("建议措施"), answer(11)),
    section("④ 审批"),
    ...["客户经理", "负责人", "风险部门", "领导审批"].map(approval),
  ];
}

/** A report of the open red and orange warnings, to be printed, signed and followed up. */
export function warningReport(facts: ReportFacts, name: string): SheetDraft {
  return layOut(linesOf(facts), { name, page: numberedPage({ right: `编号 YJ-${compactDay(facts.asOf)}` }) });
}
