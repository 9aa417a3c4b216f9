import type { Change, Content, SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import { sameContent } from "../change/content";
import { type FilledRecord } from "../filing/filledRecord";
import type { Named } from "../filing/identity";
import { answersOf } from "../filing/recordTables";
import type { CellValue } from "../ledger/cells";
import type { Drawdown } from "../ledger/ledger";
import type { Day } from "../loan/day";
import { inYuan } from "../loan/money";
import type { RecordFacts } from "../record/facts";
import { distinct } from "../record/facts";
import { namesIn, namesShown } from "../record/background";
import { answer, DAY, given, hint, label, line, MONEY, section, tall, type FormLine } from "../record/form";
import { layOut } from "../record/layOut";
import { ID_LABEL, shownId } from "../record/shownId";
import { dayContent } from "../record/blocks/basics";
import { loans } from "../record/blocks/loans";
import { textHeight } from "../record/textHeight";
import { levelName, riskGroupName } from "../risk/group";
import { reasonsText } from "../risk/reasonText";
import { customerTypeName } from "../settings/lines";
import { visitsBeside } from "./visitsBeside";

/** All that is known of one customer: what the ledger says, and what its filed visits left. */
export interface CustomerFacts extends Pick<RecordFacts, "judgement" | "drawdowns" | "asOf" | "dateSystem"> {
  /** Filed records that are still there, the newest first. */
  readonly visits: readonly FilledRecord[];
  /** How far its newest open warning has come; "" where none was reported. */
  readonly warning: string;
}

/** What begins the name of such a sheet. */
export const CUSTOMER_PREFIX = "客户信息_";

/** Lines for drawdowns. */
const DRAWDOWNS = 6;

function identity(facts: CustomerFacts): readonly FormLine[] {
  const { judgement, drawdowns } = facts;
  const { customer, clocks, group, duty } = judgement;
  const day = (value: Day | undefined) => given(dayContent(value, facts), 2, { numberFormat: DAY });
  return [
    tall(
      textHeight(customer.name, 12, 2),
      ...[label("客户名称"), given(customer.name, 3), label(ID_LABEL), given(shownId(customer), 2)],
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

/** Signs of a list of names that the sheet has room for. */
const SIGNS_OF_NAMES = 140;

function guarantees(drawdowns: readonly Drawdown[]): readonly FormLine[] {
  const shown = (of: (drawdown: Drawdown) => string | undefined) =>
    namesShown(namesIn(distinct(drawdowns.map(of))), SIGNS_OF_NAMES);
  return [
    line(
      ...[label("担保方式"), given(distinct(drawdowns.flatMap(({ guarantees: kinds }) => [...kinds])), 2)],
      ...[
        label("保证人"),
        given(
          shown(({ guarantor }) => guarantor),
          3,
        ),
      ],
      ...[
        label("抵质押物"),
        given(
          shown(({ collateral }) => collateral),
          4,
        ),
      ],
    ),
  ];
}

/** Lines for signals; the last tells how many more there are. */
const SIGNALS = 5;

function signals({ judgement, warning }: CustomerFacts): readonly FormLine[] {
  const all = judgement.signals.map(({ clause, text, level }) => `【${levelName[level]}】${clause} ${text}`);
  const shown =
    all.length > SIGNALS
      ? [...all.slice(0, SIGNALS - 1), `另有 ${String(all.length - SIGNALS + 1)} 条，见台账“贷后_预警”列`]
      : all;
  const told = all.length === 0 ? ["没有未结的信号"] : shown;
  return [
    ...Array.from({ length: SIGNALS }, (_, index) => line(given(told[index] ?? "", 12))),
    line(label("预警报告"), given(warning === "" ? "没有未落实的报告" : warning, 11)),
  ];
}

const NOTHING_LOOKED_UP = ["", "未查"];

/** What the last record looked up, subject by subject. */
function lookedUp({ lookups }: FilledRecord): string {
  const told = ["执照/年报", "被执行", "失信", "涉诉", "征信变化"];
  return lookups
    .flatMap(({ who, results }) => {
      const found = told.flatMap((what) => {
        const result = String(results.get(what) ?? "").trim();
        return NOTHING_LOOKED_UP.includes(result) ? [] : [`${what}${result}`];
      });
      return found.length === 0 ? [] : [`${who}：${found.join("、")}`];
    })
    .join("；");
}

/** The label of the line that is the reader's own. */
const NOTES = "备注";
const TWO_LINES = 24;

function openItems([last]: readonly FilledRecord[]): readonly FormLine[] {
  const said = (text: string | undefined) => given(text === undefined || text === "" ? "无" : text, 11);
  return [
    tall(TWO_LINES, label("最近查询"), said(last === undefined ? "" : lookedUp(last))),
    line(label("查询发现"), said(last?.found.join("、"))),
    line(label("未收资料"), said(last?.documents.missing.join("、"))),
    tall(NAME_HEIGHT, label(NOTES), answer(11)),
    hint("再次生成时，以上各格按台账和回访表更新；备注一格、表格右侧和下方的内容不会改动。"),
  ];
}

/** What stands on an earlier sheet of this kind and would change; undefined where its lines are not where they were made. Notes and what stands beside or below the form are left out. */
export function cardChanges(
  draft: SheetDraft,
  sheet: string,
  seen: readonly (readonly Content[])[],
): readonly Change[] | undefined {
  const isFixed = (content: Content) => typeof content === "string" && /^[①②③④⑤⑥]|^备注$/.test(content);
  const isMoved = draft.cells.some(([first = ""], row) => isFixed(first) && seen[row]?.[0] !== first);
  if (isMoved) return undefined;
  return draft.cells.flatMap((cells, row) =>
    cells[0] === NOTES
      ? []
      : cells.flatMap((after, column): Change[] => {
          const before = seen[row]?.[column] ?? "";
          if (sameContent(before, after)) return [];
          return [{ kind: "cells", sheet, column, firstRow: row, before: [before], after: [after] }];
        }),
  );
}

const TITLE = "客户贷后管理信息表";

/** Whom a sheet is about that is such a sheet; undefined for any other. `cells` begin at A1. */
export function customerOnCard(cells: readonly (readonly CellValue[])[]): Named | undefined {
  if (cells[0]?.[0] !== TITLE) return undefined;
  const { all } = answersOf(cells);
  const text = (name: string) => String(all.get(name)?.value ?? "").trim();
  return { customer: text("客户名称"), id: text(ID_LABEL) };
}

/** One customer on a sheet: identity, loans, guarantees, signals, the last visits side by side, what is open. practices A06, A60 */
export function customerSheet(facts: CustomerFacts, name: string): SheetDraft {
  const title: FormLine = {
    height: 26,
    cells: [
      { kind: "title", span: 9, content: TITLE },
      { kind: "number", span: 3, content: dayContent(facts.asOf, facts), numberFormat: '"基准日 "yyyy-mm-dd' },
    ],
  };
  const lines = [
    ...[title, section("① 基本信息"), ...identity(facts), section("② 贷款情况"), ...loans(facts, DRAWDOWNS)],
    ...[section("③ 担保"), ...guarantees(facts.drawdowns), section("④ 未结信号"), ...signals(facts)],
    ...[section("⑤ 历次回访"), ...visitsBeside(facts), section("⑥ 待办"), ...openItems(facts.visits)],
  ];
  return layOut(lines, { name, page: numberedPage({}), isOnPages: true });
}
