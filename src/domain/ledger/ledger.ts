import type { LoanClass } from "../loan/loanClass";
import type { Day } from "../loan/day";
import type { Money } from "../loan/money";
import type { CellValue, Extent } from "./cells";
import type { Field } from "./field";
import type { Opinion } from "./opinion";
import type { RowProblem } from "./problem";
import type { DateSystem } from "./survey";

export type Unit = "元" | "千元" | "万元" | "亿元";

/** The column in which a field was found. */
export interface FieldColumn {
  readonly field: Field;
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  /** For amounts alone. */
  readonly unit?: Unit;
  /** 0 to 1: how sure heading and values together make us. */
  readonly confidence: number;
  /** "mapping" where a person said so; else heading and values did. */
  readonly source?: "mapping";
  /** The column that came second, where one came near. */
  readonly runnerUp?: { readonly column: number; readonly heading: string; readonly confidence: number };
}

/** How a ledger lies on its sheet: what the header alone tells, before its rows are read. */
export interface Layout {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly dateSystem: DateSystem;
  /** 0-based, inclusive. */
  readonly headerRows: readonly [number, number];
  /** 0-based; the first row under the header (and under a number row or a total row directly below it). */
  readonly firstDataRow: number;
  /** The total that stands between header and first data row, 0-based; absent where none does. */
  readonly totalAbove?: { readonly row: number; readonly cells: readonly CellValue[] };
  /** Where another table that would be a ledger stands above the header, 0-based; absent where none does. */
  readonly tableAbove?: { readonly row: number; readonly column: number };
  /** 0-based, inclusive: as far as rows have to be read to find the real end. */
  readonly lastUsedRow: number;
  /** 0-based; the ledger's first column, of whatever it holds. */
  readonly firstColumn: number;
  /** 0-based; the ledger's last user column: own columns stand right of it. */
  readonly lastColumn: number;
  /** The unit in which most amounts stand. */
  readonly unit: Unit;
  /** Whether neither a heading nor a line above it states that unit. */
  readonly isUnitGuessed: boolean;
  readonly columns: ReadonlyMap<Field, FieldColumn>;
  /** Headings that came or went since a person confirmed the columns; undefined where nobody did. */
  readonly changedSince?: readonly string[];
  /** Own columns (heading prefix 贷后_) that an earlier run left: heading without the prefix, 0-based column. */
  readonly ownColumns: ReadonlyMap<string, number>;
  /** The Excel table that is the ledger, where it is one. */
  readonly table: { readonly name: string; readonly extent: Extent; readonly totalRow: boolean } | undefined;
  readonly filter: Extent | undefined;
}

/** A sheet that is no ledger, and why. */
export interface Rejection {
  readonly sheet: string;
  readonly hidden: boolean;
  /** A sentence for the user: what was looked for and what is missing. */
  readonly reason: string;
  /** 0 to 1: how near it came. The nearest candidate is the highest. */
  readonly nearness: number;
}

export type CustomerType = "corporate" | "smallBusiness" | "soleTrader" | "consumer";
export type Guarantee = "信用" | "保证" | "抵押" | "质押" | "联保";
export type Standing = "live" | "settled" | "writtenOff";

/** One drawdown (借据): one row of the ledger, parsed. What the ledger does not say, or says unreadably, is undefined. */
export interface Drawdown {
  /** 0-based sheet row. */
  readonly row: number;
  readonly standing: Standing;
  readonly noteNo: string | undefined;
  readonly contractNo: string | undefined;
  readonly amount: Money | undefined;
  readonly balance: Money | undefined;
  readonly disbursed: Day | undefined;
  /** The maturity in force: after an extension the extended one. */
  readonly matures: Day | undefined;
  /** When it was repaid; absent where the ledger does not say. */
  readonly settled?: Day | undefined;
  readonly loanClass: LoanClass | undefined;
  /** Days past due on principal, as the ledger says. */
  readonly overdueDays: number | undefined;
  /** Days past due on interest, as the ledger says. */
  readonly interestDays: number | undefined;
  readonly overdueInterest: Money | undefined;
  readonly guarantees: ReadonlySet<Guarantee>;
  readonly collateral: string | undefined;
  readonly collateralValue: Money | undefined;
  readonly guarantor: string | undefined;
  readonly industry: string | undefined;
  /** The group of companies that the customer belongs to. */
  readonly group: string | undefined;
  /** Where the customer is. */
  readonly area: string | undefined;
  readonly product: string | undefined;
  readonly purpose: string | undefined;
  readonly manager: string | undefined;
  readonly branch: string | undefined;
  /** How often extended: 0 = 否, undefined = the ledger does not say. */
  readonly extensions: number | undefined;
  readonly renewed: boolean | undefined;
  readonly restructured: boolean | undefined;
  readonly inclusive: boolean | undefined;
  readonly lastContact: Day | undefined;
  readonly lastOnSite: Day | undefined;
  /** What a person wrote into the columns of their own; absent where nothing. */
  readonly opinion?: Opinion | undefined;
}

/** A customer (客户) with all of its drawdowns, in ledger order. */
export interface Customer {
  /** Identity within this ledger: id number, else customer number, else the normalised name. */
  readonly key: string;
  /** Whether the key is the bank's customer number, for want of an id number. */
  readonly isNumbered?: true;
  /** As first written in the ledger, without surrounding blanks. */
  readonly name: string;
  readonly type: CustomerType;
  readonly drawdowns: readonly Drawdown[];
}

/** The ledger's own total against the kept rows, in the unit of the balance (or amount) column. */
export interface TotalCheck {
  readonly expected: number;
  readonly found: number;
  /** Where the ledger says it, 0-based. */
  readonly row: number;
  readonly column: number;
}

/** A ledger (台账), read: all that judgement needs and nothing of the workbook. */
export interface Ledger {
  readonly layout: Layout;
  /** 0-based, inclusive; firstDataRow - 1 where there is no row. */
  readonly lastDataRow: number;
  /** Customers in the order of their first row; settled drawdowns included. */
  readonly customers: readonly Customer[];
  readonly drawdowns: number;
  readonly settled: number;
  /** 0-based rows between first and last that are no drawdown: subtotals, repeated headers, notes, blank rows. */
  readonly otherRows: readonly number[];
  readonly total: TotalCheck | undefined;
  readonly problems: readonly RowProblem[];
  /** 0-based rows without a name of their own that were taken for the customer's above, because merged cells had not been looked at. */
  readonly assumed?: readonly number[];
}
