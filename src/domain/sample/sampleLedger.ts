import type { Content, Look, SheetDraft } from "../change/change";
import type { Extent } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { dayParts, formatDay, OFFSET_1904, type Day } from "../loan/day";
import { sampleCustomers } from "./customers";
import { sampleDrawdowns, type SampleDrawdown } from "./drawdowns";
import { random } from "./random";

const CUSTOMERS = 180;
const DRAWDOWNS = 300;
const SEED = 20_261_123;

const groups = [
  "",
  "借款人信息",
  "",
  "",
  "",
  "贷款信息",
  "",
  "",
  "",
  "",
  "",
  "担保信息",
  "",
  "",
  "",
  "风险情况",
  "",
  "",
  "回访情况",
  "",
  "管理信息",
  "",
];
const headings = [
  "序号",
  "客户名称",
  "客户号",
  "客户类型",
  "所属行业",
  "借据号",
  "贷款品种",
  "贷款金额",
  "贷款余额",
  "发放日期",
  "到期日期",
  "担保方式",
  "保证人",
  "抵押物",
  "评估价值",
  "五级分类",
  "逾期天数",
  "是否借新还旧",
  "上次回访日期",
  "回访方式",
  "客户经理",
  "支行",
];
const widths = [6, 26, 10, 11, 20, 14, 14, 10, 10, 12, 13, 10, 20, 9, 10, 10, 10, 12, 13, 10, 13, 12];

/** A day as a cell of the workbook holds it. */
type Serial = (day: Day | "") => Content;

/** The notations in which the people of a bank write a day. */
function written(day: Day | "", index: number, serial: Serial): Content {
  if (day === "") return "";
  const { year, month, date } = dayParts(day);
  switch (index % 8) {
    case 3:
      return `${String(year)}.${String(month)}.${String(date)}`;
    case 5:
      return `${String(year)}年${String(month)}月${String(date)}日`;
    case 7:
      return year * 10_000 + month * 100 + date;
    default:
      return serial(day);
  }
}

function rowOf(drawdown: SampleDrawdown, number: number, serial: Serial): readonly Content[] {
  const { customer } = drawdown;
  return [
    number,
    customer.name,
    customer.number,
    customer.type,
    customer.industry,
    drawdown.note,
    drawdown.product,
    drawdown.amount,
    drawdown.balance,
    serial(drawdown.disbursed),
    written(drawdown.matures, number, serial),
    drawdown.guarantee,
    drawdown.guarantor,
    drawdown.collateral,
    drawdown.collateralValue,
    drawdown.loanClass,
    drawdown.overdueDays,
    drawdown.renewed,
    serial(drawdown.lastVisit),
    drawdown.method,
    customer.manager,
    customer.branch,
  ];
}

const AMOUNT = 7;
const BALANCE = 8;
const MATURES = 10;

function totalRow(label: string, drawdowns: readonly SampleDrawdown[]): readonly Content[] {
  const cells = new Array<Content>(headings.length).fill("");
  const total = (amounts: readonly number[]) => Number(amounts.reduce((sum, amount) => sum + amount, 0).toFixed(2));
  cells[1] = label;
  cells[AMOUNT] = total(drawdowns.map(({ amount }) => amount));
  cells[BALANCE] = total(drawdowns.map(({ balance }) => balance));
  return cells;
}

/** The rows, with a subtotal after each branch; two cells hold what nobody can read. */
function body(drawdowns: readonly SampleDrawdown[], serial: Serial): readonly (readonly Content[])[] {
  const rows: (readonly Content[])[] = [];
  drawdowns.forEach((drawdown, index) => {
    const row = [...rowOf(drawdown, index + 1, serial)];
    if (index === 41) row[MATURES] = "2026-02-30";
    if (index === 137) row[AMOUNT] = "待定";
    rows.push(row);
    const { branch } = drawdown.customer;
    if (drawdowns[index + 1]?.customer.branch !== branch) {
      rows.push(
        totalRow(
          "小计",
          drawdowns.filter(({ customer }) => customer.branch === branch),
        ),
      );
    }
  });
  return [...rows, totalRow("合计", drawdowns)];
}

const SMALLEST_COMPACT_DAY = 19_000_101;
const HEADER_ROW = 3;
const DATA_ROW = 4;

const DAY_LOOK: Look = { numberFormat: "yyyy-mm-dd", align: "center" };
const MONEY_LOOK: Look = { numberFormat: "#,##0.00" };

function at(row: number, column: number, { columns = 1, rows = 1 } = {}): Extent {
  return { row, column, rows, columns };
}

/** A ledger to try the assistant on: title, unit line, two header rows, 300 invented drawdowns of 180 invented customers, subtotals, a circle of guarantors, two unreadable cells. Always the same for a day. */
export function sampleLedger(today: Day, dateSystem: DateSystem): SheetDraft {
  const serial: Serial = (day) => (day === "" || dateSystem === 1900 ? day : day - OFFSET_1904);
  const chance = random(SEED);
  const customers = sampleCustomers(CUSTOMERS, chance);
  const drawdowns = sampleDrawdowns(customers, DRAWDOWNS, { today, chance });
  const rows = body(drawdowns, serial);
  const title: Content[] = ["示例支行贷款台账（虚构数据）"];
  const unit: Content[] = ["单位：万元", "", "", `制表日期：${formatDay(today)}`];
  const width = headings.length;
  const down = (column: number, look: Look) => ({ at: at(DATA_ROW, column, { rows: rows.length }), look });
  /** A day as the number yyyymmdd is shown as the number it is. */
  const compactDays = rows.flatMap((row, index) =>
    Number(row[MATURES]) > SMALLEST_COMPACT_DAY
      ? [{ at: at(DATA_ROW + index, MATURES), look: { numberFormat: "0" } }]
      : [],
  );
  return {
    name: "示例台账",
    cells: [title, unit, groups, headings, ...rows],
    looks: [
      { at: at(0, 0), look: { bold: true, size: 16 } },
      {
        at: at(2, 0, { columns: width, rows: 2 }),
        look: { bold: true, fill: "#D9E1F2", align: "center", border: "#8EA9DB", wrap: true },
      },
      { at: at(DATA_ROW, 0, { columns: width, rows: rows.length }), look: { border: "#D0D0D0" } },
      ...[9, MATURES, 18].map((column) => down(column, DAY_LOOK)),
      ...compactDays,
      ...[AMOUNT, BALANCE, 14].map((column) => down(column, MONEY_LOOK)),
    ],
    widths,
    choices: [],
    names: [],
    landscape: true,
    frozenRows: HEADER_ROW + 1,
  };
}
