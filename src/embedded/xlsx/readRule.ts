import { colourOf } from "./colours";
import type { ColourStops, DataBarState, IconSetState, Threshold } from "./ruleModel";
import { childOf, childrenOf, type XmlElement } from "./xml";

/** Tells an element's text: elements know only where they stand. */
type TextOf = (element: XmlElement | undefined) => string;
type Theme = readonly string[];

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";
const isOff = (value: string | undefined): boolean => value === "0" || value === "false";

/** A limit; the newer kind has its value in an element. */
function threshold(element: XmlElement | undefined, textOf: TextOf): Threshold {
  const formula = childOf(element, "f");
  return {
    type: element?.attributes.get("type") ?? "num",
    value: element?.attributes.get("val") ?? (formula && textOf(formula)),
    isInclusive: !isOff(element?.attributes.get("gte")),
  };
}

/** The attributes that belong to a rule of any kind. */
const common: ReadonlySet<string> = new Set(["type", "priority", "stopIfTrue", "dxfId", "id", "activePresent"]);

/** What the kind of a rule says in attributes. */
export function readSettings(rule: XmlElement): Readonly<Record<string, string>> {
  return Object.fromEntries([...rule.attributes].filter(([name]) => !common.has(name)));
}

/** The colours of a scale; undefined for another kind of rule. */
export function readStops(rule: XmlElement, textOf: TextOf, theme: Theme): ColourStops | undefined {
  const scale = childOf(rule, "colorScale");
  if (scale === undefined) return undefined;
  const colours = childrenOf(scale, "color");
  return childrenOf(scale, "cfvo").map((limit, index) => ({
    threshold: threshold(limit, textOf),
    color: colourOf(colours[index], theme) ?? "#000000",
  }));
}

const axes = ["automatic", "middle", "none"] as const;
const directions = ["context", "leftToRight", "rightToLeft"] as const;

/** A data bar, from the rule that every Excel knows and the newer one that goes with it. */
export function readBar(
  [rule, newer]: readonly [XmlElement, XmlElement | undefined],
  textOf: TextOf,
  theme: Theme,
): DataBarState | undefined {
  const plain = childOf(rule, "dataBar");
  if (plain === undefined) return undefined;
  const bar = childOf(newer, "dataBar");
  const [lower, upper] = childrenOf(bar ?? plain, "cfvo");
  const { attributes } = bar ?? plain;
  const color = (name: string): string | undefined => colourOf(childOf(bar, name), theme);
  return {
    lower: threshold(lower, textOf),
    upper: threshold(upper, textOf),
    color: colourOf(childOf(bar, "fillColor") ?? childOf(plain, "color"), theme) ?? "#638EC6",
    gradient: !isOff(attributes.get("gradient")),
    border: isOn(attributes.get("border")) ? color("borderColor") : undefined,
    ...negatives(bar, color),
    axisColor: color("axisColor"),
    ...layout(bar),
    showsValue: !isOff(plain.attributes.get("showValue")),
    ...lengths(attributes),
  };
}

/** Where the file says nothing, as the older list means it. */
function lengths(said: XmlElement["attributes"]): Pick<DataBarState, "shortest" | "longest"> {
  return { shortest: Number(said.get("minLength") ?? 10), longest: Number(said.get("maxLength") ?? 90) };
}

/** Bars of the older list alone have no axis. */
function layout(bar: XmlElement | undefined): Pick<DataBarState, "axis" | "direction"> {
  const axis = bar === undefined ? "none" : bar.attributes.get("axisPosition");
  const direction = bar?.attributes.get("direction");
  return {
    axis: axes.find((one) => one === axis) ?? "automatic",
    direction: directions.find((one) => one === direction) ?? "context",
  };
}

function negatives(
  bar: XmlElement | undefined,
  color: (name: string) => string | undefined,
): Pick<DataBarState, "negativeColor" | "negativeBorder"> {
  const isSame = bar === undefined || isOn(bar.attributes.get("negativeBarColorSameAsPositive"));
  const isSameBorder = !isOff(bar?.attributes.get("negativeBarBorderColorSameAsPositive"));
  return {
    negativeColor: isSame ? undefined : (color("negativeFillColor") ?? "#FF0000"),
    negativeBorder: isSameBorder ? undefined : color("negativeBorderColor"),
  };
}

/** The icons of a rule; undefined for another kind. */
export function readIcons(rule: XmlElement, textOf: TextOf): IconSetState | undefined {
  const set = childOf(rule, "iconSet");
  if (set === undefined) return undefined;
  const icons = childrenOf(set, "cfIcon").map(({ attributes }) => ({
    set: attributes.get("iconSet") ?? "NoIcons",
    index: Number(attributes.get("iconId") ?? 0),
  }));
  return {
    set: set.attributes.get("iconSet") ?? "3TrafficLights1",
    isReversed: isOn(set.attributes.get("reverse")),
    showsValue: !isOff(set.attributes.get("showValue")),
    thresholds: childrenOf(set, "cfvo").map((limit) => threshold(limit, textOf)),
    icons: isOn(set.attributes.get("custom")) ? icons : undefined,
  };
}
