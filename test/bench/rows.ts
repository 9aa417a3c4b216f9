const headings = [
  "序号",
  "客户名称",
  "客户号",
  "客户类型",
  "所属行业",
  "借据号",
  "贷款品种",
  "贷款金额(元)",
  "贷款余额(元)",
  "发放日",
  "到期日",
  "担保方式",
  "保证人",
  "抵押物",
  "评估价值(元)",
  "五级分类",
  "逾期天数",
  "是否借新还旧",
  "上次回访日期",
  "回访方式",
  "客户经理",
  "支行",
];

const types = ["小微企业", "个人经营", "对公", "个人消费"];
const industries = ["制造业", "批发和零售业", "建筑业", "农、林、牧、渔业", "住宿和餐饮业"];

/** A heading and so many invented drawdowns, three to a customer, the same every time; `dayAt` gives the serial number of the day so many days from the day of reference. */
export function ledgerRows(rows: number, dayAt: (offset: number) => number): readonly (readonly (string | number)[])[] {
  return [headings, ...Array.from({ length: rows }, (_, index) => drawdown(index, dayAt))];
}

function drawdown(index: number, dayAt: (offset: number) => number): readonly (string | number)[] {
  const customer = Math.floor(index / 3);
  const overdue = index % 23 === 0 ? (index % 400) + 1 : 0;
  const amount = 50_000 + ((index * 7919) % 900) * 10_000;
  const loanClass = overdue > 90 ? "次级" : overdue > 0 ? "关注" : "正常";
  return [
    index + 1,
    `样本客户${String(customer)}`,
    `KH${String(customer).padStart(7, "0")}`,
    types[customer % 4] ?? "",
    industries[customer % 5] ?? "",
    `JJ${String(index).padStart(9, "0")}`,
    "流动资金贷款",
    amount,
    Math.round(amount * 0.8),
    dayAt(-400 - (index % 300)),
    dayAt(overdue > 0 ? -overdue : 30 + (index % 500)),
    "抵押",
    "",
    "厂房",
    amount * 2,
    loanClass,
    overdue,
    "否",
    dayAt(-(index % 120)),
    "现场",
    `样本经理${String(customer % 17)}`,
    `示例${String(customer % 9)}支行`,
  ];
}
