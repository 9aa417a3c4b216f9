import type { Field } from "../ledger/field";
import type { Layout } from "../ledger/ledger";
import type { ColumnCells } from "../ledger/survey";
import { plainText, saysNothing } from "../ledger/text";
import { textWidth } from "./textHeight";

/** What a ledger may say of the people and papers around a customer: read for its record alone, judged by nothing. */
const backgroundFields = [
  "userCompany",
  "legalRep",
  "actualController",
  "shareholders",
  "spouse",
  "phone",
  "address",
  "preference",
  "payMode",
  "repayMethod",
  "collateralOwner",
] as const satisfies readonly Field[];
type BackgroundField = (typeof backgroundFields)[number];

/** What the ledger says of these, each in few words; what it does not say is absent. */
export type Background = Readonly<Partial<Record<BackgroundField, string>>>;

/** Which of the ledger's columns tell of the background, 0-based. */
export function backgroundColumns({ columns }: Layout): readonly number[] {
  return backgroundFields.flatMap((field) => columns.get(field)?.column ?? []);
}

/** The background of the customer on these rows, 0-based; texts that differ from row to row stand one after the other. */
export function backgroundOf({ columns }: Layout, cells: ColumnCells, rows: readonly number[]): Background {
  const entries = backgroundFields.flatMap((field): [BackgroundField, string][] => {
    const values = cells.values.get(columns.get(field)?.column ?? -1) ?? [];
    const said = rows.map((row) => values[row - cells.firstRow]).filter((value) => !saysNothing(value));
    const texts = [...new Set(said.map(plainText))];
    return texts.length === 0 ? [] : [[field, texts.join("、")]];
  });
  return Object.fromEntries(entries);
}

/** The names in a text that lists some, without shares and other notes in brackets. */
export function namesIn(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const names = text.split(/[、,;/|\n]/).map((name) => name.replace(/\([^()]*\d[^()]*\)|\d+(\.\d+)?%/g, "").trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

/** Names as one text of so many signs; those that do not fit are counted and stand in the ledger. */
export function namesShown(names: readonly string[], signs: number): string {
  const fits = (count: number): boolean => textWidth(names.slice(0, count).join("、")) <= signs;
  if (fits(names.length)) return names.join("、");
  const shown = names.filter((_, index) => index === 0 || fits(index + 1));
  return `${shown.join("、")}等${String(names.length)}户，全部名单见台账`;
}
