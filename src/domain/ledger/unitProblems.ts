import type { Layout, Unit } from "./ledger";
import type { RowProblem } from "./problem";
import type { ColumnCells } from "./survey";
import { doubtfulUnit, medianOf } from "./units";

/** A format that shows a value in 万 or in thousands although the cell holds more. */
const scaled: readonly (readonly [RegExp, string])[] = [
  [/0!?\\?\.0*,|#!?\\?\.0+,|0!\.0/, "格式只是显示为万"],
  [/[0#]"?[万]"?|,"?万/, "格式只是显示为万"],
  [/[0#],(?:[^0#]|$)/, "格式只是显示为千"],
];

function scaledBy(format: string | undefined): string | undefined {
  return format === undefined ? undefined : scaled.find(([pattern]) => pattern.test(format))?.[1];
}

/** Rows that tell the size of a ledger's amounts. */
const SAMPLE_ROWS = 5_000;
/** Amounts that are no 万元 in the middle of a ledger. */
const LARGE = 10_000;

interface Doubt {
  readonly likely: Unit;
  readonly why: string;
}

/** A number format that shows 元 as 万元 under a heading that says 万元. */
function shownOnly(stated: Unit, median: number, formats: readonly string[] | undefined): Doubt | undefined {
  if (stated === "元" || median < LARGE) return undefined;
  const shown = scaledBy(formats?.find((format) => format !== "General"));
  return shown === undefined ? undefined : { likely: "元", why: `单元格的${shown}单位` };
}

/** Values that cannot be loans in the stated unit. */
function impossible(stated: Unit, median: number): Doubt | undefined {
  const likely = doubtfulUnit(stated, median);
  if (likely === undefined) return undefined;
  const only = likely === "元" || likely === "千元" ? "" : "只";
  return { likely, why: `中间一笔${only}写着 ${String(median)}` };
}

/** Doubts about the unit of the main amounts, said at their heading: a format that only shows another unit, or values that cannot be loans in it. */
export function unitProblems(layout: Layout, cells: ColumnCells): readonly RowProblem[] {
  const main = layout.columns.get("balance") ?? layout.columns.get("loanAmount");
  if (main === undefined) return [];
  const median = medianOf((cells.values.get(main.column) ?? []).slice(0, SAMPLE_ROWS));
  if (median === undefined) return [];
  const stated: Unit = main.unit ?? layout.unit;
  const doubt = shownOnly(stated, median, cells.formats.get(main.column)) ?? impossible(stated, median);
  const at = { sheet: layout.sheet, row: layout.headerRows[1], column: main.column };
  return doubt === undefined ? [] : [{ ...at, kind: "unitDoubt", stated, ...doubt }];
}
