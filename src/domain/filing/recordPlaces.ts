import { normalisedName } from "../ledger/customers";
import type { Customer } from "../ledger/ledger";
import type { RecordPlace } from "../risk/told";
import { namedIn, type FilledRecord } from "./filledRecord";
import { isNamed } from "./identity";

/** Tells the newest record of each customer, by its number: a record that was made later has a later one. */
export function newestRecords(records: Iterable<FilledRecord>): (customer: Customer) => RecordPlace | undefined {
  const byName = new Map<string, FilledRecord[]>();
  for (const record of records) {
    const name = normalisedName(namedIn(record).customer);
    if (name !== "") byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  return (customer) => {
    const own = (byName.get(normalisedName(customer.name)) ?? []).filter((one) => isNamed(namedIn(one), customer));
    const [first, ...others] = own;
    if (first === undefined) return undefined;
    const { sheet, number } = others.reduce((newest, one) => (isNewer(one, newest) ? one : newest), first);
    return { sheet, number };
  };
}

/** Running numbers of more than three figures come after those of three. */
function isNewer({ number: one }: FilledRecord, { number: other }: FilledRecord): boolean {
  return one.localeCompare(other, "en", { numeric: true }) > 0;
}
