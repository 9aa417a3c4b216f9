import type { Content, Look, SheetDraft } from "../change/change";
import type { CellValue, Extent } from "../ledger/cells";
import type { CustomerType } from "../ledger/ledger";
import type { DateSystem } from "../ledger/survey";
import { OFFSET_1904, type Day } from "../loan/day";
import { riskGroupName, riskGroups, type RiskGroup } from "../risk/group";
import {
  AS_OF_LABEL,
  customerTypeName,
  HOLIDAYS_LABEL,
  INDUSTRIES_LABEL,
  numberLines,
  switchLines,
  WORKED_LABEL,
} from "./lines";
import type { NumberLine } from "./numberLine";
import { AS_OF_NAME, HOLIDAYS_NAME, SETTINGS_SHEET } from "./names";
import type { Settings } from "./settings";

/** 0-based columns of the sheet. */
export const LABEL_COLUMN = 0;
export const VALUE_COLUMN = 1;
export const ON_SITE_COLUMN = 2;
const HOLIDAY_COLUMN = 7;
/** Rows under the holiday heading that formulas look at: some years' holidays and room for those to come. */
const HOLIDAY_ROWS = 200;

const customerTypes = Object.keys(customerTypeName) as CustomerType[];

/** How the sheet names one row of the interval matrix. */
export function matrixLabel(group: RiskGroup, type: CustomerType): string {
  return `${riskGroupName[group]} · ${customerTypeName[type]}`;
}

/** A number in the unit that the sheet shows. */
export function shown(line: NumberLine, settings: Settings): number {
  const value = (settings[line.group] as unknown as Readonly<Record<string, number>>)[line.key] ?? 0;
  if (line.unit === "万元") return value / 1_000_000;
  return line.unit === "%" ? Number((value * 100).toPrecision(12)) : value;
}

interface Line {
  readonly cells: readonly Content[];
  readonly look: "title" | "note" | "section" | "matrix" | "value" | "blank";
  readonly choices?: readonly string[];
  readonly name?: string;
  readonly numberFormat?: string;
}

const blank: Line = { cells: [], look: "blank" };
const section = (title: string, ...rest: string[]): Line => ({ cells: [title, ...rest], look: "section" });
const VALUE_HEADINGS = ["值", "", "单位", "说明", "来源"];

function numberLine(line: NumberLine, settings: Settings): Line {
  const cells = [line.label, shown(line, settings), "", line.unit, line.note, line.source];
  return { cells, look: "value", ...(line.name === undefined ? {} : { name: line.name }) };
}

function serialIn(dateSystem: DateSystem, day: Day): number {
  return dateSystem === 1904 ? day - OFFSET_1904 : day;
}

function linesOf(settings: Settings, dateSystem: DateSystem): readonly Line[] {
  const { asOf } = settings;
  const today: Content = asOf === undefined ? { r1c1: "=TODAY()" } : serialIn(dateSystem, asOf);
  const asOfCells = [AS_OF_LABEL, today, "", "", "所有判断以这一天为准；默认是今天，也可填固定日期（如月末）", ""];
  const numbers = (group: NumberLine["group"]) =>
    numberLines.filter((line) => line.group === group).map((line) => numberLine(line, settings));
  return [
    { cells: ["贷后设置"], look: "title" },
    { cells: ["改动“值”一列后，再点一次“一键标注”即按新的值判断。不要改动第一列的名称。"], look: "note" },
    blank,
    section("日期和提醒", ...VALUE_HEADINGS),
    { cells: asOfCells, look: "value", name: AS_OF_NAME, numberFormat: "yyyy-mm-dd" },
    ...numbers("notice"),
    blank,
    section("回访间隔", "联系", "上门", "单位", "说明", "来源"),
    ...riskGroups.flatMap((group) => customerTypes.map((type) => matrixLine(group, type, settings))),
    blank,
    section("加密回访", ...VALUE_HEADINGS),
    ...numbers("modifiers"),
    blank,
    section("风险界限", ...VALUE_HEADINGS),
    ...numbers("thresholds"),
    { cells: industryCells(settings), look: "value" },
    blank,
    section("回访表归档", ...VALUE_HEADINGS),
    ...numbers("filing"),
    blank,
    section("回访信号", ...VALUE_HEADINGS),
    ...numbers("visitSignals"),
    blank,
    section("选项", ...VALUE_HEADINGS),
    ...switchLines.map(({ label, note, isOn }): Line => ({
      cells: [label, isOn(settings) ? "是" : "否", "", "", note, ""],
      look: "value",
      choices: ["是", "否"],
    })),
  ];
}

function industryCells({ highRiskIndustries }: Settings): readonly Content[] {
  return [
    INDUSTRIES_LABEL,
    highRiskIndustries.join("、"),
    "",
    "",
    "行业名称包含其中一个词即算；用“、”分开",
    "通行做法",
  ];
}

function matrixLine(group: RiskGroup, type: CustomerType, settings: Settings): Line {
  const { contact, onSite } = settings.intervals[group][type];
  const note = contact < 1 || onSite < 1 ? "0.5 表示 15 天" : "";
  return { cells: [matrixLabel(group, type), contact, onSite, "个月", note, "通行做法"], look: "matrix" };
}

const looks: Readonly<Record<Line["look"], readonly { from: number; columns: number; look: Look }[]>> = {
  title: [{ from: 0, columns: 1, look: { bold: true, size: 16, color: "#1F4E79" } }],
  note: [{ from: 0, columns: 1, look: { color: "#44546A" } }],
  section: [{ from: 0, columns: 6, look: { bold: true, fill: "#1F4E79", color: "#FFFFFF" } }],
  matrix: [
    { from: 0, columns: 6, look: { border: "#BFC7D1" } },
    { from: 1, columns: 2, look: { fill: "#FFFBE6", align: "right" } },
  ],
  value: [
    { from: 0, columns: 6, look: { border: "#BFC7D1" } },
    { from: 1, columns: 1, look: { fill: "#FFFBE6", align: "right" } },
  ],
  blank: [],
};

function at(row: number, column: number, { columns = 1, rows = 1 } = {}): Extent {
  return { row, column, rows, columns };
}

const HOLIDAY_HEADING_ROW = 3;

/** The holiday lists, from their heading row on, in two columns of their own. */
function holidayCells(settings: Settings, dateSystem: DateSystem): readonly (readonly CellValue[])[] {
  const { holidays, workedWeekends } = settings.calendar;
  const inOrder = (days: ReadonlySet<Day>) => [...days].sort((one, other) => one - other);
  const free = inOrder(holidays);
  const worked = inOrder(workedWeekends);
  const rows = Array.from({ length: Math.max(free.length, worked.length) }, (_, index) =>
    [free[index], worked[index]].map((day): CellValue => (day === undefined ? "" : serialIn(dateSystem, day))),
  );
  return [[HOLIDAYS_LABEL, WORKED_LABEL], ...rows];
}

/** The settings as a sheet that prints on a page or two, each with unit, meaning and source; `readSettings` reads it back. */
export function settingsSheet(settings: Settings, dateSystem: DateSystem): SheetDraft {
  const lines = linesOf(settings, dateSystem);
  const holidays = holidayCells(settings, dateSystem);
  const rows = Math.max(lines.length, HOLIDAY_HEADING_ROW + holidays.length);
  const cells = Array.from({ length: rows }, (_, row): Content[] => {
    const left = Array.from({ length: HOLIDAY_COLUMN }, (_cell, column) => lines[row]?.cells[column] ?? "");
    return [...left, ...(holidays[row - HOLIDAY_HEADING_ROW] ?? ["", ""])];
  });
  const days = at(HOLIDAY_HEADING_ROW + 1, HOLIDAY_COLUMN, { columns: 2, rows: HOLIDAY_ROWS });
  return {
    name: SETTINGS_SHEET,
    cells,
    looks: [
      ...lines.flatMap((line, row) =>
        looks[line.look].map(({ from, columns, look }) => ({ at: at(row, from, { columns }), look })),
      ),
      ...lines.flatMap(({ numberFormat }, row) =>
        numberFormat === undefined ? [] : [{ at: at(row, VALUE_COLUMN), look: { numberFormat } }],
      ),
      {
        at: at(HOLIDAY_HEADING_ROW, HOLIDAY_COLUMN, { columns: 2 }),
        look: { bold: true, fill: "#1F4E79", color: "#FFFFFF" },
      },
      { at: days, look: { numberFormat: "yyyy-mm-dd", fill: "#FFFBE6", align: "center", border: "#BFC7D1" } },
    ],
    widths: [30, 12, 10, 9, 46, 20, 3, 13, 13],
    choices: lines.flatMap(({ choices }, row) =>
      choices === undefined ? [] : [{ at: at(row, VALUE_COLUMN), values: choices }],
    ),
    names: [
      ...lines.flatMap(({ name }, row) => (name === undefined ? [] : [{ name, at: at(row, VALUE_COLUMN) }])),
      { name: HOLIDAYS_NAME, at: at(HOLIDAY_HEADING_ROW + 1, HOLIDAY_COLUMN, { rows: HOLIDAY_ROWS }) },
    ],
    landscape: true,
    frozenRows: 0,
  };
}
