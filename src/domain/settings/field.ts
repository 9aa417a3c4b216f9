import type { CellValue } from "../ledger/cells";
import { plainText } from "../ledger/text";
import type { Settings } from "./settings";

/** What a setting may be. Months from one on count whole, as EDATE does; below one they are thirtieths. */
export type Shape =
  | { readonly kind: "number"; readonly least: number; readonly most: number; readonly whole: "no" | "fromOne" | "yes" }
  | { readonly kind: "switch" }
  | { readonly kind: "words" };

/** The sections of the sheet, in their order. */
export const sections = [
  "notice",
  "intervals",
  "modifiers",
  "pastDue",
  "thresholds",
  "filing",
  "visitSignals",
  "options",
] as const;

export type Section = (typeof sections)[number];

/** One value that a bank may set: what the sheet, the pane and a file call it, what it may be, and where it lives in the settings. Values are as the sheet shows them: 30 万元, 85 %, 是. */
export interface SettingField {
  /** The same for ever: the label, for a line of two values with the heading of its column. */
  readonly id: string;
  /** What stands in the first column of the sheet. */
  readonly label: string;
  /** 0-based column of the sheet. */
  readonly column: number;
  readonly section: Section;
  readonly unit: string;
  readonly note: string;
  readonly source: string;
  readonly shape: Shape;
  /** The workbook name that formulas read it by. */
  readonly name?: string;
  readonly shown: (settings: Settings) => CellValue;
  /** The settings with another value, which `wrongWith` has nothing against. */
  readonly put: (settings: Settings, value: CellValue) => Settings;
}

type Numbers = Extract<Shape, { kind: "number" }>;

function isWholeEnough(value: number, { whole }: Numbers): boolean {
  return whole === "no" || Number.isInteger(value) || (whole === "fromOne" && value < 1);
}

function wrongNumber(id: string, shape: Numbers, value: CellValue): string | undefined {
  const { least, most, whole } = shape;
  const isNumber = typeof value === "number" && value >= least && value <= most;
  if (!isNumber) return `“${id}”应为 ${String(least)} 到 ${String(most)} 之间的数，现在是“${String(value)}”`;
  if (isWholeEnough(value, shape)) return undefined;
  const rule = whole === "yes" ? "应为整数" : "满 1 个月的应为整月数，不足 1 个月的可写小数（0.5 为 15 天）";
  return `“${id}”${rule}，现在是“${String(value)}”`;
}

/** Whether a share was typed with its sign: Excel keeps 10% as 0.1, which is no share that a bank would set. */
function isFractionOfPercent(unit: string, value: CellValue): boolean {
  return unit === "%" && typeof value === "number" && value > 0 && value < 1;
}

function typedWithSign(id: string, value: CellValue): string {
  const percent = String(Number((Number(value) * 100).toPrecision(12)));
  return `“${id}”的单位已经是 %，请写 ${percent}，不要写 ${percent}%，现在是“${String(value)}”`;
}

/** Why a value cannot be used, as a sentence without its place; undefined where it can. */
export function wrongWith({ id, shape, unit }: SettingField, value: CellValue): string | undefined {
  if (isFractionOfPercent(unit, value)) return typedWithSign(id, value);
  switch (shape.kind) {
    case "number":
      return wrongNumber(id, shape, value);
    case "switch": {
      const text = plainText(value);
      return text === "是" || text === "否" ? undefined : `“${id}”应填 是 或 否，现在是“${text}”`;
    }
    case "words":
      return undefined;
  }
}

/** What a person typed for a setting, as a cell would take it: a number where it is one. */
export function typed({ shape }: SettingField, text: string): CellValue {
  const plain = plainText(text);
  return shape.kind === "number" && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** The words of a list that a cell holds; “、”, commas, semicolons and blanks set them apart. */
export function wordsIn(value: CellValue): readonly string[] {
  return String(value)
    .split(/[、,，;；\s]+/)
    .filter((word) => word !== "");
}
