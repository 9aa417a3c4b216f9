import { beforeText, classNow, moveName, nameText, nowText, reasonText } from "../../domain/history/changeWords";
import type { Compared, Comparison, Migration, Move } from "../../domain/history/compare";
import type { LoanClass } from "../../domain/loan/loanClass";
import type { Money } from "../../domain/loan/money";
import type { RiskGroup } from "../../domain/risk/group";

/** The moves that are listed, in the order of their buttons. */
export const listedMoves = ["worse", "new", "better", "gone"] as const satisfies readonly Move[];

/** A cell of one of the two matrices. */
export type Crossing =
  | { readonly of: "groups"; readonly from: RiskGroup; readonly to: RiskGroup }
  | { readonly of: "classes"; readonly from: LoanClass; readonly to: LoanClass };

/** What the list of changes is narrowed to. */
export interface ChangeFilter {
  /** None narrows nothing. */
  readonly moves: ReadonlySet<Move>;
  readonly crossing: Crossing | undefined;
}

/** One customer that changed. */
export interface ChangeRow {
  readonly name: string;
  readonly move: Move;
  readonly moved: string;
  /** "C 关注/正常 → D 高风险/关注"; one state alone for who came or went. */
  readonly states: string;
  readonly balance: Money | undefined;
  readonly reason: string;
  /** 0-based row of the customer's first open drawdown, else of its first; undefined where the ledger does not name it any more. */
  readonly row: number | undefined;
}

function rowOf(one: Compared): ChangeRow {
  const { move, now, before, customer } = one;
  const drawdowns = customer?.drawdowns ?? [];
  const first = drawdowns.find(({ standing }) => standing === "live") ?? drawdowns[0];
  return {
    ...{ name: nameText(one), move, moved: moveName[move], reason: reasonText(one) },
    states: [beforeText(one), nowText(one)].filter((text) => text !== "").join(" → "),
    balance: now?.balance ?? before?.balance,
    row: first?.row,
  };
}

function crosses(one: Compared, crossing: Crossing): boolean {
  const { now, before } = one;
  if (now === undefined || before === undefined) return false;
  return crossing.of === "groups"
    ? before.group === crossing.from && now.group === crossing.to
    : before.loanClass === crossing.from && classNow(now) === crossing.to;
}

/** The customers that changed and that the filter leaves, the gravest first. */
export function changeRows({ changed }: Comparison, { moves, crossing }: ChangeFilter): readonly ChangeRow[] {
  return changed
    .filter((one) => moves.size === 0 || moves.has(one.move))
    .filter((one) => crossing === undefined || crosses(one, crossing))
    .map(rowOf);
}

/** A cell of a matrix for the pane; `way` tells whether who stands there became worse. */
export interface MatrixCell<State> {
  readonly from: State;
  readonly to: State;
  readonly customers: number;
  readonly balance: Money;
  readonly way: "worse" | "better" | "stayed";
}

function wayOf(row: number, column: number): MatrixCell<unknown>["way"] {
  if (row === column) return "stayed";
  return column > row ? "worse" : "better";
}

/** The rows of a matrix, each with the state before. */
export function matrixRows<State extends string>({
  states,
  customers,
  balances,
}: Migration<State>): readonly { readonly from: State; readonly cells: readonly MatrixCell<State>[] }[] {
  return states.map((from, row) => ({
    from,
    cells: states.map((to, column) => ({
      ...{ from, to, way: wayOf(row, column), customers: customers[row]?.[column] ?? 0 },
      balance: balances[row]?.[column] ?? (0 as Money),
    })),
  }));
}
