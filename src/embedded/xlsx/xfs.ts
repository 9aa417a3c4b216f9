import { alignmentXml, borderXml, fillXml, fontXml, protectionXml } from "./formatXml";
import type { CellFormat, CellFormatPatch } from "./model";
import { builtInFormat, builtInId } from "./numberFormats";
import { resolveFormat, type FormatParts } from "./resolveFormat";
import type { StyleLists } from "./styleLists";
import { childOf, escapeXml, type XmlElement } from "./xml";

/** Numbers below belong to formats that every program knows. */
const FIRST_OWN_FORMAT = 164;

const plain: readonly (readonly [string, string])[] = [
  ["numFmtId", "0"],
  ["fontId", "0"],
  ["fillId", "0"],
  ["borderId", "0"],
  ["xfId", "0"],
];

const fontFields = "fontName fontSize fontColor fontTint bold italic underline strikethrough script".split(" ");
const fillFields = "fill fillTint pattern patternColor patternTint".split(" ");
const alignmentFields = "horizontal vertical wrap indent shrinks rotation readingOrder justifiesLast".split(" ");
const protectionFields = ["locked", "hidesFormula"];
const applied = [
  [alignmentFields, "applyAlignment"],
  [protectionFields, "applyProtection"],
] as const;

const touches = (patch: CellFormatPatch, fields: readonly string[]) => fields.some((field) => field in patch);

/** A patch that takes a fill's colour away takes all of the fill; a colour makes a fill where there is none. */
function filled(format: CellFormat, patch: CellFormatPatch): CellFormatPatch {
  if (!("fill" in patch) || "pattern" in patch) return patch;
  if (patch.fill === undefined)
    return { fillTint: 0, patternColor: undefined, patternTint: 0, ...patch, pattern: "none" };
  const pattern = ["none", "gradient"].includes(format.pattern) ? "solid" : format.pattern;
  return { fillTint: 0, ...patch, pattern };
}

/** The formats that the file has for cells and for named styles alike: numbers of fonts, fills and the like. */
export class Xfs {
  private readonly lists: StyleLists;
  private readonly theme: readonly string[];

  constructor(lists: StyleLists, theme: readonly string[]) {
    this.lists = lists;
    this.theme = theme;
  }

  private numberFormat(id: number): string {
    const own = this.lists.list("numFmts").find(({ attributes }) => Number(attributes.get("numFmtId")) === id);
    return own?.attributes.get("formatCode") ?? builtInFormat(id) ?? "General";
  }

  numberFormatId(format: string): number {
    const known = builtInId(format);
    if (known !== undefined) return known;
    const own = this.lists.list("numFmts");
    const idOf = ({ attributes }: XmlElement) => Number(attributes.get("numFmtId"));
    const same = own.find(({ attributes }) => attributes.get("formatCode") === format);
    if (same !== undefined) return idOf(same);
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...own.map(idOf)) + 1;
    this.lists.append("numFmts", `<numFmt numFmtId="${String(id)}" formatCode="${escapeXml(format)}"/>`);
    return id;
  }

  resolve(xf: XmlElement | undefined): CellFormat {
    const id = (name: string) => Number(xf?.attributes.get(name) ?? 0);
    const parts = {
      xf,
      font: this.lists.list("fonts")[id("fontId")],
      fill: this.lists.list("fills")[id("fillId")],
      border: this.lists.list("borders")[id("borderId")],
      numberFormat: this.numberFormat(id("numFmtId")),
    };
    return resolveFormat(parts, this.theme);
  }

  /** The format of elements that stand in no list. */
  resolveParts(parts: Omit<FormatParts, "numberFormat">, numberFormat: string): CellFormat {
    return resolveFormat({ ...parts, numberFormat }, this.theme);
  }

  /** The text of a format that differs from another in some points; the parts that it names are added to their lists. */
  derived(xf: XmlElement | undefined, given: CellFormatPatch): string {
    const { lists } = this;
    const before = this.resolve(xf);
    const patch = filled(before, given);
    const format = { ...before, ...patch };
    // Every list that grows moves what stands behind it: the texts of the old format are taken first.
    const protection = childOf(xf, "protection");
    const inner =
      this.alignment(xf, format, patch) +
      (touches(patch, protectionFields) ? protectionXml(format) : lists.raw(protection));
    const attributes = this.attributes(xf, format, patch);
    const tag = [...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
    return inner === "" ? `<xf${tag}/>` : `<xf${tag}>${inner}</xf>`;
  }

  private alignment(xf: XmlElement | undefined, format: CellFormat, patch: CellFormatPatch): string {
    const known = childOf(xf, "alignment");
    return touches(patch, alignmentFields) ? alignmentXml(known, format) : this.lists.raw(known);
  }

  /** What a derived format says of itself: the numbers of its parts, and that they apply. */
  private attributes(
    xf: XmlElement | undefined,
    format: CellFormat,
    patch: CellFormatPatch,
  ): ReadonlyMap<string, string> {
    const attributes = attributesOf(xf);
    const apply = (name: string, number: number, flag: string) => attributes.set(name, String(number)).set(flag, "1");
    const { lists } = this;
    const { numberFormat } = patch;
    if (numberFormat !== undefined) apply("numFmtId", this.numberFormatId(numberFormat), "applyNumberFormat");
    if (touches(patch, fontFields)) {
      const raw = (element: XmlElement | undefined) => lists.raw(element);
      const font = fontXml(format, patch, { element: this.partOf(xf, "fonts", "fontId"), raw });
      apply("fontId", lists.append("fonts", font), "applyFont");
    }
    if (touches(patch, fillFields)) {
      apply("fillId", lists.append("fills", fillXml(format, patch, this.partOf(xf, "fills", "fillId"))), "applyFill");
    }
    if ("borders" in patch) apply("borderId", lists.append("borders", borderXml(format)), "applyBorder");
    for (const [fields, flag] of applied) if (touches(patch, fields)) attributes.set(flag, "1");
    return withQuotePrefix(attributes, patch.quotePrefix);
  }

  private partOf(xf: XmlElement | undefined, list: "fonts" | "fills", id: string): XmlElement | undefined {
    return this.lists.list(list)[Number(xf?.attributes.get(id) ?? 0)];
  }
}

const attributesOf = (xf: XmlElement | undefined) => new Map(xf?.attributes ?? plain);

function withQuotePrefix(attributes: Map<string, string>, quotePrefix: boolean | undefined): Map<string, string> {
  if (quotePrefix === true) attributes.set("quotePrefix", "1");
  if (quotePrefix === false) attributes.delete("quotePrefix");
  return attributes;
}
