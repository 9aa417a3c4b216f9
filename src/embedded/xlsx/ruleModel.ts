import type { Extent } from "./model";

/** One line of a border in the file's words. */
export interface RuleLine {
  readonly style: string;
  readonly color: string | undefined;
}

export type RuleSide = "left" | "right" | "top" | "bottom";

/** What a rule changes in a cell's look; undefined where it leaves it alone. */
export interface RuleLook {
  readonly fill: string | undefined;
  readonly fontColor: string | undefined;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  readonly strikethrough: boolean | undefined;
  /** In the file's words: "none", "single", "double" … */
  readonly underline: string | undefined;
  readonly numberFormat: string | undefined;
  readonly borders: Readonly<Partial<Record<RuleSide, RuleLine>>>;
}

/** A rule that changes nothing. */
export const noLook: RuleLook = {
  fill: undefined,
  fontColor: undefined,
  bold: undefined,
  italic: undefined,
  strikethrough: undefined,
  underline: undefined,
  numberFormat: undefined,
  borders: {},
};

/** A limit on a scale (cfvo), in the file's words: "min", "max", "num", "percent", "percentile", "formula", and for bars "autoMin" and "autoMax". */
export interface Threshold {
  readonly type: string;
  /** A number or a formula without "="; undefined for the ends of the scale. */
  readonly value: string | undefined;
  /** Whether a value that equals the limit is above it. */
  readonly isInclusive: boolean;
}

/** The colours of a scale, from its lowest to its highest limit. */
export type ColourStops = readonly { readonly threshold: Threshold; readonly color: string }[];

export interface DataBarState {
  readonly lower: Threshold;
  readonly upper: Threshold;
  readonly color: string;
  readonly gradient: boolean;
  readonly border: string | undefined;
  /** Undefined where negative bars look like the others. */
  readonly negativeColor: string | undefined;
  readonly negativeBorder: string | undefined;
  readonly axisColor: string | undefined;
  readonly axis: "automatic" | "middle" | "none";
  readonly direction: "context" | "leftToRight" | "rightToLeft";
  readonly showsValue: boolean;
  /** Percent of the cell's width. */
  readonly shortest: number;
  readonly longest: number;
}

/** An icon of a set, counted from the lowest; the set "NoIcons" shows none. */
export interface IconState {
  readonly set: string;
  readonly index: number;
}

export interface IconSetState {
  /** In the file's words: "3Arrows" … */
  readonly set: string;
  readonly isReversed: boolean;
  readonly showsValue: boolean;
  /** As many as there are icons. */
  readonly thresholds: readonly Threshold[];
  /** Where icons of several sets are mixed. */
  readonly icons: readonly IconState[] | undefined;
}

/** What a conditional format says, whatever its kind. */
export interface RuleDraft extends RuleLook {
  /** In the file's words: "expression", "cellIs", "dataBar" … */
  readonly type: string;
  readonly stopIfTrue: boolean;
  readonly ranges: readonly Extent[];
  /** Without "=", as seen from the first cell of the first range. */
  readonly formulas: readonly string[];
  /** What the kind says in attributes: operator, text, rank … */
  readonly settings: Readonly<Record<string, string>>;
  readonly stops: ColourStops | undefined;
  readonly bar: DataBarState | undefined;
  readonly icons: IconSetState | undefined;
}

/** A conditional format rule of the file. */
export interface FormatRule extends RuleDraft {
  readonly id: string;
  /** 1 is the strongest. */
  readonly priority: number;
}
