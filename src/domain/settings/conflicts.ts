import { formatDay, weekday, type Day } from "../loan/day";
import type { DaySpan, Settings } from "./settings";
import { spanLines } from "./spanLines";

/** Values that do not go together: the fields they stand in, by id, and a sentence. No field for what stands in a list. */
export interface Conflict {
  readonly fields: readonly string[];
  readonly message: string;
}

type Check = (settings: Settings) => readonly Conflict[];

/** Regulation takes over from the day after. R11.1 */
const LAST_DAY = 90;

const days = (from: number, to: number): string =>
  from === to ? `第 ${String(from)} 天` : `第 ${String(from)} 至 ${String(to)} 天`;

interface Joint {
  readonly name: string;
  readonly next: string;
  readonly ends: number;
  readonly begins: number;
}

/** What is wrong where one span ends and the next begins. */
function unjoined({ name, next, ends, begins }: Joint): string | undefined {
  if (begins === ends + 1) return undefined;
  return begins > ends
    ? `“${name}”与“${next}”之间空缺${days(ends + 1, begins - 1)}`
    : `“${name}”与“${next}”重叠${days(begins, ends)}`;
}

/** Spans of days past due must follow each other without gap or overlap, from the first day to the ninetieth. */
const spansJoin: Check = ({ pastDue }) => {
  const spans = spanLines.map(({ key, label }) => ({ label, ...pastDue[key] }));
  const turned = spans.filter(({ from, to }) => from > to).map(({ label }): Conflict => backwards(label));
  if (turned.length > 0) return turned;
  const first: Joint = { name: "逾期 0 天", next: spans[0]?.label ?? "", ends: 0, begins: spans[0]?.from ?? 1 };
  const joints = spans.map(({ label, to }, index): Joint => {
    const next: DaySpan & { label: string } = spans[index + 1] ?? {
      label: "逾期 91 天以上（红）",
      from: LAST_DAY + 1,
      to: Infinity,
    };
    return { name: label, next: next.label, ends: to, begins: next.from };
  });
  return [first, ...joints].flatMap((joint) => {
    const message = unjoined(joint);
    if (message === undefined) return [];
    const isFirst = joint === first;
    return [{ fields: [isFirst ? `${joint.next} 从` : `${joint.name} 至`], message }];
  });
};

const backwards = (label: string): Conflict => ({
  fields: [`${label} 从`, `${label} 至`],
  message: `“${label}”的起始天数大于截止天数`,
});

/** Of two limits the first must be below the second, or equal where they may be. */
const ordered =
  (low: string, high: string, [lowOf, highOf, mayEqual]: readonly [Get, Get, boolean]): Check =>
  (settings) => {
    const [one, other] = [lowOf(settings), highOf(settings)];
    if (one < other || (mayEqual && one === other)) return [];
    return [{ fields: [low, high], message: `“${low}”应小于${mayEqual ? "或等于" : ""}“${high}”，否则两段重叠` }];
  };

type Get = (settings: Settings) => number;

const dayLists: Check = ({ calendar: { holidays, workedWeekends } }) => {
  const conflict = (message: string): Conflict => ({ fields: [], message });
  const list = (found: readonly Day[]) => found.map(formatDay).join("、");
  const both = [...workedWeekends].filter((day) => holidays.has(day));
  const onWeekdays = [...workedWeekends].filter((day) => weekday(day) !== 0 && weekday(day) !== 6);
  return [
    ...(both.length > 0 ? [conflict(`${list(both)} 既在“节假日”又在“调休上班日”中`)] : []),
    ...(onWeekdays.length > 0 ? [conflict(`“调休上班日”中的 ${list(onWeekdays)} 不是周六或周日`)] : []),
  ];
};

const aliasChains: Check = ({ managerAliases }) =>
  [...managerAliases]
    .filter(([, name]) => managerAliases.has(name))
    .map(([alias, name]) => ({
      fields: [],
      message: `客户经理“${alias}”的对应姓名“${name}”自己又写成了别名，请直接对应到最终的姓名`,
    }));

const checks: readonly Check[] = [
  spansJoin,
  ordered("近期提醒", "远期提醒", [({ notice }) => notice.soonDays, ({ notice }) => notice.laterDays, false]),
  ordered("到期黄色预警", "到期预警", [
    ({ notice }) => notice.maturingSoonDays,
    ({ notice }) => notice.maturingDays,
    true,
  ]),
  ordered("抵押率上限（住宅）", "抵押率红线", [
    ({ thresholds }) => thresholds.loanToValueHome,
    ({ thresholds }) => thresholds.loanToValueRed,
    true,
  ]),
  ordered("抵押率上限（其他）", "抵押率红线", [
    ({ thresholds }) => thresholds.loanToValueOther,
    ({ thresholds }) => thresholds.loanToValueRed,
    true,
  ]),
  dayLists,
  aliasChains,
];

/** Everything in the settings that contradicts itself. */
export function conflictsIn(settings: Settings): readonly Conflict[] {
  return checks.flatMap((check) => check(settings));
}
