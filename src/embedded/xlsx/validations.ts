import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import { areaText, intersection, parseAreas, without } from "./areas";
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

const alertStyles = ["stop", "warning", "information"] as const;

function describe(sheet: SheetXml, element: XmlElement): DataValidation {
  const { attributes } = element;
  const type = attributes.get("type");
  const says = (name: string) => ["1", "true"].includes(attributes.get(name) ?? "");
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
    showDropdown: !says("showDropDown"),
    ignoresBlank: says("allowBlank"),
    showsPrompt: says("showInputMessage"),
    showsAlert: says("showErrorMessage"),
    alertStyle: alertStyles.find((one) => one === attributes.get("errorStyle")) ?? "stop",
  };
}

function elementOf(validation: Omit<DataValidation, "ranges">, area: Extent): string {
  const attribute = (name: string, value: string | undefined) =>
    value === undefined ? "" : ` ${name}="${escapeXml(value)}"`;
  const flag = (name: string, on: boolean) => (on ? ` ${name}="1"` : "");
  const head =
    attribute("type", validation.type === "none" ? undefined : validation.type) +
    attribute("errorStyle", validation.alertStyle === "stop" ? undefined : validation.alertStyle) +
    attribute("operator", validation.operator === "between" ? undefined : validation.operator) +
    flag("allowBlank", validation.ignoresBlank) +
    flag("showDropDown", !validation.showDropdown) +
    flag("showInputMessage", validation.showsPrompt) +
    flag("showErrorMessage", validation.showsAlert) +
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

/** Where a sheet's validations stand, with the text that says so. */
interface Known {
  readonly text: string;
  readonly areas: readonly Extent[];
}

/** What was last read or put there of each sheet, so that a sheet which gets one validation after the other is not read anew for each. */
const known = new WeakMap<SheetXml, Known>();

function areasIn(sheet: SheetXml): readonly Extent[] {
  const text = sheet.text("dataValidations") ?? "";
  const held = known.get(sheet);
  if (held?.text === text) return held.areas;
  const elements = childrenOf(sheet.element("dataValidations"), "dataValidation");
  const areas = elements.flatMap(({ attributes }) => parseAreas(attributes.get("sqref")));
  known.set(sheet, { text, areas });
  return areas;
}

/** The first validation of a cell; undefined where it has none. */
export function validationAt(sheet: SheetXml, row: number, column: number): DataValidation | undefined {
  if (!areasIn(sheet).some((area) => meets(area, { row, column, rows: 1, columns: 1 }))) return undefined;
  const holds = (area: Extent) =>
    row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
  const found = childrenOf(sheet.element("dataValidations"), "dataValidation").find(({ attributes }) =>
    parseAreas(attributes.get("sqref")).some(holds),
  );
  return found && describe(sheet, found);
}

/** Cuts an area out of every validation; one that covered nothing else goes. */
function cutOut(sheet: SheetXml, area: Extent): void {
  const elements = childrenOf(sheet.element("dataValidations"), "dataValidation");
  for (const element of [...elements].reverse()) {
    const ranges = parseAreas(element.attributes.get("sqref"));
    const left = ranges.flatMap((range) => without(range, area));
    if (left.length === 0) sheet.replace(element, "");
    else if (left.map(areaText).join(" ") !== ranges.map(areaText).join(" ")) {
      const [from, to] = [ranges[0], left[0]];
      if (from !== undefined && to !== undefined) moveFormulas(sheet, element, [from, to]);
      sheet.setAttributes(element, { sqref: left.map(areaText).join(" ") });
    }
  }
}

/** Formulas are seen from the first cell: where that is another one, they are spelled anew and mean the same. */
function moveFormulas(sheet: SheetXml, element: XmlElement, [from, to]: readonly [Extent, Extent]): void {
  if (from.row === to.row && from.column === to.column) return;
  for (const formula of [...element.children].reverse()) {
    const r1c1 = a1ToR1c1(`=${sheet.textOf(formula)}`, from.row, from.column);
    const moved = r1c1ToA1(r1c1, to.row, to.column).slice(1);
    sheet.replace(formula, `<${formula.name}>${escapeXml(moved)}</${formula.name}>`);
  }
}

const meets = (one: Extent, other: Extent): boolean => intersection(one, other) !== undefined;

/** A list that has a count, in three pieces. */
const LIST = /^(<dataValidations[^>]* count=")(\d+)("[^>]*>.*)<\/dataValidations>$/s;

/** Puts a validation behind those of a sheet; false where the list has to be read for it. */
function added(sheet: SheetXml, area: Extent, validation: string): boolean {
  const areas = areasIn(sheet);
  const [, head = "", count = "", rest] = LIST.exec(sheet.text("dataValidations") ?? "") ?? [];
  if (rest === undefined || areas.some((one) => meets(one, area))) return false;
  const list = `${head}${String(Number(count) + 1)}${rest}${validation}</dataValidations>`;
  sheet.set("dataValidations", list);
  known.set(sheet, { text: list, areas: [...areas, area] });
  return true;
}

/** Gives an area a validation of its own, or none. */
export function setValidation(
  sheet: SheetXml,
  area: Extent,
  validation: Omit<DataValidation, "ranges"> | undefined,
): void {
  const own = validation === undefined ? "" : elementOf(validation, area);
  if (own !== "" && added(sheet, area, own)) return;
  cutOut(sheet, area);
  const list = sheet.element("dataValidations");
  const count = childrenOf(list, "dataValidation").length + (own === "" ? 0 : 1);
  if (count === 0) sheet.set("dataValidations", undefined);
  else if (list === undefined) sheet.set("dataValidations", `<dataValidations count="1">${own}</dataValidations>`);
  else {
    // The list's own tag stands before what is put at its end: one reading does for both.
    if (own !== "") sheet.append(list, own);
    sheet.setAttributes(list, { count: String(count) });
  }
}
