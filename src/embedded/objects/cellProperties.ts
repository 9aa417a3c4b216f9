import { ExcelObject } from "./excelObject";
import { record } from "./given";
import { getMember, setMember } from "./members";
import { Refusal } from "./refusal";

type Properties = Readonly<Record<string, unknown>>;

/** The edges of a cell by the names that its properties have. */
const edges: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

interface Borders {
  getItem(key: unknown): ExcelObject;
}

const isBorders = (object: ExcelObject): object is ExcelObject & Borders =>
  object.className === "RangeBorderCollection";

/** What of an object is asked for: members that are marked true, and of its parts what is marked there. */
export function readProperties(object: ExcelObject, wanted: unknown): Properties {
  if (isBorders(object)) {
    const of = ([name, edge]: [string, string]) => [name, readProperties(object.getItem(edge), wanted)] as const;
    return Object.fromEntries(Object.entries(edges).map(of));
  }
  const found: Record<string, unknown> = {};
  for (const [name, mark] of Object.entries(record(wanted))) {
    if (isAsked(mark)) found[name] = answerOf(getMember(object, name), mark);
  }
  return found;
}

const isAsked = (mark: unknown): boolean => mark !== false && mark !== undefined && mark !== null;

function answerOf(value: unknown, mark: unknown): unknown {
  if (!(value instanceof ExcelObject)) return value ?? null;
  return readProperties(value, mark === true ? everyPart(value) : mark);
}

/** The parts of a cell's protection, which is asked for by one word. */
const everyPart = (object: ExcelObject): Properties => {
  if (object.className !== "FormatProtection") throw new Refusal("InvalidArgument");
  return { locked: true, formulaHidden: true };
};

/** Sets members of an object and of its parts. */
export function writeProperties(object: ExcelObject, given: unknown): void {
  for (const [name, value] of Object.entries(record(given))) {
    if (value === undefined || value === null) continue;
    const part = isBorders(object) ? edgeOf(object, name) : partOf(object, name);
    if (part === undefined) setMember(object, name, value);
    else writeProperties(part, value);
  }
}

function edgeOf(borders: Borders, name: string): ExcelObject {
  const edge = edges[name];
  if (edge === undefined) throw new Refusal("InvalidArgument");
  return borders.getItem(edge);
}

const parts: ReadonlySet<string> = new Set(["format", "fill", "font", "borders", "protection"]);

function partOf(object: ExcelObject, name: string): ExcelObject | undefined {
  if (!parts.has(name)) return undefined;
  const value = getMember(object, name);
  return value instanceof ExcelObject ? value : undefined;
}

/** Refuses a list that has not one entry for each place. */
export function listFor(given: unknown, count: number): readonly unknown[] {
  if (!Array.isArray(given) || given.length !== count) throw new Refusal("InvalidArgument");
  return given;
}
