import type { CellValue, Extent } from "../ledger/cells";
import type { StatePart } from "./statePart";

/** A formula in R1C1 notation, en-US, with its leading "=". Text that begins with "=" is a plain string, never this. */
export interface Formula {
  readonly r1c1: string;
}

/** What a cell holds: a value or a formula. */
export type Content = CellValue | Formula;

/** Fill, font and the like of a stretch of cells; colours as "#RRGGBB". What is absent is left as it is. */
export interface Look {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly numberFormat?: string;
  readonly align?: "left" | "center" | "right";
  readonly italic?: boolean;
  readonly font?: string;
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly border?: string;
}

/** One own column: heading and cells below it. `cells` starts at `firstRow`; rows between heading and cells stay empty. */
export interface OwnColumn {
  /** With the prefix 贷后_. */
  readonly heading: string;
  /** What a reader sees when the heading is selected. */
  readonly hint: string;
  readonly cells: readonly Content[];
  readonly numberFormat: string;
  /** In characters of the standard font. */
  readonly width: number;
  /** The closed list of values that the cells offer. */
  readonly choices?: readonly string[];
}

/** A conditional format of ours: a formula rule over one contiguous range, relative to its top-left cell, A1 notation. */
export interface Rule {
  /** "贷后助手:…": stands in the formula too, so that a copy of the rule is recognised. */
  readonly marker: string;
  readonly range: Extent;
  readonly formula: string;
  readonly fill?: string;
  readonly color: string;
  readonly bold?: boolean;
}

/** What a page holds in its head or at its foot, with Excel's codes (&P, &N); nothing where absent. */
export interface Band {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
}

/** How a sheet of ours is printed, on A4. Margins in points. */
export interface PageDraft {
  readonly margins: Readonly<Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>>;
  readonly header: Band;
  readonly footer: Band;
  /** 0-based rows that begin a page. */
  readonly breaks: readonly number[];
  /** Pages that the sheet is made small enough for; as many as it takes where absent. */
  readonly mostPages?: number;
  /** What of the sheet is printed; all where absent. */
  readonly printed?: Extent;
}

/** Cells that refuse whatever does not make the formula true; it is that of the first cell, in A1 notation. */
export interface Limit {
  readonly at: Extent;
  readonly formula: string;
  /** What Excel says to who types something else. */
  readonly message: string;
}

/** A sheet of ours, whole. */
export interface SheetDraft {
  readonly name: string;
  /** From A1 on; formulas in R1C1. */
  readonly cells: readonly (readonly Content[])[];
  readonly looks: readonly { readonly at: Extent; readonly look: Look }[];
  /** Column widths in characters, from A on. */
  readonly widths: readonly number[];
  /** Areas that offer a closed list of values. */
  readonly choices: readonly { readonly at: Extent; readonly values: readonly string[] }[];
  readonly limits?: readonly Limit[];
  /** Workbook names that point into the sheet. */
  readonly names: readonly { readonly name: string; readonly at: Extent }[];
  readonly landscape: boolean;
  /** Rows at the top that stay in view. */
  readonly frozenRows: number;
  /** Areas whose rows are each merged into one cell. */
  readonly merges?: readonly Extent[];
  /** Another sheet's rows whose formats, merges and validation this one takes over, so many columns wide; 0-based. */
  readonly copies?: {
    readonly sheet: string;
    readonly columns: number;
    readonly stretches: readonly { readonly from: number; readonly to: number; readonly rows: number }[];
  };
  readonly heights?: readonly { readonly at: Extent; readonly points: number }[];
  /** Rows that are made as high as their texts need. */
  readonly fitted?: Extent;
  readonly rules?: readonly Rule[];
  readonly page?: PageDraft;
}

/** One change to the workbook with both ends; an absent end means "was not there" or "is gone". Preview, apply and undo read the same value. */
export type Change =
  | {
      readonly kind: "sheet";
      readonly before?: SheetDraft;
      readonly after?: SheetDraft;
      /** A sheet that cannot be made again as it was: it goes last, and from then on there is no way back. */
      readonly isFinal?: boolean;
    }
  | {
      readonly kind: "column";
      readonly sheet: string;
      readonly column: number;
      readonly headingRow: number;
      readonly firstRow: number;
      readonly before?: OwnColumn;
      readonly after?: OwnColumn;
      /** Points that it measures while it is not ours; 0 for a hidden one, absent for the sheet's usual width. */
      readonly widthBefore?: number;
    }
  | {
      readonly kind: "cells";
      readonly sheet: string;
      readonly column: number;
      readonly firstRow: number;
      readonly before: readonly Content[];
      readonly after: readonly Content[];
      /** For cells that were empty and take contents: how they show them. */
      readonly numberFormat?: string;
      /** For cells of ours that were empty: how they look; emptied again they take back the usual look. */
      readonly look?: Look;
    }
  | {
      readonly kind: "rule";
      readonly sheet: string;
      readonly id?: string;
      readonly before?: Rule;
      readonly after?: Rule;
    }
  | {
      readonly kind: "table";
      readonly sheet: string;
      readonly table: string;
      readonly before: Extent;
      readonly after: Extent;
    }
  | { readonly kind: "filter"; readonly sheet: string; readonly before: Extent; readonly after: Extent }
  /** What is kept in the file beside the sheets, as text. */
  | { readonly kind: "state"; readonly part: StatePart; readonly before?: string; readonly after?: string };

/** The change that takes this one back. */
export function mirror(change: Change): Change {
  const { before, after, ...rest } = change;
  return {
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  } as Change;
}

/** The changes that take these back, last first. */
export function undo(changes: readonly Change[]): readonly Change[] {
  return changes.map(mirror).reverse();
}
