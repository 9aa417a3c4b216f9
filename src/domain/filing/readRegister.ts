import { dayOfCell } from "../loan/day";
import type { CellValue } from "../ledger/cells";
import type { ColumnCells, DateSystem } from "../ledger/survey";
import { guarantorKinds } from "../record/guarantorFacts";
import { ID_LABEL } from "../record/shownId";
import type { RegisterHeading, RegisterLine, RegisterPlace } from "./register";

/** What a line of the register begins with; any other row is a person's note. */
const NUMBER = /^DH-\d{8}-\d{3,}$/;

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
    isGuarantor: guarantorKinds.some((kind) => kind === text("检查类型", index)),
    id: text(ID_LABEL, index),
    method: text("检查方式", index),
    visited: dayOfCell(at("检查日期", index), dateSystem),
    inspector: text("检查人", index),
    coInspector: text("协(复)查人", index),
    conclusion: text("检查结论", index),
    signals: text("信号", index),
    measure: text("措施", index),
    deadline: dayOfCell(at("完成期限", index), dateSystem),
    state: text("状态", index),
    row: cells.firstRow + index,
  }));
  return lines
    .filter(({ number }) => NUMBER.test(number))
    .sort((one, other) => (one.visited ?? 0) - (other.visited ?? 0));
}
