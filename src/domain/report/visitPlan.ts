import type { SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import type { DateSystem } from "../ledger/survey";
import { addDays, formatDay, serialIn, weekday, type Day } from "../loan/day";
import { answer, given, head, label, line, section, tall, type FormLine } from "../record/form";
import { layOut } from "../record/layOut";
import type { Round, Stop } from "../visits/rounds";

/** A call as the plan shows it. */
export interface PlannedStop extends Stop {
  readonly name: string;
  readonly address: string;
  /** 应访事由, or 贷前调查 for somebody who has no loan yet. */
  readonly why: string;
  /** 上门, or as the customer prefers. */
  readonly method: string;
  readonly preference: string;
}

/** All that a plan of visits holds. */
export interface PlanFacts {
  readonly rounds: readonly Round<PlannedStop>[];
  readonly asOf: Day;
  readonly dateSystem: DateSystem;
}

const days = "日一二三四五六";
const monday = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));

function stopLine(stop: PlannedStop, day: Day, { asOf, dateSystem }: PlanFacts): FormLine {
  const { manager, area, name, address, why, method, preference, due } = stop;
  return line(
    given(serialIn(dateSystem, day), 1, { numberFormat: "mm-dd" }),
    ...[given(manager, 1), given(area, 1), given(name, 2), given(address, 2), given(why, 1)],
    given(due < asOf ? `超期${String(asOf - due)}天` : serialIn(dateSystem, due), 1, { numberFormat: "mm-dd" }),
    given(preference === "" ? method : `${method}(${preference})`, 2),
    answer(1),
  );
}

const heads = line(
  ...[head("日期"), head("客户经理"), head("区域"), head("客户", 2), head("地址", 2), head("事由"), head("应访")],
  ...[head("方式(客户偏好)", 2), head("完成")],
);

/** A week with its days, and lines for the investigations that come up. */
function weekLines(start: Day, rounds: readonly Round<PlannedStop>[], facts: PlanFacts): readonly FormLine[] {
  const count = rounds.reduce((sum, { stops }) => sum + stops.length, 0);
  const end = addDays(start, 4);
  return [
    section(`${formatDay(start)} 至 ${formatDay(end)} · ${String(count)} 户`),
    heads,
    ...rounds.flatMap(({ day, stops }) => stops.map((stop) => stopLine(stop, day, facts))),
    tall(24, label("贷前调查"), answer(11)),
  ];
}

/** The calls of the next weeks by week, day and area, with room for the investigations of new loans. practices A26, A27 */
export function visitPlan(facts: PlanFacts, name: string): SheetDraft {
  const weeks = new Map<Day, Round<PlannedStop>[]>();
  for (const round of facts.rounds) weeks.set(monday(round.day), [...(weeks.get(monday(round.day)) ?? []), round]);
  const title: FormLine = {
    height: 26,
    cells: [
      { kind: "title", span: 8, content: "回访计划" },
      { kind: "number", span: 4, content: `基准日 ${formatDay(facts.asOf)} 星期${days.charAt(weekday(facts.asOf))}` },
    ],
  };
  const lines = [title, ...[...weeks].flatMap(([start, rounds]) => weekLines(start, rounds, facts))];
  return layOut(lines, { name, page: numberedPage({ left: "回访计划", right: `基准日 ${formatDay(facts.asOf)}` }) });
}
