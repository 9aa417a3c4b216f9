import { CellStyles } from "./cellStyles";
import { themeColours } from "./colours";
import type { CellFormat, CellFormatPatch, RuleLook } from "./model";
import { lookXml, readLook, type LookToWrite } from "./ruleLook";
import { StyleLists } from "./styleLists";
import { TableStyleList } from "./tableStyleList";
import { Xfs } from "./xfs";
import type { XmlElement } from "./xml";

/** A patch as text: what it takes away counts as well. */
const keyOf = (patch: CellFormatPatch) => JSON.stringify(patch, (_name, value: unknown) => value ?? null);

/** The formats of a workbook: resolved when asked for, and derived from those that stand there. */
export class Styles {
  private readonly lists: StyleLists;
  private readonly xfs: Xfs;
  /** The theme's colours as six digits each. */
  readonly theme: readonly string[];
  private readonly formats = new Map<number, CellFormat>();
  private readonly derived = new Map<string, number>();
  /** The named styles of cells. */
  readonly cellStyles: CellStyles;

  constructor(xml: string, theme: string | undefined) {
    this.lists = new StyleLists(xml);
    this.theme = themeColours(theme);
    this.xfs = new Xfs(this.lists, this.theme);
    const forget = (): void => {
      this.formats.clear();
      this.derived.clear();
    };
    const { lists, xfs } = this;
    this.cellStyles = new CellStyles({ lists, xfs, theme: this.theme, hasTheme: theme !== undefined, forget });
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

  format(style: number): CellFormat {
    let format = this.formats.get(style);
    if (format === undefined) {
      format = this.xfs.resolve(this.lists.list("cellXfs")[style]);
      this.formats.set(style, format);
    }
    return format;
  }

  /** The style that differs from another in some points. */
  styleWith(style: number, patch: CellFormatPatch): number {
    const key = `${String(style)} ${keyOf(patch)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const found = this.lists.append("cellXfs", this.xfs.derived(this.lists.list("cellXfs")[style], patch));
    this.derived.set(key, found);
    return found;
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
    return lookXml({ ...given, numberFormatId: (format) => this.xfs.numberFormatId(format) });
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
