import type { Archive } from "./archive";
import {
  addContentType,
  addRelation,
  dropContentType,
  dropRelation,
  readRelations,
  relationsOf,
  RELATIONS,
} from "./package";
import { RelatedPart, type PartKind } from "./relatedPart";
import { childOf, childrenOf, escapeXml, parseXml, splice, withChild, type XmlElement } from "./xml";

const OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships";
const EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
/** By which the embedded Excel's add-in is told from others that have settings in the file. */
const ADD_IN = "{00000000-0000-4000-8000-0000E3BEDDED}";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const panes: PartKind = {
  type: `${OFFICE_2011}/webextensiontaskpanes`,
  name: "xl/webextensions/taskpanes.xml",
  contentType: "application/vnd.ms-office.webextensiontaskpanes+xml",
  empty: `<wetp:taskpanes xmlns:wetp="${PANES}"/>`,
};

/** A setting's value is JSON. */
export interface AddInSetting {
  readonly name: string;
  readonly json: string;
}

/** Settings that the add-in keeps in the file, where Office keeps them: with the add-in's own entry among those of the file. */
export class AddInSettings {
  private readonly archive: Archive;
  private readonly panes: RelatedPart;

  constructor(archive: Archive) {
    this.archive = archive;
    this.panes = new RelatedPart(archive, "", panes);
  }

  get all(): readonly AddInSetting[] {
    return this.elements.map(({ attributes }) => ({
      name: attributes.get("name") ?? "",
      json: attributes.get("value") ?? "null",
    }));
  }

  set({ name, json }: AddInSetting): void {
    this.delete(name, true);
    const part = this.own?.part ?? this.make();
    const text = this.archive.text(part);
    const list = childOf(parseXml(text, part), "properties");
    const element = `<we:property name="${escapeXml(name)}" value="${escapeXml(json)}"/>`;
    if (list === undefined) return;
    const inner = text.slice(list.innerStart, list.innerEnd) + element;
    this.archive.set(part, splice(text, [list.start, list.end], `<we:properties>${inner}</we:properties>`));
  }

  /** With the last setting the add-in's entry goes too, unless another is to follow. */
  delete(name: string, isReplaced = false): void {
    const { own } = this;
    const element = this.elements.find(({ attributes }) => attributes.get("name") === name);
    if (own === undefined || element === undefined) return;
    if (this.elements.length === 1 && !isReplaced) this.drop(own);
    else this.archive.set(own.part, splice(this.archive.text(own.part), [element.start, element.end], ""));
  }

  private get elements(): readonly XmlElement[] {
    const part = this.own?.part;
    if (part === undefined) return [];
    return childrenOf(childOf(parseXml(this.archive.text(part), part), "properties"), "property");
  }

  private get own(): { readonly id: string; readonly part: string } | undefined {
    const { name } = this.panes;
    const relations = name === undefined ? [] : readRelations(this.archive, name);
    return relations.flatMap(({ id, type, target: part }) => {
      const isThere = type === "webextension" && part !== undefined && this.archive.has(part);
      return isThere && this.archive.text(part).includes(ADD_IN) ? [{ id, part }] : [];
    })[0];
  }

  private make(): string {
    let number = 1;
    while (this.archive.has(`xl/webextensions/webextension${String(number)}.xml`)) number += 1;
    const part = `xl/webextensions/webextension${String(number)}.xml`;
    const reference = `<we:reference id="${ADD_IN}" version="1.0.0.0" store="developer" storeType="Registry"/>`;
    this.archive.set(
      part,
      `${HEAD}<we:webextension xmlns:we="${EXTENSION}" id="${ADD_IN}">${reference}<we:alternateReferences/><we:properties></we:properties><we:bindings/></we:webextension>`,
    );
    addContentType(this.archive, part, "application/vnd.ms-office.webextension+xml");
    // The list of panes has to be there before it can have a relationship.
    this.panes.append('<wetp:taskpane dockstate="right" visibility="0" width="350" row="0"/>');
    const list = this.panes.name ?? "";
    const id = addRelation(this.archive, list, { type: `${OFFICE_2011}/webextension`, target: `/${part}` });
    const pane = this.panes.root?.children.at(-1);
    const space = this.archive.spelled(RELATIONS);
    const shown = `<wetp:webextensionref xmlns:r="${space}" r:id="${id}"/>`;
    if (pane !== undefined) this.archive.set(list, withChild(this.panes.text, pane, shown));
    return part;
  }

  private drop({ id, part }: { readonly id: string; readonly part: string }): void {
    const list = this.panes.name ?? "";
    this.archive.delete(part);
    dropContentType(this.archive, part);
    dropRelation(this.archive, list, id);
    const panesLeft = this.panes.root?.children ?? [];
    const own = panesLeft.find((pane) => [...(pane.children[0]?.attributes.values() ?? [])].includes(id));
    if (panesLeft.length > 1 && own !== undefined) this.panes.replace(own, "");
    else {
      this.archive.delete(relationsOf(list));
      this.panes.drop();
    }
  }
}
