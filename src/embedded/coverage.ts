import { apiSets, LTSC_2021 } from "./client/apiSets";
import { gaps } from "./gaps";
import { servedEvents } from "./objects/events";
import { imitated } from "./objects/registry";

/** How many of a class's members are served, up to the set of Office LTSC 2021. */
export interface ClassCoverage {
  readonly name: string;
  readonly served: readonly string[];
  readonly missing: readonly string[];
}

/** Names that stand on an imitated class or on what it extends. */
function membersOn(start: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (
    let prototype: unknown = start;
    prototype !== null && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const name of Object.getOwnPropertyNames(prototype)) names.add(name);
  }
  return names;
}

/** Every class of Excel with what of it is served. */
export function coverage(): readonly ClassCoverage[] {
  return [...apiSets].flatMap(([name, sets]) => {
    const members = [...sets].flatMap(([member, set]) => (set <= LTSC_2021 ? [member] : []));
    if (members.length === 0) return [];
    const known = imitated[name];
    const there = new Set([...(known === undefined ? [] : membersOn(known.prototype)), ...servedEvents(name)]);
    return [
      {
        name,
        served: members.filter((member) => there.has(member)),
        missing: members.filter((member) => !there.has(member)),
      },
    ];
  });
}

const percent = (part: number, whole: number): string => `${String(Math.floor((100 * part) / whole))} %`;

/** The score, class by class, and why the rest is not served. */
export function coverageTable(): string {
  const classes = coverage();
  const sum = (count: (one: ClassCoverage) => number): number => classes.reduce((total, one) => total + count(one), 0);
  const served = sum((one) => one.served.length);
  const all = served + sum((one) => one.missing.length);
  const lines = classes
    .filter((one) => one.served.length > 0)
    .map((one) => {
      const total = one.served.length + one.missing.length;
      return `${one.name.padEnd(36)} ${`${String(one.served.length)}/${String(total)}`.padStart(8)}  ${one.missing.slice(0, 8).join(" ")}${one.missing.length > 8 ? " …" : ""}`;
    });
  const reasons = gaps.map(({ members, because }) => `- ${members.join(", ")}: ${because}`);
  return [
    ...lines,
    "",
    `ExcelApi 1.1-1.14: ${String(served)} of ${String(all)} members served (${percent(served, all)})`,
    "",
    "Not served:",
    ...reasons,
  ].join("\n");
}
