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

/** Doubts about the unit of the main amounts, said at their heading: a format that only shows another unit, or values that cannot be loans in it. */
export function unitProblems(layout: Layout, cells: ColumnCells): readonly RowProblem[] {
  const main = layout.columns.get("balance") ?? layout.columns.get("loanAmount");
  if (main === undefined) return [];
  const stated: Unit = main.unit ?? layout.unit;
  const values = (cells.values.get(main.column) ?? []).slice(0, 5_000);
  const at = { sheet: layout.sheet, row: layout.headerRows[1], column: main.column };
  const shown =
    stated === "元" ? undefined : scaledBy(cells.formats.get(main.column)?.find((format) => format !== "General"));
  const median = medianOf(values);
  if (shown !== undefined && median !== undefined && median >= 10_000) {
    return [{ ...at, kind: "unitDoubt", stated, likely: "元", why: `单元格的${shown}单位` }];
  }
  const likely = doubtfulUnit(stated, median);
  if (likely === undefined || median === undefined) return [];
  const why = `中间一笔只写着 ${String(median)}`;
  return [
    {
      ...at,
      kind: "unitDoubt",
      stated,
      likely,
      why: likely === "元" || likely === "千元" ? why.replace("只", "") : why,
    },
  ];
}
