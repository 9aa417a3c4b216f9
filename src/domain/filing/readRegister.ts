import type { CellValue } from "../ledger/cells";
import type { ColumnCells, DateSystem } from "../ledger/survey";
import { daySerial, OFFSET_1904, type Day } from "../loan/day";
import type { RegisterHeading, RegisterLine, RegisterPlace } from "./register";

function dayOf(value: CellValue, dateSystem: DateSystem): Day | undefined {
  if (typeof value !== "number" || value < 1) return undefined;
  return daySerial(Math.floor(value) + (dateSystem === 1904 ? OFFSET_1904 : 0));
}

/** The register's lines, in the order of their visits' days whatever way a person sorted them. */
export function readRegister(
  { columns }: RegisterPlace,
  cells: ColumnCells,
  dateSystem: DateSystem,
): readonly RegisterLine[] {
  const at = (heading: RegisterHeading, index: number): CellValue => {
    const column = columns.get(heading);
    return column === undefined ? "" : (cells.values.get(column)?.[index] ?? "");
  };
  const text = (heading: RegisterHeading, index: number) => String(at(heading, index)).trim();
  const lines = Array.from({ length: cells.rows }, (_, index) => ({
    number: text("编号", index),
    customer: text("客户名称", index),
    id: text("证件号码", index),
    method: text("检查方式", index),
    visited: dayOf(at("检查日期", index), dateSystem),
    inspector: text("检查人", index),
    conclusion: text("检查结论", index),
    state: text("状态", index),
    row: cells.firstRow + index,
  }));
  return lines.filter(({ number }) => number !== "").sort((one, other) => (one.visited ?? 0) - (other.visited ?? 0));
}
