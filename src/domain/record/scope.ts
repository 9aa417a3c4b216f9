import { normalisedName } from "../ledger/customers";
import type { Customer, Drawdown } from "../ledger/ledger";
import { inTenThousands, type Money } from "../loan/money";

/** By what a sudden event picks the customers that it hits. */
export const scopeFields = ["industry", "area", "group", "guarantor", "branch", "circle", "customers"] as const;
export type ScopeField = (typeof scopeFields)[number];

/** The customers whose industry, area, group of companies, guarantor or branch holds a word; those of the guarantee circle of a name; or those named, with "、" between them. */
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

/** What each field is called on sheets and in the pane. */
export const scopeName: Readonly<Record<ScopeField, string>> = {
  industry: "行业",
  area: "地区",
  group: "所属集团",
  guarantor: "保证人",
  branch: "机构",
  circle: "担保圈",
  customers: "客户",
};

const BETWEEN_NAMES = /[、，,;；/\n]+/;
const isLive = ({ standing }: Drawdown) => standing === "live";
const namesIn = (text: string) =>
  text
    .split(BETWEEN_NAMES)
    .map((name) => normalisedName(name.trim()))
    .filter((name) => name !== "");

/** Whom a customer is tied to by guarantees: those who stand for its live drawdowns. */
const guarantorsOf = ({ drawdowns }: Customer) =>
  drawdowns.filter(isLive).flatMap(({ guarantor }) => namesIn(guarantor ?? ""));

/** All names that guarantees tie to one, over however many steps. */
function circleOf(word: string, customers: readonly Customer[]): ReadonlySet<string> {
  const tied = new Map<string, string[]>();
  const tie = (one: string, other: string) => tied.set(one, [...(tied.get(one) ?? []), other]);
  for (const customer of customers) {
    for (const guarantor of guarantorsOf(customer)) {
      tie(normalisedName(customer.name), guarantor);
      tie(guarantor, normalisedName(customer.name));
    }
  }
  const found = new Set(namesIn(word));
  for (const name of found) for (const next of tied.get(name) ?? []) found.add(next);
  return found;
}

/** Tells whom an event hits among customers; a guarantor who is a customer too is hit with those it stands for. */
export function scopeTest({ field, word }: Scope, customers: readonly Customer[]): (customer: Customer) => boolean {
  if (field === "customers" || field === "circle") {
    const names = field === "circle" ? circleOf(word, customers) : new Set(namesIn(word));
    return (customer) => names.has(normalisedName(customer.name));
  }
  return (customer) =>
    (field === "guarantor" && normalisedName(customer.name) === normalisedName(word)) ||
    customer.drawdowns.filter(isLive).some((drawdown) => drawdown[field]?.includes(word) === true);
}

const NAMED = 5;
const LONG = 40;

/** Whom the event hits, in a sentence. */
export function scopeSentence({ scope: { field, word }, customers, balance }: EventFacts): string {
  const named = customers
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join("、");
  const more = customers.length > NAMED ? " 等" : "";
  const owed = inTenThousands(balance).toLocaleString("zh-CN", { maximumFractionDigits: 2 });
  const said = word.length > LONG ? `${word.slice(0, LONG)}…` : word;
  return `${scopeName[field]}含“${said}”的 ${String(customers.length)} 户，余额 ${owed} 万元：${named}${more}`;
}
