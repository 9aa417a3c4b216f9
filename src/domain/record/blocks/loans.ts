import type { Drawdown } from "../../ledger/ledger";
import { loanClassName } from "../../loan/loanClass";
import { inTenThousands, inYuan, sum, type Money } from "../../loan/money";
import type { RecordFacts } from "../facts";
import { given, head, label, line, MONEY, type Block, type FormLine } from "../form";
import { dayContent } from "./basics";

const SHOWN = 6;
/** Days in a narrow column. */
const SHORT_DAY = "yy-mm-dd";
/** Without decimals where a narrow column would have no room for them. */
const TEN_THOUSANDS = "[>=100000]#,##0;#,##0.00";

const yuan = (amount: Money | undefined) => (amount === undefined ? "" : inYuan(amount));
const tenThousands = (amount: Money | undefined) => (amount === undefined ? "" : inTenThousands(amount));

type LoanFacts = Pick<RecordFacts, "drawdowns" | "judgement" | "dateSystem">;

function loanLine(drawdown: Drawdown, facts: LoanFacts): FormLine {
  const { noteNo, contractNo, product, amount, balance, disbursed, matures, loanClass, overdueDays } = drawdown;
  return line(
    given(noteNo ?? contractNo ?? "", 2, { numberFormat: "@" }),
    given(product ?? "", 2),
    given(tenThousands(amount), 1, { numberFormat: TEN_THOUSANDS }),
    given(yuan(balance), 2, { numberFormat: MONEY }),
    given(dayContent(disbursed, facts), 1, { numberFormat: SHORT_DAY }),
    given(dayContent(matures, facts), 1, { numberFormat: SHORT_DAY }),
    given([...drawdown.guarantees].join("、"), 1),
    given(loanClass === undefined ? "" : loanClassName[loanClass], 1),
    given(overdueDays ?? "", 1),
  );
}

/** A line with the formats of a drawdown's, for a sheet whose lines stay where they are. */
const blank = line(
  ...[given("", 2, { numberFormat: "@" }), given("", 2), given("", 1, { numberFormat: TEN_THOUSANDS })],
  ...[given("", 2, { numberFormat: MONEY }), given("", 1, { numberFormat: SHORT_DAY })],
  ...[given("", 1, { numberFormat: SHORT_DAY }), given("", 1), given("", 1), given("", 1)],
);

/** ② The customer's live drawdowns: all of them, six lines and then their number, with the sum. `leastLines` of them are there in any case. */
export function loans(facts: LoanFacts, leastLines = 0): Block {
  const { drawdowns, judgement } = facts;
  const rest = drawdowns.length - SHOWN;
  const more = rest > 0 ? `，另有 ${String(rest)} 笔见台账` : "";
  const amounts = drawdowns.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return [
    line(
      head("借据号", 2),
      head("品种", 2),
      head("金额(万)"),
      head("余额(元)", 2),
      head("发放"),
      head("到期"),
      head("担保"),
      head("五级"),
      head("逾期天"),
    ),
    ...drawdowns.slice(0, SHOWN).map((drawdown) => loanLine(drawdown, facts)),
    ...Array.from({ length: Math.max(0, leastLines - Math.min(SHOWN, drawdowns.length)) }, () => blank),
    line(
      label(`共 ${String(drawdowns.length)} 笔${more}`, 4),
      given(tenThousands(sum(amounts)), 1, { numberFormat: TEN_THOUSANDS }),
      given(inYuan(judgement.balance), 2, { key: "balance", numberFormat: MONEY }),
      given("", 5),
    ),
  ];
}
