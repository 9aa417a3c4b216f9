import { normalisedName } from "../ledger/customers";
import type { Customer } from "../ledger/ledger";
import { mayBeOne, shownId } from "../record/shownId";

/** Whom a record or a line of the register names: the id as sheets show it, "" where it is not known. */
export interface Named {
  readonly customer: string;
  readonly id: string;
}

/** Whether that is a customer of the ledger: by name, and by the id where both know one of a kind. */
export function isNamed({ customer: name, id }: Named, customer: Customer): boolean {
  return normalisedName(customer.name) === normalisedName(name) && mayBeOne(id, shownId(customer));
}
