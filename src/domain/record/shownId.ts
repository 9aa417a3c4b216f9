import { idOf } from "../ledger/customers";
import type { Customer } from "../ledger/ledger";
import { masked } from "./mask";

/** The label, heading and placeholder behind which sheets say whom they are about beside the name; by it they are read again. */
export const ID_LABEL = "证件号码";

/** By what a customer is known beside its name, as sheets may show it; "" for one known by name alone. */
export function shownId(customer: Pick<Customer, "key">): string {
  return masked(idOf(customer) ?? "");
}
