import type { Customer, Drawdown, Ledger } from "../ledger/ledger";
import { historyWithout } from "../history/historyText";
import { formatDay, type Day } from "../loan/day";
import type { Change, Content, Rule, SheetDraft } from "./change";
import { sameContent } from "./content";
import { hashed } from "./hashed";
import { OWN_PREFIX } from "./ownColumn";
import { dayInputs } from "./typedDays";

/** What an operation was, as the reader knows it. */
export type OperationKind =
  | "annotate"
  | "record"
  | "file"
  | "event"
  | "report"
  | "card"
  | "plan"
  | "template"
  | "health"
  | "changes"
  | "mend"
  | "mapping"
  | "settings"
  | "takeBack"
  | "clear"
  | "untrace";

/** One cell of an own column before and after. The row is known by its drawdown, so that rows may be sorted or added since. */
export interface MovedCell {
  readonly key: string;
  readonly before: Content;
  readonly after: Content;
}

/** A day in a column into which people may type days too: what was written there tells ours from theirs. */
export interface WrittenDay {
  readonly heading: string;
  readonly key: string;
  readonly day: number;
}

/** Drawdowns whose days are remembered at most; beyond, a day later than the ledger's counts as typed. */
const MOST_DAYS = 5_000;

/** One thing that an operation did. Columns that were added are known by their headings alone: before them there was nothing. */
export type Deed =
  | { readonly kind: "sheet"; readonly draft: SheetDraft }
  /** As `sheet`, known by a hash of each row alone: where many sheets were made at once. */
  | { readonly kind: "madeSheet"; readonly name: string; readonly rows: readonly string[] }
  | {
      readonly kind: "columns";
      readonly sheet: string;
      readonly headings: readonly string[];
      readonly days: readonly WrittenDay[];
    }
  | { readonly kind: "cells"; readonly sheet: string; readonly heading: string; readonly cells: readonly MovedCell[] }
  | {
      readonly kind: "rules";
      readonly sheet: string;
      readonly before: readonly Rule[];
      readonly after: readonly string[];
    }
  /** Cells of one row of a sheet that is no ledger. */
  | {
      readonly kind: "line";
      readonly sheet: string;
      readonly row: number;
      readonly cells: readonly { readonly column: number; readonly before: Content; readonly after: Content }[];
    }
  /** Taking out what is ours, but for what was to stay. It is never taken back: one that broke off is done to its end. */
  | { readonly kind: "removal"; readonly typed: boolean; readonly settings: boolean; readonly sheets: boolean }
  /** The columns that were confirmed; absent where none were. */
  | { readonly kind: "mapping"; readonly before?: string; readonly after?: string }
  /** The results that a run kept: what they were before, where taking the run's day out of them does not tell, and the hash of what they became. */
  | { readonly kind: "history"; readonly before?: string; readonly after: string };

/** One operation, with all that is needed to take it back. */
export interface Operation {
  readonly kind: OperationKind;
  /** The day as of which it judged, "2026-11-23"; absent where it judged nothing. */
  readonly asOf?: string;
  readonly deeds: readonly Deed[];
}

function identityOf({ noteNo, contractNo, disbursed, matures, amount }: Drawdown, { key }: Customer): string {
  const parts = [key, noteNo, contractNo, disbursed, matures, amount];
  return hashed(parts.map((part) => String(part ?? "")).join("|"));
}

/** The row of each drawdown by its key; drawdowns that are alike are told apart by their order. */
export function rowsByKey({ customers }: Ledger): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const seen = new Map<string, number>();
  const all = customers.flatMap((customer) => customer.drawdowns.map((drawdown) => ({ customer, drawdown })));
  for (const { customer, drawdown } of all.sort((one, other) => one.drawdown.row - other.drawdown.row)) {
    const identity = identityOf(drawdown, customer);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    rows.set(nth === 1 ? identity : `${identity}.${String(nth)}`, drawdown.row);
  }
  return rows;
}

type CellsChange = Extract<Change, { kind: "cells" }>;

/** The cells that differ, on a ledger. */
function movedCells({ firstRow, before, after }: CellsChange, keys: ReadonlyMap<number, string>): readonly MovedCell[] {
  return before.flatMap((was, index) => {
    const [is, key] = [after[index] ?? "", keys.get(firstRow + index)];
    return key === undefined || sameContent(was, is) ? [] : [{ key, before: was, after: is }];
  });
}

function onLedger(change: CellsChange, ledger: Ledger): readonly Deed[] {
  const found = [...ledger.layout.ownColumns].find(([, column]) => column === change.column);
  if (found === undefined) return [];
  const keys = new Map([...rowsByKey(ledger)].map(([key, row]) => [row, key]));
  return [{ kind: "cells", sheet: change.sheet, heading: found[0], cells: movedCells(change, keys) }];
}

/** Cells of one row that stand in several changes, put together. */
function linesOf(changes: readonly CellsChange[]): readonly Deed[] {
  const lines = new Map<string, Extract<Deed, { kind: "line" }>>();
  for (const { sheet, column, firstRow, before, after } of changes) {
    after.forEach((is, index) => {
      const row = firstRow + index;
      const id = `${String(row)} ${sheet}`;
      const cell = { column, before: before[index] ?? "", after: is };
      lines.set(id, { kind: "line", sheet, row, cells: [...(lines.get(id)?.cells ?? []), cell] });
    });
  }
  return [...lines.values()];
}

/** The days that a new column was given, where they are not too many to be remembered. */
function daysOf(change: Extract<Change, { kind: "column" }>, ledger: Ledger | undefined): readonly WrittenDay[] {
  const { after, firstRow } = change;
  const heading = after?.heading.slice(OWN_PREFIX.length) ?? "";
  if (ledger === undefined || ledger.drawdowns > MOST_DAYS || !dayInputs.some((one) => one === heading)) return [];
  return [...rowsByKey(ledger)].flatMap(([key, row]) => {
    const day = after?.cells[row - firstRow] ?? "";
    return typeof day === "number" ? [{ heading, key, day }] : [];
  });
}

function columnsOf(changes: readonly Change[], ledgers: readonly Ledger[]): readonly Deed[] {
  const added = changes.filter((change) => change.kind === "column").filter(({ after }) => after !== undefined);
  return [...new Set(added.map(({ sheet }) => sheet))].map((sheet) => {
    const here = added.filter((column) => column.sheet === sheet);
    const ledger = ledgers.find(({ layout }) => layout.sheet === sheet);
    const headings = here.map(({ after }) => after?.heading.slice(OWN_PREFIX.length) ?? "");
    return { kind: "columns", sheet, headings, days: here.flatMap((column) => daysOf(column, ledger)) };
  });
}

function rulesOf(changes: readonly Change[]): readonly Deed[] {
  const rules = changes.filter((change) => change.kind === "rule");
  const sheets = new Set(rules.map(({ sheet }) => sheet));
  return [...sheets].map((sheet) => {
    const here = rules.filter((rule) => rule.sheet === sheet);
    const before = here.flatMap((rule) => (rule.before === undefined ? [] : [rule.before]));
    const after = here.flatMap((rule) => (rule.after === undefined ? [] : [rule.after.marker]));
    return { kind: "rules", sheet, before, after };
  });
}

/** What changes amount to, as it is remembered. */
export function operationOf(
  kind: OperationKind,
  changes: readonly Change[],
  { ledgers, asOf }: { readonly ledgers: readonly Ledger[]; readonly asOf?: Day },
): Operation {
  const cells = changes.filter((change) => change.kind === "cells");
  const ledgerOf = ({ sheet }: CellsChange) => ledgers.find(({ layout }) => layout.sheet === sheet);
  const sheets = changes.flatMap((change): Deed[] =>
    change.kind === "sheet" && change.after !== undefined ? [{ kind: "sheet", draft: change.after }] : [],
  );
  const moved = cells.flatMap((change) => {
    const ledger = ledgerOf(change);
    return ledger === undefined ? [] : onLedger(change, ledger);
  });
  const lines = linesOf(cells.filter((change) => ledgerOf(change) === undefined));
  return {
    kind,
    ...(asOf === undefined ? {} : { asOf: formatDay(asOf) }),
    deeds: [
      ...[...sheets, ...columnsOf(changes, ledgers), ...moved, ...lines, ...rulesOf(changes)],
      ...historyOf(changes, asOf),
      ...mappingOf(changes),
    ],
  };
}

function mappingOf(changes: readonly Change[]): readonly Deed[] {
  return changes.flatMap((change): Deed[] => {
    if (change.kind !== "state" || change.part !== "mapping") return [];
    const { before, after } = change;
    return [
      { kind: "mapping", ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
    ];
  });
}

/** Characters of earlier results that an operation remembers at most; beyond, taking it back leaves those away that it dropped. */
const MOST_REMEMBERED = 100_000;

/** Whether the results before a run are those after it without the run's day. */
function isTold(before: string, after: string, asOf: Day | undefined): boolean {
  return before === "" || (asOf !== undefined && (historyWithout(after, asOf) ?? "") === before);
}

function historyOf(changes: readonly Change[], asOf: Day | undefined): readonly Deed[] {
  return changes.flatMap((change): Deed[] => {
    if (change.kind !== "state" || change.part !== "history" || change.after === undefined) return [];
    const { before = "", after } = change;
    const isLeftAway = before.length > MOST_REMEMBERED || isTold(before, after, asOf);
    return [{ kind: "history", after: hashed(after), ...(isLeftAway ? {} : { before }) }];
  });
}
