import type { Archive } from "./archive";
import { addContentType, addRelation, dropContentType, dropRelation, readRelations } from "./package";
import { parseXml, splice, withChild, type XmlElement } from "./xml";

/** A kind of part of which another part has at most one. */
export interface PartKind {
  /** Of the relationship: its last word where Office's own, else in full. */
  readonly type: string;
  /** Where a new one is put. */
  readonly name: string;
  readonly contentType: string;
  /** The text of a new one, without its declaration: a root without children. */
  readonly empty: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The one part of a kind that belongs to another part, or to the package itself: made with the first thing that it is told. */
export class RelatedPart {
  private readonly archive: Archive;
  private readonly owner: string;
  private readonly kind: PartKind;

  /** `owner` is "" for the package. */
  constructor(archive: Archive, owner: string, kind: PartKind) {
    this.archive = archive;
    this.owner = owner;
    this.kind = kind;
  }

  private get relation(): { readonly id: string; readonly part: string } | undefined {
    const word = this.kind.type.split("/").at(-1);
    const found = readRelations(this.archive, this.owner).find(({ type }) => type === word);
    if (found?.target === undefined || !this.archive.has(found.target)) return undefined;
    return { id: found.id, part: found.target };
  }

  /** Undefined where there is none. */
  get name(): string | undefined {
    return this.relation?.part;
  }

  get text(): string {
    const { name } = this;
    return name === undefined ? "" : this.archive.text(name);
  }

  get root(): XmlElement | undefined {
    const { name } = this;
    return name === undefined ? undefined : parseXml(this.text, name);
  }

  /** A namespace as this package spells it. */
  spelled(namespace: string): string {
    return this.archive.spelled(namespace);
  }

  /** Puts a further child behind those of the root. */
  append(element: string): void {
    const name = this.name ?? this.make();
    const text = this.archive.text(name);
    this.archive.set(name, withChild(text, parseXml(text, name), element));
  }

  /** Replaces an element of the part, or with "" takes it out. */
  replace({ start, end }: XmlElement, xml: string): void {
    const { name } = this;
    if (name !== undefined) this.archive.set(name, splice(this.text, [start, end], xml));
  }

  /** Takes the part out with all that was said of it. */
  drop(): void {
    const { relation } = this;
    if (relation === undefined) return;
    this.archive.delete(relation.part);
    dropContentType(this.archive, relation.part);
    dropRelation(this.archive, this.owner, relation.id);
  }

  private make(): string {
    const { type, name, contentType, empty } = this.kind;
    this.archive.set(name, HEAD + this.archive.spelled(empty));
    addContentType(this.archive, name, contentType);
    addRelation(this.archive, this.owner, { type, target: `/${name}` });
    return name;
  }
}
