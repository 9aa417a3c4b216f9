import { cellAddress } from "./cells";
import type { RowProblem } from "./problem";

const idNames = { idNo: "证件号码", customerId: "客户号" } as const;

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
  duplicateNote: ({ found, firstRow }) => `借据号“${found}”与第 ${String(firstRow + 1)} 行重复，请核实。`,
  maturesBeforeDisbursed: ({ found }) => `到期日 ${found} 早于发放日，请核实。`,
  balanceAboveAmount: ({ found }) => `余额 ${found} 大于贷款金额，请核实。`,
  similarName: ({ found, other }) => `“${found}”与“${other}”可能是同一客户，暂按两户判断，请核实。`,
  sameNameOtherId: ({ found, other, of }) => `“${found}”还有另一个${idNames[of]}（${other}），按两户判断，请核实。`,
  unitDoubt: ({ stated, likely, why }) => `按“${stated}”计算，但${why}，更可能是“${likely}”，请核实单位。`,
  unitGuessed: ({ taken }) => `没有写明单位，按金额大小暂按“${taken}”计算，请核实，并在标题中写明单位。`,
  otherUnit: ({ stated, likely, times }) =>
    `按“${stated}”计算，金额是余额的 ${times} 倍，更可能是“${likely}”。这一列未采用，请核实单位，并在标题中写明。`,
  anotherTable: ({ found, heading }) =>
    `从这一行起像是另一张表：这里写着“${found}”，上面这一列是“${heading}”。这一行和以下各行没有处理。是贷款的，请移到另一张工作表。`,
  tableAbove: ({ headerRow }) =>
    `从这里起还有一张像台账的表，没有处理；处理的是表头在第 ${String(headerRow + 1)} 行的那张。请把其中一张移到另一张工作表。`,
  tableBeside: () => "从这一列起，右侧还有一张表头相同的表，其中的借据没有处理。请移到另一张工作表。",
  totalMismatch: ({ expected, found }) =>
    `台账合计为 ${String(expected)}，明细相加为 ${String(found)}，两者不符，请核实。`,
  futureVisit: ({ found }) => `回访日期 ${found} 晚于基准日，未计入。`,
  unknownGroup: ({ found }) => `写着“${found}”，不是 A 至 E 中的一组，仍按系统判断。请从下拉列表中选。`,
  groupUnexplained: ({ found, isUsed }) =>
    isUsed ? `人工组别“${found}”没有写理由，请补写。` : `人工组别“${found}”没有写理由，未采用。请补写后再次标注。`,
  mildGroupEndless: ({ found, machine }) =>
    `人工组别“${found}”比系统的“${machine}”宽，却没有写到期日，未采用。请填写“调整到期”。`,
  groupExpired: ({ found }) => `人工组别“${found}”已到期，恢复系统判断。需要延续请改到期日，否则请删去。`,
  groupsDiffer: ({ found, other, otherRow }) =>
    `人工组别“${found}”与第 ${String(otherRow + 1)} 行的“${other}”不一致，按较严的判断，请改为一致。`,
  deferralUnexplained: ({ found }) => `暂缓回访至 ${found}，却没有写理由，未采用。请填写“暂缓理由”。`,
  deferralEndless: () => "写了暂缓理由，却没有写暂缓到哪一天，未采用。请填写“暂缓回访至”。",
  deferralsDiffer: ({ found, taken }) =>
    `同一客户的暂缓日期不一致（${found}、${taken}），按较早的 ${taken}，请改为一致。`,
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
