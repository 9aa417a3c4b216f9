import { idOf } from "../ledger/customers";
import type { Customer } from "../ledger/ledger";
import { isLongId, masked } from "./mask";

/** The label, heading and placeholder behind which sheets say whom they are about beside the name; by it they are read again. */
export const ID_LABEL = "证件号码";

/** What stands before a customer number, so that nobody takes it for an id number. */
const NUMBER_MARK = "客户号 ";

/** By what a customer is known beside its name, as sheets may show it: its id number, else its customer number, called one; "" for one known by name alone. */
export function shownId(customer: Pick<Customer, "key" | "isNumbered">): string {
  const id = idOf(customer);
  if (id === undefined) return "";
  return customer.isNumbered === true ? NUMBER_MARK + masked(id) : masked(id);
}

/** What an id on a sheet is told to be; a short one without a word may be either, for earlier versions showed customer numbers bare. */
type IdKind = "id" | "number" | "either";

function read(shown: string): { readonly kind: IdKind; readonly text: string } {
  const [mark, text] = [NUMBER_MARK.trim(), shown.trim()];
  if (text.startsWith(mark)) return { kind: "number", text: text.slice(mark.length).replace(/^[\s:：]+/, "") };
  return { kind: isLongId(text) ? "id" : "either", text };
}

/** Whether two ids as sheets show them may be one customer's: they say the same, one says nothing, or an id number stands against a customer number. */
export function mayBeOne(one: string, other: string): boolean {
  if (one === "" || other === "") return true;
  const [a, b] = [read(one), read(other)];
  return a.text === b.text || (a.kind !== b.kind && a.kind !== "either" && b.kind !== "either");
}
