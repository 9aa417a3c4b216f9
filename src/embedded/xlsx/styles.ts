import { themeColours } from "./colours";
import { alignmentXml, borderXml, fillXml, fontXml, protectionXml } from "./formatXml";
import type { CellFormat, CellFormatPatch, RuleLook } from "./model";
import { builtInFormat, builtInId } from "./numberFormats";
import { resolveFormat } from "./resolveFormat";
import { lookXml, readLook, type LookToWrite } from "./ruleLook";
import { StyleLists } from "./styleLists";
import { TableStyleList } from "./tableStyleList";
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

/** A patch as text: what it takes away counts as well. */
const keyOf = (patch: CellFormatPatch) => JSON.stringify(patch, (_name, value: unknown) => value ?? null);

/** The formats of a workbook: resolved when asked for, and derived from those that stand there. */
export class Styles {
  private readonly lists: StyleLists;
  /** The theme's colours as six digits each. */
  readonly theme: readonly string[];
  private readonly formats = new Map<number, CellFormat>();
  private readonly derived = new Map<string, number>();

  constructor(xml: string, theme: string | undefined) {
    this.lists = new StyleLists(xml);
    this.theme = themeColours(theme);
  }

  get isChanged(): boolean {
    return this.lists.isChanged;
  }

  get text(): string {
    return this.lists.text;
  }

  /** How many formats cells may have; the first is there even where the file names none. */
  get count(): number {
    return Math.max(1, this.lists.list("cellXfs").length);
  }

  private numberFormat(id: number): string {
    const own = this.lists.list("numFmts").find(({ attributes }) => Number(attributes.get("numFmtId")) === id);
    return own?.attributes.get("formatCode") ?? builtInFormat(id) ?? "General";
  }

  private numberFormatId(format: string): number {
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

  format(style: number): CellFormat {
    let format = this.formats.get(style);
    if (format === undefined) {
      format = this.resolve(style);
      this.formats.set(style, format);
    }
    return format;
  }

  private resolve(style: number): CellFormat {
    const xf = this.lists.list("cellXfs")[style];
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

  /** The style that differs from another in some points. */
  styleWith(style: number, patch: CellFormatPatch): number {
    const key = `${String(style)} ${keyOf(patch)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const found = this.derive(style, patch);
    this.derived.set(key, found);
    return found;
  }

  private derive(style: number, given: CellFormatPatch): number {
    const { lists } = this;
    const xf = lists.list("cellXfs")[style];
    const before = this.format(style);
    const patch = filled(before, given);
    const format = { ...before, ...patch };
    // Every list that grows moves what stands behind it: the texts of the old format are taken first.
    const protection = childOf(xf, "protection");
    const inner =
      this.alignment(xf, format, patch) +
      (touches(patch, protectionFields) ? protectionXml(format) : lists.raw(protection));
    const attributes = this.attributes(xf, format, patch);
    const tag = [...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
    return lists.append("cellXfs", inner === "" ? `<xf${tag}/>` : `<xf${tag}>${inner}</xf>`);
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

  /** The number of a rule's look in the list of differential formats; made of another one, it keeps all that did not change. */
  ruleLook(
    look: RuleLook,
    { changed, base }: { readonly changed: readonly string[]; readonly base: number | undefined } = everything(look),
  ): number {
    const known = base === undefined ? undefined : this.lists.list("dxfs")[base];
    const raw = (element: XmlElement | undefined) => this.lists.raw(element);
    return this.lists.append("dxfs", `<dxf>${this.lookText({ look, changed, base: known, raw })}</dxf>`);
  }

  /** The inside of a differential format, for rules that have their own. */
  lookText(given: Omit<LookToWrite, "numberFormatId">): string {
    return lookXml({ ...given, numberFormatId: (format) => this.numberFormatId(format) });
  }

  get tableStyles(): TableStyleList {
    return new TableStyleList(this.lists);
  }

  lookOfRule(index: number | undefined): RuleLook {
    return this.lookIn(index === undefined ? undefined : this.lists.list("dxfs")[index]);
  }

  lookIn(dxf: XmlElement | undefined): RuleLook {
    return readLook(dxf, this.theme);
  }
}

const everything = (look: RuleLook) => ({ changed: Object.keys(look), base: undefined });

const attributesOf = (xf: XmlElement | undefined) => new Map(xf?.attributes ?? plain);

function withQuotePrefix(attributes: Map<string, string>, quotePrefix: boolean | undefined): Map<string, string> {
  if (quotePrefix === true) attributes.set("quotePrefix", "1");
  if (quotePrefix === false) attributes.delete("quotePrefix");
  return attributes;
}
