import type { Archive } from "./archive";
import { RelatedPart, type PartKind } from "./relatedPart";
import { escapeXml, textOf, type XmlElement } from "./xml";

const SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
/** The set of properties that people may add to. */
const SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const FIRST_NUMBER = 2;

const custom: PartKind = {
  type: "custom-properties",
  name: "docProps/custom.xml",
  contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  empty: `<Properties xmlns="${SPACE}" xmlns:vt="${TYPES}"/>`,
};

/** A property that a person or a program added to the file; a day is told as text in the form of ISO 8601. */
export interface OwnProperty {
  readonly name: string;
  readonly kind: "number" | "float" | "boolean" | "date" | "text";
  readonly value: string | number | boolean;
}

const kinds: Readonly<Record<string, OwnProperty["kind"]>> = {
  i1: "number",
  i2: "number",
  i4: "number",
  int: "number",
  r4: "float",
  r8: "float",
  bool: "boolean",
  filetime: "date",
  date: "date",
};
const elements: Readonly<Record<OwnProperty["kind"], string>> = {
  number: "i4",
  float: "r8",
  boolean: "bool",
  date: "filetime",
  text: "lpwstr",
};

function valueOf(kind: OwnProperty["kind"], text: string): OwnProperty["value"] {
  if (kind === "number" || kind === "float") return Number(text);
  return kind === "boolean" ? ["1", "true"].includes(text) : text;
}

/** The properties that were added to the file, in the order in which they stand there. */
export class OwnProperties {
  private readonly part: RelatedPart;

  constructor(archive: Archive) {
    this.part = new RelatedPart(archive, "", custom);
  }

  private get elements(): readonly XmlElement[] {
    return this.part.root?.children ?? [];
  }

  get all(): readonly OwnProperty[] {
    const { text } = this.part;
    return this.elements.map((element) => {
      const [inner] = element.children;
      const kind = kinds[inner?.name ?? ""] ?? "text";
      return { name: element.attributes.get("name") ?? "", kind, value: valueOf(kind, textOf(text, inner)) };
    });
  }

  /** Adds a property, or gives the one of the name another value. */
  set({ name, kind, value }: OwnProperty): void {
    const known = this.find(name);
    const numbers = this.elements.map(({ attributes }) => Number(attributes.get("pid")));
    const number = known?.attributes.get("pid") ?? String(Math.max(FIRST_NUMBER - 1, ...numbers) + 1);
    const said = known?.attributes.get("name") ?? name;
    const space = this.part.spelled(SPACE);
    const types = this.part.spelled(TYPES);
    const inner = `<vt:${elements[kind]} xmlns:vt="${types}">${escapeXml(String(value))}</vt:${elements[kind]}>`;
    const xml = `<property xmlns="${space}" fmtid="${SET}" pid="${number}" name="${escapeXml(said)}">${inner}</property>`;
    if (known === undefined) this.part.append(xml);
    else this.part.replace(known, xml);
  }

  /** The last one takes the part with it. */
  delete(name: string): void {
    const known = this.find(name);
    if (known === undefined) return;
    if (this.elements.length === 1) this.part.drop();
    else this.part.replace(known, "");
  }

  private find(name: string): XmlElement | undefined {
    return this.elements.find(({ attributes }) => attributes.get("name")?.toUpperCase() === name.toUpperCase());
  }
}
