/** The groups of plain numbers within the settings. */
export type NumberGroup = "thresholds" | "modifiers" | "notice" | "filing" | "visitSignals";

/** One number that a bank may set: where it lives, what the sheet calls it, and what it may be. */
export interface NumberLine {
  readonly group: NumberGroup;
  readonly key: string;
  readonly label: string;
  readonly unit: "万元" | "个" | "天" | "%" | "个月" | "工作日" | "字" | "次" | "户";
  /** Bounds in the unit, inclusive. */
  readonly least: number;
  readonly most: number;
  readonly note: string;
  readonly source: string;
  /** The workbook name that formulas read it by. */
  readonly name?: string;
}

/** The source of what no rule demands and many banks do. */
export const PRACTICE = "通行做法";
