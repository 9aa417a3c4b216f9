import { colourOf, themeColours } from "./colours";
import type { CellFormat, CellFormatPatch } from "./model";
import { childOf, childrenOf, escapeXml, parseXml, splice, type XmlElement } from "./xml";

/** Number formats that files name by number alone. */
const builtIn: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: "h:mm",
  33: "h:mm:ss",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
const builtInId = new Map(Object.entries(builtIn).map(([id, format]) => [format, Number(id)]));

const sides = ["left", "right", "top", "bottom"] as const;
const horizontals: readonly CellFormat["horizontal"][] = [
  "general",
  "left",
  "center",
  "right",
  "fill",
  "justify",
  "centerContinuous",
  "distributed",
];
const verticals: readonly CellFormat["vertical"][] = ["top", "center", "bottom", "justify", "distributed"];

/** What a rule changes in a cell's look. */
export interface RuleLook {
  readonly fill: string | undefined;
  readonly fontColor: string | undefined;
  readonly bold: boolean | undefined;
}

type List = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

const isOn = (element: XmlElement | undefined) =>
  element !== undefined && !["0", "false"].includes(element.attributes.get("val") ?? "1");
const rgb = (colour: string) => `rgb="FF${colour.slice(1).toUpperCase()}"`;

/** The styles part: formats are resolved when asked for, and new ones are appended; what stands there is never changed. */
export class Styles {
  isChanged = false;
  private xml: string;
  private root: XmlElement;
  private readonly theme: readonly string[];
  private readonly formats = new Map<number, CellFormat>();
  private readonly derived = new Map<string, number>();

  constructor(xml: string, theme: string | undefined) {
    this.xml = xml;
    this.root = parseXml(xml, "styles.xml");
    this.theme = themeColours(theme);
  }

  get text(): string {
    return this.xml;
  }

  private list(name: List): readonly XmlElement[] {
    return childOf(this.root, name)?.children ?? [];
  }

  private raw(element: XmlElement | undefined): string {
    return element === undefined ? "" : this.xml.slice(element.start, element.end);
  }

  /** The index of an element in a list; it is appended where no equal one stands there. */
  private append(name: List, element: string): number {
    const items = this.list(name);
    const known = items.findIndex((item) => this.raw(item) === element);
    if (known >= 0 && name !== "numFmts") return known;
    const list = childOf(this.root, name);
    if (list === undefined) {
      const next = this.root.children.find((child) => order.indexOf(child.name) > order.indexOf(name));
      const at = next?.start ?? this.root.innerEnd;
      this.replace(at, at, `<${name} count="1">${element}</${name}>`);
    } else {
      const whole = this.raw(list);
      const tag = /^<[^>]*>/.exec(whole)?.[0] ?? "";
      const open = tag
        .replace(/\scount=("[^"]*"|'[^']*')/, ` count="${String(items.length + 1)}"`)
        .replace(/\/>$/, ">");
      const inner = this.xml.slice(list.innerStart, list.innerEnd);
      this.replace(list.start, list.end, `${open}${inner}${element}</${/^<([\w:]+)/.exec(tag)?.[1] ?? name}>`);
    }
    return items.length;
  }

  private replace(start: number, end: number, text: string): void {
    this.xml = splice(this.xml, start, end, text);
    this.root = parseXml(this.xml, "styles.xml");
    this.isChanged = true;
  }

  private numberFormat(id: number): string {
    const own = this.list("numFmts").find((element) => Number(element.attributes.get("numFmtId")) === id);
    return own?.attributes.get("formatCode") ?? builtIn[id] ?? "General";
  }

  private numberFormatId(format: string): number {
    const known = builtInId.get(format);
    if (known !== undefined) return known;
    const own = this.list("numFmts");
    const same = own.find((element) => element.attributes.get("formatCode") === format);
    if (same !== undefined) return Number(same.attributes.get("numFmtId"));
    const id = Math.max(163, ...own.map((element) => Number(element.attributes.get("numFmtId")))) + 1;
    this.append("numFmts", `<numFmt numFmtId="${String(id)}" formatCode="${escapeXml(format)}"/>`);
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
    const xf = this.list("cellXfs")[style];
    const id = (name: string) => Number(xf?.attributes.get(name) ?? 0);
    const font = this.list("fonts")[id("fontId")];
    const border = this.list("borders")[id("borderId")];
    const alignment = childOf(xf, "alignment");
    const horizontal = alignment?.attributes.get("horizontal");
    const vertical = alignment?.attributes.get("vertical");
    return {
      numberFormat: this.numberFormat(id("numFmtId")),
      fontName: childOf(font, "name")?.attributes.get("val") ?? "Calibri",
      fontSize: Number(childOf(font, "sz")?.attributes.get("val") ?? 11),
      fontColor: colourOf(childOf(font, "color"), this.theme),
      bold: isOn(childOf(font, "b")),
      italic: isOn(childOf(font, "i")),
      underline: childOf(font, "u") !== undefined && childOf(font, "u")?.attributes.get("val") !== "none",
      fill: this.fillOf(this.list("fills")[id("fillId")]),
      horizontal: horizontals.find((one) => one === horizontal) ?? "general",
      vertical: verticals.find((one) => one === vertical) ?? "bottom",
      wrap: ["1", "true"].includes(alignment?.attributes.get("wrapText") ?? ""),
      quotePrefix: ["1", "true"].includes(xf?.attributes.get("quotePrefix") ?? ""),
      borders: this.bordersOf(border),
    };
  }

  private fillOf(element: XmlElement | undefined): string | undefined {
    const pattern = childOf(element, "patternFill");
    if (pattern?.attributes.get("patternType") !== "solid") return undefined;
    return colourOf(childOf(pattern, "fgColor"), this.theme);
  }

  private bordersOf(element: XmlElement | undefined): CellFormat["borders"] {
    const side = (name: string) => {
      const edge = childOf(element, name);
      const style = edge?.attributes.get("style");
      if (style === undefined || style === "none") return undefined;
      return { style, color: colourOf(childOf(edge, "color"), this.theme) };
    };
    return { left: side("left"), right: side("right"), top: side("top"), bottom: side("bottom") };
  }

  /** The style that differs from another in some points. */
  styleWith(style: number, patch: CellFormatPatch): number {
    const key = `${String(style)} ${JSON.stringify(patch)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const found = this.derive(style, patch);
    this.derived.set(key, found);
    return found;
  }

  private derive(style: number, patch: CellFormatPatch): number {
    const xf = this.list("cellXfs")[style];
    const attributes = new Map(
      xf?.attributes ?? [
        ["numFmtId", "0"],
        ["fontId", "0"],
        ["fillId", "0"],
        ["borderId", "0"],
        ["xfId", "0"],
      ],
    );
    const format = { ...this.format(style), ...patch };
    // Every list that grows moves what stands behind it: the texts of the old format are taken first.
    const protection = this.raw(childOf(xf, "protection"));
    const standingAlignment = this.raw(childOf(xf, "alignment"));
    const set = (name: string, value: string, flag: string) => {
      attributes.set(name, value);
      attributes.set(flag, "1");
    };
    if (patch.numberFormat !== undefined)
      set("numFmtId", String(this.numberFormatId(patch.numberFormat)), "applyNumberFormat");
    const touchesFont = ["fontName", "fontSize", "fontColor", "bold", "italic", "underline"].some(
      (name) => name in patch,
    );
    if (touchesFont) set("fontId", String(this.append("fonts", this.fontXml(xf, format))), "applyFont");
    if ("fill" in patch) set("fillId", String(this.append("fills", fillXml(format.fill))), "applyFill");
    if ("borders" in patch) set("borderId", String(this.append("borders", borderXml(format.borders))), "applyBorder");
    if ("quotePrefix" in patch) attributes.set("quotePrefix", patch.quotePrefix ? "1" : "0");
    if (patch.quotePrefix === false) attributes.delete("quotePrefix");
    const touchesAlignment = ["horizontal", "vertical", "wrap"].some((name) => name in patch);
    if (touchesAlignment) attributes.set("applyAlignment", "1");
    const alignment = touchesAlignment ? alignmentXml(childOf(xf, "alignment"), format) : standingAlignment;
    const tag = [...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
    const inner = alignment + protection;
    return this.append("cellXfs", inner === "" ? `<xf${tag}/>` : `<xf${tag}>${inner}</xf>`);
  }

  /** The font of a format with its colour, weight and size as wanted; family, scheme and the like as they were. */
  private fontXml(xf: XmlElement | undefined, format: CellFormat): string {
    const font = this.list("fonts")[Number(xf?.attributes.get("fontId") ?? 0)];
    const replaced = new Set(["b", "i", "u", "sz", "color", "name"]);
    const rest = (font?.children ?? []).filter(({ name }) => !replaced.has(name)).map((child) => this.raw(child));
    const color = format.fontColor === undefined ? "" : `<color ${rgb(format.fontColor)}/>`;
    const marks = `${format.bold ? "<b/>" : ""}${format.italic ? "<i/>" : ""}${format.underline ? "<u/>" : ""}`;
    const name = `<name val="${escapeXml(format.fontName)}"/>`;
    return `<font>${marks}<sz val="${String(format.fontSize)}"/>${color}${name}${rest.join("")}</font>`;
  }

  /** The number of a rule's look in the list of differential formats. */
  ruleLook({ fill, fontColor, bold }: RuleLook): number {
    const font = `${bold === undefined ? "" : `<b val="${bold ? "1" : "0"}"/>`}${fontColor === undefined ? "" : `<color ${rgb(fontColor)}/>`}`;
    const fillXmlText =
      fill === undefined
        ? ""
        : `<fill><patternFill patternType="solid"><fgColor ${rgb(fill)}/><bgColor ${rgb(fill)}/></patternFill></fill>`;
    return this.append("dxfs", `<dxf>${font === "" ? "" : `<font>${font}</font>`}${fillXmlText}</dxf>`);
  }

  lookOfRule(index: number | undefined): RuleLook {
    const dxf = index === undefined ? undefined : childrenOf(childOf(this.root, "dxfs"), "dxf")[index];
    const font = childOf(dxf, "font");
    const pattern = childOf(childOf(dxf, "fill"), "patternFill");
    const bold = childOf(font, "b");
    return {
      fill: colourOf(childOf(pattern, "bgColor") ?? childOf(pattern, "fgColor"), this.theme),
      fontColor: colourOf(childOf(font, "color"), this.theme),
      bold: bold === undefined ? undefined : isOn(bold),
    };
  }
}

function fillXml(fill: string | undefined): string {
  if (fill === undefined) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor ${rgb(fill)}/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(borders: CellFormat["borders"]): string {
  const edges = sides.map((side) => {
    const edge = borders[side];
    if (edge === undefined) return `<${side}/>`;
    const color = edge.color === undefined ? '<color auto="1"/>' : `<color ${rgb(edge.color)}/>`;
    return `<${side} style="${edge.style}">${color}</${side}>`;
  });
  return `<border>${edges.join("")}<diagonal/></border>`;
}

function alignmentXml(known: XmlElement | undefined, { horizontal, vertical, wrap }: CellFormat): string {
  const attributes = new Map(known?.attributes ?? []);
  attributes.set("horizontal", horizontal);
  attributes.set("vertical", vertical);
  attributes.set("wrapText", wrap ? "1" : "0");
  if (horizontal === "general") attributes.delete("horizontal");
  if (vertical === "bottom") attributes.delete("vertical");
  if (!wrap) attributes.delete("wrapText");
  return `<alignment${[...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("")}/>`;
}
