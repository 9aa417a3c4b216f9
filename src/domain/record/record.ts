import type { SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import { basics } from "./blocks/basics";
import { conclusion, needs, signOff } from "./blocks/conclusion";
import { documents } from "./blocks/documents";
import { collection, event, maturity } from "./blocks/events";
import { guarantee } from "./blocks/guarantee";
import { loans } from "./blocks/loans";
import { lookups } from "./blocks/lookups";
import { questions } from "./blocks/questions";
import { useOfFunds } from "./blocks/useOfFunds";
import { distinct, type RecordFacts } from "./facts";
import { hint, section, type Block, type FormLine } from "./form";
import { recordHeader } from "./header";
import { layOut } from "./layOut";
import { sheetLink } from "./link";
import { withProgress } from "./progress";
import { talkLines } from "./talk";

/** A block with its heading and which records have it. */
interface Part {
  readonly title: string;
  readonly isIn: (facts: RecordFacts) => boolean;
  readonly block: (facts: RecordFacts) => Block;
  /** Begins the second page of a record that has one. */
  readonly newPage?: boolean;
}

const always = () => true;
const isShort = ({ type, subject }: RecordFacts) =>
  ["首次", "到期", "突发", "催收"].includes(type) || subject === "个人消费";
/** The questions of an ordinary visit, which special occasions leave out. */
const asksAll = ({ type }: RecordFacts) => !["到期", "突发", "催收"].includes(type);

/** The ten blocks in their order, and the two of special occasions. visit-forms E.2, E.3 */
const parts: readonly Part[] = [
  { title: "基本信息", isIn: always, block: basics },
  { title: "贷款情况", isIn: always, block: loans },
  { title: "突发事件", isIn: ({ type }) => type === "突发", block: event },
  { title: "访前查询", isIn: always, block: lookups },
  { title: "资金用途", isIn: asksAll, block: useOfFunds },
  { title: "经营与财务十问", isIn: asksAll, block: questions },
  { title: "催收情况", isIn: ({ type }) => type === "催收", block: collection },
  { title: "到期安排", isIn: ({ type }) => type === "到期", block: maturity },
  { title: "资料与交叉验证", isIn: ({ type }) => type !== "突发", block: documents, newPage: true },
  { title: "担保", isIn: ({ type }) => type !== "首次" && type !== "突发", block: guarantee },
  { title: "风险判断与措施", isIn: always, block: conclusion },
  { title: "客户需求与建议", isIn: ({ type }) => type !== "突发" && type !== "首次", block: needs },
  { title: "签批", isIn: always, block: signOff },
];

const numerals = "①②③④⑤⑥⑦⑧⑨⑩";
const QUESTIONS = "经营与财务十问";

function linesOf(facts: RecordFacts): readonly FormLine[] {
  const chosen = parts.filter(({ isIn }) => isIn(facts));
  return chosen.flatMap(({ title, block, newPage = false }, index): readonly FormLine[] => {
    const heading = section(`${numerals.charAt(index)} ${title}`);
    const talk = title === QUESTIONS && facts.withHints ? talkLines(facts).map((text) => hint(`话术：${text}`)) : [];
    const first = newPage && !isShort(facts) ? { ...heading, newPage: true } : heading;
    return [first, ...talk, ...block(facts)];
  });
}

function titleLine({ number, type }: RecordFacts): FormLine {
  return {
    height: 26,
    cells: [
      { kind: "title", span: 8, content: `贷后检查（回访）记录表 · ${type}` },
      { kind: "number", span: 4, content: `编号 ${number}` },
    ],
  };
}

function linkLine({ ledger: { sheet, row } }: RecordFacts): FormLine {
  const content = sheetLink({ sheet, row, text: `回到台账：${sheet} 第 ${String(row + 1)} 行` });
  return { cells: [{ kind: "hint", span: 12, content }] };
}

/** The visit record of one customer as a sheet: filled with what the ledger knows, to be printed, filled in and signed. */
export function recordSheet(facts: RecordFacts, name: string): SheetDraft {
  const lines = withProgress([titleLine(facts), ...linesOf(facts), linkLine(facts)]);
  const bank = distinct(facts.drawdowns.map(({ branch }) => branch));
  return layOut(lines, { name, page: numberedPage(recordHeader(bank, facts.number)), isOnPages: true });
}
