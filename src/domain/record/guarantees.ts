import { normalisedName } from "../ledger/customers";
import type { Customer, Drawdown, Layout, Ledger } from "../ledger/ledger";
import type { Judgement } from "../risk/judgement";
import { namesIn } from "./background";

/** A live drawdown for which somebody stands. */
export interface Guaranteed {
  readonly judgement: Judgement;
  readonly drawdown: Drawdown;
  readonly layout: Layout;
}

/** Everybody who stands for a customer's live drawdowns, by normalised name. */
export function guarantorNames({ drawdowns }: Customer): ReadonlySet<string> {
  const live = drawdowns.filter(({ standing }) => standing === "live");
  return new Set(live.flatMap(({ guarantor }) => namesIn(guarantor).map(normalisedName)));
}

/** The live drawdowns for which one stands, in ledger order. practices A50 */
export function guaranteedBy(
  name: string,
  ledgers: readonly { readonly ledger: Ledger; readonly judgements: readonly Judgement[] }[],
): readonly Guaranteed[] {
  const wanted = normalisedName(name);
  return ledgers.flatMap(({ ledger: { layout }, judgements }) =>
    judgements.flatMap((judgement) =>
      judgement.customer.drawdowns
        .filter(
          ({ standing, guarantor }) => standing === "live" && namesIn(guarantor).map(normalisedName).includes(wanted),
        )
        .map((drawdown) => ({ judgement, drawdown, layout })),
    ),
  );
}

/** Whether a name is that of a company whose trade is to guarantee. practices A48 */
export function isGuaranteeCompany(name: string): boolean {
  return name.includes("担保") && /公司|中心|集团|基金/.test(name);
}
