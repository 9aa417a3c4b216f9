import { inYuan, type Money } from "../../domain/loan/money";

const whole = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 0 });
const hundredths = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An amount in 万元 to the hundredth: "1,280.00万". */
export function inTenThousands(amount: Money): string {
  return `${hundredths.format(inYuan(amount) / 1e4)}万`;
}

/** An amount in at most six characters: "1,280万", from a 亿 on "1.28亿", from 1,000 亿 on "1,580亿". */
export function compactAmount(amount: Money): string {
  const tenThousands = Math.round(inYuan(amount) / 1e4);
  if (Math.abs(tenThousands) < 1e4) return `${whole.format(tenThousands)}万`;
  const hundredMillions = tenThousands / 1e4;
  const isLong = Math.abs(hundredMillions) >= 999.5;
  return `${isLong ? whole.format(hundredMillions) : hundredMillions.toPrecision(3)}亿`;
}

/** A count with its thousands set apart. */
export function count(of: number): string {
  return whole.format(of);
}
