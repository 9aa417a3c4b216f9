import type { SheetDraft } from "../change/change";
import type { CellValue } from "../ledger/cells";
import type { Day } from "../loan/day";
import { ID_LABEL } from "../record/shownId";
import { listSheet, placeList, type ListColumn, type ListPlace } from "./listSheet";

/** The sheet that holds one line for each filed visit. */
export const REGISTER_SHEET = "回访登记簿";

/** How far a record has come. */
export const registerStates = ["草稿", "已提交", "已复核", "已归档"] as const;
export type RegisterState = (typeof registerStates)[number];

const DAY_FORMAT = "yyyy-mm-dd";

const columns = [
  { heading: "编号", width: 17 },
  { heading: "客户名称", width: 20 },
  { heading: ID_LABEL, width: 19 },
  { heading: "检查类型", width: 9 },
  { heading: "检查方式", width: 11 },
  { heading: "检查日期", width: 12, numberFormat: DAY_FORMAT },
  { heading: "受访人", width: 10 },
  { heading: "检查人", width: 10 },
  { heading: "协(复)查人", width: 11 },
  { heading: "检查结论", width: 34 },
  { heading: "信号", width: 24 },
  { heading: "措施", width: 12 },
  { heading: "完成期限", width: 12, numberFormat: DAY_FORMAT },
  { heading: "下次联系", width: 12, numberFormat: DAY_FORMAT },
  { heading: "状态", width: 9, choices: registerStates },
  { heading: "说明", width: 14 },
  { heading: "回访表", width: 8 },
] as const satisfies readonly ListColumn[];

/** A column of the register by its heading. */
export type RegisterHeading = (typeof columns)[number]["heading"];

/** The register's columns in their order. */
export const registerColumns: readonly ListColumn<RegisterHeading>[] = columns;

/** What checks and later records need to know of a registered visit. */
export interface RegisterLine {
  readonly number: string;
  readonly customer: string;
  /** Whether the name is that of somebody who stands for customers. */
  readonly isGuarantor: boolean;
  /** As the record shows it: masked, or a customer number. */
  readonly id: string;
  readonly method: string;
  readonly visited: Day | undefined;
  readonly inspector: string;
  readonly coInspector: string;
  readonly conclusion: string;
  /** What was made of each signal, as `signalsText` writes it. */
  readonly signals: string;
  readonly measure: string;
  readonly deadline: Day | undefined;
  readonly state: string;
  /** 0-based. */
  readonly row: number;
}

/** Where the register's columns and lines stand. */
export type RegisterPlace = ListPlace<RegisterHeading>;

const needed: readonly RegisterHeading[] = ["编号", "客户名称", "检查方式", "检查日期", "检查人", "检查结论", "状态"];

/** Finds the register's columns by their headings; a refusal names those that are missing. */
export function placeRegister(top: readonly (readonly CellValue[])[]): RegisterPlace | { readonly missing: string } {
  return placeList(top, registerColumns, needed);
}

/** How far a state is; -1 for what is none. */
export function stateRank(state: string): number {
  return registerStates.findIndex((one) => one === state);
}

/** An empty register: a plain range with a heading row, to which visits are appended. */
export function registerSheet(): SheetDraft {
  return listSheet(REGISTER_SHEET, registerColumns);
}
