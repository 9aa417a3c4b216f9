import { areaText, parseAreas, without } from "./areas";
import type { DataValidation, Extent } from "./model";
import type { SheetXml } from "./sheetXml";
import { childOf, childrenOf, escapeXml, type XmlElement } from "./xml";

const types: readonly DataValidation["type"][] = [
  "none",
  "list",
  "whole",
  "decimal",
  "date",
  "time",
  "textLength",
  "custom",
];

function describe(sheet: SheetXml, element: XmlElement): DataValidation {
  const { attributes } = element;
  const type = attributes.get("type");
  const formula = (name: string) => {
    const child = childOf(element, name);
    return child === undefined ? undefined : sheet.textOf(child);
  };
  return {
    ranges: parseAreas(attributes.get("sqref")),
    type: types.find((one) => one === type) ?? "none",
    formula1: formula("formula1"),
    formula2: formula("formula2"),
    operator: attributes.get("operator"),
    promptTitle: attributes.get("promptTitle"),
    prompt: attributes.get("prompt"),
    errorTitle: attributes.get("errorTitle"),
    error: attributes.get("error"),
    showDropdown: !["1", "true"].includes(attributes.get("showDropDown") ?? ""),
  };
}

function elementOf(validation: Omit<DataValidation, "ranges">, area: Extent): string {
  const attribute = (name: string, value: string | undefined) =>
    value === undefined ? "" : ` ${name}="${escapeXml(value)}"`;
  const shows = `${validation.prompt === undefined ? "" : ' showInputMessage="1"'}${validation.type === "none" ? "" : ' showErrorMessage="1"'}`;
  const head =
    attribute("type", validation.type === "none" ? undefined : validation.type) +
    attribute("operator", validation.operator) +
    ' allowBlank="1"' +
    shows +
    attribute("errorTitle", validation.errorTitle) +
    attribute("error", validation.error) +
    attribute("promptTitle", validation.promptTitle) +
    attribute("prompt", validation.prompt) +
    attribute("sqref", areaText(area));
  const formula = (name: string, text: string | undefined) =>
    text === undefined ? "" : `<${name}>${escapeXml(text)}</${name}>`;
  const inner = formula("formula1", validation.formula1) + formula("formula2", validation.formula2);
  return inner === "" ? `<dataValidation${head}/>` : `<dataValidation${head}>${inner}</dataValidation>`;
}

/** The sheet's data validations. */
export function listValidations(sheet: SheetXml): readonly DataValidation[] {
  return childrenOf(sheet.element("dataValidations"), "dataValidation").map((element) => describe(sheet, element));
}

/** Cuts an area out of every validation; one that covered nothing else goes. */
function cutOut(sheet: SheetXml, area: Extent): void {
  const elements = childrenOf(sheet.element("dataValidations"), "dataValidation");
  for (const element of [...elements].reverse()) {
    const ranges = parseAreas(element.attributes.get("sqref"));
    const left = ranges.flatMap((range) => without(range, area));
    if (left.length === 0) sheet.replace(element, "");
    else if (left.map(areaText).join(" ") !== ranges.map(areaText).join(" ")) {
      sheet.setAttributes(element, { sqref: left.map(areaText).join(" ") });
    }
  }
}

/** Gives an area a validation of its own, or none. */
export function setValidation(
  sheet: SheetXml,
  area: Extent,
  validation: Omit<DataValidation, "ranges"> | undefined,
): void {
  cutOut(sheet, area);
  const list = sheet.element("dataValidations");
  if (validation !== undefined) {
    const element = elementOf(validation, area);
    if (list === undefined) sheet.set("dataValidations", `<dataValidations count="1">${element}</dataValidations>`);
    else sheet.append(list, element);
  }
  const after = sheet.element("dataValidations");
  if (after === undefined) return;
  const count = childrenOf(after, "dataValidation").length;
  if (count === 0) sheet.set("dataValidations", undefined);
  else sheet.setAttributes(after, { count: String(count) });
}
