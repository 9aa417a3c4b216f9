import { inYuan, sum, type Money } from "../loan/money";
import type { CellValue } from "./cells";
import { plainHeading } from "./headings";
import type { Drawdown, Layout, TotalCheck } from "./ledger";
import { parseAmount, yuanIn } from "./parseAmount";
import type { RowProblem } from "./problem";

/** The row in which a ledger says its total, 0-based. */
export interface TotalRow {
  readonly row: number;
  readonly cellAt: (column: number) => CellValue;
  /** How it begins: 合计, 合计（万元）. */
  readonly label: string;
}

const keptOf = {
  balance: ({ balance }: Drawdown) => balance,
  loanAmount: ({ amount }: Drawdown) => amount,
} as const;

/** The ledger's own total of the balance, else of the amount, against the rows that were kept; undefined where it says none. */
export function totalCheck(
  layout: Layout,
  total: TotalRow | undefined,
  drawdowns: readonly Drawdown[],
): TotalCheck | undefined {
  if (total === undefined) return undefined;
  for (const field of ["balance", "loanAmount"] as const) {
    const column = layout.columns.get(field);
    if (column === undefined) continue;
    const unit = column.unit ?? layout.unit;
    const said = parseAmount(total.cellAt(column.column), plainHeading(total.label).unit ?? unit);
    if (said.kind !== "amount") continue;
    const kept = drawdowns.map(keptOf[field]).filter((amount) => amount !== undefined);
    if (kept.length === 0) continue;
    const found = sum(kept);
    const inUnit = (amount: Money) => Number((inYuan(amount) / yuanIn[unit]).toPrecision(15));
    return { expected: inUnit(said.amount), found: inUnit(found), row: total.row, column: column.column };
  }
  return undefined;
}

const TOLERANCE = 0.01;

/** Says at its cell that a total does not fit the rows. */
export function mismatch({ sheet }: Layout, { row, column, expected, found }: TotalCheck): readonly RowProblem[] {
  if (Math.abs(expected - found) <= TOLERANCE) return [];
  return [{ kind: "totalMismatch", sheet, row, column, expected, found }];
}
