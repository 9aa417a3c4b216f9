import type { Settings } from "../settings/settings";
import { dayOf, dayParts } from "../loan/day";
import type { Level } from "../risk/group";
import { dayIn, textOf, type FilledRecord } from "./filledRecord";

/** What a visit's answers are judged by. */
export interface VisitFacts {
  readonly record: FilledRecord;
  /** The customer's last filed record, where its sheet is still there. */
  readonly last: FilledRecord | undefined;
  readonly limits: Settings["visitSignals"];
}

/** How bad, and in which words with value and limit. */
export interface Verdict {
  readonly level: Level;
  readonly text: string;
}

/** A signal that a visit may raise: its clause and when it does. signals F.2, F.3 */
export interface VisitSignal {
  readonly clause: string;
  readonly judge: (facts: VisitFacts) => Verdict | undefined;
}

const positive = (value: unknown): number | undefined => (typeof value === "number" && value > 0 ? value : undefined);

/** A question's answer as a number above zero; undefined where it is not. */
export function now({ questions }: FilledRecord, question: string): number | undefined {
  return positive(questions.find((one) => one.question === question)?.now);
}

/** One number over another; undefined where one is not known. */
export function over(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

/** By what share a question's number changed since the last visit: -0.25 is a quarter less. An answer of 0 counts, one that is not there does not. */
export function changeOf(record: FilledRecord, question: string): number | undefined {
  const asked = record.questions.find((one) => one.question === question);
  const last = positive(asked?.last);
  return typeof asked?.now !== "number" || last === undefined ? undefined : asked.now / last - 1;
}

/** A question whose number changed, and by what share. */
export interface Change {
  readonly question: string;
  readonly change: number;
}

/** The largest of the changes that are known. */
export function largestChange(record: FilledRecord, questions: readonly string[]): Change | undefined {
  const known = questions.flatMap((question) => {
    const change = changeOf(record, question);
    return change === undefined ? [] : [{ question, change }];
  });
  return known.sort((one, other) => other.change - one.change)[0];
}

/** A share in percent with at most one decimal; a change with its sign. */
export const percent = (share: number): string => `${String(Number((share * 100).toFixed(1)))}%`;
export const signed = (share: number): string => `${share > 0 ? "+" : ""}${percent(share)}`;

/** Rounded, so that 70 % worked out from amounts is not above a limit of 70 %. */
export const rounded = (share: number): number => Number(share.toPrecision(12));

/** Yellow from one drop on, orange from another. Drops and limits as positive shares. */
export function dropped(
  what: string,
  change: number | undefined,
  { yellow, orange }: { readonly yellow: number; readonly orange?: number },
): Verdict | undefined {
  if (change === undefined) return undefined;
  const drop = rounded(-change);
  const limit = orange !== undefined && drop >= orange ? orange : yellow;
  if (drop <= 0 || drop < yellow) return undefined;
  return { level: limit === orange ? "orange" : "yellow", text: `${what}${signed(change)}(≤-${percent(limit)})` };
}

/** The verdict where an answer is one of some choices. */
export function chosen(
  { record }: VisitFacts,
  label: string,
  { values, level }: { readonly values: readonly string[]; readonly level: Level },
): Verdict | undefined {
  const found = (record.repeated.get(label) ?? []).find((value) => values.includes(String(value)));
  return found === undefined ? undefined : { level, text: `${label}“${String(found)}”` };
}

/** The verdict where the answer to one of some questions is one of some choices. */
export function answered(
  { record }: VisitFacts,
  questions: readonly string[],
  { values, level }: { readonly values: readonly string[]; readonly level: Level },
): Verdict | undefined {
  const found = record.questions.find(
    ({ question, now: said }) => questions.includes(question) && values.includes(String(said)),
  );
  return found === undefined ? undefined : { level, text: `${found.question}“${String(found.now)}”` };
}

/** The worst result of lookups under a heading: red about the borrower itself, orange about anyone else, where these differ. */
export function lookedUp(
  { record }: VisitFacts,
  heading: string,
  levelOf: (result: string, isBorrower: boolean) => Level | undefined,
): Verdict | undefined {
  const hits = record.lookups.flatMap(({ who, results }) => {
    const result = String(results.get(heading) ?? "");
    const level = levelOf(result, who === "借款人" || who === "经营实体");
    return level === undefined ? [] : [{ level, who, result }];
  });
  const [worst] = hits.sort((one, other) => severity.indexOf(other.level) - severity.indexOf(one.level));
  if (worst === undefined) return undefined;
  const said = worst.result === "有" ? heading : `${heading}“${worst.result}”`;
  return { level: worst.level, text: [...new Set(hits.map(({ who }) => who))].join("、") + said };
}

const severity: readonly Level[] = ["blue", "yellow", "orange", "red"];

/** The verdict on the kind of a sudden event; other records have none. */
export function ofEvent({ record }: VisitFacts, values: readonly string[], level: Level): Verdict | undefined {
  const type = textOf(record, "事件类型");
  return values.includes(type) ? { level, text: `突发事件：${type}` } : undefined;
}

/** Days of the year up to a record's visit, over which its turnover was made. */
export function daysOfYear(record: FilledRecord): number | undefined {
  const visited = dayIn(record, "检查日期");
  return visited === undefined ? undefined : dayOfYear(visited);
}

function dayOfYear(day: NonNullable<ReturnType<typeof dayIn>>): number {
  const { year } = dayParts(day);
  return day - (dayOf(year, 1, 1) ?? day) + 1;
}
