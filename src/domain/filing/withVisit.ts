import type { Customer, Drawdown, Ledger } from "../ledger/ledger";
import type { Day } from "../loan/day";

/** A visit that was made, to be counted by the clocks. */
export interface Visit {
  readonly day: Day;
  readonly onSite: boolean;
}

const later = (one: Day | undefined, other: Day): Day => (one === undefined || other > one ? other : one);

function seen(drawdown: Drawdown, { day, onSite }: Visit): Drawdown {
  const lastOnSite = onSite ? { lastOnSite: later(drawdown.lastOnSite, day) } : {};
  return { ...drawdown, lastContact: later(drawdown.lastContact, day), ...lastOnSite };
}

/** The ledger as it is once a customer was visited: a contact moves the contact clock, a visit on site both. */
export function withVisit(ledger: Ledger, visited: Customer, visit: Visit): Ledger {
  const customers = ledger.customers.map((customer) =>
    customer === visited
      ? { ...customer, drawdowns: customer.drawdowns.map((drawdown) => seen(drawdown, visit)) }
      : customer,
  );
  return { ...ledger, customers };
}
