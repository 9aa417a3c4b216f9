import { guarantorKinds } from "../../domain/record/guarantorFacts";
import { scopeFields, scopeName, type ScopeField } from "../../domain/record/scope";
import { recordSubjects, recordTypes } from "../../domain/record/variant";
import { vocabulary } from "../../domain/record/vocabulary";
import { reportStates } from "../../domain/report/warningList";
import type { Work } from "../session/jobs";
import type { Around } from "../session/recordWork";
import type { Session } from "../session/session";
import type { Job } from "../session/state";
import { batchMaking, eventEntering, guarantorChecking, planMaking, templateMaking, warningMoving } from "./moreWork";

/** What the dialog can do, and what its button says. */
export const jobs = {
  batch: "批量生成回访表",
  event: "登记突发事件",
  plan: "生成回访计划",
  guarantor: "检查保证人",
  warning: "更新预警状态",
  template: "生成回访模板",
} as const;
type JobName = keyof typeof jobs;

/** The answers of the dialog, each as its field holds it; "" for what the rules choose. */
export interface Asked {
  readonly job: JobName;
  /** Days until the visit is due, or by what the customers are picked. */
  readonly by: string;
  readonly word: string;
  readonly type: string;
  readonly subject: string;
  readonly form: string;
  readonly event: string;
  readonly note: string;
  readonly kind: string;
  readonly state: string;
}
type Key = keyof Asked;

/** The dialog as it opens: all that is overdue, each by its rules. */
export const opening: Asked = {
  ...{ job: "batch", by: "0", word: "", type: "", subject: "", form: "", event: vocabulary.event[0], note: "" },
  ...{ kind: "", state: "已报" },
};

const isScope = (by: string): by is ScopeField => scopeFields.some((field) => field === by);
const fieldOf = ({ by }: Asked): ScopeField => (isScope(by) ? by : "industry");

const names: Readonly<Record<Key, string>> = {
  job: "做什么",
  by: "哪些客户",
  word: "名称",
  type: "检查类型",
  subject: "问法",
  form: "格式",
  event: "事件类型",
  note: "说明",
  kind: "问法",
  state: "改为",
};

const asks: Readonly<Record<JobName, (asked: Asked) => readonly Key[]>> = {
  batch: ({ by }) => ["by", ...(isScope(by) ? (["word"] as const) : []), "type", "subject", "form"],
  event: () => ["event", "by", "word", "note"],
  plan: () => ["word"],
  guarantor: () => ["word", "kind"],
  warning: () => ["state", "word"],
  template: () => [],
};

/** The fields that the job needs, in their order. */
export function fieldsOf(asked: Asked): readonly { readonly key: Key; readonly name: string }[] {
  return (["job", ...asks[asked.job](asked)] as const).map((key) => ({ key, name: nameOf(key, asked) }));
}

/** What the word is, where it is no scope's. */
const words: Readonly<Partial<Record<JobName, string>>> = {
  guarantor: "保证人",
  plan: "拟调查客户@区域(可空)",
  warning: "客户(空为全部)",
};
/** Jobs that are done without a word too. */
const wordless: readonly JobName[] = ["warning", "plan"];

function nameOf(key: Key, asked: Asked): string {
  if (key !== "word") return names[key];
  return words[asked.job] ?? `${scopeName[fieldOf(asked)]}名称`;
}

type Choices = readonly (readonly [value: string, name: string])[];
const same = (values: readonly string[]): Choices => values.map((value) => [value, value]);
const byRule: Choices = [["", "按规则选"]];
const scopes: Choices = scopeFields.map((field) => [field, `按${scopeName[field]}`]);
const dues: Choices = [
  ["0", "已逾期"],
  ["7", "7天内应访"],
  ["30", "30天内应访"],
];

const closed: Readonly<Partial<Record<Key, Choices>>> = {
  job: Object.entries(jobs),
  type: [...byRule, ...same(recordTypes)],
  subject: [...byRule, ...same(recordSubjects)],
  form: [
    ["", "有回访模板时用它"],
    ["builtIn", "内置格式"],
  ],
  event: same(vocabulary.event),
  kind: [...byRule, ...same(guarantorKinds)],
  state: same(reportStates.slice(1)),
};

/** The closed list of a field; undefined where it is written in. */
export function choicesOf(key: Key, { job }: Asked): Choices | undefined {
  if (key !== "by") return closed[key];
  return job === "event" ? scopes : [...dues, ...scopes];
}

/** Whether all that the job needs is there. */
export function isReady(asked: Asked): boolean {
  const needsWord = asks[asked.job](asked).includes("word") && !wordless.includes(asked.job);
  return !needsWord || asked.word.trim() !== "";
}

function found<Value extends string>(values: readonly Value[], wanted: string): Value | undefined {
  return values.find((value) => value === wanted);
}

function workOf(asked: Asked): readonly [Job, (around: Around) => Work] {
  const scope = { field: fieldOf(asked), word: asked.word.trim() };
  switch (asked.job) {
    case "event":
      return ["record", eventEntering({ type: asked.event, scope, note: asked.note })];
    case "plan":
      return ["report", planMaking(asked.word)];
    case "guarantor":
      return ["record", guarantorChecking(asked.word.trim(), found(guarantorKinds, asked.kind))];
    case "warning":
      return ["report", warningMoving(found(reportStates, asked.state) ?? "已报", asked.word)];
    case "template":
      return ["record", templateMaking];
    case "batch":
      return ["record", batchMaking(batchOf(asked))];
  }
}

function batchOf(asked: Asked) {
  const { by, word, form } = asked;
  const chosen = isScope(by) ? { scope: { field: by, word: word.trim() } } : { dueWithin: Number(by) };
  const [type, subject] = [found(recordTypes, asked.type), found(recordSubjects, asked.subject)];
  return { chosen, isBuiltIn: form === "builtIn", ...(type && { type }), ...(subject && { subject }) };
}

/** Does what was asked, and reads the ledger again after an event. */
export async function run(session: Session, asked: Asked): Promise<void> {
  const [job, work] = workOf(asked);
  await session.perform(job, work);
  if (asked.job === "event" && session.state().last.is === "told") await session.look();
}
