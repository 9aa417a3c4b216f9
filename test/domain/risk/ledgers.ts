import type { CellValue } from "../../../src/domain/ledger/cells";
import { day, type Day } from "../../../src/domain/loan/day";
import { judge } from "../../../src/domain/risk/judge";
import type { Judgement } from "../../../src/domain/risk/judgement";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import type { Settings } from "../../../src/domain/settings/settings";
import { ledgerOf } from "../ledger/sheets";

export const ASOF = day("2026-11-23");

const plain = {
  客户名称: "云岭样品商行",
  客户类型: "小微企业",
  借据号: "JJ1",
  "贷款金额(元)": 5_000_000,
  "贷款余额(元)": 5_000_000,
  发放日期: "2026-03-02",
  到期日期: "2027-08-02",
  五级分类: "正常",
  逾期天数: 0,
  欠息天数: 0,
  展期次数: 0,
  是否借新还旧: "否",
  是否重组: "否",
  是否普惠: "否",
  担保方式: "信用",
  抵押物: "",
  行业: "",
  所属集团: "",
  "评估价值(元)": "",
  上次回访日期: "2026-11-02",
} as const satisfies Readonly<Record<string, CellValue>>;

/** What a test changes in an ordinary drawdown, by heading. */
export type Told = Readonly<Partial<Record<keyof typeof plain, CellValue>>>;

/** Every customer of a ledger with these drawdowns, judged. Two ordinary ones of other customers stand before them. */
export function judged(
  drawdowns: readonly Told[],
  settings: Settings = defaultSettings,
  asOf: Day = ASOF,
): readonly Judgement[] {
  const headings = Object.keys(plain) as (keyof typeof plain)[];
  const others = ["溪口样品加工厂", "松台样品贸易部"].map((name, index) => ({
    客户名称: name,
    借据号: `JJ9${String(index)}`,
  }));
  const rows = [...others, ...drawdowns].map((told: Told, index) => {
    const row = { ...plain, 借据号: `JJ${String(index)}`, ...told };
    return headings.map((heading) => row[heading]);
  });
  const ledger = ledgerOf([headings, ...rows]);
  return judge(ledger, settings, asOf).slice(others.length);
}

/** The one customer of these drawdowns. */
export function judgedOne(...drawdowns: readonly Told[]): Judgement {
  const [judgement] = judged(drawdowns);
  if (judgement === undefined) throw new Error("the customer was not judged");
  return judgement;
}
