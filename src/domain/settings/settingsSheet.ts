import type { Content, Look, SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import type { CellValue, Extent } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { serialIn, type Day } from "../loan/day";
import { settingFields, SECOND_COLUMN, VALUE_COLUMN } from "./fields";
import { sections, type Section, type SettingField } from "./field";
import { limitsOf } from "./limits";
import { ALIAS_LABEL, ALIAS_NAME_LABEL, AS_OF_LABEL, HOLIDAYS_LABEL, WORKED_LABEL } from "./lines";
import { AS_OF_NAME, HOLIDAYS_NAME, SETTINGS_SHEET } from "./names";
import type { Settings } from "./settings";

/** 0-based columns and rows of the lists beside the values. */
const HOLIDAY_COLUMN = 7;
const ALIAS_COLUMN = 10;
export const LIST_HEADING_ROW = 3;
/** Rows under the holiday heading that formulas look at: some years' holidays and room for those to come. */
export const HOLIDAY_ROWS = 200;
const ALIAS_ROWS = 60;

/** The rows of a sheet's lines: from the label to the source. */
export const LINE_COLUMNS = 6;

/** How a section is headed: title, and headings of the two columns of values. */
export const sectionHeads = {
  notice: ["日期和提醒", "值", ""],
  intervals: ["回访间隔", "联系", "上门"],
  modifiers: ["加密回访", "值", ""],
  pastDue: ["逾期分段", "从", "至"],
  thresholds: ["风险界限", "值", ""],
  filing: ["回访表归档", "值", ""],
  visitSignals: ["回访信号", "值", ""],
  options: ["选项", "值", ""],
} as const satisfies Record<Section, readonly [string, string, string]>;

interface Line {
  readonly cells: readonly Content[];
  readonly look: "title" | "note" | "section" | "pair" | "value" | "blank";
  readonly fields?: readonly SettingField[];
  readonly name?: string;
  readonly numberFormat?: string;
}

const blank: Line = { cells: [], look: "blank" };

/** The heading row of a section. */
export function sectionCells(title: string, [one, other]: readonly [string, string]): readonly Content[] {
  return [title, one, other, "单位", "说明", "来源"];
}

/** The cells of one line, which holds one value or two. */
export function lineCells(fields: readonly SettingField[], settings: Settings): readonly Content[] {
  const [first] = fields;
  const at = (column: number) => fields.find((field) => field.column === column)?.shown(settings) ?? "";
  if (first === undefined) return [];
  return [first.label, at(VALUE_COLUMN), at(SECOND_COLUMN), first.unit, first.note, first.source];
}

/** The fields of one section, line by line. */
export function linesIn(section: Section): readonly (readonly SettingField[])[] {
  const lines = new Map<string, SettingField[]>();
  for (const field of settingFields) {
    if (field.section !== section) continue;
    lines.set(field.label, [...(lines.get(field.label) ?? []), field]);
  }
  return [...lines.values()];
}

function fieldLine(fields: readonly SettingField[], settings: Settings): Line {
  const name = fields[0]?.name;
  const look = fields.length > 1 ? "pair" : "value";
  return { cells: lineCells(fields, settings), look, fields, ...(name === undefined ? {} : { name }) };
}

function sectionLines(section: Section, settings: Settings, first: readonly Line[]): readonly Line[] {
  const [title, ...headings] = sectionHeads[section];
  const lines = linesIn(section).map((fields) => fieldLine(fields, settings));
  return [blank, { cells: sectionCells(title, headings), look: "section" }, ...first, ...lines];
}

function linesOf(settings: Settings, dateSystem: DateSystem): readonly Line[] {
  const { asOf } = settings;
  const today: Content = asOf === undefined ? { r1c1: "=TODAY()" } : serialIn(dateSystem, asOf);
  const asOfCells = [AS_OF_LABEL, today, "", "", "所有判断以这一天为准；默认是今天，也可填固定日期（如月末）", ""];
  const asOfLine: Line = { cells: asOfCells, look: "value", name: AS_OF_NAME, numberFormat: "yyyy-mm-dd" };
  return [
    { cells: ["贷后设置"], look: "title" },
    { cells: ["改动“值”一列后，再点一次“一键标注”即按新的值判断。不要改动第一列的名称。"], look: "note" },
    ...sections.flatMap((section) => sectionLines(section, settings, section === "notice" ? [asOfLine] : [])),
  ];
}

interface Stretch {
  readonly from: number;
  readonly columns: number;
  readonly look: Look;
}

/** The look of a section's heading, and of the headings of lists. */
export const HEADING_LOOK: Look = { bold: true, fill: "#1F4E79", color: "#FFFFFF" };
/** The look of every line, and of a value in it. */
export const LINE_LOOK: Look = { border: "#BFC7D1" };
export const VALUE_LOOK: Look = { fill: "#FFFBE6", align: "right" };

const looks: Readonly<Record<Line["look"], readonly Stretch[]>> = {
  title: [{ from: 0, columns: 1, look: { bold: true, size: 16, color: "#1F4E79" } }],
  note: [{ from: 0, columns: 1, look: { color: "#44546A" } }],
  section: [{ from: 0, columns: LINE_COLUMNS, look: HEADING_LOOK }],
  pair: [
    { from: 0, columns: LINE_COLUMNS, look: LINE_LOOK },
    { from: 1, columns: 2, look: VALUE_LOOK },
  ],
  value: [
    { from: 0, columns: LINE_COLUMNS, look: LINE_LOOK },
    { from: 1, columns: 1, look: VALUE_LOOK },
  ],
  blank: [],
};

function at(row: number, column: number, { columns = 1, rows = 1 } = {}): Extent {
  return { row, column, rows, columns };
}

/** Days in order, as the workbook counts them. */
export function serialsOf(days: ReadonlySet<Day>, dateSystem: DateSystem): readonly number[] {
  return [...days].sort((one, other) => one - other).map((day) => serialIn(dateSystem, day));
}

/** The lists beside the values, column by column, from their heading on. */
export function listColumns(
  { calendar, managerAliases }: Settings,
  dateSystem: DateSystem,
): readonly { readonly column: number; readonly heading: string; readonly cells: readonly CellValue[] }[] {
  const days = (of: ReadonlySet<Day>) => serialsOf(of, dateSystem);
  return [
    { column: HOLIDAY_COLUMN, heading: HOLIDAYS_LABEL, cells: days(calendar.holidays) },
    { column: HOLIDAY_COLUMN + 1, heading: WORKED_LABEL, cells: days(calendar.workedWeekends) },
    { column: ALIAS_COLUMN, heading: ALIAS_LABEL, cells: [...managerAliases.keys()] },
    { column: ALIAS_COLUMN + 1, heading: ALIAS_NAME_LABEL, cells: [...managerAliases.values()] },
  ];
}

const DAYS_LOOK: Look = { numberFormat: "yyyy-mm-dd", fill: "#FFFBE6", align: "center", border: "#BFC7D1" };
const NAMES_LOOK: Look = { numberFormat: "@", fill: "#FFFBE6", border: "#BFC7D1" };

const listLooks: readonly { readonly at: Extent; readonly look: Look }[] = [
  { at: at(LIST_HEADING_ROW, HOLIDAY_COLUMN, { columns: 2 }), look: HEADING_LOOK },
  { at: at(LIST_HEADING_ROW + 1, HOLIDAY_COLUMN, { columns: 2, rows: HOLIDAY_ROWS }), look: DAYS_LOOK },
  { at: at(LIST_HEADING_ROW, ALIAS_COLUMN, { columns: 2 }), look: HEADING_LOOK },
  { at: at(LIST_HEADING_ROW + 1, ALIAS_COLUMN, { columns: 2, rows: ALIAS_ROWS }), look: NAMES_LOOK },
];

function cellsOf(lines: readonly Line[], lists: ReturnType<typeof listColumns>): readonly (readonly Content[])[] {
  const rows = Math.max(lines.length, ...lists.map(({ cells }) => LIST_HEADING_ROW + 1 + cells.length));
  const width = ALIAS_COLUMN + 2;
  return Array.from({ length: rows }, (_, row): Content[] => {
    const line = Array.from({ length: width }, (_cell, column) => lines[row]?.cells[column] ?? "");
    for (const { column, heading, cells } of lists) {
      const index = row - LIST_HEADING_ROW;
      line[column] = index === 0 ? heading : (cells[index - 1] ?? "");
    }
    return line;
  });
}

/** The settings as a sheet that prints on two pages, each with unit, meaning and source; `readSettings` reads it back. */
export function settingsSheet(settings: Settings, dateSystem: DateSystem): SheetDraft {
  const lines = linesOf(settings, dateSystem);
  const formats = lines.flatMap(({ numberFormat }, row) =>
    numberFormat === undefined ? [] : [{ at: at(row, VALUE_COLUMN), look: { numberFormat } }],
  );
  const places = lines.flatMap(({ fields = [] }, row) => fields.map((field) => ({ field, at: at(row, field.column) })));
  return {
    name: SETTINGS_SHEET,
    cells: cellsOf(lines, listColumns(settings, dateSystem)),
    looks: [
      ...lines.flatMap((line, row) =>
        looks[line.look].map(({ from, columns, look }) => ({ at: at(row, from, { columns }), look })),
      ),
      ...formats,
      ...listLooks,
    ],
    widths: [30, 12, 10, 9, 46, 20, 3, 13, 13, 3, 16, 16],
    choices: places.flatMap(({ field, at: place }) =>
      field.shape.kind === "switch" ? [{ at: place, values: ["是", "否"] }] : [],
    ),
    limits: limitsOf(places),
    names: [
      ...lines.flatMap(({ name }, row) => (name === undefined ? [] : [{ name, at: at(row, VALUE_COLUMN) }])),
      { name: HOLIDAYS_NAME, at: at(LIST_HEADING_ROW + 1, HOLIDAY_COLUMN, { rows: HOLIDAY_ROWS }) },
    ],
    landscape: true,
    frozenRows: 0,
    page: numberedPage({ left: SETTINGS_SHEET }),
  };
}
