import { apiSets, isInSet } from "../client/apiSets";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { notServed, Refusal } from "./refusal";

/** The descriptor of a served member: an accessor or a method that stands on the object's class; undefined where there is none. */
function served(object: ExcelObject, member: string): PropertyDescriptor | undefined {
  let prototype: unknown = Object.getPrototypeOf(object);
  while (prototype instanceof ExcelObject) {
    const found = member === "constructor" ? undefined : Object.getOwnPropertyDescriptor(prototype, member);
    if (found !== undefined) return found;
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}

/** Members that the client library asks for by an older name. */
const olderNames: Readonly<Record<string, string>> = { Gridlines: "showGridlines", Headings: "showHeadings" };

/** The name by which the client library knows a member, in the protocol's PascalCase. */
export function protocolName(member: string): string {
  const older = Object.entries(olderNames).find(([, name]) => name === member)?.[0];
  return older ?? member.charAt(0).toUpperCase() + member.slice(1);
}

/** `Values` -> `values`; members of the library's own, such as `_ValidateArraySize`, keep their name. */
function memberName(name: string): string {
  const pascal = name.charAt(0).toUpperCase() + name.slice(1);
  return olderNames[pascal] ?? name.charAt(0).toLowerCase() + name.slice(1);
}

function refuse(object: ExcelObject, member: string): never {
  const name = `${object.className}.${member}`;
  object.host.gaps.add(name);
  throw notServed(name);
}

/** Refuses what came after the set that is played. */
function gate({ className, host }: ExcelObject, member: string): void {
  if (!isInSet(className, member, host.api)) throw new Refusal("ApiNotFound");
}

function hasAccessor(descriptor: PropertyDescriptor | undefined, accessor: "get" | "set"): boolean {
  return descriptor?.[accessor] !== undefined;
}

/** Reads a property; a member that is not served is refused by name. */
export function getMember(object: ExcelObject, name: string): unknown {
  const member = memberName(name);
  gate(object, member);
  if (!hasAccessor(served(object, member), "get")) refuse(object, member);
  return Reflect.get(object, member) as unknown;
}

/** Sets a property. */
export function setMember(object: ExcelObject, name: string, value: unknown): void {
  const member = memberName(name);
  gate(object, member);
  if (!hasAccessor(served(object, member), "set")) refuse(object, member);
  Reflect.set(object, member, value);
}

const spellings = new Map<string, ReadonlyMap<string, string>>();

/** A member as the documentation spells it: the library asks for some functions in letters of another case. */
function documented(className: string, member: string): string {
  const members = apiSets.get(className);
  if (members === undefined || members.has(member)) return member;
  let known = spellings.get(className);
  if (known === undefined) {
    known = new Map([...members.keys()].map((name) => [name.toLowerCase(), name]));
    spellings.set(className, known);
  }
  return known.get(member.toLowerCase()) ?? member;
}

/** Calls a method. */
export function callMember(object: ExcelObject, name: string, given: readonly unknown[]): unknown {
  const member = documented(object.className, memberName(name));
  gate(object, member);
  if (object.host.events.register(object.className, member)) return undefined;
  const method: unknown = served(object, member)?.value;
  if (typeof method !== "function") refuse(object, member);
  return Reflect.apply(method as (...given: unknown[]) => unknown, object, given);
}

const scalarsByClass = new Map<unknown, readonly string[]>();

/** Names of the served properties, for a load of everything; objects among them have to be told by their value. */
export function propertyNames(object: ExcelObject): readonly string[] {
  const known = scalarsByClass.get(object.constructor);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (
    let prototype: unknown = Object.getPrototypeOf(object);
    prototype instanceof ExcelObject && prototype !== ExcelCollection.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (hasAccessor(descriptor, "get")) names.add(name);
    }
  }
  const found = [...names];
  scalarsByClass.set(object.constructor, found);
  return found;
}
