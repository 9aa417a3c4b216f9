import { builtInStyles, NORMAL, type BuiltInStyle } from "./builtInStyles";
import { styleTexts, type StyleTexts } from "./builtInStyleXml";
import type { List, StyleLists } from "./styleLists";
import { styleParts, XfDraft, type StylePart } from "./styleParts";
import { decodeEscapes, type XmlElement } from "./xml";
import type { Xfs } from "./xfs";

/** A named style: `name` as people read it, `code` as cells tell it. */
export interface NamedStyle {
  readonly name: string;
  readonly code: string;
  readonly builtIn: BuiltInStyle | undefined;
  /** Whether Excel brings it, also where it is none of those that can be made here. */
  readonly isBuiltIn: boolean;
  /** The entry in the file; undefined for a style of Excel's that the file does not have yet. */
  readonly index: number | undefined;
  readonly xfId: number;
  /** As the file spells it. */
  readonly spelled: string;
}

/** What named styles are made with. */
export interface StyleBook {
  readonly lists: StyleLists;
  readonly xfs: Xfs;
  readonly theme: readonly string[];
  readonly hasTheme: boolean;
  /** Called after formats of cells changed where they stand. */
  readonly forget: () => void;
}

const PLAIN_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
const PLAIN_CELL = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

const same = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();
/** A number that an element says; 0 where it says none. */
export const numberIn = (element: XmlElement, name: string): number => Number(element.attributes.get(name) ?? 0);

function entry(element: XmlElement, index: number): NamedStyle {
  const id = element.attributes.get("builtinId");
  const builtIn = builtInStyles.find((style) => String(style.id) === id);
  const spelled = decodeEscapes(element.attributes.get("name") ?? "");
  return {
    name: builtIn?.name ?? spelled,
    code: builtIn?.code ?? spelled,
    builtIn,
    isBuiltIn: id !== undefined,
    index,
    xfId: numberIn(element, "xfId"),
    spelled,
  };
}

/** One of Excel's own that the file does not have yet. */
const unused = (builtIn: BuiltInStyle): NamedStyle => ({
  name: builtIn.name,
  code: builtIn.code,
  builtIn,
  isBuiltIn: true,
  index: undefined,
  xfId: 0,
  spelled: builtIn.name,
});

/** The entries of a file's named styles: found by name, and made where one of Excel's own is used first. */
export class StyleEntries {
  private readonly book: StyleBook;

  constructor(book: StyleBook) {
    this.book = book;
  }

  /** Those that stand in the file. */
  get entries(): readonly NamedStyle[] {
    return this.book.lists.list("cellStyles").map(entry);
  }

  /** Excel's own first, then those of the file. */
  get all(): readonly NamedStyle[] {
    const { entries } = this;
    const own = entries.filter(({ builtIn }) => builtIn === undefined);
    return [...builtInStyles.map((one) => entries.find(({ builtIn }) => builtIn === one) ?? unused(one)), ...own];
  }

  /** A style by its name, by the code of Excel's own, or as the file spells it. */
  find(given: string): NamedStyle | undefined {
    return this.all.find(({ name, code, spelled }) => [name, code, spelled].some((one) => same(one, given)));
  }

  /** As `find`, for a name that was found before. */
  the(name: string): NamedStyle {
    const found = this.find(name);
    if (found === undefined) throw new RangeError(`No style ${name} in the book`);
    return found;
  }

  /** A style that stands in the file, made where it does not yet. */
  settled(name: string): NamedStyle & { readonly index: number } {
    this.settleNormal();
    const style = this.the(name);
    const { index, builtIn } = style;
    if (index !== undefined) return { ...style, index };
    const { lists } = this.book;
    const xfId = lists.push("cellStyleXfs", this.xfOf(builtIn ?? NORMAL));
    return { ...style, xfId, index: this.enter(style, xfId) };
  }

  private enter({ name, builtIn }: NamedStyle, xfId: number): number {
    const id = String((builtIn ?? NORMAL).id);
    return this.book.lists.push("cellStyles", `<cellStyle name="${name}" xfId="${String(xfId)}" builtinId="${id}"/>`);
  }

  /** Files of other programs may lack what all styles rest upon. */
  private settleNormal(): void {
    const { lists } = this.book;
    if (lists.list("cellXfs").length === 0) lists.push("cellXfs", PLAIN_CELL);
    if (lists.list("cellStyleXfs").length === 0) lists.push("cellStyleXfs", PLAIN_XF);
    if (this.the(NORMAL.name).index !== undefined) return;
    const isTaken = this.entries.some(({ xfId }) => xfId === 0);
    this.enter(unused(NORMAL), isTaken ? lists.push("cellStyleXfs", PLAIN_XF) : 0);
  }

  /** The font of cells that nobody gave a style. */
  get normalFont(): XmlElement | undefined {
    const { lists } = this.book;
    const xf = lists.list("cellStyleXfs")[this.the(NORMAL.name).xfId];
    return lists.list("fonts")[xf === undefined ? 0 : numberIn(xf, "fontId")];
  }

  /** The elements of one of Excel's own, as this file would have them. */
  texts(builtIn: BuiltInStyle): StyleTexts {
    const { lists, theme, hasTheme } = this.book;
    return styleTexts(builtIn, { font: this.normalFont, raw: (element) => lists.raw(element), theme, hasTheme });
  }

  private xfOf(builtIn: BuiltInStyle): string {
    const { lists, xfs } = this.book;
    const { font, fill, border } = this.texts(builtIn);
    const draft = new XfDraft(lists, lists.list("cellStyleXfs")[this.the(NORMAL.name).xfId]);
    const add = (part: StylePart, list: List, text: string | undefined): void => {
      if (text !== undefined) draft.follow(part, String(lists.append(list, text)));
    };
    add("font", "fonts", font);
    add("fill", "fills", fill);
    add("border", "borders", border);
    const { numberFormat } = builtIn;
    if (numberFormat !== undefined) draft.follow("number", String(xfs.numberFormatId(numberFormat)));
    for (const part of styleParts) if (!isMadeOf(builtIn, part)) draft.apply(part, false);
    return draft.text;
  }
}

/** Whether one of Excel's own sets a part. */
export function isMadeOf({ numberFormat, font, fill, border }: BuiltInStyle, part: StylePart): boolean {
  const made: Partial<Record<StylePart, unknown>> = { number: numberFormat, font, fill, border };
  return made[part] !== undefined;
}
