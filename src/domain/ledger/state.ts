import { laterDay } from "../loan/day";
import type { Money } from "../loan/money";
import type { CellReader } from "./cellReader";
import type { Drawdown, Layout, Standing } from "./ledger";
import { parseExtensions, parseStanding, parseYesNo, saysExtended, saysWrittenOff } from "./vocabulary";

/** A column that asks whether a drawdown is settled: 是 there says so, where 1 in a column of states does not. */
const asksSettled = /结清|还清|settled/i;

/** Whether a drawdown is live, settled or written off: by the columns that say so, else by what is owed. */
export function standingOf(
  { reader, layout, index }: { reader: CellReader; layout: Layout; index: number },
  balance: Money | undefined,
): Standing {
  if (reader.value("writtenOff", index) !== "" && reader.parsed("writtenOff", index, saysWrittenOff))
    return "writtenOff";
  const said = reader.text("status", index) === undefined ? "live" : reader.parsed("status", index, parseStanding);
  if (said !== "live") return said;
  return balance === 0 || saysSettled(reader, layout, index) ? "settled" : "live";
}

function saysSettled(reader: CellReader, layout: Layout, index: number): boolean {
  const heading = layout.columns.get("status")?.heading;
  return heading !== undefined && asksSettled.test(heading) && reader.parsed("status", index, parseYesNo) === true;
}

/** The maturity in force, the extended one where it is later, and how often the loan was extended. */
export function maturityOf(reader: CellReader, index: number): Pick<Drawdown, "matures" | "extensions"> {
  const original = reader.day("origMaturity", index, true);
  const agreed = reader.day("maturityDate", index, true) ?? original ?? reader.range("term", index)?.to;
  const matures = laterDay(agreed, reader.day("extendedMaturity", index, true));
  const first = original ?? agreed;
  const isMoved = matures !== undefined && (first === undefined || matures > first);
  return { matures, extensions: extensionsOf(reader, index, isMoved) };
}

/** As often as the ledger says; at least once where its state says so or its maturity was moved. */
function extensionsOf(reader: CellReader, index: number, isMoved: boolean): number | undefined {
  const said = reader.parsed("isExtended", index, parseExtensions);
  const hasState = reader.value("status", index) !== "";
  const isExtended = isMoved || (hasState && reader.parsed("status", index, saysExtended));
  return isExtended ? Math.max(said ?? 0, 1) : said;
}
