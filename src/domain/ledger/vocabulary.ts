import type { LoanClass } from "../loan/loanClass";
import type { CellValue } from "./cells";
import type { CustomerType, Guarantee, Standing } from "./ledger";
import { parseDay } from "./parseDay";
import { isErrorValue, plainText, saysNothing } from "./text";

const classWords: readonly (readonly [RegExp, LoanClass])[] = [
  [/^(正常|pass)/i, "pass"],
  [/^(关注|special)/i, "specialMention"],
  [/^(次级|substandard)/i, "substandard"],
  [/^(可疑|doubtful)/i, "doubtful"],
  [/^(损失|loss)/i, "loss"],
];
const classCodes: Readonly<Record<string, LoanClass>> = {
  Z: "pass",
  "1": "pass",
  "10": "pass",
  "2": "specialMention",
  "20": "specialMention",
  "3": "substandard",
  "30": "substandard",
  "4": "doubtful",
  "40": "doubtful",
  "5": "loss",
  "50": "loss",
};

/** The class a cell names by word or code; undefined where it names none, "blank" where it says nothing. ledgers D.4 */
export function parseClass(value: CellValue): LoanClass | "blank" | undefined {
  if (saysNothing(value)) return "blank";
  const text = plainText(value).replace(/^(?:五级|0(?=\d$))/, "");
  return classCodes[text] ?? classWords.find(([word]) => word.test(text))?.[1];
}

const yes = /^(是|有|y|yes|true|1|√|✓|已)$/i;
const no = /^(否|无|n|no|false|0|×|x|未|不是|没有)$/i;

/** 是 or 否 in any of their spellings; undefined for a blank, which is never taken for 否. */
export function parseYesNo(value: CellValue): boolean | undefined {
  if (typeof value === "boolean") return value;
  const text = plainText(value);
  if (yes.test(text)) return true;
  return no.test(text) ? false : undefined;
}

/** What denies the word that follows, or says that only a part has come to it. */
const notYet = "(?:未|待|拟|部分|没有|not |partly |partially ).{0,3}";
const writtenOffWords = new RegExp(`(?<!${notYet})(?:核销|writ(?:ten|e)[- ]?off|charged?[- ]off)`, "i");
const settledWords = new RegExp(`(?<!${notYet})(?:结清|还清|已收回|销户|settled|paid[- ]off|repaid|closed)`, "i");

/** How a drawdown stands by what a cell says of it (已结清, 已核销); live for anything else. ledgers D.4 */
export function parseStanding(value: CellValue): Standing {
  const text = plainText(value);
  if (writtenOffWords.test(text)) return "writtenOff";
  return settledWords.test(text) ? "settled" : "live";
}

/** Whether a cell in a column of write-offs says so: 是, 已核销, or since which day; blanks and 未核销 do not. */
export function saysWrittenOff(value: CellValue): boolean {
  if (saysNothing(value)) return false;
  return parseYesNo(value) ?? (parseStanding(value) === "writtenOff" || parseDay(value, 1900).kind === "day");
}

/** The group of companies that a cell names; 是 names one without a name, 否 and blanks none. */
export function parseGroup(value: CellValue): string | undefined {
  const isNone = saysNothing(value) || isErrorValue(value) || parseYesNo(value) === false;
  return isNone ? undefined : plainText(value);
}

/** How often a drawdown was extended, from 是/否, a count, a kind of disbursement, or the day to which it was. */
export function parseExtensions(value: CellValue): number | undefined {
  if (typeof value === "number" && value < 100) return value >= 0 ? Math.floor(value) : undefined;
  const said = parseYesNo(value);
  if (said !== undefined) return said ? 1 : 0;
  if (parseDay(value, 1900).kind === "day") return 1;
  const text = plainText(value);
  return text === "" ? undefined : extensionsIn(text);
}

function extensionsIn(text: string): number {
  const count = /(\d+)次/.exec(text)?.[1];
  return count === undefined ? Number(saysExtended(text)) : Number(count);
}

/** Whether a text says that a loan was extended. */
export function saysExtended(value: CellValue): boolean {
  const text = plainText(value);
  return /(?<![未无非])展期|(?<!not |un|non-)extended/i.test(text);
}

/** Whether a drawdown renewed another one, from 是/否 or a word. */
export function parseRenewed(value: CellValue): boolean | undefined {
  const said = parseYesNo(value);
  if (said !== undefined) return said;
  const text = plainText(value);
  return text === ""
    ? undefined
    : /续贷|借新还旧|转贷|重贷|(?<!not |un|non-)(?:renew|refinanc|roll(?:ed)?[- ]?over)/i.test(text);
}

const guaranteeWords: readonly (readonly [RegExp, Guarantee])[] = [
  [/信用|免担保|unsecured|un-?guaranteed|^(?:credit|clean)(?: loan)?$/i, "信用"],
  [/抵押|房抵|抵\(质\)押|抵质押|mortgage|hypothec/i, "抵押"],
  [/质押|存单|票据|抵\(质\)押|抵质押|pledge/i, "质押"],
  [/联保|互保|(?:joint|mutual|group) guarant/i, "联保"],
  [/保证|担保公司|公职人员担保|^担保$|(?<!un-?|non-?|joint |mutual |group )guarant/i, "保证"],
];

/** The kinds of guarantee a cell names. ledgers D.4 */
export function parseGuarantees(value: CellValue): ReadonlySet<Guarantee> {
  const text = plainText(value).replace(/保证金/g, "质押");
  return new Set(guaranteeWords.filter(([word]) => word.test(text)).map(([, guarantee]) => guarantee));
}

const business = /经营|生产|周转|种植|养殖|进货|流动资金|个体|商户|经商|business|operating|working capital/i;

/** Facts from which a customer's type is told. */
export interface TypeFacts {
  readonly type: string;
  readonly scale: string;
  readonly id: string;
  readonly name: string;
  readonly product: string;
  readonly purpose: string;
}

/** What a type says of its kind, the sole trader's first: 小微企业主 is no enterprise. */
const soleTraderType =
  /小微企业主|个体|农户|商户|sole (?:trader|proprietor)|self-employed|individual business|business owner|farmer/i;
const smallType = /小微|小型|微型|小企业|\bsmes?\b|\bmses?\b|\bsmall\b|\bmicro\b/i;
const personalType = /个人|自然人|对私|零售|individual|personal|retail|natural person|consumer/i;
const companyType =
  /法人|对公|公司|企业|单位|机构|合作社|corporat|company|enterprise|institution|legal person|\bsmes?\b/i;

const companyName = /公司|厂|店|合作社|中心|医院|学院|学校|集团|农场|商行|经营部|门市/;

/** The customer's type by what the ledger says, else by the id's form, else by the name's. ledgers D.4 */
export function customerType(facts: TypeFacts): CustomerType {
  const said = `${facts.type} ${facts.scale}`;
  if (soleTraderType.test(said)) return "soleTrader";
  if (smallType.test(said) && !isPerson(facts)) return "smallBusiness";
  if (personalType.test(said) || isPerson(facts)) return personType(facts);
  return "corporate";
}

function isPerson({ type, id, name }: TypeFacts): boolean {
  if (companyType.test(type)) return false;
  if (/^\d{17}[\dXx]$/.test(id) && /^[1-8]/.test(id) && !id.startsWith("9")) return true;
  return id === "" ? /^[\u4e00-\u9fa5·]{2,4}$/.test(name) && !companyName.test(name) : id.startsWith("92");
}

/** What a type says itself of a person's borrowing. */
const ownBusiness = /经营|生产|business|operating/i;
const ownHousehold = /消费|按揭|住房|consum|mortgage|housing/i;

function personType({ type, product, purpose, id }: TypeFacts): CustomerType {
  if (ownBusiness.test(type)) return "soleTrader";
  if (ownHousehold.test(type)) return "consumer";
  return business.test(product) || business.test(purpose) || id.startsWith("92") ? "soleTrader" : "consumer";
}

const offSite = /非现场|off-?site/gi;
const remoteWords =
  /电话|微信|视频|短信|线上|非现场|远程|邮件|phone|\bcall|wechat|video|\bsms\b|online|off-?site|remote|mail/i;
const onSiteWords = /上门|现场检查|实地|on[- ]?site|site visit|in person/i;

/** Whether a way of visiting was not on site. */
export function isRemote(value: CellValue): boolean {
  const method = plainText(value);
  return remoteWords.test(method) && !onSiteWords.test(method.replace(offSite, ""));
}
