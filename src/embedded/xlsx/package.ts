import type { Archive } from "./archive";
import { relationWord } from "./dialect";
import { childrenOf, escapeXml, parseXml, splice, withChild } from "./xml";

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: "worksheet", "table", "theme". */
  readonly type: string;
  /** The target's full name within the archive; undefined for a target outside. */
  readonly target: string | undefined;
  /** The address of a target outside; undefined for one within. */
  readonly outside: string | undefined;
}

/** What begins the type of every relationship between parts. */
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Where the relationships of a part stand. */
export function relationsOf(part: string): string {
  const at = part.lastIndexOf("/") + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** A target as a full name: absolute, or relative to the part's folder. */
function resolved(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== ".") folders.push(step);
  }
  return folders.join("/");
}

/** The relationships of a part; none where it has no such list. */
export function readRelations(archive: Archive, part: string): readonly Relationship[] {
  const name = relationsOf(part);
  if (!archive.has(name)) return [];
  return childrenOf(parseXml(archive.text(name), name), "Relationship").map(({ attributes }) => ({
    id: attributes.get("Id") ?? "",
    type: relationWord(attributes.get("Type") ?? ""),
    target: attributes.get("TargetMode") === "External" ? undefined : resolved(part, attributes.get("Target") ?? ""),
    outside: attributes.get("TargetMode") === "External" ? attributes.get("Target") : undefined,
  }));
}

const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Adds a relationship to a part and returns its id; `isOutside` where the target is an address and no part. */
export function addRelation(
  archive: Archive,
  part: string,
  { type, target, isOutside = false }: { type: string; target: string; isOutside?: boolean },
): string {
  const name = relationsOf(part);
  const xml = archive.has(name) ? archive.text(name) : NO_RELATIONS;
  const taken = new Set(readRelations(archive, part).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${String(number)}`)) number += 1;
  const id = `rId${String(number)}`;
  const mode = isOutside ? ' TargetMode="External"' : "";
  const full = type.includes("/") ? type : archive.spelled(`${RELATIONS}/${type}`);
  const element = `<Relationship Id="${id}" Type="${full}" Target="${escapeXml(target)}"${mode}/>`;
  archive.set(name, withChild(xml, parseXml(xml, name), element));
  return id;
}

/** Takes a relationship out. */
export function dropRelation(archive: Archive, part: string, id: string): void {
  const name = relationsOf(part);
  const xml = archive.text(name);
  const element = childrenOf(parseXml(xml, name), "Relationship").find(({ attributes }) => attributes.get("Id") === id);
  if (element !== undefined) archive.set(name, splice(xml, [element.start, element.end], ""));
}

/** The part that says what each part is. */
export const CONTENT_TYPES = "[Content_Types].xml";

/** Says what kind of content a new part holds. */
export function addContentType(archive: Archive, part: string, contentType: string): void {
  const xml = archive.text(CONTENT_TYPES);
  const element = `<Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
  archive.set(CONTENT_TYPES, withChild(xml, parseXml(xml, CONTENT_TYPES), element));
}

/** Whether the package says what parts of one extension hold, unless told otherwise. */
export function hasDefaultType(archive: Archive, extension: string): boolean {
  return childrenOf(parseXml(archive.text(CONTENT_TYPES), CONTENT_TYPES), "Default").some(
    ({ attributes }) => attributes.get("Extension")?.toLowerCase() === extension,
  );
}

/** Names of all parts of one kind of content. */
export function partsOfType(archive: Archive, contentType: string): readonly string[] {
  return childrenOf(parseXml(archive.text(CONTENT_TYPES), CONTENT_TYPES), "Override").flatMap(({ attributes }) =>
    attributes.get("ContentType") === contentType ? [(attributes.get("PartName") ?? "").slice(1)] : [],
  );
}

/** Forgets the kind of a part that was taken out. */
export function dropContentType(archive: Archive, part: string): void {
  const xml = archive.text(CONTENT_TYPES);
  const element = childrenOf(parseXml(xml, CONTENT_TYPES), "Override").find(
    ({ attributes }) => attributes.get("PartName") === `/${part}`,
  );
  if (element !== undefined) archive.set(CONTENT_TYPES, splice(xml, [element.start, element.end], ""));
}
