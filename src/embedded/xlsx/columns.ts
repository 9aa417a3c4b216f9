import type { SheetXml } from "./sheetXml";
import { escapeXml } from "./xml";

/** Eight digits and their margins, in digits. */
const STANDARD_WIDTH = "9.140625";

/** A stretch of columns that share width, style and the like; 0-based, inclusive. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Widths, styles and visibility of a sheet's columns. */
export class Columns {
  private readonly sheet: SheetXml;
  private known: readonly Stretch[] | undefined;
  /** By column: one more than its style, 0 where it has none; nothing that is set here changes it. */
  private readonly styles: number[] = [];

  constructor(sheet: SheetXml) {
    this.sheet = sheet;
  }

  private get stretches(): readonly Stretch[] {
    this.known ??= (this.sheet.element("cols")?.children ?? []).map(({ attributes }) => ({
      first: Number(attributes.get("min")) - 1,
      last: Number(attributes.get("max")) - 1,
      attributes,
    }));
    return this.known;
  }

  private at(column: number): ReadonlyMap<string, string> | undefined {
    return this.stretches.find(({ first, last }) => column >= first && column <= last)?.attributes;
  }

  style(column: number): number | undefined {
    const known = (this.styles[column] ??= 1 + Number(this.at(column)?.get("style") ?? -1));
    return known === 0 ? undefined : known - 1;
  }

  /** Columns, from the first to the last of a stretch, that have a style of their own. */
  get styled(): readonly (readonly [first: number, last: number, style: number])[] {
    return this.stretches.flatMap(({ first, last, attributes }) => {
      const style = attributes.get("style");
      return style === undefined ? [] : [[first, last, Number(style)] as const];
    });
  }

  width(column: number): number | undefined {
    const width = this.at(column)?.get("width");
    return width === undefined ? undefined : Number(width);
  }

  isHidden(column: number): boolean {
    return ["1", "true"].includes(this.at(column)?.get("hidden") ?? "");
  }

  setWidth(first: number, last: number, width: number | undefined): void {
    const isSet = width === undefined ? undefined : "1";
    this.change(first, last, {
      bestFit: undefined,
      width: width === undefined ? undefined : String(width),
      customWidth: isSet,
    });
  }

  setHidden(first: number, last: number, hidden: boolean): void {
    this.change(first, last, { hidden: hidden ? "1" : undefined });
  }

  /** Gives each of some columns the style that `change` makes of the one it has. */
  restyle(first: number, last: number, change: (style: number, column: number) => number): void {
    // The first and the last column stand alone: they may have the edges of the whole.
    const inside = this.within(first, last, [Math.min(first + 1, last), last]).map((stretch): Stretch => {
      const attributes = new Map(stretch.attributes);
      const style = change(Number(attributes.get("style") ?? 0), stretch.first);
      if (!attributes.has("width")) attributes.set("width", this.standardWidth);
      return { ...stretch, attributes: attributes.set("style", String(style)) };
    });
    this.replace(first, last, inside);
    this.styles.length = 0;
  }

  /** The columns from the first to the last in stretches that say the same, cut at some more columns. */
  private within(first: number, last: number, cuts: readonly number[] = []): readonly Stretch[] {
    const edges = this.stretches.flatMap((one) => [one.first, one.last + 1]).filter((at) => at > first && at <= last);
    const starts = [...new Set([first, ...cuts, ...edges])].sort((one, other) => one - other);
    return starts.map((start, index) => ({
      first: start,
      last: (starts[index + 1] ?? last + 1) - 1,
      attributes: this.at(start) ?? new Map<string, string>(),
    }));
  }

  /** Puts these stretches in the place of what the columns from the first to the last said. */
  private replace(first: number, last: number, inside: readonly Stretch[]): void {
    const outside = this.stretches.flatMap((one) =>
      [
        { ...one, last: Math.min(one.last, first - 1) },
        { ...one, first: Math.max(one.first, last + 1) },
      ].filter((part) => part.first <= part.last),
    );
    this.store([...outside, ...inside]);
  }

  /** What columns measure that say nothing of it, written out: not every program knows it by itself. */
  private get standardWidth(): string {
    return this.sheet.element("sheetFormatPr")?.attributes.get("defaultColWidth") ?? STANDARD_WIDTH;
  }

  level(column: number): number {
    return Number(this.at(column)?.get("outlineLevel") ?? 0);
  }

  setLevel(column: number, level: number): void {
    this.change(column, column, { outlineLevel: level === 0 ? undefined : String(level) });
  }

  setCollapsed(column: number, collapsed: boolean): void {
    this.change(column, column, { collapsed: collapsed ? "1" : undefined });
  }

  /** Moves what the columns from one on say; with a negative step those that are skipped are gone. */
  shift(start: number, by: number): void {
    const last = 16_383;
    const moved = this.stretches.flatMap(({ first, last: end, attributes }) => {
      const before = { first, last: Math.min(end, start - 1), attributes };
      const from = Math.max(first, by > 0 ? start : start - by);
      const after = { first: from + by, last: Math.min(last, end + by), attributes };
      return [before, after].filter((one) => one.first <= one.last);
    });
    this.store(moved);
  }

  /** Changes what columns say; a stretch that reaches beyond them is cut. */
  private change(first: number, last: number, changes: Readonly<Record<string, string | undefined>>): void {
    const inside = this.within(first, last).flatMap((stretch) => {
      const attributes = new Map(stretch.attributes);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) attributes.delete(name);
        else attributes.set(name, value);
      }
      const says = [...attributes.keys()].some((name) => name !== "min" && name !== "max");
      return says ? [{ ...stretch, attributes }] : [];
    });
    this.replace(first, last, inside);
  }

  private store(stretches: readonly Stretch[]): void {
    const sorted = [...stretches].sort((one, other) => one.first - other.first);
    const elements = sorted.map(({ first, last, attributes }) => {
      const own = new Map([...attributes, ["min", String(first + 1)], ["max", String(last + 1)]]);
      return `<col${[...own].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("")}/>`;
    });
    this.sheet.set("cols", elements.length === 0 ? undefined : `<cols>${elements.join("")}</cols>`);
    this.known = undefined;
  }
}
