import { findChanges, reportChanges, type Changes } from "../../app/changes";
import type { Compared, Comparison, Migration } from "../../domain/history/compare";
import { beforeText, moveName, nameText, nowText, reasonText } from "../../domain/history/changeWords";
import { formatDay, type Day } from "../../domain/loan/day";
import { loanClassName } from "../../domain/loan/loanClass";
import { inYuan } from "../../domain/loan/money";
import { ok } from "../../domain/result";
import { riskGroupName } from "../../domain/risk/group";
import { parseDay } from "../parseDay";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

const SHOWN = 20;

function customerJson(one: Compared) {
  const { move, now, before, customer } = one;
  const rows = customer?.drawdowns.map(({ row }) => row + 1) ?? [];
  return {
    ...{ move, customer: customer?.name ?? null, row: rows[0] ?? null },
    before: before === undefined ? null : { state: beforeText(one), balance: inYuan(before.balance) },
    now: now === undefined ? null : { state: nowText(one), balance: inYuan(now.balance) },
    reason: reasonText(one),
  };
}

function migrationJson<State extends string>(
  { states, customers, balances }: Migration<State>,
  name: Readonly<Record<State, string>>,
) {
  const inFull = balances.map((row) => row.map(inYuan));
  return { states: states.map((state) => name[state]), customers, balances: inFull };
}

function comparisonJson({ sheet, since, asOf, counts, changed, groups, classes }: Comparison) {
  return {
    ...{ sheet, since: formatDay(since), asOf: formatDay(asOf), counts },
    customers: changed.map(customerJson),
    groups: migrationJson(groups, riskGroupName),
    classes: migrationJson(classes, loanClassName),
  };
}

function line(one: Compared): string {
  const states = [beforeText(one), nowText(one)].filter((text) => text !== "").join(" → ");
  return `  ${moveName[one.move]} ${nameText(one)}：${states}，${reasonText(one)}`;
}

function migrationLines<State extends string>(
  title: string,
  { states, customers }: Migration<State>,
  name: Readonly<Record<State, string>>,
): readonly string[] {
  const moved = states.flatMap((from, row) =>
    states.flatMap((to, column) => {
      const many = customers[row]?.[column] ?? 0;
      return from === to || many === 0 ? [] : [`${name[from]}→${name[to]} ${String(many)} 户`];
    }),
  );
  return [`  ${title}：${moved.length === 0 ? "没有迁徙" : moved.join("，")}`];
}

function comparisonLines({ sheet, since, asOf, counts, changed, groups, classes }: Comparison): readonly string[] {
  const many = (["worse", "new", "better", "gone", "same"] as const).map(
    (move) => `${moveName[move]} ${String(counts[move])} 户`,
  );
  const more = changed.length - SHOWN;
  return [
    `${sheet}：${formatDay(asOf)} 与 ${formatDay(since)} 相比，${many.join("，")}`,
    ...migrationLines("风险组别", groups, riskGroupName),
    ...migrationLines("五级分类", classes, loanClassName),
    ...changed.slice(0, SHOWN).map(line),
    ...(more > 0 ? [`  还有 ${String(more)} 户，用 --json 查看全部。`] : []),
  ];
}

/** What changed, for another program and for a person. */
function told({ comparisons, days }: Changes) {
  const json = { ledgers: comparisons.map(comparisonJson), days: days.map(formatDay) };
  return { json, text: `${comparisons.flatMap(comparisonLines).join("\n")}\n` };
}

async function perform({ workbook, options, stopwatch }: Running, since: Day | undefined): Promise<Outcome> {
  const asked = { ...options, ...(since === undefined ? {} : { since }) };
  const changes = await findChanges(workbook, asked, stopwatch.watch);
  return changes.ok ? ok({ ...told(changes.value), save: false }) : refusedBy(changes.because);
}

/** The same with a sheet to print, in a workbook of its own. */
async function report({ workbook, options, stopwatch }: Running, since: Day | undefined): Promise<Outcome> {
  const asked = { ...options, ...(since === undefined ? {} : { since }) };
  const made = await reportChanges(workbook, asked, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { json, text } = told(made.value);
  const { name } = made.value.draft;
  return ok({ json: { sheet: name, ...json }, text: `${text}已生成工作表“${name}”。\n`, save: true });
}

export const changes: Verb = {
  name: "changes",
  usage: "[--since 2026-10-31] [-o 结果.xlsx | --in-place]",
  says: "与上次标注（或 --since 那天）比较：新增、已不在、好转、变差的客户和原因，组别与五级分类迁徙，不改动台账；有 -o 时另生成可打印的贷后变化表",
  suffix: undefined,
  judges: true,
  parse: ({ values, flags }) => {
    const since = parseDay("--since", values.get("--since"));
    const work = values.has("-o") || flags.has("--in-place") ? report : perform;
    return since.ok ? ok((running) => work(running, since.value)) : since;
  },
};
