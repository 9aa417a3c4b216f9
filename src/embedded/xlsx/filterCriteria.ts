import { childOf, childrenOf, escapeXml, parseXml, type XmlElement } from "./xml";

/** A stretch of time that a filter shows: "2026-11" by month. */
export interface FilterDate {
  readonly date: string;
  readonly specificity: "Year" | "Month" | "Day" | "Hour" | "Minute" | "Second";
}

/** What a filter asks of one column. Colours stand in the list of rules' looks, by number. */
export type Criterion =
  | { readonly kind: "values"; readonly values: readonly string[]; readonly dates: readonly FilterDate[] }
  | { readonly kind: "custom"; readonly first: string; readonly second: string | undefined; readonly isAnd: boolean }
  | { readonly kind: "top"; readonly isTop: boolean; readonly isPercent: boolean; readonly count: number }
  | { readonly kind: "dynamic"; readonly type: string }
  | { readonly kind: "colour"; readonly look: number | undefined; readonly isCell: boolean }
  | { readonly kind: "icon"; readonly set: string; readonly index: number | undefined };

const operators: Readonly<Record<string, string>> = {
  "<>": "notEqual",
  "<=": "lessThanOrEqual",
  ">=": "greaterThanOrEqual",
  "=": "equal",
  "<": "lessThan",
  ">": "greaterThan",
};

const isOn = (element: XmlElement, name: string, otherwise = false): boolean => {
  const said = element.attributes.get(name);
  return said === undefined ? otherwise : ["1", "true"].includes(said);
};

const units = ["Year", "Month", "Day", "Hour", "Minute", "Second"] as const;

function readDate({ attributes }: XmlElement): FilterDate {
  const grouping = attributes.get("dateTimeGrouping") ?? "year";
  const specificity = units.find((unit) => unit.toLowerCase() === grouping) ?? "Year";
  const wanted = units.slice(0, units.indexOf(specificity) + 1);
  const [year = "", ...rest] = wanted.map((unit) => (attributes.get(unit.toLowerCase()) ?? "0").padStart(2, "0"));
  const date = [year, ...rest.slice(0, 2)].join("-");
  const time = rest.slice(2).join(":");
  return { date: time === "" ? date : `${date}T${time}`, specificity };
}

function dateXml({ date, specificity }: FilterDate): string {
  const parts = date.split(/[-T:]/).map(Number);
  const said = units.slice(0, units.indexOf(specificity) + 1);
  const attributes = said.map((unit, index) => ` ${unit.toLowerCase()}="${String(parts[index] ?? 0)}"`).join("");
  return `<dateGroupItem${attributes} dateTimeGrouping="${specificity.toLowerCase()}"/>`;
}

function readCustom(element: XmlElement): Criterion {
  const [first, second] = childrenOf(element, "customFilter").map(({ attributes }) => {
    const operator = attributes.get("operator") ?? "equal";
    const sign = Object.entries(operators).find(([, name]) => name === operator)?.[0] ?? "=";
    return sign + (attributes.get("val") ?? "").replace(/^ $/, "");
  });
  return { kind: "custom", first: first ?? "", second, isAnd: isOn(element, "and") };
}

/** How each kind of criterion is read from its element. */
const readers: Readonly<Record<string, (element: XmlElement) => Criterion>> = {
  filters: (element) => ({
    kind: "values",
    values: [
      ...childrenOf(element, "filter").map(({ attributes }) => attributes.get("val") ?? ""),
      ...(isOn(element, "blank") ? [""] : []),
    ],
    dates: childrenOf(element, "dateGroupItem").map(readDate),
  }),
  customFilters: readCustom,
  top10: (element) => ({
    kind: "top",
    isTop: isOn(element, "top", true),
    isPercent: isOn(element, "percent"),
    count: Number(element.attributes.get("val")),
  }),
  dynamicFilter: ({ attributes }) => ({ kind: "dynamic", type: attributes.get("type") ?? "null" }),
  colorFilter: (element) => ({
    kind: "colour",
    look: element.attributes.has("dxfId") ? Number(element.attributes.get("dxfId")) : undefined,
    isCell: isOn(element, "cellColor", true),
  }),
  iconFilter: ({ attributes }) => ({
    kind: "icon",
    set: attributes.get("iconSet") ?? "",
    index: attributes.has("iconId") ? Number(attributes.get("iconId")) : undefined,
  }),
};

/** What a column's element of a filter asks; undefined where it is of another kind. */
export function readCriterion(filterColumn: string): Criterion | undefined {
  const root = parseXml(filterColumn, "filterColumn");
  const name = Object.keys(readers).find((one) => childOf(root, one) !== undefined);
  const element = name === undefined ? undefined : childOf(root, name);
  return name === undefined || element === undefined ? undefined : readers[name]?.(element);
}

function customXml(text: string): string {
  const [, sign = "=", value = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(text) ?? [];
  const operator = sign === "=" ? "" : ` operator="${operators[sign] ?? "equal"}"`;
  return `<customFilter${operator} val="${value === "" ? " " : escapeXml(value)}"/>`;
}

type Of<Kind extends Criterion["kind"]> = Extract<Criterion, { readonly kind: Kind }>;

function valuesXml({ values, dates }: Of<"values">): string {
  const blank = values.includes("") ? ' blank="1"' : "";
  const filters = values.filter((value) => value !== "").map((value) => `<filter val="${escapeXml(value)}"/>`);
  return `<filters${blank}>${filters.join("")}${dates.map(dateXml).join("")}</filters>`;
}

function bothXml({ first, second, isAnd }: Of<"custom">): string {
  const both = second !== undefined && isAnd ? ' and="1"' : "";
  return `<customFilters${both}>${customXml(first)}${second === undefined ? "" : customXml(second)}</customFilters>`;
}

function topXml({ isTop, isPercent, count }: Of<"top">): string {
  return `<top10${isTop ? "" : ' top="0"'}${isPercent ? ' percent="1"' : ""} val="${String(count)}"/>`;
}

function colourXml({ look, isCell }: Of<"colour">): string {
  return `<colorFilter dxfId="${String(look ?? 0)}"${isCell ? "" : ' cellColor="0"'}/>`;
}

function innerXml(criterion: Criterion): string {
  switch (criterion.kind) {
    case "values":
      return valuesXml(criterion);
    case "custom":
      return bothXml(criterion);
    case "top":
      return topXml(criterion);
    case "dynamic":
      return `<dynamicFilter type="${criterion.type}"/>`;
    case "colour":
      return colourXml(criterion);
    case "icon":
      return `<iconFilter iconSet="${criterion.set}" iconId="${String(criterion.index ?? 0)}"/>`;
  }
}

/** A column's element of a filter; its place is put in when the filter is written. */
export function criterionXml(criterion: Criterion): string {
  return `<filterColumn colId="0">${innerXml(criterion)}</filterColumn>`;
}
