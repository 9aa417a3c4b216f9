import { areaText, parseAreas } from "./areas";
import type { FormatRule } from "./model";
import type { SheetXml } from "./sheetXml";
import type { Styles } from "./styles";
import { childrenOf, escapeXml, type XmlElement } from "./xml";

/** The conditional formats of one sheet; rules that are not asked to change stay byte for byte, but for their precedence. */
export class FormatRules {
  private readonly sheet: SheetXml;
  private readonly styles: Styles;
  /** By precedence, so that a rule keeps its id while others come and go. */
  private readonly ids: { id: string; priority: number }[] = [];
  private nextId = 1;

  constructor(sheet: SheetXml, styles: Styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  list(): readonly FormatRule[] {
    const rules = this.sheet
      .elements("conditionalFormatting")
      .flatMap((block) => childrenOf(block, "cfRule").map((rule) => this.describe(block, rule)));
    return rules.sort((one, other) => one.priority - other.priority);
  }

  private describe(block: XmlElement, rule: XmlElement): FormatRule {
    const priority = Number(rule.attributes.get("priority") ?? 0);
    const dxf = rule.attributes.get("dxfId");
    return {
      id: this.idOf(priority),
      type: rule.attributes.get("type") ?? "expression",
      priority,
      stopIfTrue: ["1", "true"].includes(rule.attributes.get("stopIfTrue") ?? ""),
      ranges: parseAreas(block.attributes.get("sqref")),
      formulas: childrenOf(rule, "formula").map((formula) => this.sheet.textOf(formula)),
      ...this.styles.lookOfRule(dxf === undefined ? undefined : Number(dxf)),
    };
  }

  private idOf(priority: number): string {
    let known = this.ids.find((one) => one.priority === priority);
    if (known === undefined) {
      known = { id: `{${String(this.nextId++).padStart(8, "0")}-0000-4000-8000-000000000000}`, priority };
      this.ids.push(known);
    }
    return known.id;
  }

  /** Adds a formula rule before all others, as Excel does. */
  add(rule: Omit<FormatRule, "id" | "priority">): FormatRule {
    this.list();
    this.shift(0, 1);
    const dxf = this.styles.ruleLook(rule);
    const stop = rule.stopIfTrue ? ' stopIfTrue="1"' : "";
    const formulas = rule.formulas.map((formula) => `<formula>${escapeXml(formula)}</formula>`).join("");
    const xml = `<cfRule type="expression" dxfId="${String(dxf)}" priority="1"${stop}>${formulas}</cfRule>`;
    const sqref = rule.ranges.map(areaText).join(" ");
    this.sheet.insert(
      "conditionalFormatting",
      `<conditionalFormatting sqref="${sqref}">${xml}</conditionalFormatting>`,
    );
    return { ...rule, id: this.idOf(1), priority: 1 };
  }

  /** Moves the precedence of every rule beyond one by a step. */
  private shift(beyond: number, step: number): void {
    for (const one of this.ids) if (one.priority > beyond) one.priority += step;
    const rules = this.sheet.elements("conditionalFormatting").flatMap((block) => childrenOf(block, "cfRule"));
    for (const rule of [...rules].reverse()) {
      const priority = Number(rule.attributes.get("priority") ?? 0);
      if (priority > beyond) this.sheet.setAttributes(rule, { priority: String(priority + step) });
    }
  }

  /** Takes a rule out; the rules behind it move up again. */
  delete(id: string): void {
    const at = this.ids.findIndex((one) => one.id === id);
    const priority = this.ids[at]?.priority;
    if (priority === undefined) return;
    for (const block of this.sheet.elements("conditionalFormatting")) {
      const rules = childrenOf(block, "cfRule");
      const rule = rules.find((one) => Number(one.attributes.get("priority")) === priority);
      if (rule === undefined) continue;
      const whole = rules.length === 1 ? block : rule;
      this.sheet.replace(whole, "");
      break;
    }
    this.ids.splice(at, 1);
    this.shift(priority, -1);
  }

  /** Replaces what an added rule says: the client sets formula and colours after adding. */
  update(id: string, rule: Omit<FormatRule, "id" | "priority">): void {
    const known = this.list().find((one) => one.id === id);
    if (known === undefined) return;
    for (const block of this.sheet.elements("conditionalFormatting")) {
      const element = childrenOf(block, "cfRule").find(
        (one) => Number(one.attributes.get("priority")) === known.priority,
      );
      if (element === undefined) continue;
      const stop = rule.stopIfTrue ? ' stopIfTrue="1"' : "";
      const formulas = rule.formulas.map((formula) => `<formula>${escapeXml(formula)}</formula>`).join("");
      const dxf = this.styles.ruleLook(rule);
      const head = `<cfRule type="expression" dxfId="${String(dxf)}" priority="${String(known.priority)}"${stop}>`;
      this.sheet.replace(element, `${head}${formulas}</cfRule>`);
      return;
    }
  }
}
