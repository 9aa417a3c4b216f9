import type { Day } from "../loan/day";
import type { DateSystem } from "../ledger/survey";
import type { Judgement } from "../risk/judgement";
import type { LastVisit } from "./facts";
import type { Guaranteed } from "./guarantees";

/** As what a guarantor is checked: the questions differ. */
export const guarantorKinds = ["保证人", "担保公司"] as const;
export type GuarantorKind = (typeof guarantorKinds)[number];

/** All that a guarantor's record is filled with beforehand. */
export interface GuarantorFacts {
  readonly name: string;
  readonly kind: GuarantorKind;
  /** At least one, in ledger order. */
  readonly guaranteed: readonly Guaranteed[];
  /** The guarantor as a borrower of ours; undefined where it is none. */
  readonly own: Judgement | undefined;
  readonly asOf: Day;
  readonly dateSystem: DateSystem;
  /** DH-20261123-001. */
  readonly number: string;
  readonly last: LastVisit | undefined;
}

/** Months between two checks of a guarantor: those of the customer seen most often; a guarantee company is seen every month. practices A48, A50 */
export function monthsBetween({ kind, guaranteed }: Pick<GuarantorFacts, "kind" | "guaranteed">): number {
  const months = guaranteed.map(({ judgement: { clocks } }) => clocks.contactMonths);
  return Math.min(...months, ...(kind === "担保公司" ? [1] : []));
}
