import type { StyleLists } from "./styleLists";
import { childOf, escapeXml, type XmlElement } from "./xml";

/** What a named style may set of a cell, or leave to it. */
export const styleParts = ["number", "font", "fill", "border", "alignment", "protection"] as const;
export type StylePart = (typeof styleParts)[number];

/** Where a format says a part: by a number, or in an element of its own; and whether the part applies. */
const homes: Readonly<Record<StylePart, { readonly id?: string; readonly flag: string }>> = {
  number: { id: "numFmtId", flag: "applyNumberFormat" },
  font: { id: "fontId", flag: "applyFont" },
  fill: { id: "fillId", flag: "applyFill" },
  border: { id: "borderId", flag: "applyBorder" },
  alignment: { flag: "applyAlignment" },
  protection: { flag: "applyProtection" },
};

const isYes = (said: string | undefined): boolean => ["1", "true"].includes(said ?? "");

/** Whether a style sets a part of the cells that have it; it does where it says nothing of that. */
export function sets(style: XmlElement | undefined, part: StylePart): boolean {
  return isYes(style?.attributes.get(homes[part].flag) ?? "1");
}

/** A format taken apart, to be put together with other parts. */
export class XfDraft {
  private readonly attributes: Map<string, string>;
  private readonly inner: Map<string, string>;

  constructor(lists: StyleLists, xf: XmlElement | undefined) {
    this.attributes = new Map(xf?.attributes ?? []);
    this.inner = new Map((xf?.children ?? []).map((child) => [child.name, lists.raw(childOf(xf, child.name))]));
  }

  get style(): number {
    return Number(this.attributes.get("xfId") ?? 0);
  }
  set style(number: number) {
    this.attributes.set("xfId", String(number));
  }

  part(part: StylePart): string {
    const { id } = homes[part];
    return id === undefined ? (this.inner.get(part) ?? "") : (this.attributes.get(id) ?? "0");
  }

  /** Whether a part is the cell's own, whatever its style says. */
  owns(part: StylePart): boolean {
    return isYes(this.attributes.get(homes[part].flag));
  }

  /** Gives a part another value, as the style has it. */
  follow(part: StylePart, value: string): void {
    const { id, flag } = homes[part];
    this.attributes.delete(flag);
    if (id !== undefined) this.attributes.set(id, value);
    else if (value === "") this.inner.delete(part);
    else this.inner.set(part, value);
  }

  /** Says of a part whether it applies. */
  apply(part: StylePart, applies: boolean): void {
    this.attributes.set(homes[part].flag, applies ? "1" : "0");
  }

  get text(): string {
    const tag = [...this.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
    const order = ["alignment", "protection"];
    const inner = [...this.inner].sort(([one], [other]) => rank(order, one) - rank(order, other));
    return inner.length === 0 ? `<xf${tag}/>` : `<xf${tag}>${inner.map(([, text]) => text).join("")}</xf>`;
  }
}

/** What the file format wants first comes first, the rest as it stood. */
const rank = (order: readonly string[], name: string): number =>
  order.includes(name) ? order.indexOf(name) : order.length;
