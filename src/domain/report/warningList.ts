import type { Change, Content } from "../change/change";
import { isFormula } from "../change/content";
import type { Customer } from "../ledger/ledger";
import { isNamed } from "../filing/identity";
import { ID_LABEL } from "../record/shownId";
import { lineChanges, type ListColumn, type ListPlace } from "../filing/listSheet";

/** The sheet that holds one line for each warning that was reported. */
export const WARNING_SHEET = "预警登记簿";

/** How far a reported warning has come, forward only. practices A25 */
export const reportStates = ["待报", "已报", "已批", "已落实"] as const;
export type ReportState = (typeof reportStates)[number];

const DAY_FORMAT = "yyyy-mm-dd";
const columns = [
  { heading: "编号", width: 19 },
  { heading: "报告日期", width: 12, numberFormat: DAY_FORMAT },
  { heading: "客户名称", width: 26 },
  { heading: ID_LABEL, width: 19 },
  { heading: "信号", width: 44 },
  { heading: "余额(元)", width: 16, numberFormat: "#,##0.00" },
  { heading: "措施", width: 14 },
  { heading: "完成期限", width: 12, numberFormat: DAY_FORMAT },
  { heading: "状态", width: 9, choices: reportStates },
  { heading: "状态日期", width: 12, numberFormat: DAY_FORMAT },
  { heading: "报告表", width: 9 },
] as const satisfies readonly ListColumn[];

/** A column of the list by its heading. */
export type WarningHeading = (typeof columns)[number]["heading"];
export const warningColumns: readonly ListColumn<WarningHeading>[] = columns;
export const neededOfWarnings: readonly WarningHeading[] = ["编号", "客户名称", "信号", "状态"];

/** A warning that was reported. */
export interface WarningLine {
  /** YJ-20261123-001. */
  readonly number: string;
  readonly customer: string;
  /** As sheets show it: masked, or a customer number. */
  readonly id: string;
  readonly state: string;
  /** 0-based. */
  readonly row: number;
  readonly before: Readonly<Partial<Record<WarningHeading, Content>>>;
}

/** A cell of a list as text; a formula has none. */
const asText = (content: Content = "") => (isFormula(content) ? "" : String(content));

const NUMBER = /^YJ-\d{8}-\d{3,}$/;

/** The lines of the list, in its order; a row that begins with no number is a person's note. */
export function readWarnings(
  { headingRow, columns: places }: ListPlace<WarningHeading>,
  contents: readonly (readonly Content[])[],
): readonly WarningLine[] {
  return contents.slice(headingRow + 1).flatMap((cells, index): readonly WarningLine[] => {
    const before = Object.fromEntries([...places].map(([heading, column]) => [heading, cells[column] ?? ""]));
    const text = (heading: WarningHeading) => asText(before[heading]).trim();
    const number = text("编号");
    if (!NUMBER.test(number)) return [];
    const row = headingRow + 1 + index;
    return [{ number, customer: text("客户名称"), id: text(ID_LABEL), state: text("状态"), row, before }];
  });
}

/** Whether a warning is not carried out yet. */
export const isOpen = ({ state }: Pick<WarningLine, "state">): boolean => state !== "已落实";

/** The newest open warning of a customer. */
export function openWarning(customer: Customer, lines: readonly WarningLine[]): WarningLine | undefined {
  return lines.filter((line) => isOpen(line) && isNamed(line, customer)).at(-1);
}

const rank = (state: string) => reportStates.findIndex((one) => one === state);

/** Whether a warning may go to a state: one that is further than its own. */
export const mayBecome = ({ state }: Pick<WarningLine, "state">, next: ReportState): boolean =>
  rank(next) > rank(state);

/** A warning that is taken to a state on a day, as the workbook counts it. */
export function planWarningState(
  place: ListPlace<WarningHeading>,
  { row, before }: WarningLine,
  { state, serial }: { readonly state: ReportState; readonly serial: number },
): readonly Change[] {
  const list = { sheet: WARNING_SHEET, place, all: warningColumns };
  return lineChanges(list, row, { before, after: { 状态: state, 状态日期: serial } });
}
