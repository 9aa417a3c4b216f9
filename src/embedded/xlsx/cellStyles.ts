import { NORMAL } from "./builtInStyles";
import type { CellFormat, CellFormatPatch } from "./model";
import { isMadeOf, numberIn, StyleEntries, type NamedStyle, type StyleBook } from "./styleEntries";
import { sets, styleParts, XfDraft, type StylePart } from "./styleParts";
import { withAttributes } from "./sheetXml";
import { escapeXml, parseXml, type XmlElement } from "./xml";

/** The named styles of a workbook. Excel's own enter the file when they are used first; a cell keeps what it has of its own. */
export class CellStyles {
  private readonly book: StyleBook;
  private readonly styles: StyleEntries;

  constructor(book: StyleBook) {
    this.book = book;
    this.styles = new StyleEntries(book);
  }

  /** Excel's own first, then those of the file. */
  get all(): readonly NamedStyle[] {
    return this.styles.all;
  }

  /** A style by its name, by the code of Excel's own, or as the file spells it. */
  find(given: string): NamedStyle | undefined {
    return this.styles.find(given);
  }

  /** The style of a cell's format, as cells tell it. */
  codeOf(format: number): string {
    const xf = this.book.lists.list("cellXfs")[format];
    const xfId = xf === undefined ? 0 : numberIn(xf, "xfId");
    return this.styles.entries.find((style) => style.xfId === xfId)?.code ?? NORMAL.code;
  }

  format(name: string): CellFormat {
    const { xfs, lists } = this.book;
    const style = this.styles.the(name);
    if (style.index !== undefined) return xfs.resolve(lists.list("cellStyleXfs")[style.xfId]);
    const { builtIn = NORMAL } = style;
    const { font, fill, border } = this.styles.texts(builtIn);
    const element = (text: string | undefined, list: "fonts" | "fills" | "borders") =>
      text === undefined ? lists.list(list)[0] : parseXml(text, "styles.xml");
    const parts = {
      xf: undefined,
      font: font === undefined ? this.styles.normalFont : element(font, "fonts"),
      fill: element(fill, "fills"),
      border: element(border, "borders"),
    };
    return xfs.resolveParts(parts, builtIn.numberFormat ?? "General");
  }

  /** Whether a style sets a part of its cells. */
  sets(name: string, part: StylePart): boolean {
    const { index, xfId, builtIn = NORMAL } = this.styles.the(name);
    if (index !== undefined) return sets(this.book.lists.list("cellStyleXfs")[xfId], part);
    return builtIn === NORMAL || isMadeOf(builtIn, part);
  }

  setSets(name: string, part: StylePart, applies: boolean): void {
    this.rewrite(name, (xf) => {
      const draft = new XfDraft(this.book.lists, xf);
      draft.apply(part, applies);
      return draft.text;
    });
  }

  /** Changes a style, and with it what its cells have not of their own. */
  change(name: string, patch: CellFormatPatch): void {
    this.rewrite(name, (xf) => this.book.xfs.derived(xf, patch));
  }

  private rewrite(name: string, next: (xf: XmlElement | undefined) => string): void {
    const { lists } = this.book;
    const { xfId, index, isBuiltIn } = this.styles.settled(name);
    const before = new XfDraft(lists, lists.list("cellStyleXfs")[xfId]);
    lists.replace("cellStyleXfs", xfId, next(lists.list("cellStyleXfs")[xfId]));
    const after = lists.list("cellStyleXfs")[xfId];
    const parts = styleParts.filter((part) => sets(after, part));
    this.eachCellOf(xfId, (cell) => {
      follow(cell, before, { style: new XfDraft(lists, after), parts });
    });
    if (isBuiltIn) this.retag(index, { customBuiltin: "1" });
    this.book.forget();
  }

  private retag(index: number, changes: Readonly<Record<string, string>>): void {
    const { lists } = this.book;
    const text = lists.raw(lists.list("cellStyles")[index]);
    lists.replace(
      "cellStyles",
      index,
      text.replace(/^<[^>]*>/, (tag) => withAttributes(tag, changes)),
    );
  }

  private eachCellOf(xfId: number, change: (cell: XfDraft) => void): void {
    const { lists } = this.book;
    lists.list("cellXfs").forEach((xf, index) => {
      if (numberIn(xf, "xfId") !== xfId) return;
      const draft = new XfDraft(lists, xf);
      const text = draft.text;
      change(draft);
      if (draft.text !== text) lists.replace("cellXfs", index, draft.text);
    });
  }

  /** A style with everything as cells have it that nobody gave a style. The name is already checked. */
  add(name: string): void {
    const { lists } = this.book;
    const normal = new XfDraft(lists, lists.list("cellStyleXfs")[this.styles.settled(NORMAL.name).xfId]);
    for (const part of styleParts) normal.apply(part, true);
    const xfId = lists.push("cellStyleXfs", normal.text);
    lists.push("cellStyles", `<cellStyle name="${escapeXml(name)}" xfId="${String(xfId)}"/>`);
  }

  /** Takes a style out; its cells are as normal ones then, but for what they have of their own. */
  delete(name: string): void {
    const { lists } = this.book;
    const { index, xfId } = this.styles.the(name);
    if (index === undefined) return;
    const normalId = this.styles.settled(NORMAL.name).xfId;
    const [gone, style] = [xfId, normalId].map((id) => new XfDraft(lists, lists.list("cellStyleXfs")[id]));
    this.eachCellOf(xfId, (cell) => {
      if (gone !== undefined && style !== undefined) follow(cell, gone, { style, parts: styleParts });
      cell.style = normalId;
    });
    lists.replace("cellStyles", index, undefined);
    // Styles that share their format with the one that goes keep it.
    if (!this.styles.entries.some((other) => other.xfId === xfId)) this.dropFormat(xfId);
    this.book.forget();
  }

  private dropFormat(gone: number): void {
    const { lists } = this.book;
    lists.replace("cellStyleXfs", gone, undefined);
    this.styles.entries.forEach(({ xfId }, index) => {
      if (xfId > gone) this.retag(index, { xfId: String(xfId - 1) });
    });
    lists.list("cellXfs").forEach((xf, index) => {
      const draft = new XfDraft(lists, xf);
      if (draft.style <= gone) return;
      draft.style -= 1;
      lists.replace("cellXfs", index, draft.text);
    });
  }

  /** The format that cells of a format have when they get a style. */
  applied(format: number, name: string): number {
    const { lists } = this.book;
    const { xfId } = this.styles.settled(name);
    const style = lists.list("cellStyleXfs")[xfId];
    const from = new XfDraft(lists, style);
    const cell = new XfDraft(lists, lists.list("cellXfs")[format]);
    cell.style = xfId;
    for (const part of styleParts) {
      if (sets(style, part)) cell.follow(part, from.part(part));
      else if (cell.part(part) !== from.part(part)) cell.apply(part, true);
    }
    return lists.append("cellXfs", cell.text);
  }
}

/** Brings a cell's format from what its style was to what it is, but for what is the cell's own. */
function follow(
  cell: XfDraft,
  before: XfDraft,
  { style, parts }: { readonly style: XfDraft; readonly parts: readonly StylePart[] },
): void {
  for (const part of parts) {
    const isOwn = cell.owns(part) || cell.part(part) !== before.part(part);
    if (!isOwn) cell.follow(part, style.part(part));
  }
}
