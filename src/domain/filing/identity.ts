import { idOf, normalisedName } from "../ledger/customers";
import type { Customer } from "../ledger/ledger";
import { masked } from "../record/mask";

/** Whom a record or a line of the register names: the id masked, "" where it is not known. */
export interface Named {
  readonly customer: string;
  readonly id: string;
}

/** Whether that is a customer of the ledger: by name, and by the masked id where both know it. */
export function isNamed({ customer: name, id }: Named, customer: Customer): boolean {
  if (normalisedName(customer.name) !== normalisedName(name)) return false;
  const known = idOf(customer);
  return id === "" || known === undefined || masked(known) === id;
}
