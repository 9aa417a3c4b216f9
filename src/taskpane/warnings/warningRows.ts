import type { Assessment } from "../../app/assessment";
import { levels, type Level } from "../../domain/risk/group";
import type { Judgement, Reason } from "../../domain/risk/judgement";

/** One open signal of a customer. */
export interface WarningRow {
  readonly sheet: string;
  readonly customer: string;
  /** 0-based cell of the drawdown that decided, else of the customer's first one. */
  readonly row: number;
  readonly column: number;
  readonly signal: Reason;
}

/** The levels that call for something, harshest first. */
export const openLevels = ["red", "orange", "yellow"] as const satisfies readonly Level[];

function firstRow({ customer }: Judgement): number {
  return customer.drawdowns.find(({ standing }) => standing === "live")?.row ?? 0;
}

/** Every red, orange and yellow signal, the harshest first, of one level in the order of the ledger. */
export function warningRows({ ledgers }: Pick<Assessment, "ledgers">): readonly WarningRow[] {
  const all = ledgers.flatMap(({ ledger, judgements }) =>
    judgements.flatMap((judgement) =>
      judgement.signals
        .filter(({ level }) => openLevels.some((one) => one === level))
        .map((signal): WarningRow => ({
          sheet: ledger.layout.sheet,
          customer: judgement.customer.name,
          row: signal.row ?? firstRow(judgement),
          column: ledger.layout.columns.get("customerName")?.column ?? 0,
          signal,
        })),
    ),
  );
  return [...all].sort((one, other) => levels.indexOf(other.signal.level) - levels.indexOf(one.signal.level));
}

/** How many customers have a signal of a level. */
export function customersWith(rows: readonly WarningRow[], level: Level): number {
  return new Set(
    rows.filter(({ signal }) => signal.level === level).map(({ sheet, customer }) => `${sheet} ${customer}`),
  ).size;
}
