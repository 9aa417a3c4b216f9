import type { CellReader } from "./cellReader";
import type { Drawdown } from "./ledger";
import { isRemote, parseGroup, parseGuarantees, parseRenewed, parseYesNo } from "./vocabulary";
import { dayOfCell, formatDay, laterDay, type Day } from "../loan/day";
import type { Layout } from "./ledger";
import { readOpinion } from "./opinion";
import { maturityOf, standingOf } from "./state";

/** The day in an own column, where a person or an earlier run has put one. */
function ownDay(
  reader: CellReader,
  { layout, heading }: { layout: Layout; heading: string },
  index: number,
): Day | undefined {
  const column = layout.ownColumns.get(heading);
  return column === undefined ? undefined : dayOfCell(reader.valueAt(column, index), layout.dateSystem);
}

/** The last contact and the last visit on site: the ledger's single day counts for both unless it says how and that was not on site; a later day in an own column goes before it. */
function visitsOf(reader: CellReader, layout: Layout, index: number): Pick<Drawdown, "lastContact" | "lastOnSite"> {
  const said = reader.day("lastVisit", index);
  const wasRemote = reader.parsed("lastMethod", index, isRemote);
  const lastOnSite = laterDay(wasRemote ? undefined : said, ownDay(reader, { layout, heading: "上次上门日" }, index));
  const lastContact = laterDay(laterDay(said, lastOnSite), ownDay(reader, { layout, heading: "上次联系日" }, index));
  return { lastContact, lastOnSite };
}

/** The day of disbursement; where no column holds it, the first day of a term that is written as two. */
function disbursedOf(reader: CellReader, index: number): Day | undefined {
  if (reader.columnOf("disburseDate") !== undefined) return reader.day("disburseDate", index);
  return reader.range("term", index)?.from;
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
  const balance = reader.amount("balance", index);
  const { matures, extensions } = maturityOf(reader, index);
  const { lastContact, lastOnSite } = visitsOf(reader, layout, index);
  const drawdown: Drawdown = {
    row: reader.at("customerName", index).row,
    standing: standingOf({ reader, layout, index }, balance),
    noteNo: reader.identity("noteNo", index),
    contractNo: reader.identity("contractNo", index),
    amount: reader.amount("loanAmount", index),
    balance,
    disbursed: disbursedOf(reader, index),
    matures,
    settled: reader.day("settleDate", index),
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
    extensions,
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
