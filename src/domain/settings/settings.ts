import type { CustomerType } from "../ledger/ledger";
import type { Day } from "../loan/day";
import type { Money } from "../loan/money";
import type { RiskGroup } from "../risk/group";

/** Contact and on-site interval in months; below 1 in steps of days (0.5 = 15 days). */
export interface Intervals {
  readonly contact: number;
  readonly onSite: number;
}

/** Days past due from one day to another, both counted in. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** Public holidays and the weekend days that are worked instead (调休), for the years the table covers. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<Day>;
  readonly workedWeekends: ReadonlySet<Day>;
  /** Years with a table; any other year counts Monday to Friday and says so. */
  readonly years: ReadonlySet<number>;
}

/** Every number and list that a bank may set for itself. Read from the sheet 贷后设置, or the defaults. */
export interface Settings {
  /** The day as of which everything is judged; undefined = today. */
  readonly asOf: Day | undefined;
  readonly intervals: Readonly<Record<RiskGroup, Readonly<Record<CustomerType, Intervals>>>>;
  readonly thresholds: {
    /** 小额线: at or below it a clean customer may be A. */
    readonly smallBalance: Money;
    /** 重点客户: at or above it. */
    readonly keyCustomerBalance: Money;
    /** So many customers with the largest balances of a ledger are key customers as well; 0 = rank does not count. */
    readonly keyCustomerTop: number;
    /** So many yellow signals make orange. */
    readonly yellowsMakeOrange: number;
    /** Interest arrears of more days than this are orange. */
    readonly interestDaysOrange: number;
    /** A loan extended so many times is orange. */
    readonly extensionsOrange: number;
    /** Balance over collateral value above which L22 fires: homes, other, and red for all. */
    readonly loanToValueHome: number;
    readonly loanToValueOther: number;
    readonly loanToValueRed: number;
    /** Share of a non-retail customer's claims classed non-performing above which all are. Art. 7. */
    readonly nonPerformingShare: number;
    /** A payment from this amount on, or above this share of the balance, is large. */
    readonly largePayment: Money;
    readonly largePaymentShare: number;
    /** Receivables above this share of the turnover have to be explained. */
    readonly largeReceivables: number;
    /** A balance that grew by this share, or drawdowns that became more and are so many, are told; so is a class that fell: each for so many days. */
    readonly riseShare: number;
    readonly riseDrawdowns: number;
    readonly changeToldDays: number;
    /** A loan paid out within so many days of another's end, of at least this share of its amount, may have repaid it. L19 */
    readonly renewalDays: number;
    readonly renewalShare: number;
  };
  /** The three spans of days past due below the 91 that regulation sets: yellow, yellow, orange. L01 to L03 */
  readonly pastDue: { readonly short: DaySpan; readonly middle: DaySpan; readonly long: DaySpan };
  readonly modifiers: {
    readonly highRiskOnSite: number;
    readonly highRiskOnSiteElevated: number;
    readonly keyCustomerOnSite: number;
    readonly newCustomerMonths: number;
    readonly newCustomerOnSite: number;
    readonly nearMaturityDays: number;
    readonly nearMaturityInterval: number;
    readonly shortLoanMonths: number;
    readonly shortLoanContact: number;
    readonly shortLoanOnSite: number;
    /** A customer that the ledger puts into a group of companies is a key customer. */
    readonly groupIsKey: boolean;
    /** 严格2–3月上门: caps every on-site interval at 3. */
    readonly strictOnSite: boolean;
  };
  readonly notice: {
    /** Working days after disbursement by which the use of funds is checked. */
    readonly firstCheckWorkingDays: number;
    /** Working days after a sudden event within which those that it hits are visited. */
    readonly eventWorkingDays: number;
    /** Days before maturity by which the maturity check is made. */
    readonly maturityCheckDays: number;
    /** Days before maturity from which it is told at all, and from which it is yellow. L08 */
    readonly maturingDays: number;
    readonly maturingSoonDays: number;
    /** Days ahead that count as 7天内 and 30天内. */
    readonly soonDays: number;
    readonly laterDays: number;
  };
  /** What a visit record is held to when it is filed. visit-forms E.4 */
  readonly filing: {
    /** Characters that a conclusion has at least. */
    readonly conclusionLength: number;
    /** From this similarity on a conclusion counts as copied; 0 to 1. */
    readonly similarity: number;
    /** Visits on site that one person makes a day at most. */
    readonly visitsADay: number;
    /** Working days after the visit within which it is filed. */
    readonly workingDays: number;
    /** Days for which a signal that was turned down with a reason stays quiet, unless its facts change. signals F.4 */
    readonly rejectedDays: number;
    /** Contacts in a row without going there, after which the next has to be on site. practices A08 */
    readonly remoteInARow: number;
  };
  /** From where on the answers of a visit are signals; shares of 1. signals F.2 */
  readonly visitSignals: {
    readonly turnoverDrop: number;
    readonly turnoverDropOrange: number;
    readonly powerDrop: number;
    readonly powerDropOrange: number;
    readonly staffDrop: number;
    readonly attendance: number;
    readonly receivablesRise: number;
    readonly receivableShare: number;
    readonly stockDaysRise: number;
    readonly cashMonths: number;
    readonly debtRatio: number;
    readonly debtRatioOrange: number;
    readonly guaranteesRise: number;
    readonly marginDrop: number;
    readonly counterpartShare: number;
    readonly depositDrop: number;
    readonly collateralDrop: number;
  };
  readonly highRiskIndustries: readonly string[];
  /** Industries from which the bank withdraws: visited as high-risk ones, and told. L34 */
  readonly exitIndustries: readonly string[];
  /** Other spellings of account managers' names, each with the name that is meant. */
  readonly managerAliases: ReadonlyMap<string, string>;
  /** Optional own columns that are switched on, by heading without the prefix. */
  readonly optionalColumns: ReadonlySet<string>;
  /** 整行着色: colour the ledger's whole row, not only our columns and the name. */
  readonly wholeRowColour: boolean;
  /** 每次先预览: a run in the pane shows what it would do before it writes; the first one always does. */
  readonly previewFirst: boolean;
  readonly calendar: WorkCalendar;
}
