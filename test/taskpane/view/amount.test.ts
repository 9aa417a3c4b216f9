import { money } from "../../../src/domain/loan/money";
import { compactAmount, inTenThousands } from "../../../src/taskpane/view/amount";

test.each([
  [0, "0.00万", "0万"],
  [12_800_000_00, "1,280.00万", "1,280万"],
  [99_994_999_00, "9,999.50万", "9,999万"],
  [99_995_000_00, "9,999.50万", "1.00亿"],
  [128_000_000_00, "12,800.00万", "1.28亿"],
  [12_345_000_000_00, "1,234,500.00万", "123亿"],
  [99_900_000_000_00, "9,990,000.00万", "999亿"],
  [99_999_000_000_00, "9,999,900.00万", "1,000亿"],
  [158_000_000_000_00, "15,800,000.00万", "1,580亿"],
  [-50_000_00, "-5.00万", "-5万"],
])("%d 分 is %s, or %s where there is little room", (fen, full, compact) => {
  expect(inTenThousands(money(fen))).toBe(full);
  expect(compactAmount(money(fen))).toBe(compact);
});
