import { parsedJson } from "../parsedJson";
import { packText, unpackText } from "./packedText";
import { inBrief, sheetMade } from "./madeSheet";
import type { Deed, Operation } from "./operation";

/** Operations that are remembered at most, and the characters that they may take together. */
const MOST_OPERATIONS = 3;
export const MOST_CHARACTERS = 1_000_000;
/** Characters that are packed to see whether they fit: of more, packing alone would take a second. */
const MOST_UNPACKED = 2_500_000;

const kinds: readonly string[] = [
  "annotate",
  "record",
  "file",
  "event",
  "report",
  "card",
  "plan",
  "template",
  "health",
  "settings",
  "takeBack",
  "clear",
  "untrace",
  "changes",
  "mend",
  "mapping",
] satisfies readonly Operation["kind"][];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isCell = (cell: unknown): boolean => isObject(cell) && "before" in cell && "after" in cell;
const areCells = (cells: unknown): boolean => Array.isArray(cells) && cells.every(isCell);
const areTexts = (texts: unknown): boolean => Array.isArray(texts) && texts.every((one) => typeof one === "string");
const isRule = (rule: unknown): boolean =>
  isObject(rule) && typeof rule["marker"] === "string" && isObject(rule["range"]);

const shapes: Readonly<Record<Deed["kind"], (deed: Readonly<Record<string, unknown>>) => boolean>> = {
  sheet: ({ draft }) => isObject(draft) && typeof draft["name"] === "string" && Array.isArray(draft["cells"]),
  madeSheet: ({ name, rows }) => typeof name === "string" && areTexts(rows),
  columns: ({ sheet, headings, days }) => typeof sheet === "string" && Array.isArray(headings) && Array.isArray(days),
  cells: ({ heading, cells }) => typeof heading === "string" && areCells(cells),
  rules: ({ before, after }) => Array.isArray(before) && before.every(isRule) && Array.isArray(after),
  removal: ({ typed, settings, sheets }) => [typed, settings, sheets].every((kept) => typeof kept === "boolean"),
  history: ({ after, before = "" }) => typeof after === "string" && typeof before === "string",
  mapping: ({ before = "", after = "" }) => typeof before === "string" && typeof after === "string",
  line: ({ row, cells }) => typeof row === "number" && areCells(cells),
};

function isDeed(deed: unknown): boolean {
  if (!isObject(deed)) return false;
  const shape = new Map<unknown, (deed: Readonly<Record<string, unknown>>) => boolean>(Object.entries(shapes));
  return shape.get(deed["kind"])?.(deed) ?? false;
}

function isOperation(value: unknown): value is Operation {
  if (!isObject(value) || !kinds.includes(String(value["kind"]))) return false;
  return Array.isArray(value["deeds"]) && value["deeds"].every(isDeed);
}

/** The operations that a part remembers, the oldest first; none where it was broken. */
export function parseLog(text: string | undefined): readonly Operation[] {
  const found = parsedJson(text === undefined ? undefined : (unpackText(text) ?? text));
  return Array.isArray(found) && found.every(isOperation) ? found : [];
}

/** A log as packed text; undefined for an empty one. */
export function logText(operations: readonly Operation[]): string | undefined {
  return operations.length === 0 ? undefined : packText(JSON.stringify(operations));
}

/** A log with one more operation, and how that is remembered. */
export interface Remembered {
  /** The whole log as packed text. */
  readonly text: string;
  readonly operation: Operation;
}

/** The log with one more operation, without the oldest ones that do not fit any more; an operation that does not fit by itself is remembered in brief, and undefined is given where that does not fit either. */
export function remembered(log: readonly Operation[], operation: Operation): Remembered | undefined {
  return fitted(log, operation) ?? fitted(log, inBrief(operation));
}

function fitted(log: readonly Operation[], operation: Operation): Remembered | undefined {
  for (let kept = [...log, operation].slice(-MOST_OPERATIONS); kept.length > 0; kept = kept.slice(1)) {
    const text = JSON.stringify(kept);
    if (text.length > MOST_UNPACKED) continue;
    const packed = packText(text);
    if (packed.length <= MOST_CHARACTERS) return { text: packed, operation };
  }
  return undefined;
}

/** The operations of which not every sheet that they made goes: of the others nothing is left to take back. */
export function withoutSheets(log: readonly Operation[], going: ReadonlySet<string>): readonly Operation[] {
  return log.filter(({ deeds }) => {
    const made = deeds.map(sheetMade).filter((name) => name !== undefined);
    return made.length === 0 || made.some((name) => !going.has(name));
  });
}
