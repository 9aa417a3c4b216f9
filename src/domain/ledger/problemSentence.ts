import { cellAddress } from "./cells";
import type { RowProblem } from "./problem";

type Sentences = { readonly [K in RowProblem["kind"]]: (problem: Extract<RowProblem, { kind: K }>) => string };

const unused = "这一格未采用，改正后再次标注即可。";

const sentences: Sentences = {
  notADate: ({ found }) => `写着“${found}”，不是有效日期。${unused}`,
  ambiguousDate: ({ found }) => `写着“${found}”，分不清年月日的顺序。${unused}请写成 2026-11-23 的样子。`,
  monthOnlyDate: ({ found, taken }) => `写着“${found}”，只有年月，暂按 ${taken} 计算。请补上日。`,
  implausibleDate: ({ found }) => `写着“${found}”，不在 1990 至 2060 年之间。${unused}`,
  notAnAmount: ({ found }) => `写着“${found}”，不是金额。${unused}`,
  dateInAmount: ({ found }) => `金额列中是日期“${found}”。${unused}`,
  negativeAmount: ({ found }) => `金额是负数（${found}），请核实。`,
  notANumber: ({ found }) => `写着“${found}”，不是天数。${unused}`,
  errorValue: ({ found }) => `公式出错（${found}）。${unused}`,
  unknownClass: ({ found }) => `写着“${found}”，不是五级分类中的任何一级。${unused}`,
  noCustomer: () => "没有客户名称，这一行未参与判断。",
  roundedId: ({ found }) => `号码按数字保存，超过 15 位的部分已被 Excel 改成 0（${found}），请以文本重新录入。`,
  invalidId: ({ found }) => `“${found}”不是有效的证件号码，请核实。`,
  duplicateNote: ({ found, firstRow }) => `借据号“${found}”与第 ${String(firstRow + 1)} 行重复，请核实。`,
  maturesBeforeDisbursed: ({ found }) => `到期日 ${found} 早于发放日，请核实。`,
  balanceAboveAmount: ({ found }) => `余额 ${found} 大于贷款金额，请核实。`,
  similarName: ({ found, other }) => `“${found}”与“${other}”可能是同一客户，暂按两户判断，请核实。`,
  sameNameOtherId: ({ found, other }) => `“${found}”还有另一个证件号码（${other}），按两户判断，请核实。`,
  unitDoubt: ({ stated, likely, why }) => `按“${stated}”计算，但${why}，更可能是“${likely}”，请核实单位。`,
  totalMismatch: ({ expected, found }) =>
    `台账合计为 ${String(expected)}，明细相加为 ${String(found)}，两者不符，请核实。`,
  futureVisit: ({ found }) => `回访日期 ${found} 晚于基准日，未计入。`,
};

/** What is wrong with a cell and what to do; the cell's address is said apart. */
export function problemSentence(problem: RowProblem): string {
  return (sentences[problem.kind] as (problem: RowProblem) => string)(problem);
}

/** `台账!B7`, the sheet's name in quotes where Excel wants it so. */
export function problemAddress({ sheet, row, column }: RowProblem): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${cellAddress(row, column)}`;
}
