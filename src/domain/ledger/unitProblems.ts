import type { CellValue } from "./cells";
import type { Field } from "./field";
import type { Layout, Unit } from "./ledger";
import { parseAmount, yuanIn } from "./parseAmount";
import type { RowProblem } from "./problem";
import type { ColumnCells } from "./survey";
import { doubtfulUnit, medianOf, middleOf } from "./units";

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

/** A column of amounts, as far as its unit is judged. */
interface Amounts {
  readonly field: Field;
  readonly column: number;
  readonly unit: Unit;
  readonly values: readonly CellValue[];
  readonly formats: readonly string[] | undefined;
}

function amountsOf(field: Field, layout: Layout, { values, formats }: ColumnCells): Amounts | undefined {
  const found = layout.columns.get(field);
  if (found === undefined) return undefined;
  const { column, unit = layout.unit } = found;
  const rows = (values.get(column) ?? []).slice(0, SAMPLE_ROWS);
  return { field, column, unit, values: rows, formats: formats.get(column) };
}

type Said<Kind> = Omit<Extract<RowProblem, { kind: Kind }>, "sheet" | "row" | "column">;

/** Doubts about the main amounts: a format that only shows another unit, values that cannot be loans in it, or a unit that nobody stated. */
function mainDoubt(
  { unit, values, formats }: Amounts,
  isGuessed: boolean,
): Said<"unitDoubt"> | Said<"unitGuessed"> | undefined {
  const median = medianOf(values);
  if (median === undefined) return undefined;
  const doubt = shownOnly(unit, median, formats) ?? impossible(unit, median);
  if (doubt !== undefined) return { kind: "unitDoubt", stated: unit, ...doubt };
  return isGuessed && unit !== "元" ? { kind: "unitGuessed", taken: unit } : undefined;
}

/** What was paid out, and what secures a loan, is between a fiftieth and five hundred times what is owed. */
const LEAST_TIMES = 0.02;
const MOST_TIMES = 500;
/** Fewer rows tell nothing of a column. */
const LEAST_ROWS = 3;

const isUsual = (times: number) => times >= LEAST_TIMES && times <= MOST_TIMES;

/** How many times the main amount the amounts of another column are, row by row where both are positive. */
function timesOf(other: Amounts, main: Amounts): readonly number[] {
  return other.values.flatMap((value, row) => {
    const amount = parseAmount(value, other.unit);
    const owed = parseAmount(main.values[row] ?? "", main.unit);
    if (amount.kind !== "amount" || owed.kind !== "amount") return [];
    return amount.amount > 0 && owed.amount > 0 ? [amount.amount / owed.amount] : [];
  });
}

/** A column beside the main one that makes sense in another unit alone. */
function otherUnit(other: Amounts, main: Amounts): Said<"otherUnit"> | undefined {
  const all = timesOf(other, main);
  const times = middleOf(all);
  if (times === undefined || all.length < LEAST_ROWS || isUsual(times)) return undefined;
  const timesIn = (unit: Unit) => (times * yuanIn[unit]) / yuanIn[other.unit];
  const oddness = (unit: Unit) => Math.abs(Math.log10(timesIn(unit)));
  const [likely] = (Object.keys(yuanIn) as Unit[])
    .filter((unit) => isUsual(timesIn(unit)))
    .sort((one, two) => oddness(one) - oddness(two));
  return likely && { kind: "otherUnit", stated: other.unit, likely, times: String(Number(times.toPrecision(2))) };
}

/** Columns of amounts that stand in proportion to the main one. */
const beside: readonly Field[] = ["loanAmount", "collateralValue"];

/** What is doubtful of a ledger's units. */
interface UnitDoubts {
  /** Each at the heading of its column. */
  readonly problems: readonly RowProblem[];
  /** Fields whose amounts cannot be taken in the unit that they are read in. */
  readonly unused: ReadonlySet<Field>;
}

/** What is doubtful of the units: of the main amounts, and where those are sound, of the columns beside them. */
export function unitDoubts(layout: Layout, cells: ColumnCells): UnitDoubts {
  const mainField = layout.columns.has("balance") ? "balance" : "loanAmount";
  const main = amountsOf(mainField, layout, cells);
  if (main === undefined) return { problems: [], unused: new Set() };
  const at = ({ column }: Amounts) => ({ sheet: layout.sheet, row: layout.headerRows[1], column });
  const said = mainDoubt(main, layout.isUnitGuessed);
  if (said?.kind === "unitDoubt") return { problems: [{ ...at(main), ...said }], unused: new Set() };
  const others = beside
    .filter((field) => field !== mainField)
    .map((field) => amountsOf(field, layout, cells))
    .filter((other) => other !== undefined)
    .flatMap((other) => {
      const doubt = otherUnit(other, main);
      return doubt === undefined ? [] : [{ field: other.field, problem: { ...at(other), ...doubt } }];
    });
  return {
    problems: [...(said === undefined ? [] : [{ ...at(main), ...said }]), ...others.map(({ problem }) => problem)],
    unused: new Set(others.map(({ field }) => field)),
  };
}
