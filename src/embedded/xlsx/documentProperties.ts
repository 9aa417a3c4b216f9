import type { Archive } from "./archive";
import { RelatedPart, type PartKind } from "./relatedPart";
import { childOf, escapeXml, textOf } from "./xml";

const CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/** The namespaces that elements of the parts may need, by the prefix that we give them. */
const namespaces: Readonly<Record<string, string>> = {
  cp: CORE,
  dc: "http://purl.org/dc/elements/1.1/",
  "": APP,
};

const core: PartKind = {
  type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
  name: "docProps/core.xml",
  contentType: "application/vnd.openxmlformats-package.core-properties+xml",
  empty: `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="${namespaces["dc"] ?? ""}"/>`,
};
const app: PartKind = {
  type: "extended-properties",
  name: "docProps/app.xml",
  contentType: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  empty: `<Properties xmlns="${APP}"/>`,
};

/** Where each property stands: the part, and the element with its prefix. */
const places = {
  author: [core, "dc:creator"],
  title: [core, "dc:title"],
  subject: [core, "dc:subject"],
  keywords: [core, "cp:keywords"],
  comments: [core, "dc:description"],
  category: [core, "cp:category"],
  lastAuthor: [core, "cp:lastModifiedBy"],
  revision: [core, "cp:revision"],
  created: [core, "dcterms:created"],
  company: [app, "Company"],
  manager: [app, "Manager"],
} as const satisfies Record<string, readonly [PartKind, string]>;

export type DocumentProperty = keyof typeof places;

/** What the file says of itself, beside what a person added. */
export class DocumentProperties {
  private readonly archive: Archive;

  constructor(archive: Archive) {
    this.archive = archive;
  }

  /** "" where the file does not say. */
  read(property: DocumentProperty): string {
    const [kind, element] = places[property];
    const part = new RelatedPart(this.archive, "", kind);
    return textOf(part.text, childOf(part.root, localName(element)));
  }

  write(property: Exclude<DocumentProperty, "created">, text: string): void {
    const [kind, element] = places[property];
    const part = new RelatedPart(this.archive, "", kind);
    const known = childOf(part.root, localName(element));
    const xml = text === "" ? "" : `<${element}${missingNamespace(part, element)}>${escapeXml(text)}</${element}>`;
    if (known !== undefined) part.replace(known, xml);
    else if (xml !== "") part.append(xml);
  }
}

/** The declaration that an element needs where the part's root has no such one; a part that we make has all. */
function missingNamespace(part: RelatedPart, element: string): string {
  const prefix = element.includes(":") ? element.slice(0, element.indexOf(":")) : "";
  const declared = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
  const { root } = part;
  const space = part.spelled(namespaces[prefix] ?? "");
  return root === undefined || root.attributes.get(declared) === space ? "" : ` ${declared}="${space}"`;
}

const localName = (element: string): string => element.slice(element.indexOf(":") + 1);
