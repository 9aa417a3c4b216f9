import type { CellValue } from "../ledger/cells";
import type { Field } from "../ledger/field";
import { normalisedName } from "../ledger/customers";
import type { Drawdown, Layout, Ledger } from "../ledger/ledger";
import type { RowProblem } from "../ledger/problem";
import { problemSentence } from "../ledger/problemSentence";
import type { ColumnCells } from "../ledger/survey";
import type { Day } from "../loan/day";
import type { Settings } from "../settings/settings";
import { healthRules, type RowSeen } from "./healthRules";

/** One thing that is wrong with a ledger's data; row and column 0-based. */
export interface Ailment {
  /** "D05"; "" for what was noticed in reading and has no number. */
  readonly clause: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly message: string;
}

/** The clauses of what reading and judging notice by themselves. */
const clauseOf: Readonly<Partial<Record<RowProblem["kind"], string>>> = {
  noCustomer: "D01",
  duplicateNote: "D02",
  maturesBeforeDisbursed: "D03",
  balanceAboveAmount: "D04",
  unknownClass: "D07",
  roundedId: "D10",
  totalMismatch: "D13",
  unitDoubt: "D15",
  unitGuessed: "D15",
  otherUnit: "D15",
  futureVisit: "D17",
};

/** Columns that the rules look into, where the ledger has them; 0-based. */
export function columnsToExamine({ columns }: Layout): readonly number[] {
  const fields: readonly Field[] = [
    ...healthRules.map(({ field }) => field),
    "collateral",
    "collateralValue",
    "interestDays",
    "overdueInterest",
  ];
  const found = fields.map((field) => columns.get(field)?.column).filter((column) => column !== undefined);
  return [...new Set(found)].sort((one, other) => one - other);
}

function medianOf(balances: readonly number[]): number {
  const sorted = balances.filter((balance) => balance > 0).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** What a ledger is examined with. */
export interface Examined {
  readonly cells: ColumnCells;
  readonly asOf: Day;
  readonly settings: Pick<Settings, "managerAliases">;
}

/** From this share of a ledger's managers on the names in the settings are taken for the list of all of them. */
const LEAST_LISTED = 0.5;

/** The list of account managers that the settings give; empty where they name but a few, whose other spellings alone are meant. */
function listedManagers(
  live: readonly Pick<Drawdown, "manager">[],
  { managerAliases }: Examined["settings"],
): ReadonlySet<string> {
  const listed = new Set([...managerAliases.values()].map(normalisedName));
  const found = new Set(live.flatMap(({ manager }) => (manager === undefined ? [] : [normalisedName(manager)])));
  const known = [...found].filter((name) => listed.has(name)).length;
  return known > 0 && known >= found.size * LEAST_LISTED ? listed : new Set();
}

/** Each open row of a ledger with its cells. */
function* rowsOf({ layout, customers }: Ledger, { cells, asOf, settings }: Examined): Iterable<RowSeen> {
  const isLive = ({ standing }: { standing: string }) => standing === "live";
  const live = customers.flatMap(({ drawdowns }) => drawdowns.filter(isLive));
  const medianBalance = medianOf(live.map(({ balance = 0 }) => balance));
  const managers = listedManagers(live, settings);
  for (const customer of customers) {
    for (const drawdown of customer.drawdowns.filter(isLive)) {
      const cell = (field: Field): CellValue | undefined => {
        const column = layout.columns.get(field)?.column;
        return column === undefined ? undefined : (cells.values.get(column)?.[drawdown.row - cells.firstRow] ?? "");
      };
      yield { customer, drawdown, cell, medianBalance, asOf, managers };
    }
  }
}

/** Everything that is wrong with a ledger's data: what was noticed in reading, and what the rules find, by clause and row. */
export function examine(ledger: Ledger, problems: readonly RowProblem[], examined: Examined): readonly Ailment[] {
  const { sheet, columns } = ledger.layout;
  const noticed = problems.map((problem): Ailment => {
    const { row, column, kind } = problem;
    return { clause: clauseOf[kind] ?? "", sheet: problem.sheet, row, column, message: problemSentence(problem) };
  });
  const found = [...rowsOf(ledger, examined)].flatMap((seen) =>
    healthRules.flatMap(({ clause, field, says }): Ailment[] => {
      const column = columns.get(field)?.column;
      const message = column === undefined ? undefined : says(seen);
      if (column === undefined || message === undefined) return [];
      return [{ clause, sheet, row: seen.drawdown.row, column, message }];
    }),
  );
  const order = (clause: string) => (clause === "" ? "Z" : clause);
  return [...noticed, ...found].sort(
    (one, other) => order(one.clause).localeCompare(order(other.clause)) || one.row - other.row,
  );
}
