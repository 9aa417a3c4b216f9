import type { CellValue } from "./cells";
import chinese from "./columnSynonyms.json";
import english from "./englishSynonyms.json";
import type { Field } from "./field";
import type { Unit } from "./ledger";
import { plainText } from "./text";

/** A heading without what only decorates it, and the unit it named. */
export interface PlainHeading {
  readonly text: string;
  readonly unit: Unit | undefined;
}

const units: Readonly<Record<string, Unit>> = {
  元: "元",
  "rmb'000": "千元",
  "cny'000": "千元",
  "'000": "千元",
  thousand: "千元",
  人民币元: "元",
  rmb: "元",
  cny: "元",
  yuan: "元",
  千元: "千元",
  万元: "万元",
  万: "万元",
  亿元: "亿元",
};

/** Brackets that name a unit or a kind of answer and say nothing of the field. */
const suffix =
  /\((人民币元|人民币|万元|千元|亿元|元|万|(?:rmb|cny)?'000|thousand|rmb|cny|yuan|days|dpd|天|日|%|‰|月|个月|年|是\/否|必填|选填)\)/gi;

/** Texts that are remembered at most: those of a sheet's top rows are asked for again with each header that they might make. */
const MOST_TEXTS = 5_000;

/** A function of a text that remembers what it gave. */
function remembering<Given>(give: (text: string) => Given): (text: string) => Given {
  const given = new Map<string, Given>();
  return (text) => {
    if (given.has(text)) return given.get(text) as Given;
    if (given.size > MOST_TEXTS) given.clear();
    const made = give(text);
    given.set(text, made);
    return made;
  };
}

const plain = remembering((heading: string): PlainHeading => {
  let unit: Unit | undefined;
  const text = plainText(heading)
    .toLowerCase()
    .replace(/\s*[*:：]\s*/g, "")
    .replace(/\((?:rmb|cny)\s+'?000\)|\(in thousands?\)/, "('000)")
    .replace(suffix, (_all, word: string) => {
      unit ??= units[word.toLowerCase()];
      return "";
    })
    .replace(/^\d{1,2}[.、]\s*/, "")
    .replace(/([\u4e00-\u9fa5)])\s+/g, "$1")
    .replace(/\s+([\u4e00-\u9fa5(])/g, "$1")
    .trim();
  const said = /(?:,|，)?单位[:：]?(万元|千元|亿元|元)$/.exec(text);
  return said === null ? { text, unit } : { text: text.slice(0, said.index), unit: unit ?? units[said[1] ?? ""] };
});

/** Normalises a heading: no blanks, line breaks, stars or numbering, full width made narrow, the unit taken out of its brackets. */
export function plainHeading(heading: CellValue | undefined): PlainHeading {
  return plain(heading === undefined ? "" : String(heading));
}

/** A field that a heading may mean, and how surely: 1 for a known heading, less for one that only contains it. */
export interface HeadingMatch {
  readonly field: Field;
  readonly score: number;
}

const EXACT = 1;
const CONTAINED = 0.75;

type Dictionary = Readonly<Record<string, readonly string[]>>;

/** Field by normalised heading; where two fields claim one, the first does. */
const known = new Map<string, Field>();
for (const [field, headings] of ([chinese, english] as readonly Dictionary[]).flatMap((one) => Object.entries(one))) {
  for (const { text } of headings.map(plainHeading)) if (!known.has(text)) known.set(text, field as Field);
}

/** Known headings of at least two characters, the longest first. */
const byLength = [...known.keys()].filter((text) => text.length >= 2).sort((one, other) => other.length - one.length);

/** Words that may stand around a known heading without changing what it means. A heading with any other word (存款余额, 到期前利率, 分类调整日期) means something else. */
const harmless =
  /^(?:贷款|借款|借据|客户|借款人|本行|我行|当前|目前|本期|当期|期末|月末|季末|最新|最近|本次|本月|本季度?|人民币|折人民币|合计|总额|总|金额|日期|日|时间|名称|姓名|号码|号|编号|情况|信息|的|主|第一|第|现|截至|实际|最终|系统|认定|结果|类型|类别|代码|天数|loan|borrower|customer|client|total|current|final|latest|date|name|number|no|amount|rmb|cny|of|the|[()（）/_\-·. ]|\d)*$/;
/** The last time is what a visit's heading asks for; of a class or a balance it is not the one in force. */
const ofLastTime = /上次/g;
const visitFields: ReadonlySet<Field> = new Set(["lastVisit", "lastMethod"]);

const contained = remembering((text: string): HeadingMatch | undefined => {
  if (text.length > 24) return undefined;
  for (const heading of byLength) {
    const at = text.indexOf(heading);
    if (at < 0) continue;
    const field = known.get(heading);
    if (field === undefined) continue;
    const around = text.slice(0, at) + text.slice(at + heading.length);
    const rest = visitFields.has(field) ? around.replace(ofLastTime, "") : around;
    if (harmless.test(rest)) return { field, score: CONTAINED };
  }
  return undefined;
});

/** The field that a normalised heading means; undefined where it is none of ours. */
export function matchHeading(text: string): HeadingMatch | undefined {
  if (text === "") return undefined;
  const field = known.get(text);
  return field === undefined ? contained(text) : { field, score: EXACT };
}

/** What a column may say of the loan itself, or of the customer; a group of columns of something else says it of that. */
const loanFields: ReadonlySet<Field> = new Set([
  ...(["loanAmount", "balance", "disburseDate", "maturityDate", "term", "rate"] as const),
  ...(["fiveClass", "overdueDays", "status"] as const),
]);
const customerFields: ReadonlySet<Field> = new Set([
  ...(["customerName", "userCompany", "customerId", "idNo", "idType", "customerType", "enterpriseScale"] as const),
  ...(["phone", "contact", "address", "area", "industry", "rating"] as const),
]);

const loans = /贷款|借款|借据|放款/;
const otherTimes = /上期|上次|上年|上月|上季|年初|期初|去年|存款|理财|保险/;
const otherPeople =
  /保证|担保|配偶|法人|法定代表|实际控制|实控人|股东|抵押|质押|押品|出质|联系人|关联|集团|经办|客户经理/;
const otherThings = /授信|额度|合同|担保|保证|抵押|质押|押品|评级|评估/;

/** How far a heading under a group of columns means the field that it names alone: 金额 under 授信信息 is hardly the loan's, 证件号码 under 保证人 never the customer's. */
export function weightIn(group: string, field: Field): number {
  if (loanFields.has(field)) {
    if (otherTimes.test(group)) return 0;
    return otherThings.test(group) && !loans.test(group) ? 0.5 : 1;
  }
  return customerFields.has(field) && otherPeople.test(group) && !group.includes("借款人") ? 0 : 1;
}
