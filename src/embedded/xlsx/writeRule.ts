import { areaText } from "./areas";
import type { DataBarState, IconSetState, RuleDraft, Threshold } from "./ruleModel";
import { escapeXml } from "./xml";

/** The namespace of what came with Excel 2010. */
export const NEWER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const NEWER_FORMULAS = "http://schemas.microsoft.com/office/excel/2006/main";
const LINK = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
/** The extension of a worksheet that holds newer rules. */
const NEWER_RULES = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

/** Sets that came with Excel 2010. */
const newerSets: ReadonlySet<string> = new Set(["3Stars", "3Triangles", "5Boxes"]);

/** Whether a rule is of a kind that only the newer list of rules holds. */
export const isNewerKind = ({ icons }: RuleDraft): boolean =>
  icons !== undefined && (icons.icons !== undefined || newerSets.has(icons.set));

const rgb = (colour: string): string => `rgb="FF${colour.slice(1).toUpperCase()}"`;
const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? "" : ` ${name}="${escapeXml(value)}"`;
const flag = (name: string, on: boolean): string => (on ? ` ${name}="1"` : "");
const hidden = (showsValue: boolean): string => (showsValue ? "" : ' showValue="0"');

/** The words of older programs for limits that Excel finds itself. */
const older: Readonly<Record<string, string>> = { autoMin: "min", autoMax: "max" };

function limitXml({ type, value, isInclusive }: Threshold): string {
  const gte = isInclusive ? "" : ' gte="0"';
  return `<cfvo type="${older[type] ?? type}"${attribute("val", value)}${gte}/>`;
}

function newerLimitXml({ type, value, isInclusive }: Threshold): string {
  const gte = isInclusive ? "" : ' gte="0"';
  const inner = value === undefined ? "" : `<xm:f>${escapeXml(value)}</xm:f>`;
  return inner === "" ? `<x14:cfvo type="${type}"${gte}/>` : `<x14:cfvo type="${type}"${gte}>${inner}</x14:cfvo>`;
}

function barXml({ lower, upper, color, showsValue }: DataBarState): string {
  return `<dataBar${hidden(showsValue)}>${limitXml(lower)}${limitXml(upper)}<color ${rgb(color)}/></dataBar>`;
}

function newerBarXml(bar: DataBarState): string {
  const direction = bar.direction === "context" ? undefined : bar.direction;
  const axis = bar.axis === "automatic" ? undefined : bar.axis;
  const attributes = [
    ` minLength="${String(bar.shortest)}" maxLength="${String(bar.longest)}"`,
    hidden(bar.showsValue),
    flag("border", bar.border !== undefined),
    bar.gradient ? "" : ' gradient="0"',
    attribute("direction", direction),
    flag("negativeBarColorSameAsPositive", bar.negativeColor === undefined),
    bar.negativeBorder === undefined ? "" : ' negativeBarBorderColorSameAsPositive="0"',
    attribute("axisPosition", axis),
  ];
  const colours = [
    ["borderColor", bar.border],
    ["negativeFillColor", bar.negativeColor],
    ["negativeBorderColor", bar.negativeBorder],
    ["axisColor", bar.axisColor],
  ] as const;
  const inner = colours.map(([name, color]) => (color === undefined ? "" : `<x14:${name} ${rgb(color)}/>`));
  return `<x14:dataBar${attributes.join("")}>${newerLimitXml(bar.lower)}${newerLimitXml(bar.upper)}${inner.join("")}</x14:dataBar>`;
}

function stopsXml(stops: NonNullable<RuleDraft["stops"]>): string {
  const limits = stops.map(({ threshold }) => limitXml(threshold)).join("");
  return `<colorScale>${limits}${stops.map(({ color }) => `<color ${rgb(color)}/>`).join("")}</colorScale>`;
}

const iconAttributes = ({ set, showsValue, isReversed }: IconSetState): string =>
  ` iconSet="${set}"${hidden(showsValue)}${flag("reverse", isReversed)}`;

function iconsXml(icons: IconSetState): string {
  return `<iconSet${iconAttributes(icons)}>${icons.thresholds.map(limitXml).join("")}</iconSet>`;
}

function newerIconsXml(icons: IconSetState): string {
  const own = (icons.icons ?? []).map(
    ({ set, index }) => `<x14:cfIcon iconSet="${set}" iconId="${String(set === "NoIcons" ? 0 : index)}"/>`,
  );
  const custom = flag("custom", icons.icons !== undefined);
  return `<x14:iconSet${iconAttributes(icons)}${custom}>${icons.thresholds.map(newerLimitXml).join("")}${own.join("")}</x14:iconSet>`;
}

const settingsXml = (rule: RuleDraft): string =>
  Object.entries(rule.settings)
    .map(([name, value]) => attribute(name, value))
    .join("") + flag("stopIfTrue", rule.stopIfTrue);

/** A rule as every Excel knows it. */
export function ruleXml(
  rule: RuleDraft,
  { priority, dxf, link }: { readonly priority: number; readonly dxf?: number | undefined; readonly link?: string },
): string {
  const head = `<cfRule type="${rule.type}"${attribute("dxfId", dxf === undefined ? undefined : String(dxf))} priority="${String(priority)}"`;
  const inner = [
    ...rule.formulas.map((formula) => `<formula>${escapeXml(formula)}</formula>`),
    rule.stops === undefined ? "" : stopsXml(rule.stops),
    rule.bar === undefined ? "" : barXml(rule.bar),
    rule.icons === undefined ? "" : iconsXml(rule.icons),
    link === undefined ? "" : `<extLst><ext xmlns:x14="${NEWER}" uri="${LINK}"><x14:id>${link}</x14:id></ext></extLst>`,
  ].join("");
  return inner === "" ? `${head}${settingsXml(rule)}/>` : `${head}${settingsXml(rule)}>${inner}</cfRule>`;
}

/** A rule of the newer list with its areas; `look` is the inside of its own format. Without a priority it completes a data bar of the older list. */
export function newerRuleXml(
  rule: RuleDraft,
  { id, priority, look = "" }: { readonly id: string; readonly priority?: number; readonly look?: string },
): string {
  const inner = [
    ...rule.formulas.map((formula) => `<xm:f>${escapeXml(formula)}</xm:f>`),
    rule.bar === undefined ? "" : newerBarXml(rule.bar),
    rule.icons === undefined ? "" : newerIconsXml(rule.icons),
    look === "" ? "" : `<x14:dxf>${look}</x14:dxf>`,
  ].join("");
  const rank = attribute("priority", priority === undefined ? undefined : String(priority));
  const said = priority === undefined ? "" : settingsXml(rule);
  const areas = rule.ranges.map(areaText).join(" ");
  return (
    `<x14:conditionalFormatting xmlns:x14="${NEWER}" xmlns:xm="${NEWER_FORMULAS}">` +
    `<x14:cfRule type="${rule.type}"${rank}${said} id="${id}">${inner}</x14:cfRule>` +
    `<xm:sqref>${areas}</xm:sqref></x14:conditionalFormatting>`
  );
}

/** The extension that holds newer rules. */
export const newerRulesXml = (rules: string): string =>
  `<ext xmlns:x14="${NEWER}" uri="${NEWER_RULES}"><x14:conditionalFormattings>${rules}</x14:conditionalFormattings></ext>`;
