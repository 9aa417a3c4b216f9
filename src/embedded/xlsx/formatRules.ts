import { areaText, parseAreas } from "./areas";
import type { FormatRule, RuleDraft, RuleLook } from "./model";
import { addNewer, freeRuleId, newerBlocks, removeNewer } from "./newerRules";
import { readBar, readIcons, readSettings, readStops } from "./readRule";
import { RuleIds } from "./ruleIds";
import { noLook } from "./ruleModel";
import type { SheetXml } from "./sheetXml";
import type { Styles } from "./styles";
import { isNewerKind, NEWER, newerRuleXml, ruleXml } from "./writeRule";
import { childOf, childrenOf, type XmlElement } from "./xml";

/** A rule where it stands: in the list of every Excel, or in the one that came with Excel 2010. */
interface Standing {
  readonly block: XmlElement;
  readonly rule: XmlElement;
  readonly priority: number;
  readonly isNewer: boolean;
}

const lookFields = Object.keys(noLook);
const priorityOf = (rule: XmlElement): number => Number(rule.attributes.get("priority") ?? 0);

/** The conditional formats of one sheet; rules that are not asked to change stay byte for byte, but for their precedence. */
export class FormatRules {
  private readonly sheet: SheetXml;
  private readonly styles: Styles;
  private readonly ids = new RuleIds();
  /** The rules as they were read last, at which revision of the sheet: each of their members is asked for by itself. */
  private known: { readonly revision: number; readonly rules: readonly FormatRule[] } | undefined;

  constructor(sheet: SheetXml, styles: Styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  /** Strongest first. */
  list(): readonly FormatRule[] {
    const { revision } = this.sheet;
    if (this.known?.revision !== revision) this.known = { revision, rules: this.read() };
    return this.known.rules;
  }

  private read(): readonly FormatRule[] {
    const standing = this.standing();
    const ids = this.idsOf(standing);
    return standing.map((one, index) => this.describe(one, ids[index] ?? ""));
  }

  private standing(): readonly Standing[] {
    const rulesOf = (isNewer: boolean) => (block: XmlElement) =>
      childrenOf(block, "cfRule").map((rule): Standing => ({ block, rule, isNewer, priority: priorityOf(rule) }));
    const plain = this.sheet.elements("conditionalFormatting").flatMap(rulesOf(false));
    const newer = newerBlocks(this.sheet).flatMap(rulesOf(true));
    const own = newer.filter(({ rule }) => rule.attributes.has("priority"));
    return [...plain, ...own].sort((one, other) => one.priority - other.priority);
  }

  private idsOf(standing: readonly Standing[]): readonly string[] {
    return this.ids.of(standing.map(({ priority }) => priority));
  }

  /** Lets the rules, strongest first, have these ids from now on. */
  private adopt(ids: readonly string[]): void {
    this.known = undefined;
    this.ids.adopt(
      this.standing().map(({ priority }) => priority),
      ids,
    );
  }

  private describe(standing: Standing, id: string): FormatRule {
    const { block, rule, isNewer, priority } = standing;
    const textOf = this.sheet.textOf.bind(this.sheet);
    const { theme } = this.styles;
    const areas = isNewer ? textOf(childOf(block, "sqref")) : block.attributes.get("sqref");
    return {
      id,
      type: rule.attributes.get("type") ?? "expression",
      priority,
      stopIfTrue: ["1", "true"].includes(rule.attributes.get("stopIfTrue") ?? ""),
      ranges: parseAreas(areas),
      formulas: childrenOf(rule, isNewer ? "f" : "formula").map(textOf),
      settings: readSettings(rule),
      stops: readStops(rule, textOf, theme),
      bar: readBar([rule, isNewer ? rule : this.linked(rule)], textOf, theme),
      icons: readIcons(rule, textOf),
      ...this.lookOf(standing),
    };
  }

  private lookOf({ rule, isNewer }: Standing): RuleLook {
    if (isNewer) return this.styles.lookIn(childOf(rule, "dxf"));
    const dxf = rule.attributes.get("dxfId");
    return this.styles.lookOfRule(dxf === undefined ? undefined : Number(dxf));
  }

  /** The rule of the newer list that completes a data bar. */
  private linked(rule: XmlElement): XmlElement | undefined {
    const extensions = childrenOf(childOf(rule, "extLst"), "ext");
    const link = extensions.map((one) => childOf(one, "id")).find((one) => one !== undefined);
    const id = link && this.sheet.textOf(link).trim();
    if (id === undefined) return undefined;
    const newer = newerBlocks(this.sheet).flatMap((block) => childrenOf(block, "cfRule"));
    return newer.find(({ attributes }) => attributes.get("id") === id);
  }

  /** Adds a rule before all others, as Excel does. */
  add(draft: RuleDraft): FormatRule {
    const ids = this.list().map(({ id }) => id);
    const id = this.ids.fresh();
    this.shift(0, 1);
    this.insert(draft, 1, this.styles.ruleLook(draft));
    this.adopt([id, ...ids]);
    return { ...draft, id, priority: 1 };
  }

  private insert(draft: RuleDraft, priority: number, dxf: number | undefined): void {
    const id = freeRuleId(this.sheet);
    if (isNewerKind(draft)) {
      addNewer(this.sheet, newerRuleXml(draft, { id, priority }));
      return;
    }
    const areas = draft.ranges.map(areaText).join(" ");
    const shows = draft.stops === undefined && draft.bar === undefined && draft.icons === undefined;
    const link = draft.bar === undefined ? {} : { link: id };
    const rule = ruleXml(draft, { priority, dxf: shows ? dxf : undefined, ...link });
    this.sheet.insert(
      "conditionalFormatting",
      `<conditionalFormatting sqref="${areas}">${rule}</conditionalFormatting>`,
    );
    if (draft.bar !== undefined) addNewer(this.sheet, newerRuleXml(draft, { id }));
  }

  /** Moves the precedence of every rule beyond one by a step. */
  private shift(beyond: number, step: number): void {
    this.rank(this.standing().map((one) => [one, one.priority > beyond ? one.priority + step : one.priority]));
  }

  /** Gives rules their precedence, from the back to the front so that the places of those before stay true. */
  private rank(ranks: readonly (readonly [Standing, number])[]): void {
    const fromBack = [...ranks].sort(([one], [other]) => other.rule.start - one.rule.start);
    for (const [{ rule, priority }, rank] of fromBack) {
      if (rank !== priority) this.sheet.setAttributes(rule, { priority: String(rank) });
    }
  }

  /** Gives a rule a place, counted from 0, among the others. */
  move(id: string, place: number): void {
    const standing = this.standing();
    const ids = [...this.idsOf(standing)];
    const from = ids.indexOf(id);
    const order = [...standing];
    order.splice(place, 0, ...order.splice(from, 1));
    ids.splice(place, 0, ...ids.splice(from, 1));
    this.rank(order.map((one, index) => [one, index + 1]));
    this.adopt(ids);
  }

  /** Takes a rule out; the rules behind it move up again. */
  delete(id: string): void {
    const standing = this.standing();
    const ids = this.idsOf(standing);
    const found = standing[ids.indexOf(id)];
    if (found === undefined) return;
    this.remove(found);
    const left = this.standing();
    if (left.every(({ priority }) => priority !== found.priority)) this.shift(found.priority, -1);
    this.adopt(ids.filter((one) => one !== id));
  }

  private remove({ block, rule, isNewer }: Standing): void {
    const linked = isNewer ? rule : this.linked(rule);
    if (linked !== undefined) removeNewer(this.sheet, linked);
    if (!isNewer) this.sheet.replace(childrenOf(block, "cfRule").length === 1 ? block : rule, "");
  }

  /** Changes what a rule says; what the change does not name stays as the file has it. */
  update(id: string, patch: Partial<RuleDraft>): void {
    const standing = this.standing();
    const ids = this.idsOf(standing);
    const found = standing[ids.indexOf(id)];
    if (found === undefined) return;
    const changed = Object.keys(patch);
    const looks = changed.filter((name) => lookFields.includes(name));
    const draft = { ...this.describe(found, id), ...patch };
    if (looks.length === changed.length) this.restyle(found, draft, looks);
    else if (changed.length === 1 && patch.stopIfTrue !== undefined) {
      this.sheet.setAttributes(found.rule, { stopIfTrue: patch.stopIfTrue ? "1" : undefined });
    } else this.rewrite(found, draft);
    this.adopt(ids);
  }

  private restyle({ rule, isNewer }: Standing, draft: RuleDraft, changed: readonly string[]): void {
    if (!isNewer) {
      const dxf = rule.attributes.get("dxfId");
      const look = this.styles.ruleLook(draft, { changed, base: dxf === undefined ? undefined : Number(dxf) });
      this.sheet.setAttributes(rule, { dxfId: String(look) });
      return;
    }
    const base = childOf(rule, "dxf");
    const raw = (element: XmlElement | undefined): string => (element === undefined ? "" : this.sheet.raw(element));
    const inner = this.styles.lookText({ look: draft, changed, base, raw });
    if (base === undefined) this.sheet.append(rule, `<x14:dxf xmlns:x14="${NEWER}">${inner}</x14:dxf>`);
    else this.sheet.replace(base, `<x14:dxf xmlns:x14="${NEWER}">${inner}</x14:dxf>`);
  }

  /** Writes a rule anew where it stands, or in the other list where its kind now demands that. */
  private rewrite(found: Standing, draft: RuleDraft): void {
    const { rule, isNewer, priority } = found;
    const dxf = rule.attributes.get("dxfId");
    const number = dxf === undefined ? undefined : Number(dxf);
    if (isNewer || isNewerKind(draft)) {
      const look = this.ownLook(rule);
      this.remove(found);
      if (look === "") this.insert(draft, priority, number);
      else addNewer(this.sheet, newerRuleXml(draft, { id: freeRuleId(this.sheet), priority, look }));
      return;
    }
    const linked = this.linked(rule);
    if (linked !== undefined) removeNewer(this.sheet, linked);
    const id = freeRuleId(this.sheet);
    const link = draft.bar === undefined ? {} : { link: id };
    this.sheet.replace(rule, ruleXml(draft, { priority, dxf: number, ...link }));
    if (draft.bar !== undefined) addNewer(this.sheet, newerRuleXml(draft, { id }));
  }

  /** The inside of the format that a rule of the newer list has of its own. */
  private ownLook(rule: XmlElement): string {
    return (childOf(rule, "dxf")?.children ?? []).map((child) => this.sheet.raw(child)).join("");
  }
}
