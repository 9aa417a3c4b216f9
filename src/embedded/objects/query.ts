import type { QueryInfo } from "../client/protocol";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { getMember, propertyNames, protocolName } from "./members";

type Answer = Record<string, unknown>;

/** Selected members, each with what is selected of the object it gives; "*" is every property that is no object. */
type Selection = Map<string, Selection>;

function selectionOf(paths: readonly string[]): Selection {
  const root: Selection = new Map();
  for (const path of paths) {
    let at = root;
    for (const part of path.split(/[/.]/)) {
      if (part === "") continue;
      const next = at.get(part) ?? new Map<string, Selection>();
      at.set(part, next);
      at = next;
    }
  }
  return root;
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function isCollection(object: ExcelObject): object is ExcelCollection<ExcelObject> {
  return object instanceof ExcelCollection;
}

/** What a query loads of an object, in the protocol's PascalCase. */
export function loaded(object: ExcelObject, { Select, Expand, Top, Skip }: QueryInfo): Answer {
  const wanted = selectionOf([...(Select ?? []), ...(Expand ?? []).map((path) => `${path}/*`)]);
  if (wanted.size === 0) wanted.set("*", new Map());
  if (isCollection(object)) return answerItems(object, wanted, { Top, Skip });
  return answer(object, wanted);
}

function answerItems(
  collection: ExcelCollection<ExcelObject>,
  wanted: Selection,
  { Top, Skip = 0 }: { readonly Top?: number | undefined; readonly Skip?: number | undefined } = {},
): Answer {
  const ofItems = wanted.get("items") ?? wanted;
  const items = collection.items.slice(Skip, Top === undefined ? undefined : Skip + Top);
  const counted = wanted.has("count") ? { Count: collection.items.length } : {};
  const selection = new Map([...ofItems].filter(([name]) => name !== "count"));
  return { ...counted, _Items: items.map((item) => answer(item, selection)) };
}

function answer(object: ExcelObject, wanted: Selection): Answer {
  const found: Answer = object.itemId === undefined ? {} : { _Id: object.itemId };
  for (const [name, inner] of wanted) {
    if (name === "*") Object.assign(found, everything(object));
    else found[name.startsWith("_") ? name : pascal(name)] = answerMember(object, name, inner);
  }
  return found;
}

function answerMember(object: ExcelObject, name: string, inner: Selection): unknown {
  const value = getMember(object, name);
  if (!(value instanceof ExcelObject)) return value ?? null;
  const selection = inner.size === 0 ? new Map([["*", new Map() as Selection]]) : inner;
  return isCollection(value) ? answerItems(value, selection) : answer(value, selection);
}

function everything(object: ExcelObject): Answer {
  const found: Answer = {};
  for (const name of propertyNames(object)) {
    const value = getMember(object, name);
    if (!(value instanceof ExcelObject)) found[protocolName(name)] = value ?? null;
  }
  return found;
}
