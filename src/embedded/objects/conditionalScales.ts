import type { Threshold } from "../xlsx/ruleModel";
import { colour } from "./colour";
import { RuleOfKind, ruleFormula, withSign } from "./conditionalRules";
import { oneOf, record, truth, whole } from "./given";
import { Refusal } from "./refusal";
import { equalParts, limit } from "./ruleKinds";

/** Limits by Excel's names, in the file's words. */
const limits = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Formula: "formula",
  Percentile: "percentile",
} as const;
const measured = ["Number", "Percent", "Formula", "Percentile"] as const;

const limitName = (type: string): string => Object.entries(limits).find(([, word]) => word === type)?.[0] ?? "Invalid";

/** A limit that a client gives: an end of the scale, or one that is measured and says what it is. */
function givenLimit(given: unknown, end: "LowestValue" | "HighestValue" | undefined): Threshold {
  const { type, formula } = record(given);
  const name = oneOf(end === undefined ? measured : [end, ...measured], type);
  return name === end ? limit(limits[name]) : limit(limits[name], ruleFormula(formula));
}

const FALLBACK = { minimum: "#FF7128", midpoint: "#FFEB84", maximum: "#FFEF9C" } as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.colorscaleconditionalformat */
export class ColorScaleConditionalFormat extends RuleOfKind {
  readonly className = "ColorScaleConditionalFormat";
  protected readonly kind = "ColorScale";

  get threeColorScale(): boolean {
    return this.known().stops?.length === 3;
  }
  get criteria(): unknown {
    const { stops = [] } = this.known();
    const shown = stops.map(({ threshold: { type, value }, color }) => ({
      type: limitName(type),
      formula: value === undefined ? null : withSign(value),
      color,
    }));
    const midpoint = shown.length === 3 ? { midpoint: shown[1] } : {};
    return { minimum: shown[0], ...midpoint, maximum: shown.at(-1) };
  }
  set criteria(given: unknown) {
    this.known();
    const { minimum, midpoint, maximum } = record(given);
    const stop = (
      place: keyof typeof FALLBACK,
      criterion: unknown,
      end?: "LowestValue" | "HighestValue",
    ): { threshold: Threshold; color: string } => ({
      threshold: givenLimit(criterion, end),
      color: colour(record(criterion)["color"] ?? FALLBACK[place]),
    });
    const middle = midpoint === undefined || midpoint === null ? [] : [stop("midpoint", midpoint)];
    this.standing.change({
      stops: [stop("minimum", minimum, "LowestValue"), ...middle, stop("maximum", maximum, "HighestValue")],
    });
  }
}

/** Icon sets by Excel's names, in the file's words. */
const sets: Readonly<Record<string, string>> = {
  ThreeArrows: "3Arrows",
  ThreeArrowsGray: "3ArrowsGray",
  ThreeFlags: "3Flags",
  ThreeTrafficLights1: "3TrafficLights1",
  ThreeTrafficLights2: "3TrafficLights2",
  ThreeSigns: "3Signs",
  ThreeSymbols: "3Symbols",
  ThreeSymbols2: "3Symbols2",
  FourArrows: "4Arrows",
  FourArrowsGray: "4ArrowsGray",
  FourRedToBlack: "4RedToBlack",
  FourRating: "4Rating",
  FourTrafficLights: "4TrafficLights",
  FiveArrows: "5Arrows",
  FiveArrowsGray: "5ArrowsGray",
  FiveRating: "5Rating",
  FiveQuarters: "5Quarters",
  ThreeStars: "3Stars",
  ThreeTriangles: "3Triangles",
  FiveBoxes: "5Boxes",
};
const setName = (inFile: string): string => Object.entries(sets).find(([, word]) => word === inFile)?.[0] ?? "Invalid";
const sizeOf = (inFile: string): number => Number(inFile.charAt(0));

interface GivenIcon {
  readonly threshold: Threshold;
  readonly icon: { readonly set: string; readonly index: number } | undefined;
}

function customIcon(given: unknown): GivenIcon["icon"] {
  if (given === undefined || given === null) return undefined;
  const { set, index } = record(given);
  const inFile = sets[oneOf(Object.keys(sets), set)] ?? "";
  if (whole(index) < 0 || whole(index) >= sizeOf(inFile)) throw new Refusal("InvalidArgument");
  return { set: inFile, index: whole(index) };
}

/** The lowest icon is there from the beginning of the scale on, whatever is said of its limit. */
function givenIcon(given: unknown, position: number): GivenIcon {
  const { customIcon: icon, operator, ...rest } = record(given);
  if (position === 0) return { threshold: limit("percent", "0"), icon: customIcon(icon) };
  const isInclusive = oneOf(["GreaterThan", "GreaterThanOrEqual"], operator) === "GreaterThanOrEqual";
  return { threshold: { ...givenLimit(rest, undefined), isInclusive }, icon: customIcon(icon) };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.iconsetconditionalformat */
export class IconSetConditionalFormat extends RuleOfKind {
  readonly className = "IconSetConditionalFormat";
  protected readonly kind = "IconSet";

  private readonly icons = () => {
    const { icons } = this.known();
    if (icons === undefined) throw new Refusal("InvalidOperation");
    return icons;
  };

  get style(): string {
    return setName(this.icons().set);
  }
  /** Another number of icons begins with equal parts. */
  set style(given: unknown) {
    const before = this.icons();
    const set = sets[oneOf(Object.keys(sets), given)] ?? "";
    const isSameSize = before.thresholds.length === sizeOf(set);
    const thresholds = isSameSize ? before.thresholds : equalParts(sizeOf(set));
    this.standing.change({ icons: { ...before, set, thresholds, icons: undefined } });
  }
  get reverseIconOrder(): boolean {
    return this.icons().isReversed;
  }
  set reverseIconOrder(given: unknown) {
    this.standing.change({ icons: { ...this.icons(), isReversed: truth(given) } });
  }
  get showIconOnly(): boolean {
    return !this.icons().showsValue;
  }
  set showIconOnly(given: unknown) {
    this.standing.change({ icons: { ...this.icons(), showsValue: !truth(given) } });
  }
  get criteria(): unknown {
    const { thresholds, icons } = this.icons();
    return thresholds.map(({ type, value, isInclusive }, index) => {
      const icon = icons?.[index];
      return {
        type: limitName(type),
        formula: withSign(value),
        operator: isInclusive ? "GreaterThanOrEqual" : "GreaterThan",
        customIcon: icon === undefined ? null : { set: setName(icon.set), index: icon.index },
      };
    });
  }
  set criteria(given: unknown) {
    const before = this.icons();
    if (!Array.isArray(given) || given.length !== sizeOf(before.set)) throw new Refusal("InvalidArgument");
    const said = given.map(givenIcon);
    const own = said.map(({ icon }, index) => icon ?? { set: before.set, index });
    const icons = said.some(({ icon }) => icon !== undefined) ? own : undefined;
    this.standing.change({ icons: { ...before, thresholds: said.map(({ threshold }) => threshold), icons } });
  }
}
