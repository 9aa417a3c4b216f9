import { cellAddress } from "../ledger/cells";
import { dutyName } from "../visits/duty";
import { distanceInWorkdays } from "../visits/workdays";
import { formatDay, type Day } from "../loan/day";
import { managerMeant } from "../settings/managers";
import type { Settings } from "../settings/settings";
import { dayIn, isOnSite, nameIn, nameLabel, textOf, type FilledRecord } from "./filledRecord";
import { findingAt, type Finding } from "./finding";
import type { RegisterLine } from "./register";
import { asking } from "./asking";
import { essential } from "./essential";
import { similarity } from "./similarity";

/** What a record is checked against. */
export interface CheckFacts {
  readonly record: FilledRecord;
  /** Lines of other records, in the order of the register. */
  readonly others: readonly RegisterLine[];
  /** The first disbursement of the customer's live drawdowns. */
  readonly disbursed: Day | undefined;
  readonly asOf: Day;
  readonly settings: Settings;
}

type Check = (facts: CheckFacts) => readonly Finding[];

type Said = Pick<Finding, "clause" | "message" | "asks">;
const refusedAt = (record: FilledRecord, label: string, said: Said): readonly Finding[] => [
  findingAt(record, label, { ...said, isWaivable: false }),
];
const questionedAt = (record: FilledRecord, label: string, said: Said): readonly Finding[] => [
  findingAt(record, label, { ...said, isWaivable: true }),
];

const isEmpty = (value: unknown) => String(value).trim() === "";

const labelsThere: Check = ({ record }) =>
  [nameLabel(record), ...essential]
    .filter((label) => !record.answers.has(label))
    .flatMap((label) =>
      refusedAt(record, label, {
        clause: "",
        message: `找不到“${label}”一格，标题可能被改过或该行被删除。请恢复，或在归档时补填`,
        asks: asking(label),
      }),
    );

const filledIn: Check = ({ record }) => {
  const signals = record.signals.map(({ text, accepted }) => ({ answer: accepted, about: text }));
  const all = [...record.required.map((answer) => ({ answer, about: "" })), ...signals];
  return all
    .filter(({ answer }) => isEmpty(answer.value))
    .map(({ answer: { label, row, column }, about }) => {
      const message = `“${label}”还没有填`;
      const asks = asking(label, { key: cellAddress(row, column), about });
      return { clause: "R01", message, sheet: record.sheet, row, column, isWaivable: false, asks };
    });
};

const dayUsable: Check = ({ record, asOf }) => {
  const answer = record.answers.get("检查日期");
  if (answer === undefined || isEmpty(answer.value)) return [];
  const visited = dayIn(record, "检查日期");
  if (visited === undefined) {
    return refusedAt(record, "检查日期", {
      clause: "",
      message: `检查日期“${String(answer.value)}”不是日期，应写成 2026-11-23 的样子`,
    });
  }
  if (visited <= asOf) return [];
  return refusedAt(record, "检查日期", {
    clause: "",
    message: `检查日期 ${formatDay(visited)} 晚于基准日 ${formatDay(asOf)}`,
  });
};

const longEnough: Check = ({ record, settings: { filing } }) => {
  const conclusion = textOf(record, "检查结论");
  const { length } = Array.from(conclusion);
  if (length === 0 || length >= filing.conclusionLength) return [];
  const said = `检查结论只有 ${String(length)} 个字，至少 ${String(filing.conclusionLength)} 个字`;
  return refusedAt(record, "检查结论", { clause: "R02", message: said });
};

/** Copied from the customer's last record, or from more than two other customers'. */
const ownWords: Check = ({ record, others, settings: { filing } }) => {
  const conclusion = textOf(record, "检查结论");
  const alike = others.filter((other) => similarity(conclusion, other.conclusion) >= filing.similarity);
  const last = others.filter(({ customer }) => customer === nameIn(record)).at(-1);
  if (last !== undefined && alike.includes(last)) {
    return questionedAt(record, "检查结论", { clause: "R03", message: `检查结论与上次（${last.number}）几乎一样` });
  }
  const customers = new Set(alike.map(({ customer }) => customer));
  if (customers.size <= 2) return [];
  return questionedAt(record, "检查结论", {
    clause: "R03",
    message: `检查结论与另外 ${String(customers.size)} 户的几乎一样`,
  });
};

const FEW = 3;

const somethingChanged: Check = ({ record }) => {
  const both = record.questions.filter(({ now, last }) => typeof now === "number" && typeof last === "number");
  if (both.length < FEW || both.some(({ now, last }) => now !== last)) return [];
  return questionedAt(record, both[0]?.question ?? "", {
    clause: "R04",
    message: `${String(both.length)} 项询问的数字与上次完全相同`,
  });
};

const dayManageable: Check = ({ record, others, settings }) => {
  const { filing } = settings;
  const visited = dayIn(record, "检查日期");
  const inspector = managerMeant(textOf(record, "检查人"), settings);
  if (visited === undefined || inspector === "" || !isOnSite(textOf(record, "检查方式"))) return [];
  const sameDay = others.filter(
    (other) =>
      other.visited === visited && managerMeant(other.inspector, settings) === inspector && isOnSite(other.method),
  );
  const visits = sameDay.length + 1;
  if (visits <= filing.visitsADay) return [];
  const said = `${inspector} ${formatDay(visited)} 已是第 ${String(visits)} 次上门，超过 ${String(filing.visitsADay)} 次`;
  return questionedAt(record, "检查日期", { clause: "R05", message: said });
};

const filedInTime: Check = ({ record, asOf, settings: { filing, calendar } }) => {
  const visited = dayIn(record, "检查日期");
  if (visited === undefined) return [];
  const late = distanceInWorkdays(visited, asOf, calendar);
  if (late <= filing.workingDays) return [];
  const said = `检查后 ${String(late)} 个工作日才归档，超过 ${String(filing.workingDays)} 个工作日`;
  return questionedAt(record, "检查日期", { clause: "R06", message: said });
};

const notOnHoliday: Check = ({ record, settings: { calendar } }) => {
  const visited = dayIn(record, "检查日期");
  if (visited === undefined || !calendar.holidays.has(visited)) return [];
  return questionedAt(record, "检查日期", { clause: "R07", message: `检查日期 ${formatDay(visited)} 是法定节假日` });
};

const evidenceOnSite: Check = ({ record }) => {
  if (!isOnSite(textOf(record, "检查方式")) || record.documents.received.length > 0) return [];
  if (Number(record.answers.get("照片张数")?.value ?? 0) > 0) return [];
  const said = { clause: "R08", message: "上门检查没有照片，也没有收到任何资料" };
  return record.answers.has("照片张数") ? refusedAt(record, "照片张数", said) : questionedAt(record, "照片张数", said);
};

/** Where somebody had to go and did not, the record says why. practices A08 */
const remoteExplained: Check = ({ record }) => {
  const [method, duty] = [textOf(record, "检查方式"), textOf(record, "应访事由")];
  if (method === "" || isOnSite(method) || duty === "" || duty === dutyName.contact) return [];
  if (!record.answers.has(NOT_THERE) || textOf(record, NOT_THERE) !== "") return [];
  return questionedAt(record, NOT_THERE, {
    clause: "",
    message: `应访事由是“${duty}”，检查方式是“${method}”，没有写未上门原因`,
    asks: asking(NOT_THERE),
  });
};
const NOT_THERE = "未上门原因";

const fourEyes: Check = ({ record, settings }) => {
  const inspector = textOf(record, "检查人");
  const other = textOf(record, "协(复)查");
  if (inspector === "" || managerMeant(inspector, settings) !== managerMeant(other, settings)) return [];
  return refusedAt(record, "协(复)查", { clause: "R09", message: `检查人和协（复）查人都是“${inspector}”，应为两人` });
};

const reasonsGiven: Check = ({ record }) =>
  record.signals
    .filter(({ accepted, reason }) => accepted.value === "不采纳" && isEmpty(reason.value))
    .map(({ text, reason: { row, column } }) => {
      const message = `不采纳“${text}”没有写理由`;
      const asks = asking("不采纳的理由", { key: cellAddress(row, column), about: text });
      return { clause: "R10", message, sheet: record.sheet, row, column, isWaivable: false, asks };
    });

const afterDisbursement: Check = ({ record, disbursed }) => {
  const visited = dayIn(record, "检查日期");
  if (visited === undefined || disbursed === undefined || visited >= disbursed) return [];
  const said = `检查日期 ${formatDay(visited)} 早于放款日 ${formatDay(disbursed)}，像是贷前材料`;
  return questionedAt(record, "检查日期", { clause: "R11", message: said });
};

const checks: readonly Check[] = [
  ...[labelsThere, filledIn, dayUsable, longEnough, ownWords, somethingChanged, dayManageable],
  ...[filedInTime, notOnHoliday, evidenceOnSite, remoteExplained, fourEyes, reasonsGiven, afterDisbursement],
];

/** Everything that keeps a record from being filed or asks for a reason, in the order of the clauses. visit-forms E.4 */
export function checkRecord(facts: CheckFacts): readonly Finding[] {
  return checks.flatMap((check) => check(facts));
}
