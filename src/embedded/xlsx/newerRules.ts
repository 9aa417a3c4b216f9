import type { SheetXml } from "./sheetXml";
import { newerRulesXml } from "./writeRule";
import { childOf, childrenOf, type XmlElement } from "./xml";

/** The list of rules that came with Excel 2010: it stands in an extension at the sheet's end. */
function list(sheet: SheetXml): XmlElement | undefined {
  const extensions = childrenOf(sheet.element("extLst"), "ext");
  return extensions.map((one) => childOf(one, "conditionalFormattings")).find((one) => one !== undefined);
}

/** The newer list's blocks: rules with the areas they are for. */
export function newerBlocks(sheet: SheetXml): readonly XmlElement[] {
  return childrenOf(list(sheet), "conditionalFormatting");
}

/** Adds a block to the newer list, with all that has to stand around it. */
export function addNewer(sheet: SheetXml, block: string): void {
  const known = list(sheet);
  const extensions = sheet.element("extLst");
  if (known !== undefined) sheet.append(known, block);
  else if (extensions === undefined) sheet.set("extLst", `<extLst>${newerRulesXml(block)}</extLst>`);
  else {
    // The format wants this extension before all others.
    const open = /^<[^>]*>/.exec(sheet.raw(extensions))?.[0] ?? "<extLst>";
    const inner = extensions.children.map((child) => sheet.raw(child)).join("");
    const close = /^<([\w:]+)/.exec(open)?.[1] ?? "extLst";
    sheet.set("extLst", `${open.replace(/\/>$/, ">")}${newerRulesXml(block)}${inner}</${close}>`);
  }
}

/** Takes a rule out of the newer list, and what then holds nothing more. */
export function removeNewer(sheet: SheetXml, rule: XmlElement): void {
  const extensions = sheet.element("extLst");
  const holds = (element: XmlElement): boolean => element.start <= rule.start && element.end >= rule.end;
  let largest = rule;
  for (let at = extensions; at !== undefined && at !== rule;) {
    const next: XmlElement | undefined = at.children.find(holds);
    const isAlone = at.children.every((child) => child === next || child.name === "sqref");
    if (!isAlone) largest = rule;
    else if (largest === rule) largest = at;
    at = next;
  }
  sheet.replace(largest, "");
}

/** A name for a rule of the newer list that no other has. */
export function freeRuleId(sheet: SheetXml): string {
  const extensions = sheet.element("extLst");
  const taken = extensions === undefined ? "" : sheet.raw(extensions);
  const name = (number: number): string => `{00000000-000E-4000-8000-${String(number).padStart(12, "0")}}`;
  let number = 1;
  while (taken.includes(name(number))) number += 1;
  return name(number);
}
