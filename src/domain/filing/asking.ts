import type { CellValue } from "../ledger/cells";
import { parseDay } from "../ledger/parseDay";
import type { DateSystem } from "../ledger/survey";
import { formatDay, serialIn, type Day } from "../loan/day";
import { ID_LABEL } from "../record/shownId";
import { vocabulary } from "../record/vocabulary";

/** What a question that is asked beside the sheet takes as its answer. */
export interface Asking {
  /** By which the answer is given back: the label, or the address of the cell where several have that label. */
  readonly key: string;
  readonly label: string;
  /** What it is about where the label does not say, such as a signal; "" for nothing more. */
  readonly about: string;
  /** The closed list, where there is one. */
  readonly choices?: readonly string[];
  readonly isDay?: true;
  /** Whether the answer takes more than a line. */
  readonly isLong?: true;
}

type Kind = Omit<Asking, "key" | "label" | "about">;

const lists: Readonly<Record<string, readonly string[]>> = {
  检查类型: vocabulary.recordType,
  检查方式: vocabulary.method,
  身份: vocabulary.respondent,
  配合情况: vocabulary.attitude,
  措施: vocabulary.measure,
  采纳: vocabulary.accepted,
  复查意见: vocabulary.opinion,
  还款来源: vocabulary.source,
  ...Object.fromEntries(
    ["生产经营", "还款能力", "还款意愿", "担保条件", "整体风险"].map((tick) => [tick, vocabulary.abnormal]),
  ),
  ...Object.fromEntries(["是否一致", "是否回流"].map((sign) => [sign, vocabulary.yesNo])),
  代偿意愿: vocabulary.willingness,
  代偿能力: vocabulary.ability,
  主体资格: vocabulary.qualified,
  其经营: vocabulary.operation,
  其财务: vocabulary.finance,
  现金流: vocabulary.finance,
};

const DAYS = ["检查日期", "日期", "完成期限", "提前到"];
const LONG = ["检查结论", "措施说明"];

/** Whether what stands behind a label is a day. */
export const isDayLabel = (label: string): boolean => DAYS.includes(label);

/** The question for a label; its answer comes back by the key, which is the label where none is given. */
export function asking(
  label: string,
  { key = label, about = "" }: Partial<Pick<Asking, "key" | "about">> = {},
): Asking {
  const choices = lists[label];
  const kind: Kind = {
    ...(choices === undefined ? {} : { choices }),
    ...(isDayLabel(label) ? { isDay: true } : {}),
    ...(LONG.includes(label) ? { isLong: true } : {}),
  };
  return { label, key, about, ...kind };
}

/** The day that a text names in full; undefined for anything else. */
function dayOfText(text: string): Day | undefined {
  const read = parseDay(text, 1900);
  return read.kind === "day" ? read.day : undefined;
}

/** An answer whose day may be written out, with the day as the workbook counts it. */
export function withDay(label: string, value: CellValue, dateSystem: DateSystem): CellValue {
  const day = isDayLabel(label) && typeof value === "string" ? dayOfText(value) : undefined;
  return day === undefined ? value : serialIn(dateSystem, day);
}

const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;
/** Labels whose answers are words even where they look like a number. */
const WORDS = ["客户名称", "保证人名称", ID_LABEL, "检查人", "协(复)查", "检查结论"];

/** An answer that was given as text, as a cell holds it: numbers as numbers, days as yyyy-mm-dd, all else as it was written. */
export function contentOf(label: string, text: string): string | number {
  const said = text.trim();
  if (isDayLabel(label)) {
    const read = dayOfText(said);
    return read === undefined ? said : formatDay(read);
  }
  return !WORDS.includes(label) && NUMBER.test(said) ? Number(said) : said;
}
