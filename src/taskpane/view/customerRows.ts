import type { AssessedLedger, Assessment } from "../../app/assessment";
import type { Drawdown } from "../../domain/ledger/ledger";
import type { Day } from "../../domain/loan/day";
import type { Money } from "../../domain/loan/money";
import { riskGroups, type RiskGroup } from "../../domain/risk/group";
import type { Judgement } from "../../domain/risk/judgement";
import type { DutyKind, VisitStatus } from "../../domain/visits/duty";
import type { CustomerPick } from "./filter";

/** One customer as the list shows it. */
export interface CustomerRow {
  readonly key: string;
  readonly sheet: string;
  readonly name: string;
  /** 0-based cell of the customer's first live drawdown. */
  readonly row: number;
  readonly column: number;
  readonly group: RiskGroup;
  readonly balance: Money;
  readonly due: Day;
  readonly duty: DutyKind;
  readonly daysUntil: number;
  readonly status: VisitStatus;
  /** Every account manager of a live drawdown. */
  readonly managers: readonly string[];
  readonly judgement: Judgement;
}

/** The account managers of some drawdowns, each once. */
function managersIn(drawdowns: readonly Drawdown[]): readonly string[] {
  const managers: string[] = [];
  for (const { manager } of drawdowns) {
    if (manager !== undefined && !managers.includes(manager)) managers.push(manager);
  }
  return managers;
}

function rowsOf({ ledger: { layout }, judgements }: AssessedLedger): readonly CustomerRow[] {
  const column = layout.columns.get("customerName")?.column ?? 0;
  return judgements.map((judgement) => {
    const { customer, group, balance, duty, daysUntil, status } = judgement;
    const live = customer.drawdowns.filter(({ standing }) => standing === "live");
    return {
      key: customer.key,
      sheet: layout.sheet,
      name: customer.name,
      row: live[0]?.row ?? layout.firstDataRow,
      column,
      group,
      balance,
      due: duty.due,
      duty: duty.kind,
      daysUntil,
      status,
      managers: managersIn(live),
      judgement,
    };
  });
}

const badness = (group: RiskGroup): number => riskGroups.indexOf(group);

/** The customers of all ledgers: the most urgent first, of one day the worst group, then the largest balance. */
export function customerRows({ ledgers }: Pick<Assessment, "ledgers">): readonly CustomerRow[] {
  return ledgers
    .flatMap(rowsOf)
    .sort(
      (one, other) => one.due - other.due || badness(other.group) - badness(one.group) || other.balance - one.balance,
    );
}

/** Every account manager of the rows, sorted as Chinese names are. */
export function managersOf(rows: readonly CustomerRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ managers }) => managers))].sort((one, other) => one.localeCompare(other, "zh-CN"));
}

/** The customer on a 0-based row of a sheet; undefined outside of every ledger and for a settled customer. */
export function customerAt({ ledgers }: Assessment, sheet: string, row: number): CustomerPick | undefined {
  for (const { ledger, judgements } of ledgers) {
    if (ledger.layout.sheet !== sheet) continue;
    const found = judgements.find(({ customer }) => customer.drawdowns.some((drawdown) => drawdown.row === row));
    if (found !== undefined) return { sheet, key: found.customer.key, name: found.customer.name };
  }
  return undefined;
}

/** The keys of the customers on some rows of a sheet, in the order of the ledger. */
export function customersAt(
  { ledgers }: Assessment,
  { sheet, row, rows }: { readonly sheet: string; readonly row: number; readonly rows: number },
): readonly string[] {
  const isSelected = (drawdown: Drawdown) => drawdown.row >= row && drawdown.row < row + rows;
  return ledgers
    .filter(({ ledger }) => ledger.layout.sheet === sheet)
    .flatMap(({ judgements }) => judgements.filter(({ customer }) => customer.drawdowns.some(isSelected)))
    .map(({ customer }) => customer.key);
}
