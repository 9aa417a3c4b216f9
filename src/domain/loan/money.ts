declare const moneyBrand: unique symbol;

/** An amount in whole 分 (1/100 元). Negative amounts exist: a reversed booking, an overpaid loan. */
export type Money = number & { readonly [moneyBrand]: true };

/** An amount of so many 分; throws on a fraction or a number too large to be exact. */
export function money(fen: number): Money {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`Expected whole 分, got ${String(fen)}`);
  return fen as Money;
}

/** An amount in 元, rounded to the nearest 分 (half away from zero); undefined where it is too large to be exact. */
export function yuan(amount: number): Money | undefined {
  const fen = Math.sign(amount) * Math.round(Number((Math.abs(amount) * 100).toPrecision(15)));
  return Number.isSafeInteger(fen) ? money(fen + 0) : undefined;
}

/** The amount in 元, for showing and for ratios. */
export function inYuan(amount: Money): number {
  return amount / 100;
}

/** The amount in 万元, for showing. */
export function inTenThousands(amount: Money): number {
  return amount / 1_000_000;
}

/** The sum of amounts; 0 for none. */
export function sum(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total += amount;
  return money(total);
}
