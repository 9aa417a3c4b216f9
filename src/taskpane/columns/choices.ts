import type { ColumnsSeen } from "../../app/mapping";
import type { Given } from "../../domain/ledger/columnMapping";
import { fields, type Field } from "../../domain/ledger/field";

/** What a person chose for some fields: a 0-based column, or undefined for none. */
export type Choices = ReadonlyMap<Field, number | undefined>;

/** Below this a column is worth a look of the reader. */
export const UNSURE = 0.75;

/** Fields that a ledger should say, most needed first. */
const wanted: readonly Field[] = [
  "customerName",
  "balance",
  "loanAmount",
  "disburseDate",
  "maturityDate",
  "fiveClass",
  "overdueDays",
  "guaranteeType",
  "manager",
  "lastVisit",
];

/** The fields of the dialog: those found and those that a ledger should say by column, then all others. */
export function fieldsIn({ layout }: ColumnsSeen): {
  readonly main: readonly Field[];
  readonly others: readonly Field[];
} {
  const at = (field: Field) => layout?.columns.get(field)?.column ?? Infinity;
  const main = fields.filter((field) => layout?.columns.has(field) === true || wanted.includes(field));
  return {
    main: [...main].sort((one, other) => at(one) - at(other)),
    others: fields.filter((field) => !main.includes(field)),
  };
}

/** The column that a field has with what was chosen. */
export function columnOf({ layout }: ColumnsSeen, choices: Choices, field: Field): number | undefined {
  return choices.has(field) ? choices.get(field) : layout?.columns.get(field)?.column;
}

/** The choices with another one; a column is of one field alone, so that the field that had it has none. */
export function withChoice(
  seen: ColumnsSeen,
  choices: Choices,
  { field, column }: { readonly field: Field; readonly column: number | undefined },
): Choices {
  const next = new Map(choices);
  for (const other of fields) {
    if (column !== undefined && columnOf(seen, choices, other) === column) next.set(other, undefined);
  }
  return next.set(field, column);
}

/** Everything that is to be remembered once it is confirmed: what was found, with what was chosen. */
export function confirmed({ layout }: ColumnsSeen, choices: Choices): Given {
  const given = new Map<Field, number | undefined>();
  for (const [field, { column }] of layout?.columns ?? []) given.set(field, column);
  for (const [field, column] of choices) given.set(field, column);
  return given;
}

/** Why a field's column is worth a look; "" where it is not. */
export function doubt({ layout }: ColumnsSeen, field: Field): string {
  const found = layout?.columns.get(field);
  if (found === undefined) return "";
  if (layout?.changedSince?.includes(found.heading) === true) return "上次确认后新出现的列，请核对";
  return found.confidence < UNSURE ? "请核对" : "";
}
