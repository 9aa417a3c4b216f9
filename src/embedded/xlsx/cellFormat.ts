/** A cell format, resolved. Colours are "#RRGGBB" or undefined for automatic / no fill. */
export interface CellFormat {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: "none" | "single" | "double" | "singleAccounting" | "doubleAccounting";
  readonly strikethrough: boolean;
  readonly script: "baseline" | "superscript" | "subscript";
  /** From -1, black, to 1, white; the colours beside it have theirs worked in. */
  readonly fontTint: number;
  /** Behind the pattern, if there is one. */
  readonly fill: string | undefined;
  readonly fillTint: number;
  /** In the file's words: "none", "solid", "gray125" …; "gradient" for one that is kept but not told. */
  readonly pattern: string;
  readonly patternColor: string | undefined;
  readonly patternTint: number;
  readonly horizontal:
    "general" | "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";
  readonly vertical: "top" | "center" | "bottom" | "justify" | "distributed";
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrinks: boolean;
  /** Degrees up; beyond 90 those down, and 255 for letters below one another, as the file has it. */
  readonly rotation: number;
  /** 0 as the text has it, 1 from the left, 2 from the right. */
  readonly readingOrder: number;
  /** Whether distributed text spreads its last line too. */
  readonly justifiesLast: boolean;
  /** Text is shown as it stands, although it looks like a formula or a number. */
  readonly quotePrefix: boolean;
  readonly locked: boolean;
  readonly hidesFormula: boolean;
  readonly borders: Readonly<
    Record<"left" | "right" | "top" | "bottom" | "diagonalUp" | "diagonalDown", BorderLine | undefined>
  >;
}

/** One line of a border; its colour has its tint worked in. */
export interface BorderLine {
  readonly style: string;
  readonly color: string | undefined;
  /** The colour before it was lightened or darkened, and by how much. */
  readonly base?: string | undefined;
  readonly tint?: number;
}

export type CellFormatPatch = Partial<CellFormat>;
