import type { Content } from "../change/change";

/** What a cell of a form is for; decides how it looks. */
export type CellKind =
  "title" | "number" | "section" | "progress" | "head" | "label" | "given" | "answer" | "derived" | "hint";

/** Where an answer stands, absolute and in R1C1 notation, by its key. */
export type PlaceOf = (key: string) => string;

/** One cell of a form, over some of its twelve columns. */
export interface FormCell {
  readonly kind: CellKind;
  readonly span: number;
  /** A content, or a formula without "=" made from where other answers stand. */
  readonly content: Content | ((at: PlaceOf) => string);
  /** By which other cells' formulas find it. */
  readonly key?: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
  readonly numberFormat?: string;
}

export interface FormLine {
  readonly cells: readonly FormCell[];
  /** In points; the usual height where absent. */
  readonly height?: number;
  /** To be written on: gets what its page has left. */
  readonly isWritten?: boolean;
  /** Begins a new printed page. */
  readonly newPage?: boolean;
}

/** A group of lines under a heading, such as ① 基本信息. */
export type Block = readonly FormLine[];

/** Columns of a form. */
export const FORM_COLUMNS = 12;

export const DAY = "yyyy-mm-dd";
export const MONEY = "#,##0.00";
export const RATIO = "0.0%";

type Options = Pick<FormCell, "key" | "choices" | "required" | "numberFormat">;

export const label = (text: string, span = 1): FormCell => ({ kind: "label", span, content: text });
export const head = (text: string, span = 1): FormCell => ({ kind: "head", span, content: text });
/** What the ledger or the last record already knows. */
export const given = (content: Content, span: number, options: Options = {}): FormCell => ({
  kind: "given",
  span,
  content,
  ...options,
});
/** What the visitor fills in. */
export const answer = (span: number, options: Options = {}): FormCell => ({
  kind: "answer",
  span,
  content: "",
  ...options,
});
/** What a native formula works out from the answers. */
export const derived = (span: number, formula: (at: PlaceOf) => string, numberFormat: string): FormCell => ({
  kind: "derived",
  span,
  content: formula,
  numberFormat,
});

export const line = (...cells: readonly FormCell[]): FormLine => ({ cells });
export const tall = (height: number, ...cells: readonly FormCell[]): FormLine => ({ cells, height });
/** A line to write on, at least so high. */
export const written = (height: number, ...cells: readonly FormCell[]): FormLine => ({
  cells,
  height,
  isWritten: true,
});
export const section = (text: string): FormLine => ({
  cells: [{ kind: "section", span: FORM_COLUMNS, content: text }],
});
export const hint = (text: string): FormLine => ({ cells: [{ kind: "hint", span: FORM_COLUMNS, content: text }] });
