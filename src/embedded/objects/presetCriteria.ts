import type { RuleDraft } from "../xlsx/model";

type Said = Pick<RuleDraft, "type" | "settings" | "formulas">;
type Criterion = (cell: string) => Said;

const plain =
  (type: string, formula?: (cell: string) => string): Criterion =>
  (cell) => ({ type, settings: {}, formulas: formula === undefined ? [] : [formula(cell)] });

const period =
  (timePeriod: string, formula: (cell: string) => string): Criterion =>
  (cell) => ({ type: "timePeriod", settings: { timePeriod }, formulas: [formula(cell)] });

const average =
  (settings: Readonly<Record<string, string>>): Criterion =>
  () => ({ type: "aboveAverage", settings, formulas: [] });

const month = (cell: string, step: string): string =>
  `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0${step}1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0${step}1)))`;

/** Excel's criteria and how it writes them, with the formula that older programs and other ones go by. */
export const criteria: Readonly<Record<string, Criterion>> = {
  Blanks: plain("containsBlanks", (cell) => `LEN(TRIM(${cell}))=0`),
  NonBlanks: plain("notContainsBlanks", (cell) => `LEN(TRIM(${cell}))>0`),
  Errors: plain("containsErrors", (cell) => `ISERROR(${cell})`),
  NonErrors: plain("notContainsErrors", (cell) => `NOT(ISERROR(${cell}))`),
  Yesterday: period("yesterday", (cell) => `FLOOR(${cell},1)=TODAY()-1`),
  Today: period("today", (cell) => `FLOOR(${cell},1)=TODAY()`),
  Tomorrow: period("tomorrow", (cell) => `FLOOR(${cell},1)=TODAY()+1`),
  LastSevenDays: period("last7Days", (cell) => `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`),
  LastWeek: period(
    "lastWeek",
    (cell) => `AND(TODAY()-ROUNDDOWN(${cell},0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(${cell},0)<(WEEKDAY(TODAY())+7))`,
  ),
  ThisWeek: period(
    "thisWeek",
    (cell) => `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(${cell},0)-TODAY()<=7-WEEKDAY(TODAY()))`,
  ),
  NextWeek: period(
    "nextWeek",
    (cell) =>
      `AND(ROUNDDOWN(${cell},0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(${cell},0)-TODAY()<(15-WEEKDAY(TODAY())))`,
  ),
  LastMonth: period("lastMonth", (cell) => month(cell, "-")),
  ThisMonth: period("thisMonth", (cell) => `AND(MONTH(${cell})=MONTH(TODAY()),YEAR(${cell})=YEAR(TODAY()))`),
  NextMonth: period("nextMonth", (cell) => month(cell, "+")),
  AboveAverage: average({}),
  BelowAverage: average({ aboveAverage: "0" }),
  EqualOrAboveAverage: average({ equalAverage: "1" }),
  EqualOrBelowAverage: average({ aboveAverage: "0", equalAverage: "1" }),
  OneStdDevAboveAverage: average({ stdDev: "1" }),
  OneStdDevBelowAverage: average({ aboveAverage: "0", stdDev: "1" }),
  TwoStdDevAboveAverage: average({ stdDev: "2" }),
  TwoStdDevBelowAverage: average({ aboveAverage: "0", stdDev: "2" }),
  ThreeStdDevAboveAverage: average({ stdDev: "3" }),
  ThreeStdDevBelowAverage: average({ aboveAverage: "0", stdDev: "3" }),
  UniqueValues: plain("uniqueValues"),
  DuplicateValues: plain("duplicateValues"),
};

const isOn = (said: string | undefined, otherwise: boolean): boolean =>
  said === undefined ? otherwise : said === "1" || said === "true";

/** What a rule of averages or periods says, in one spelling. */
function distinct({ type, settings }: Pick<Said, "type" | "settings">): string {
  const { timePeriod = "", stdDev = "0" } = settings;
  const above = isOn(settings["aboveAverage"], true);
  return [type, timePeriod, above, isOn(settings["equalAverage"], false), stdDev].join(" ");
}

/** Excel's name of what a rule of the file says; undefined where Excel has none. */
export function criterionOf(rule: Pick<Said, "type" | "settings">): string | undefined {
  const wanted = distinct(rule);
  return Object.keys(criteria).find((name) => {
    const said = criteria[name]?.("A1");
    return said !== undefined && distinct(said) === wanted;
  });
}
