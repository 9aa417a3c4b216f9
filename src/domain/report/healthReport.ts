import type { Look, PageDraft, SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import type { Ailment } from "../health/examine";
import { grouped } from "../health/ailmentGroups";
import { cellAddress } from "../ledger/cells";
import { formatDay, type Day } from "../loan/day";

/** What begins the name of a sheet on which a ledger's data was checked. */
export const HEALTH_PREFIX = "台账体检_";

/** Lines that one sheet lists at most. */
const MOST_LINES = 3_000;

const HEAD: Look = { bold: true, fill: "#1F4E79", color: "#FFFFFF" };
const GROUP: Look = { bold: true, fill: "#EEF3F8" };
const LINE: Look = { border: "#BFC7D1", wrap: true, vertical: "top" };

/** Points of one line, and Chinese characters that stand in it. */
const LINE_POINTS = 17;
const SIGNS_A_LINE = 24;

interface Row {
  readonly cells: readonly (string | number)[];
  readonly look: Look;
}

function rowsOf(ailments: readonly Ailment[]): readonly Row[] {
  return grouped(ailments).flatMap(({ clause, name, ailments: of }): Row[] => [
    { cells: [clause, `${name}：${String(of.length)} 处`, "", ""], look: GROUP },
    ...of.map(({ sheet, row, column, message }) => ({
      cells: [clause, `${sheet}!${cellAddress(row, column)}`, message, ""],
      look: LINE,
    })),
  ]);
}

function linesFor(row: Row): number {
  return row.look === LINE ? Math.max(1, Math.ceil(String(row.cells[2]).length / SIGNS_A_LINE)) : 1;
}

const page: PageDraft = {
  ...numberedPage({}),
  margins: { left: 42, right: 42, top: 42, bottom: 42, header: 20, footer: 20 },
};

const at = (row: number, columns = 4) => ({ row, column: 0, rows: 1, columns });

/** Everything that is wrong with the ledgers' data as a sheet that prints on A4, group by group, with a column to tick off. */
export function healthReport(ailments: readonly Ailment[], asOf: Day, name: string): SheetDraft {
  const all = rowsOf(ailments);
  const rows = all.slice(0, MOST_LINES);
  const said =
    ailments.length === 0 ? "没有发现问题" : `发现 ${String(ailments.length)} 处，请逐条核实，改正后再次标注`;
  const left = all.length - rows.length;
  const top = [["台账体检"], [`基准日 ${formatDay(asOf)}。${said}。`], ["条款", "位置", "问题", "处理"]];
  const first = top.length;
  const cells = [
    ...top,
    ...rows.map((row) => row.cells),
    ...(left > 0 ? [["", `另有 ${String(left)} 行没有列出`]] : []),
  ];
  return {
    name,
    cells,
    looks: [
      { at: at(0, 1), look: { bold: true, size: 16, color: "#1F4E79" } },
      { at: at(1, 1), look: { color: "#44546A" } },
      { at: at(2), look: HEAD },
      ...rows.map(({ look }, index) => ({ at: at(first + index), look })),
    ],
    heights: rows.flatMap((row, index) =>
      linesFor(row) > 1 ? [{ at: at(first + index), points: LINE_POINTS * linesFor(row) }] : [],
    ),
    widths: [6, 22, 54, 14],
    choices: rows.flatMap(({ look }, index) =>
      look === LINE
        ? [{ at: { row: first + index, column: 3, rows: 1, columns: 1 }, values: ["已改正", "属实", "待核实"] }]
        : [],
    ),
    names: [],
    landscape: false,
    frozenRows: first,
    page,
  };
}
