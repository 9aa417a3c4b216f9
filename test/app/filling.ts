import type { Book, Scalar } from "../../src/embedded/xlsx/model";
import { TODAY } from "../embedded/workbooks";

/** The hand of a visitor: writes answers into a record's sheet beside their labels. */
export interface Hand {
  readonly find: (text: string) => { readonly row: number; readonly column: number };
  readonly write: (label: string, value: Scalar, right?: number) => void;
  readonly read: (label: string, right?: number) => Scalar | undefined;
}

const COLUMNS = 12;

export function handOn(book: Book, name: string): Hand {
  const sheet = book.sheets.find((one) => one.name === name);
  const used = sheet?.used(true);
  if (sheet === undefined || used === undefined) throw new Error(`no sheet ${name}`);
  const rows = sheet.values({ row: 0, column: 0, rows: used.row + used.rows, columns: COLUMNS });
  const find = (text: string) => {
    for (const [row, cells] of rows.entries()) {
      const column = cells.findIndex((cell) => cell === text || cell === `${text}*`);
      if (column >= 0) return { row, column };
    }
    throw new Error(`no ${text} on ${name}`);
  };
  const at = (label: string, right: number) => {
    const { row, column } = find(label);
    return { row, column: column + right };
  };
  return {
    find,
    write: (label, value, right = 1) => {
      const { row, column } = at(label, right);
      sheet.setValue(row, column, value);
    },
    read: (label, right = 1) => {
      const { row, column } = at(label, right);
      return sheet.cell(row, column).value;
    },
  };
}

export const CONCLUSION =
  "生产线两班开工，库存与上月持平，应收账款集中在三家老客户，账期未拉长，现金流可以覆盖利息，暂未发现挪用贷款的情况。";

const usual: readonly (readonly [string, Scalar])[] = [
  ["检查方式", "上门"],
  ["检查日期", TODAY - 3],
  ["地点", "厂区"],
  ["受访人", "样甲"],
  ["身份", "实际控制人"],
  ["生产经营", "否"],
  ["还款能力", "否"],
  ["还款意愿", "否"],
  ["担保条件", "否"],
  ["整体风险", "否"],
  ["措施", "继续支持"],
  ["检查结论", CONCLUSION],
  ["检查人", "样乙"],
  ["协(复)查", "样丙"],
  ["复查意见", "属实"],
  ["照片张数", 6],
];

/** Fills all that a regular record asks for; `other` goes before the usual answers. */
export function fillIn(book: Book, name: string, other: Readonly<Record<string, Scalar>> = {}): Hand {
  const hand = handOn(book, name);
  for (const [label, value] of usual) hand.write(label, value);
  for (const [label, value] of Object.entries(other)) hand.write(label, value);
  const sheet = book.sheets.find((one) => one.name === name);
  const head = tryFind(hand, "系统提示信号");
  const signalAt = (row: number) => {
    const value = sheet?.cell(row, 0).value;
    return typeof value === "string" && value.startsWith("【");
  };
  for (let row = (head ?? Infinity) + 1; signalAt(row); row++) sheet?.setValue(row, 5, "采纳");
  return hand;
}

function tryFind(hand: Hand, text: string): number | undefined {
  try {
    return hand.find(text).row;
  } catch {
    return undefined;
  }
}
