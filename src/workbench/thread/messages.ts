import type { Day } from "../../domain/loan/day";
import type { Result } from "../../domain/result";
import type { StandingFormat } from "../../embedded/calc/conditionalFormats";
import type { EventMessage } from "../../embedded/client/protocol";
import type { ErrorCode } from "../../embedded/objects/refusal";
import type { CellFormat, Extent } from "../../embedded/xlsx/model";

/** What page and thread say to one another. The workbook is open in the thread; the page shows it and never waits. */

/** A file to open, and the minor version of ExcelApi to play over it. */
export interface FileToOpen {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly api: number;
}

/** One request of the add-in, for the log. */
export interface RequestSeen {
  /** How many steps it has, and their names, the most frequent first: "values ×12、load ×3". */
  readonly steps: number;
  readonly names: string;
  /** Bytes of request and answer. */
  readonly sent: number;
  readonly received: number;
  readonly milliseconds: number;
  /** Why Excel refused it; undefined where it did not. */
  readonly refusal: string | undefined;
}

/** The answer to a request of the add-in, with what its handlers are to be told. */
export interface Executed {
  readonly response: string;
  readonly events: readonly EventMessage[];
  readonly seen: RequestSeen;
}

/** Neighbouring rows of one height. */
export interface Lines {
  readonly row: number;
  readonly rows: number;
  /** In pixels; undefined for the default. */
  readonly height: number | undefined;
  readonly isHidden: boolean;
}

/** A sheet without what stands in its cells; no longer for more rows that are alike. */
export interface SheetFrame {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows and columns from the first to the last that holds anything. */
  readonly rows: number;
  readonly columns: number;
  /** Pixels of each column, 0 for a hidden one. */
  readonly widths: readonly number[];
  /** Rows that are not as the others. */
  readonly lines: readonly Lines[];
  readonly merges: readonly Extent[];
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** A block of cells by its place: rows and columns counted in blocks. */
export interface BlockPlace {
  readonly sheetId: string;
  readonly down: number;
  readonly right: number;
}

/** What cells that look alike are drawn by. */
export interface Look {
  readonly format: CellFormat;
  /** What the conditional formats make of it. */
  readonly rule: StandingFormat | undefined;
  /** Where the value stands that has no alignment of its own: numbers right, truth values in the middle. */
  readonly kind: "number" | "boolean" | "other";
}

/** What the grid shows in a cell; the look by its place in the block's list. */
export interface DrawnCell {
  readonly text: string | undefined;
  readonly look: number;
}

/** A block of cells as they stood at a version of the workbook; a row that is hidden, or empty, is undefined. */
export interface DrawnBlock {
  readonly place: BlockPlace;
  readonly version: number;
  readonly looks: readonly Look[];
  readonly rows: readonly ((DrawnCell | undefined)[] | undefined)[];
}

/** The workbook as it stands now. */
export interface Drawing {
  /** In tab order; undefined where they are those of the last drawing. */
  readonly sheets: readonly SheetFrame[] | undefined;
  readonly blocks: readonly DrawnBlock[];
  readonly version: number;
}

/** An area of a sheet that is selected. */
export interface Selected {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly extent: Extent;
}

/** What a person does at a cell. */
export type HandAct =
  | { readonly does: "type"; readonly text: string }
  | { readonly does: "sortUp" | "sortDown" | "filter" | "showAll" | "protectSheet" };

/** What the page asks the thread, by name: what it says, and what the thread gives. They are answered in the order in which they are asked. */
export interface Asks {
  /** The first, once: a refusal is a sentence for the reader. */
  readonly open: { says: FileToOpen; gives: Result<undefined, string> };
  /** Opens the same workbook in an Excel of another version. */
  readonly play: { says: { readonly api: number }; gives: undefined };
  readonly execute: { says: { readonly request: string }; gives: Executed };
  /** Computes what is out of date, and draws the blocks anew. */
  readonly draw: { says: { readonly blocks: readonly BlockPlace[] }; gives: Drawing };
  /** Draws blocks of the last drawing that came into view. */
  readonly cells: { says: { readonly blocks: readonly BlockPlace[] }; gives: readonly DrawnBlock[] };
  readonly select: { says: Selected; gives: undefined };
  /** Gives Excel's code where it refuses. */
  readonly hand: { says: HandAct & { readonly at: Selected }; gives: ErrorCode | undefined };
  /** What the list of a cell offers. */
  readonly choices: { says: Selected; gives: readonly string[] };
  /** Whether somebody types in a cell; whether the add-in reaches Excel. */
  readonly state: { says: { readonly isEditing?: boolean; readonly isConnected?: boolean }; gives: undefined };
  readonly save: { says: undefined; gives: Uint8Array };
}

export type AskName = keyof Asks;

/** One ask as it is sent. The page tells the day: it is the one that has a clock. */
export type Question<Names extends AskName = AskName> = {
  readonly [Name in Names]: {
    readonly id: number;
    readonly today: Day;
    readonly name: Name;
    readonly says: Asks[Name]["says"];
  };
}[Names];

/** What answers asks, each by a member of its name. */
export type Answering<Names extends AskName = AskName> = {
  readonly [Name in Names]: (says: Asks[Name]["says"]) => Asks[Name]["gives"];
};

/** How the workbook stands after an ask. */
export interface Standing extends Selected {
  /** What the formula bar shows. */
  readonly content: string;
  readonly isProtected: boolean;
  /** Whether the cell has a list to choose from. */
  readonly hasList: boolean;
  /** Whether the ask changed the workbook; whether a request moved the selection. */
  readonly changed: boolean;
  readonly moved: boolean;
}

/** What comes back for a question: what was asked for, or what went wrong that must not. */
export interface Answer {
  readonly id: number;
  /** Undefined as long as no workbook is open. */
  readonly standing: Standing | undefined;
  readonly given: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly because: string };
}

/** Rows and columns of a block. */
export const BLOCK_ROWS = 64;
export const BLOCK_COLUMNS = 16;
