import type { Ledger } from "../ledger/ledger";
import type { Judgement } from "../risk/judgement";
import type { Settings } from "../settings/settings";
import type { Content } from "./change";
import { ownColumnOf } from "./ownColumns";
import type { IsTyped } from "./planRemoval";

/** The own columns into which a person may type days of their own. */
const dayInputs = ["上次联系日", "上次上门日"] as const;

/** Tells what a person typed, given what the ledger says without own columns: a day later than the ledger's was typed, like everything this program never writes. */
export function typedBeside(ledger: Ledger, judgements: readonly Judgement[], settings: Settings): IsTyped {
  const { dateSystem } = ledger.layout;
  const said = new Map<string, Map<number, Content>>(dayInputs.map((heading) => [heading, new Map()]));
  const judged = new Map(judgements.map((judgement) => [judgement.customer.key, judgement]));
  for (const customer of ledger.customers) {
    const judgement = judged.get(customer.key);
    for (const drawdown of customer.drawdowns) {
      for (const [heading, days] of said) {
        const content = ownColumnOf.get(heading)?.content;
        if (typeof content !== "function") continue;
        days.set(drawdown.row, content({ drawdown, judgement, problems: [], settings, dateSystem }));
      }
    }
  }
  return (spec, content, row) => !spec.isOurs(content) || isLater(said.get(spec.heading), content, row);
}

function isLater(days: ReadonlyMap<number, Content> | undefined, content: Content, row: number): boolean {
  if (days === undefined || typeof content !== "number") return false;
  const ledgers = days.get(row);
  return typeof ledgers !== "number" || content > ledgers;
}
