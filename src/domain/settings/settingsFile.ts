import { day, dayOf, formatDay, type Day } from "../loan/day";
import { parsedJson } from "../parsedJson";
import { ok, refused, type Result } from "../result";
import type { CellValue } from "../ledger/cells";
import { wrongWith } from "./field";
import { settingField, settingFields } from "./fields";
import { ALIAS_LABEL, HOLIDAYS_LABEL, WORKED_LABEL } from "./lines";
import type { Edits } from "./edits";
import type { Settings } from "./settings";
import { aliasesFrom } from "./managers";

/** What tells that a file holds settings, and in which form. */
const MARK = "贷后设置";
const VERSION = 1;

const inOrder = (days: ReadonlySet<Day>) => [...days].sort((one, other) => one - other).map(formatDay);

/** The settings as a file for another workbook: JSON with the sheet's own labels and units. The day of reference belongs to the workbook and does not travel. */
export function settingsFile(settings: Settings): string {
  const values = Object.fromEntries(settingFields.map(({ id, shown }) => [id, shown(settings)]));
  const { calendar, managerAliases } = settings;
  const file = {
    [MARK]: VERSION,
    ...values,
    [HOLIDAYS_LABEL]: inOrder(calendar.holidays),
    [WORKED_LABEL]: inOrder(calendar.workedWeekends),
    [ALIAS_LABEL]: Object.fromEntries(managerAliases),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function parseIso(text: unknown): Day | undefined {
  const parts = typeof text === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  const found = parts && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return found === undefined || found === null || found < day("2000-01-01") ? undefined : found;
}

/** What is read of a file, and what cannot be. */
class FileReader {
  readonly problems: string[] = [];

  days(label: string, given: unknown): ReadonlySet<Day> | undefined {
    if (!Array.isArray(given)) {
      this.problems.push(`“${label}”应为日期的列表，如 ["2027-01-01"]`);
      return undefined;
    }
    const read = given.map((text: unknown) => ({ text, day: parseIso(text) }));
    const bad = read.filter((one) => one.day === undefined);
    if (bad.length > 0) {
      const quoted = bad.map(({ text }) => `“${String(text)}”`).join("、");
      this.problems.push(`“${label}”中的${quoted}不是日期，应写成 2027-01-01 的样子`);
    }
    return new Set(read.flatMap((one) => (one.day === undefined ? [] : [one.day])));
  }

  aliases(given: unknown): Settings["managerAliases"] | undefined {
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      this.problems.push(`“${ALIAS_LABEL}”应写成 {"别名": "姓名"} 的样子`);
      return undefined;
    }
    const pairs = Object.entries(given).map(([alias, name]: [string, unknown]) => ({
      alias,
      name: typeof name === "string" ? name : "",
    }));
    const { aliases, wrong } = aliasesFrom(pairs);
    this.problems.push(...wrong.map(({ message }) => message));
    return aliases;
  }

  values(given: Readonly<Record<string, unknown>>): ReadonlyMap<string, CellValue> {
    const read = Object.entries(given).flatMap(([id, value]): [string, CellValue][] => {
      const field = settingField.get(id);
      if (field === undefined) {
        this.problems.push(`没有“${id}”这一项设置`);
        return [];
      }
      const cell = typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
      const message = wrongWith(field, cell);
      if (message !== undefined) this.problems.push(message);
      return [[id, cell]];
    });
    return new Map(read);
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const parsed = parsedJson(text);
  return typeof parsed === "object" && parsed !== null && MARK in parsed ? { ...parsed } : undefined;
}

/** Reads such a file; what it does not name stays as it is. Everything unknown or unusable in it is named. */
export function parseSettingsFile(text: string): Result<Edits, readonly string[]> {
  const given = parseObject(text);
  if (given === undefined) return refused(["内容不是导出的贷后设置，或不完整。请完整复制导出的文字"]);
  const { [MARK]: version, [HOLIDAYS_LABEL]: free, [WORKED_LABEL]: worked, [ALIAS_LABEL]: aliases, ...values } = given;
  if (version !== VERSION)
    return refused([`导出的格式是第 ${String(version)} 版，本插件只认识第 ${String(VERSION)} 版`]);
  const reader = new FileReader();
  const edits: Edits = {
    values: reader.values(values),
    ...entry(free, "holidays", (days) => reader.days(HOLIDAYS_LABEL, days)),
    ...entry(worked, "workedWeekends", (days) => reader.days(WORKED_LABEL, days)),
    ...entry(aliases, "managerAliases", (list) => reader.aliases(list)),
  };
  return reader.problems.length === 0 ? ok(edits) : refused(reader.problems);
}

/** An entry where the file names it and it can be read. */
function entry<Key extends string, Value>(
  given: unknown,
  key: Key,
  read: (given: unknown) => Value | undefined,
): Partial<Record<Key, Value>> {
  const value = given === undefined ? undefined : read(given);
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
