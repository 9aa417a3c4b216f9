import type { SheetDraft } from "../change/change";
import type { CellValue } from "../ledger/cells";
import type { Day } from "../loan/day";

/** The sheet that holds one line for each filed visit. */
export const REGISTER_SHEET = "回访登记簿";

/** How far a record has come. */
export const registerStates = ["草稿", "已提交", "已复核", "已归档"] as const;
export type RegisterState = (typeof registerStates)[number];

/** A column of the register and how wide it is. */
interface RegisterColumn {
  readonly heading: string;
  readonly width: number;
  readonly numberFormat?: string;
}

const DAY_FORMAT = "yyyy-mm-dd";

const columns = [
  { heading: "编号", width: 17 },
  { heading: "客户名称", width: 24 },
  { heading: "证件号码", width: 19 },
  { heading: "检查类型", width: 9 },
  { heading: "检查方式", width: 11 },
  { heading: "检查日期", width: 12, numberFormat: DAY_FORMAT },
  { heading: "受访人", width: 10 },
  { heading: "检查人", width: 10 },
  { heading: "协(复)查人", width: 11 },
  { heading: "检查结论", width: 36 },
  { heading: "信号", width: 26 },
  { heading: "措施", width: 12 },
  { heading: "完成期限", width: 12, numberFormat: DAY_FORMAT },
  { heading: "下次联系", width: 12, numberFormat: DAY_FORMAT },
  { heading: "状态", width: 9 },
  { heading: "说明", width: 16 },
  { heading: "回访表", width: 8 },
] as const satisfies readonly RegisterColumn[];

/** A column of the register by its heading. */
export type RegisterHeading = (typeof columns)[number]["heading"];

/** The register's columns in their order. */
export const registerColumns: readonly (RegisterColumn & { readonly heading: RegisterHeading })[] = columns;

/** What checks and later records need to know of a registered visit. */
export interface RegisterLine {
  readonly number: string;
  readonly customer: string;
  /** Masked, as the record shows it. */
  readonly id: string;
  readonly method: string;
  readonly visited: Day | undefined;
  readonly inspector: string;
  readonly conclusion: string;
  readonly state: string;
  /** 0-based. */
  readonly row: number;
}

/** Where the register's columns and lines stand; a person may have moved, sorted, and added columns. */
export interface RegisterPlace {
  /** 0-based. */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<RegisterHeading, number>;
}

const HEADING_ROWS = 10;
const needed: readonly RegisterHeading[] = ["编号", "客户名称", "检查方式", "检查日期", "检查人", "检查结论", "状态"];

/** Finds the register's columns by their headings; a refusal names those that are missing. */
export function placeRegister(top: readonly (readonly CellValue[])[]): RegisterPlace | { readonly missing: string } {
  const headingRow = top.slice(0, HEADING_ROWS).findIndex((row) => row.includes("编号") && row.includes("客户名称"));
  const headings = (top[headingRow] ?? []).map((value) => String(value).trim());
  const found = new Map(
    registerColumns.flatMap(({ heading }): [RegisterHeading, number][] => {
      const column = headings.indexOf(heading);
      return column < 0 ? [] : [[heading, column]];
    }),
  );
  const missing = needed.filter((heading) => !found.has(heading));
  return missing.length > 0 ? { missing: missing.join("、") } : { headingRow, columns: found };
}

const NAVY = "#1F4E79";
const VALIDATED_ROWS = 2_000;
const MARGINS = { left: 28, right: 28, top: 36, bottom: 36, header: 18, footer: 18 };

/** An empty register: a plain range with a heading row, to which visits are appended. */
export function registerSheet(): SheetDraft {
  const whole = { row: 0, column: 0, rows: 1, columns: registerColumns.length };
  const state = registerColumns.findIndex(({ heading }) => heading === "状态");
  return {
    name: REGISTER_SHEET,
    cells: [registerColumns.map(({ heading }) => heading)],
    looks: [{ at: whole, look: { bold: true, fill: NAVY, color: "#FFFFFF", align: "center" } }],
    widths: registerColumns.map(({ width }) => width),
    choices: [{ at: { row: 1, column: state, rows: VALIDATED_ROWS, columns: 1 }, values: registerStates }],
    names: [],
    landscape: true,
    frozenRows: 1,
    page: {
      ...{ margins: MARGINS, breaks: [], footer: "第 &P 页，共 &N 页" },
      header: { left: "", right: REGISTER_SHEET },
    },
  };
}
