import { formatDay } from "../loan/day";
import { dayIn, nameIn, nameLabel, type FilledRecord } from "./filledRecord";
import { findingAt, type Finding } from "./finding";
import type { RegisterLine } from "./register";

/** A record whose number is registered for another customer or another day was copied from a filed one. */
export function copiedFrom(known: RegisterLine, record: FilledRecord): readonly Finding[] {
  const isSame = known.customer === nameIn(record) && known.visited === dayIn(record, "检查日期");
  if (isSame) return [];
  const day = known.visited === undefined ? "" : `，${formatDay(known.visited)}`;
  const message = `编号 ${known.number} 已登记给“${known.customer}”${day}，这张表像是复制来的。请用“生成回访表”新建一张`;
  return [findingAt(record, nameLabel(record), { clause: "", message, isWaivable: false })];
}
