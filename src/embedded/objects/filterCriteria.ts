import type { Criterion, FilterDate } from "../xlsx/filterCriteria";
import { colour } from "./colour";
import { oneOf, record, text } from "./given";
import type { Host } from "./host";
import { notServed, Refusal } from "./refusal";

/** Excel's names of months in these criteria, one of them misspelt since ever. */
const months = [
  "January",
  "Februray",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const PERIOD = "AllDatesInPeriod";
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const relative = ["Day", "Week", "Month", "Quarter", "Year"].flatMap((unit) =>
  unit === "Day" ? [] : ["Last", "This", "Next"].map((which) => which + unit),
);
const plain = ["AboveAverage", "BelowAverage", "Today", "Tomorrow", "Yesterday", "YearToDate", ...relative];

/** Excel's name of a dynamic criterion -> the file's. */
const dynamic: ReadonlyMap<string, string> = new Map([
  ...plain.map((name) => [name, lower(name)] as const),
  ...months.map((name, index) => [PERIOD + name, `M${String(index + 1)}`] as const),
  ...[1, 2, 3, 4].map((quarter) => [`${PERIOD}Quarter${String(quarter)}`, `Q${String(quarter)}`] as const),
]);

const units = ["Year", "Month", "Day", "Hour", "Minute", "Second"] as const;
const MOST_ITEMS = 500;
const MOST_PERCENT = 100;

function dateOf(given: unknown): FilterDate {
  const { date, specificity } = record(given);
  if (!/^\d{4}(-\d{1,2}){0,2}(T\d{1,2}(:\d{1,2}){0,2})?/.test(text(date))) throw new Refusal("InvalidArgument");
  return { date: text(date), specificity: oneOf(units, specificity) };
}

function valuesOf(given: unknown): Criterion {
  if (!Array.isArray(given)) throw new Refusal("InvalidArgument");
  const texts = given.filter((value) => typeof value !== "object");
  const dates = given.filter((value) => typeof value === "object").map(dateOf);
  return { kind: "values", values: texts.map((value) => String(value)), dates };
}

function topOf(on: string, given: unknown): Criterion {
  const count = Number(given);
  const isPercent = on.endsWith("Percent");
  const most = isPercent ? MOST_PERCENT : MOST_ITEMS;
  if (!Number.isInteger(count) || count < 1 || count > most) throw new Refusal("InvalidArgument");
  return { kind: "top", isTop: on.startsWith("Top"), isPercent, count };
}

function customOf({ criterion1, criterion2, operator }: Readonly<Record<string, unknown>>): Criterion {
  const second = criterion2 === undefined || criterion2 === null ? undefined : text(criterion2);
  const isAnd = oneOf(["And", "Or"], operator ?? "And") === "And";
  return { kind: "custom", first: text(criterion1), second, isAnd };
}

function dynamicOf(given: unknown): Criterion {
  const name = oneOf([...dynamic.keys()], given);
  return { kind: "dynamic", type: dynamic.get(name) ?? "null" };
}

function colourOf(host: Host, given: unknown, isCell: boolean): Criterion {
  const look = isCell ? { fill: colour(given) } : { fontColor: colour(given) };
  return { kind: "colour", look: host.book.looks.number(look), isCell };
}

const kinds = [
  "BottomItems",
  "BottomPercent",
  "CellColor",
  "Dynamic",
  "FontColor",
  "Values",
  "TopItems",
  "TopPercent",
  "Icon",
  "Custom",
] as const;

/** How each kind is read; kinds that are not here count items or percents. */
const readers: Partial<
  Record<(typeof kinds)[number], (host: Host, said: Readonly<Record<string, unknown>>) => Criterion>
> = {
  Values: (_host, { values }) => valuesOf(values),
  Custom: (_host, said) => customOf(said),
  Dynamic: (_host, { dynamicCriteria }) => dynamicOf(dynamicCriteria),
  CellColor: (host, { color }) => colourOf(host, color, true),
  FontColor: (host, { color }) => colourOf(host, color, false),
  Icon: () => {
    throw notServed("Filter by icon");
  },
};

/** What a client asks of a column, as the file keeps it. https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria */
export function criterionOf(host: Host, given: unknown): Criterion {
  const said = record(given);
  const on = oneOf(kinds, said["filterOn"]);
  return readers[on]?.(host, said) ?? topOf(on, said["criterion1"]);
}

function describedTop({ isTop, isPercent, count }: Extract<Criterion, { kind: "top" }>): object {
  return { filterOn: `${isTop ? "Top" : "Bottom"}${isPercent ? "Percent" : "Items"}`, criterion1: String(count) };
}

function describedCustom({ first, second, isAnd }: Extract<Criterion, { kind: "custom" }>): object {
  if (second === undefined) return { filterOn: "Custom", criterion1: first, operator: "And" };
  return { filterOn: "Custom", criterion1: first, criterion2: second, operator: isAnd ? "And" : "Or" };
}

function describedDynamic(type: string): object {
  const name = [...dynamic].find(([, one]) => one === type)?.[0] ?? "Unknown";
  return { filterOn: "Dynamic", dynamicCriteria: name };
}

function describedColour(host: Host, { look, isCell }: Extract<Criterion, { kind: "colour" }>): object {
  const { fill, fontColor } = host.book.looks.at(look);
  return isCell ? { filterOn: "CellColor", color: fill } : { filterOn: "FontColor", color: fontColor };
}

/** A criterion as clients see it. */
export function described(host: Host, criterion: Criterion): object {
  switch (criterion.kind) {
    case "values":
      return { filterOn: "Values", values: [...criterion.values, ...criterion.dates] };
    case "custom":
      return describedCustom(criterion);
    case "top":
      return describedTop(criterion);
    case "dynamic":
      return describedDynamic(criterion.type);
    case "colour":
      return describedColour(host, criterion);
    case "icon":
      return { filterOn: "Icon" };
  }
}
