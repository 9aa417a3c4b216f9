import type { CellReader } from "./cellReader";
import type { Drawdown, Standing } from "./ledger";
import { isRemote, parseExtensions, parseGroup, parseGuarantees, parseRenewed, parseYesNo } from "./vocabulary";
import type { Money } from "../loan/money";
import { dayOfCell, formatDay, type Day } from "../loan/day";
import type { Layout } from "./ledger";
import { readOpinion } from "./opinion";

const settledWords = /结清|还清|已收回|销户/;
const unsettledWords = /未结清|未还清/;

function standingOf(reader: CellReader, index: number, balance: Money | undefined): Standing {
  const status = reader.text("status", index) ?? "";
  if (status.includes("核销") || saysWrittenOff(reader, index)) return "writtenOff";
  const isSettled = settledWords.test(status) && !unsettledWords.test(status);
  return isSettled || parseYesNo(status) === true || balance === 0 ? "settled" : "live";
}

function saysWrittenOff(reader: CellReader, index: number): boolean {
  return reader.value("writtenOff", index) !== "" && reader.parsed("writtenOff", index, parseYesNo) !== false;
}

/** The maturity in force: the extended one where it is later. */
function maturityOf(reader: CellReader, index: number): Day | undefined {
  const agreed = reader.day("maturityDate", index, true) ?? reader.range("term", index)?.to;
  const extended = reader.day("extendedMaturity", index, true);
  if (agreed === undefined || extended === undefined) return agreed ?? extended;
  return extended > agreed ? extended : agreed;
}

/** The day in an own column, where a person or an earlier run has put one. */
function ownDay(
  reader: CellReader,
  { layout, heading }: { layout: Layout; heading: string },
  index: number,
): Day | undefined {
  const column = layout.ownColumns.get(heading);
  return column === undefined ? undefined : dayOfCell(reader.valueAt(column, index), layout.dateSystem);
}

function later(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** The last contact and the last visit on site: the ledger's single day counts for both unless it says how and that was not on site; a later day in an own column goes before it. */
function visitsOf(reader: CellReader, layout: Layout, index: number): Pick<Drawdown, "lastContact" | "lastOnSite"> {
  const said = reader.day("lastVisit", index);
  const wasRemote = reader.parsed("lastMethod", index, isRemote);
  const lastOnSite = later(wasRemote ? undefined : said, ownDay(reader, { layout, heading: "上次上门日" }, index));
  const lastContact = later(later(said, lastOnSite), ownDay(reader, { layout, heading: "上次联系日" }, index));
  return { lastContact, lastOnSite };
}

/** What is odd between the cells of one row. */
function compare(reader: CellReader, index: number, drawdown: Drawdown): void {
  const { disbursed, matures, balance, amount } = drawdown;
  if (disbursed !== undefined && matures !== undefined && matures < disbursed) {
    const at = reader.at("maturityDate", index);
    reader.problems.push({ ...at, kind: "maturesBeforeDisbursed", found: formatDay(matures) });
  }
  if (balance !== undefined && amount !== undefined && balance > amount && amount > 0) {
    const found = String(reader.value("balance", index));
    reader.problems.push({ ...reader.at("balance", index), kind: "balanceAboveAmount", found });
  }
}

/** One row of the ledger, parsed. */
export function readDrawdown(reader: CellReader, layout: Layout, index: number): Drawdown {
  const amount = reader.amount("loanAmount", index);
  const balance = reader.amount("balance", index);
  const term = reader.columnOf("disburseDate") === undefined ? reader.range("term", index) : undefined;
  const { lastContact, lastOnSite } = visitsOf(reader, layout, index);
  const drawdown: Drawdown = {
    row: reader.at("customerName", index).row,
    standing: standingOf(reader, index, balance),
    noteNo: reader.text("noteNo", index),
    contractNo: reader.text("contractNo", index),
    amount,
    balance,
    disbursed: reader.day("disburseDate", index) ?? term?.from,
    matures: maturityOf(reader, index),
    loanClass: reader.loanClass(index),
    overdueDays: reader.count("overdueDays", index),
    interestDays: reader.count("interestDays", index),
    overdueInterest: reader.amount("overdueInterest", index),
    guarantees: reader.parsed("guaranteeType", index, parseGuarantees),
    collateral: reader.text("collateral", index),
    collateralValue: reader.amount("collateralValue", index),
    guarantor: reader.text("guarantor", index),
    industry: reader.text("industry", index),
    group: reader.parsed("group", index, parseGroup),
    product: reader.text("product", index),
    purpose: reader.text("purpose", index),
    manager: reader.text("manager", index),
    branch: reader.text("branch", index),
    area: reader.text("area", index),
    extensions: reader.parsed("isExtended", index, parseExtensions),
    renewed: reader.parsed("isRenewed", index, parseRenewed),
    restructured: reader.parsed("isRestructured", index, parseYesNo),
    inclusive: reader.parsed("inclusive", index, parseYesNo),
    lastContact,
    lastOnSite,
    opinion: readOpinion(reader, layout, index),
  };
  compare(reader, index, drawdown);
  return drawdown;
}
