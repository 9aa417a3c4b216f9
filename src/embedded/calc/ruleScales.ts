import type { ColourStops, DataBarState, FormatRule, IconSetState, IconState, Threshold } from "../xlsx/ruleModel";
import { a1ToR1c1 } from "./notation";
import type { RuledCell, Rules } from "./ruleTests";
import { RuledValues } from "./ruledValues";

/** A bar in a cell; places and lengths from 0 to 1 of the cell's width, counted from the left. */
export interface BarShown {
  readonly from: number;
  readonly length: number;
  readonly color: string;
  readonly gradient: boolean;
  readonly border: string | undefined;
  /** Where the line between negative and positive bars stands; undefined where there is none. */
  readonly axis: { readonly at: number; readonly color: string } | undefined;
  /** Whether the bar runs from right to left. */
  readonly isBackward: boolean;
}

/** What a scale, a bar or an icon set gives a cell. */
export interface ScaleShown {
  readonly fill?: string;
  readonly bar?: BarShown;
  readonly icon?: IconState;
  /** Whether bar or icon take the place of the value. */
  readonly hidesValue?: boolean;
}

type Scale = (value: number) => ScaleShown;

const AXIS = "#000000";

/** A limit as a number; undefined where its formula gives none. */
function limitOf(threshold: Threshold, values: RuledValues, compute: (formula: string) => unknown): number | undefined {
  const { type, value = "0" } = threshold;
  const { lowest, highest } = values;
  const given = (): number | undefined => {
    const number = value.trim() === "" ? NaN : Number(value);
    const found = Number.isNaN(number) ? compute(value) : number;
    return typeof found === "number" ? found : undefined;
  };
  switch (type) {
    case "min":
      return lowest;
    case "max":
      return highest;
    case "autoMin":
      return Math.min(0, lowest);
    case "autoMax":
      return Math.max(0, highest);
    case "percent":
      return shareOf(given(), (share) => lowest + share * (highest - lowest));
    case "percentile":
      return shareOf(given(), (share) => values.percentile(share));
    default:
      return given();
  }
}

function shareOf(percent: number | undefined, at: (share: number) => number): number | undefined {
  return percent === undefined ? undefined : at(percent / 100);
}

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** A colour between two. */
function mixed(one: string, other: string, share: number): string {
  const to = channels(other);
  const parts = channels(one).map((from, index) => Math.round(from + ((to[index] ?? from) - from) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

const WHITE = "#FFFFFF";

function colourScale(stops: ColourStops, limits: readonly number[]): Scale {
  const color = (index: number): string => stops[index]?.color ?? WHITE;
  return (value) => {
    const above = limits.findIndex((limit) => value < limit);
    if (above === 0) return { fill: color(0) };
    if (above === -1) return { fill: color(stops.length - 1) };
    const [from = 0, to = 0] = limits.slice(above - 1, above + 1);
    return { fill: mixed(color(above - 1), color(above), (value - from) / (to - from)) };
  };
}

/** Where the line between negative and positive stands; undefined where all bars begin at one side. */
function axisOf({ axis }: DataBarState, [lower = 0, upper = 0]: readonly number[]): number | undefined {
  if (axis === "none" || lower >= 0) return undefined;
  if (axis === "middle") return 0.5;
  return upper <= 0 ? 1 : -lower / (upper - lower);
}

type Stretch = Pick<BarShown, "from" | "length">;

/** Where a bar stands that begins at the side of its cell. */
function fromSide({ shortest, longest }: DataBarState, share: number): Stretch {
  return { from: 0, length: (shortest + share * (longest - shortest)) / 100 };
}

/** Where a bar stands that begins at the line between negative and positive. */
function fromAxis(axis: number, value: number, [lower = 0, upper = 0]: readonly number[]): Stretch {
  if (value < 0) return { from: axis - (axis * value) / lower, length: (axis * value) / lower };
  return { from: axis, length: upper <= 0 ? 0 : ((1 - axis) * value) / upper };
}

function barColours({ color, border, negativeColor, negativeBorder }: DataBarState, isNegative: boolean) {
  return isNegative ? { color: negativeColor ?? color, border: negativeBorder ?? border } : { color, border };
}

function dataBar(bar: DataBarState, limits: readonly number[]): Scale {
  const [lower = 0, upper = 0] = limits;
  const at = axisOf(bar, limits);
  const isMirrored = bar.direction === "rightToLeft";
  const axis = at === undefined ? undefined : { at: isMirrored ? 1 - at : at, color: bar.axisColor ?? AXIS };
  return (value) => {
    const held = Math.min(upper, Math.max(lower, value));
    const share = upper === lower ? 0.5 : (held - lower) / (upper - lower);
    const { from, length } = at === undefined ? fromSide(bar, share) : fromAxis(at, held, limits);
    return {
      bar: {
        from: isMirrored ? 1 - from - length : from,
        length,
        ...barColours(bar, value < 0),
        gradient: bar.gradient,
        axis,
        isBackward: isMirrored !== (at !== undefined && value < 0),
      },
      hidesValue: !bar.showsValue,
    };
  };
}

function iconScale({ thresholds, isReversed, showsValue, set, icons }: IconSetState, limits: readonly number[]): Scale {
  const isReached = (value: number, limit: number, index: number): boolean =>
    index === 0 || value > limit || (value === limit && thresholds[index]?.isInclusive !== false);
  return (value) => {
    const reached = limits.reduce((best, limit, index) => (isReached(value, limit, index) ? index : best), 0);
    const index = isReversed ? limits.length - 1 - reached : reached;
    return { icon: icons?.[index] ?? { set, index }, hidesValue: !showsValue };
  };
}

/** A rule's limits and what it makes of them; undefined for a rule of another kind. */
function madeOf({ stops, bar, icons }: FormatRule):
  | {
      readonly thresholds: readonly Threshold[];
      readonly make: (limits: readonly number[]) => Scale;
    }
  | undefined {
  if (stops !== undefined)
    return { thresholds: stops.map(({ threshold }) => threshold), make: (limits) => colourScale(stops, limits) };
  if (bar !== undefined) return { thresholds: [bar.lower, bar.upper], make: (limits) => dataBar(bar, limits) };
  if (icons !== undefined) return { thresholds: icons.thresholds, make: (limits) => iconScale(icons, limits) };
  return undefined;
}

/** What a colour scale, data bar or icon set gives each cell of a rule; undefined for a rule of another kind. */
export function ruleScale(
  rule: FormatRule,
  { sheet, evaluate }: Rules,
): ((cell: RuledCell) => ScaleShown | undefined) | undefined {
  const made = madeOf(rule);
  if (made === undefined) return undefined;
  const values = new RuledValues(sheet, rule.ranges);
  const { row, column } = rule.ranges[0] ?? { row: 0, column: 0 };
  const compute = (formula: string): unknown =>
    evaluate({ r1c1: a1ToR1c1(`=${formula.replace(/^=/, "")}`, row, column).slice(1) }, { sheet, row, column }, 0);
  let scale: { readonly of: Scale | undefined } | undefined;
  const begun = (): Scale | undefined => {
    const limits = made.thresholds.map((threshold) => limitOf(threshold, values, compute));
    return limits.every((limit) => limit !== undefined) ? made.make(limits) : undefined;
  };
  return ({ value }) => {
    if (typeof value !== "number") return undefined;
    scale ??= { of: begun() };
    return scale.of?.(value);
  };
}
