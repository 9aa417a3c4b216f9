import type { Ledger } from "../../domain/ledger/ledger";
import { count } from "./amount";

/** A ledger in one line: "贷款台账 · 表头第3-4行 · 300笔 / 180户 · 万元". */
export function recognisedLine({ layout, drawdowns, customers }: Ledger): string {
  const [first, last] = layout.headerRows;
  const rows = first === last ? String(first + 1) : `${String(first + 1)}-${String(last + 1)}`;
  const extent = `${count(drawdowns)}笔 / ${count(customers.length)}户`;
  return [layout.sheet, `表头第${rows}行`, extent, layout.unit].join(" · ");
}
