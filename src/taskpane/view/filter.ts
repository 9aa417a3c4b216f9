import type { RiskGroup } from "../../domain/risk/group";
import type { VisitStatus } from "../../domain/visits/duty";
import type { CustomerRow } from "./customerRows";

/** Which customer the reader looks at alone. */
export interface CustomerPick {
  readonly sheet: string;
  readonly key: string;
  readonly name: string;
}

/** What the list of customers is narrowed to; an empty set or text narrows nothing. */
export interface Filter {
  readonly groups: ReadonlySet<RiskGroup>;
  readonly statuses: ReadonlySet<VisitStatus>;
  readonly manager: string;
  /** Part of the name, blanks and case not regarded. */
  readonly search: string;
  readonly customer: CustomerPick | undefined;
}

export const everything: Filter = {
  groups: new Set(),
  statuses: new Set(),
  manager: "",
  search: "",
  customer: undefined,
};

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();

/** The rows that the filter leaves, in their order. A picked customer overrules the rest. */
export function filterRows(rows: readonly CustomerRow[], filter: Filter): readonly CustomerRow[] {
  const { customer, groups, statuses, manager } = filter;
  if (customer !== undefined) return rows.filter((row) => row.sheet === customer.sheet && row.key === customer.key);
  const search = plain(filter.search);
  return rows.filter(
    (row) =>
      (groups.size === 0 || groups.has(row.group)) &&
      (statuses.size === 0 || statuses.has(row.status)) &&
      (manager === "" || row.managers.includes(manager)) &&
      (search === "" || plain(row.name).includes(search)),
  );
}

/** Whether the filter narrows anything. */
export function isNarrowed(filter: Filter): boolean {
  const { groups, statuses, manager, search, customer } = filter;
  return groups.size > 0 || statuses.size > 0 || manager !== "" || search.trim() !== "" || customer !== undefined;
}

/** The set with the value added, or without it where it was in. */
export function toggled<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(values);
  if (!next.delete(value)) next.add(value);
  return next;
}
