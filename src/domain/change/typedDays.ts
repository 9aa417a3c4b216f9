import type { Customer, Ledger } from "../ledger/ledger";
import type { Judgement } from "../risk/judgement";
import type { Settings } from "../settings/settings";
import type { Content } from "./change";
import type { RowFacts } from "./ownColumn";
import { ownColumnOf } from "./ownColumns";
import type { IsTyped } from "./planRemoval";

/** The own columns into which a person may type days of their own. */
export const dayInputs = ["上次联系日", "上次上门日"] as const;

/** What the ledger itself makes of one day input, by 0-based sheet row. */
function daysSaid(
  heading: (typeof dayInputs)[number],
  ledger: Ledger,
  factsOf: (customer: Customer) => Omit<RowFacts, "drawdown">,
): ReadonlyMap<number, Content> {
  const days = new Map<number, Content>();
  const content = ownColumnOf.get(heading)?.content;
  if (typeof content !== "function") return days;
  for (const customer of ledger.customers) {
    const facts = factsOf(customer);
    for (const drawdown of customer.drawdowns) days.set(drawdown.row, content({ ...facts, drawdown }));
  }
  return days;
}

/** Tells what a person typed, given what the ledger says without own columns: a day later than the ledger's was typed, like everything this program never writes. */
export function typedBeside(ledger: Ledger, judgements: readonly Judgement[], settings: Settings): IsTyped {
  const { dateSystem } = ledger.layout;
  const judged = new Map(judgements.map((judgement) => [judgement.customer.key, judgement]));
  const factsOf = ({ key }: Customer) => ({ judgement: judged.get(key), problems: [], settings, dateSystem });
  const said = new Map<string, ReadonlyMap<number, Content>>(
    dayInputs.map((heading) => [heading, daysSaid(heading, ledger, factsOf)]),
  );
  return (spec, content, row) => !spec.isOurs(content) || isLater(said.get(spec.heading), content, row);
}

function isLater(days: ReadonlyMap<number, Content> | undefined, content: Content, row: number): boolean {
  if (days === undefined || typeof content !== "number") return false;
  const ledgers = days.get(row);
  return typeof ledgers !== "number" || content > ledgers;
}
