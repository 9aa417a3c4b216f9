import synonyms from "./columnSynonyms.json";
import { fields, type Field } from "./field";

const names: Partial<Record<Field, readonly string[]>> = synonyms;

/** A field by its commonest heading. */
export const fieldName = (field: Field): string => names[field]?.[0] ?? field;

/** The field of that name, one of its headings or its own word; undefined where there is none. */
export function fieldNamed(name: string): Field | undefined {
  return (
    fields.find((field) => field === name || fieldName(field) === name) ??
    fields.find((field) => names[field]?.includes(name))
  );
}
