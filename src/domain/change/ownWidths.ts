import { parsedJson } from "../parsedJson";
import type { Change } from "./change";
import { OWN_PREFIX } from "./ownColumn";

/** What a column measured before it became ours; of those that had the sheet's usual width nothing is remembered. */
export interface OwnWidth {
  readonly sheet: string;
  /** With the prefix 贷后_. */
  readonly heading: string;
  readonly points: number;
}

type ColumnChange = Extract<Change, { kind: "column" }>;

function isOwnWidth(value: unknown): value is OwnWidth {
  if (typeof value !== "object" || value === null) return false;
  const { sheet, heading, points } = value as Readonly<Partial<Record<keyof OwnWidth, unknown>>>;
  const isNamed = typeof sheet === "string" && typeof heading === "string" && heading.startsWith(OWN_PREFIX);
  return isNamed && typeof points === "number" && points >= 0;
}

/** The widths that a part remembers; none where it was broken. */
export function parseWidths(text: string | undefined): readonly OwnWidth[] {
  const found = parsedJson(text);
  return Array.isArray(found) && found.every(isOwnWidth) ? found : [];
}

/** Widths as text; undefined for none. */
export function widthsText(widths: readonly OwnWidth[]): string | undefined {
  return widths.length === 0 ? undefined : JSON.stringify(widths);
}

const headingOf = ({ before, after }: ColumnChange): string => (after ?? before)?.heading ?? "";

const isOf = (change: ColumnChange, { sheet, heading }: OwnWidth): boolean =>
  change.sheet === sheet && headingOf(change) === heading;

/** The changes, with the width to which each column that goes returns. */
export function withWidths(changes: readonly Change[], widths: readonly OwnWidth[]): readonly Change[] {
  if (widths.length === 0) return changes;
  return changes.map((change) => {
    if (change.kind !== "column" || change.after !== undefined) return change;
    const remembered = widths.find((width) => isOf(change, width));
    return remembered === undefined ? change : { ...change, widthBefore: remembered.points };
  });
}

/** What is to be remembered once these changes are made. */
export function widthsAfter(widths: readonly OwnWidth[], changes: readonly Change[]): readonly OwnWidth[] {
  const columns = changes.filter((change) => change.kind === "column");
  const others = widths.filter((width) => !columns.some((change) => isOf(change, width)));
  const added = columns.flatMap((change): OwnWidth[] => {
    const { sheet, after, widthBefore: points } = change;
    return after === undefined || points === undefined ? [] : [{ sheet, heading: after.heading, points }];
  });
  return [...others, ...added];
}
