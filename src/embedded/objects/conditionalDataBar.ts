import type { DataBarState, Threshold } from "../xlsx/ruleModel";
import { colour } from "./colour";
import { RuleOfKind, ruleFormula, withSign } from "./conditionalRules";
import { oneOf, record, truth } from "./given";
import { Refusal } from "./refusal";
import { limit } from "./ruleKinds";

const NO_COLOUR = "";

/** Limits by Excel's names, in the file's words. */
const limits: Readonly<Record<string, string>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Formula: "formula",
  Percentile: "percentile",
};

function shownLimit({ type, value }: Threshold): unknown {
  const automatic = type.startsWith("auto") ? "Automatic" : undefined;
  const name = automatic ?? Object.entries(limits).find(([, word]) => word === type)?.[0] ?? "Invalid";
  return value === undefined ? { type: name } : { type: name, formula: withSign(value) };
}

function givenLimit(given: unknown, end: "min" | "max"): Threshold {
  const { type, formula } = record(given);
  const name = oneOf(["Automatic", ...Object.keys(limits)], type);
  if (name === "Automatic") return limit(end === "min" ? "autoMin" : "autoMax");
  const word = limits[name] ?? "";
  if (word !== "min" && word !== "max") return limit(word, ruleFormula(formula));
  if (word !== end) throw new Refusal("InvalidArgument");
  return limit(word);
}

abstract class OfDataBar extends RuleOfKind {
  protected readonly kind = "DataBar";

  protected readonly bar = (): DataBarState => {
    const { bar } = this.known();
    if (bar === undefined) throw new Refusal("InvalidOperation");
    return bar;
  };

  protected readonly change = (patch: Partial<DataBarState>): void => {
    this.standing.change({ bar: { ...this.bar(), ...patch } });
  };
}

/** A colour, or none where "" is given. */
const optional = (given: unknown): string | undefined => (given === NO_COLOUR ? undefined : colour(given));

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarpositiveformat */
export class ConditionalDataBarPositiveFormat extends OfDataBar {
  readonly className = "ConditionalDataBarPositiveFormat";

  get fillColor(): string {
    return this.bar().color;
  }
  set fillColor(given: unknown) {
    this.change({ color: colour(given) });
  }
  get borderColor(): string {
    return this.bar().border ?? NO_COLOUR;
  }
  set borderColor(given: unknown) {
    this.change({ border: optional(given) });
  }
  get gradientFill(): boolean {
    return this.bar().gradient;
  }
  set gradientFill(given: unknown) {
    this.change({ gradient: truth(given) });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarnegativeformat */
export class ConditionalDataBarNegativeFormat extends OfDataBar {
  readonly className = "ConditionalDataBarNegativeFormat";

  get fillColor(): string {
    const { negativeColor, color } = this.bar();
    return negativeColor ?? color;
  }
  set fillColor(given: unknown) {
    this.change({ negativeColor: colour(given) });
  }
  get matchPositiveFillColor(): boolean {
    return this.bar().negativeColor === undefined;
  }
  set matchPositiveFillColor(given: unknown) {
    this.change({ negativeColor: truth(given) ? undefined : this.fillColor });
  }
  get borderColor(): string {
    const { negativeBorder, border } = this.bar();
    return negativeBorder ?? border ?? NO_COLOUR;
  }
  /** The border of negative bars is seen where the others have one. */
  set borderColor(given: unknown) {
    const { border } = this.bar();
    this.change({ negativeBorder: optional(given), border: border ?? optional(given) });
  }
  get matchPositiveBorderColor(): boolean {
    return this.bar().negativeBorder === undefined;
  }
  set matchPositiveBorderColor(given: unknown) {
    this.change({ negativeBorder: truth(given) ? undefined : this.borderColor || "#000000" });
  }
}

const axes = { Automatic: "automatic", None: "none", CellMidPoint: "middle" } as const;
const directions = { Context: "context", LeftToRight: "leftToRight", RightToLeft: "rightToLeft" } as const;

function nameOf(names: Readonly<Record<string, string>>, word: string): string {
  return Object.entries(names).find(([, inFile]) => inFile === word)?.[0] ?? "";
}

/** https://learn.microsoft.com/javascript/api/excel/excel.databarconditionalformat */
export class DataBarConditionalFormat extends OfDataBar {
  readonly className = "DataBarConditionalFormat";

  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.standing);
  }
  get negativeFormat(): ConditionalDataBarNegativeFormat {
    return new ConditionalDataBarNegativeFormat(this.standing);
  }
  get axisColor(): string {
    return this.bar().axisColor ?? NO_COLOUR;
  }
  set axisColor(given: unknown) {
    this.change({ axisColor: optional(given) });
  }
  get axisFormat(): string {
    return nameOf(axes, this.bar().axis);
  }
  set axisFormat(given: unknown) {
    this.change({ axis: axes[oneOf(["Automatic", "None", "CellMidPoint"], given)] });
  }
  get barDirection(): string {
    return nameOf(directions, this.bar().direction);
  }
  set barDirection(given: unknown) {
    this.change({ direction: directions[oneOf(["Context", "LeftToRight", "RightToLeft"], given)] });
  }
  get showDataBarOnly(): boolean {
    return !this.bar().showsValue;
  }
  set showDataBarOnly(given: unknown) {
    this.change({ showsValue: !truth(given) });
  }
  get lowerBoundRule(): unknown {
    return shownLimit(this.bar().lower);
  }
  set lowerBoundRule(given: unknown) {
    this.change({ lower: givenLimit(given, "min") });
  }
  get upperBoundRule(): unknown {
    return shownLimit(this.bar().upper);
  }
  set upperBoundRule(given: unknown) {
    this.change({ upper: givenLimit(given, "max") });
  }
}
