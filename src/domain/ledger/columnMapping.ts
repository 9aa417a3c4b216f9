import { parsedJson } from "../parsedJson";
import { fields, type Field } from "./field";

/** Which column a person said each field stands in, for a ledger of these headings; it knows nothing of rows. */
export interface ColumnMapping {
  /** The headings when it was confirmed, from left to right: what a layout is known by. */
  readonly headings: readonly string[];
  /** By field the heading of its column; null where the ledger is not to be read for it. */
  readonly fields: Readonly<Partial<Record<Field, string | null>>>;
}

/** What a person decided, for the headings that stand there now: by field a 0-based column, or undefined for none. */
export type Given = ReadonlyMap<Field, number | undefined>;

/** A mapping that fits a layout, and what is different since it was confirmed. */
export interface Remembered {
  readonly given: Given;
  /** Headings that are new, and headings of mapped columns that are gone. */
  readonly changed: readonly string[];
}

/** Mappings that a workbook remembers at most. */
const MOST_MAPPINGS = 20;
/** From this share of common headings on a layout counts as the same one, changed. */
const LEAST_COMMON = 0.6;

interface Heading {
  readonly column: number;
  readonly shown: string;
}

/** Headings by which columns are known: as they are shown, the second of a name with its number. */
export function headingKeys(headings: readonly Heading[]): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const { shown, column } of headings) {
    let key = shown;
    for (let nth = 2; keys.has(key); nth++) key = `${shown}#${String(nth)}`;
    keys.set(key, column);
  }
  return keys;
}

function commonShare(one: readonly string[], other: ReadonlySet<string>): number {
  const common = one.filter((heading) => other.has(heading)).length;
  return common / Math.max(1, one.length, other.size);
}

/** What is remembered of these headings: of the very same layout, else of the one that is most alike. */
export function recall(mappings: readonly ColumnMapping[], headings: readonly Heading[]): Remembered | undefined {
  const keys = headingKeys(headings);
  const now = new Set(keys.keys());
  const [best] = mappings
    .map((mapping) => ({ mapping, share: commonShare(mapping.headings, now) }))
    .filter(({ share }) => share >= LEAST_COMMON)
    .sort((one, other) => other.share - one.share);
  if (best === undefined) return undefined;
  const known = new Set(best.mapping.headings);
  const given = new Map<Field, number | undefined>();
  const gone: string[] = [];
  for (const [field, heading] of Object.entries(best.mapping.fields) as [Field, string | null][]) {
    const column = keys.get(heading ?? "");
    if (heading === null) given.set(field, undefined);
    else if (column === undefined) gone.push(heading);
    else given.set(field, column);
  }
  return { given, changed: [...[...now].filter((heading) => !known.has(heading)), ...gone] };
}

/** What a person decided of these headings, as it is remembered. */
export function mappingOf(headings: readonly Heading[], given: Given): ColumnMapping {
  const keys = headingKeys(headings);
  const headingAt = (column: number) => [...keys].find(([, at]) => at === column)?.[0];
  const decided = [...given].flatMap(([field, column]): [Field, string | null][] => {
    const heading = column === undefined ? null : headingAt(column);
    return heading === undefined ? [] : [[field, heading]];
  });
  return { headings: [...keys.keys()], fields: Object.fromEntries(decided) };
}

const isSameLayout = (one: ColumnMapping, other: ColumnMapping): boolean =>
  JSON.stringify(one.headings) === JSON.stringify(other.headings);

/** The mappings with one more, in the place of the one for the same layout. */
export function remembering(mappings: readonly ColumnMapping[], mapping: ColumnMapping): readonly ColumnMapping[] {
  return [...mappings.filter((one) => !isSameLayout(one, mapping)), mapping].slice(-MOST_MAPPINGS);
}

/** The mappings without what is remembered of a layout, the very same or alike. */
export function forgetting(mappings: readonly ColumnMapping[], headings: readonly Heading[]): readonly ColumnMapping[] {
  const now = new Set(headingKeys(headings).keys());
  return mappings.filter((mapping) => commonShare(mapping.headings, now) < LEAST_COMMON);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isMapping(value: unknown): value is ColumnMapping {
  if (!isObject(value) || !isObject(value["fields"])) return false;
  const { headings, fields: decided } = value;
  const isHeading = (one: unknown) => typeof one === "string";
  const isDecision = ([field, heading]: readonly [string, unknown]) =>
    fields.some((one) => one === field) && (heading === null || isHeading(heading));
  return Array.isArray(headings) && headings.every(isHeading) && Object.entries(decided).every(isDecision);
}

/** The mappings that a part of the file holds; none where it was broken. */
export function parseMappings(text: string | undefined): readonly ColumnMapping[] {
  const found = parsedJson(text);
  return Array.isArray(found) ? found.filter(isMapping) : [];
}

/** Mappings as text; undefined for none. */
export function mappingsText(mappings: readonly ColumnMapping[]): string | undefined {
  return mappings.length === 0 ? undefined : JSON.stringify(mappings);
}
