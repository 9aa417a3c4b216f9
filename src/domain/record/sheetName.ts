import type { WorkbookSurvey } from "../ledger/survey";
import { dayParts, type Day } from "../loan/day";

/** What begins the name of every visit record's sheet. */
export const RECORD_PREFIX = "回访_";
/** What begins the name of a plan of visits. */
export const PLAN_PREFIX = "回访计划_";

const LONGEST = 31;
/** Signs that Excel does not allow in the name of a sheet. */
const FORBIDDEN = /[\\/?*[\]:'\u0000-\u001f]/g;

/** A day as it stands in names and numbers: 20261123. */
export function compactDay(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${String(year)}${String(month).padStart(2, "0")}${String(date).padStart(2, "0")}`;
}

/** The names of a workbook's sheets in lower case, as Excel compares them. */
export function takenNames({ sheets }: Pick<WorkbookSurvey, "sheets">): Set<string> {
  return new Set(sheets.map(({ sheet }) => sheet.toLowerCase()));
}

/** What begins a name, and which names in lower case are taken. */
interface Naming {
  readonly prefix: string;
  readonly taken: ReadonlySet<string>;
}

/** The name of a customer's sheet, `回访_客户名_20261123`: at most 31 characters, without what Excel forbids, with -2 and so on where it is taken. */
export function customerSheetName(customer: string, day: Day, { prefix, taken }: Naming): string {
  const plain = customer.replace(FORBIDDEN, " ").replace(/\s+/g, " ").trim();
  for (let number = 1; ; number++) {
    const end = `_${compactDay(day)}${number === 1 ? "" : `-${String(number)}`}`;
    const name = prefix + shortened(plain, LONGEST - prefix.length - end.length) + end;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** The name of a visit record's sheet. */
export function recordSheetName(customer: string, day: Day, taken: ReadonlySet<string>): string {
  return customerSheetName(customer, day, { prefix: RECORD_PREFIX, taken });
}

/** The name itself, with -2 and so on where it is taken. `taken` holds names in lower case. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${String(number)}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** Cut so that no pair of UTF-16 halves is torn apart. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text === "" ? "客户" : text;
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
