import { normalisedName } from "../ledger/customers";
import type { Drawdown } from "../ledger/ledger";
import { inTenThousands, type Money } from "../loan/money";
import type { Judgement } from "../risk/judgement";

/** By what a sudden event picks the customers that it hits. */
export const scopeFields = ["industry", "guarantor", "branch"] as const;
export type ScopeField = (typeof scopeFields)[number];

/** The customers whose industry, guarantor or branch holds a word. */
export interface Scope {
  readonly field: ScopeField;
  readonly word: string;
}

/** Whom an event hits, for the record of each of them. */
export interface EventFacts {
  readonly scope: Scope;
  /** In the order of their records. */
  readonly customers: readonly { readonly name: string; readonly balance: Money }[];
  readonly balance: Money;
}

const scopeName: Readonly<Record<ScopeField, string>> = { industry: "行业", guarantor: "保证人", branch: "机构" };

const isLive = ({ standing }: Drawdown) => standing === "live";

/** Whether an event hits a customer; a guarantor who is a customer too is hit with those it stands for. */
export function isInScope({ customer }: Judgement, { field, word }: Scope): boolean {
  if (field === "guarantor" && normalisedName(customer.name) === normalisedName(word)) return true;
  return customer.drawdowns.filter(isLive).some((drawdown) => drawdown[field]?.includes(word) === true);
}

const NAMED = 5;

/** Whom the event hits, in a sentence. */
export function scopeSentence({ scope: { field, word }, customers, balance }: EventFacts): string {
  const named = customers
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join("、");
  const more = customers.length > NAMED ? " 等" : "";
  const owed = inTenThousands(balance).toLocaleString("zh-CN", { maximumFractionDigits: 2 });
  return `${scopeName[field]}含“${word}”的 ${String(customers.length)} 户，余额 ${owed} 万元：${named}${more}`;
}
