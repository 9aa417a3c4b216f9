import { createRoot } from "react-dom/client";
import type { Workbook } from "../../../src/app/workbook";
import { ok } from "../../../src/domain/result";
import { App } from "../../../src/taskpane/App";
import { Session } from "../../../src/taskpane/session/session";
import "../../../src/taskpane/pane.css";
import { customerAt } from "../../../src/taskpane/view/customerRows";
import { everything } from "../../../src/taskpane/view/filter";
import { asOf, assessedLedger, assessment, manyJudgements } from "../assessments";

const problems = [
  { kind: "notADate", sheet: "贷款台账", row: 217, column: 7, found: "2025.13.4" },
  { kind: "dateInAmount", sheet: "贷款台账", row: 88, column: 5, found: "2027-01-17" },
  {
    kind: "unitDoubt",
    sheet: "贷款台账",
    row: 3,
    column: 5,
    stated: "元",
    likely: "万元",
    why: "最大余额只有 4,800 元",
  },
] as const;

const many = (customers: number) =>
  assessment([assessedLedger(manyJudgements(customers), { problems })], {
    rejected: [
      { sheet: "汇总", hidden: false, reason: "没有客户和余额列。", nearness: 0.4 },
      { sheet: "旧台账", hidden: true, reason: "像是台账，但工作表是隐藏的，没有处理。", nearness: 1 },
    ],
    notices: ["2028 年没有节假日表，按周一至周五计算工作日。"],
  });

const none = {
  kind: "noLedger",
  nearest: { sheet: "汇总", reason: "其中没有客户和余额列。" },
  rejected: [
    { sheet: "汇总", hidden: false, reason: "没有客户和余额列。", nearness: 0.4 },
    { sheet: "行业代码", hidden: false, reason: "没有可认作台账的表头。", nearness: 0.1 },
  ],
} as const;

const failed = { kind: "sheetProtected", sheet: "贷款台账" } as const;
const typed = Array.from({ length: 14 }, (_, index) => ({
  sheet: "贷款台账",
  row: index + 4,
  column: 26,
  address: `AA${String(index + 5)}`,
  text: "已电话联系，约下周二上门",
}));

/** Each scene tells the session what has happened. */
const scenes: Record<string, (session: Session) => void> = {
  ready: (session) => {
    session.tell({ kind: "assessed", assessment: many(180) });
  },
  huge: (session) => {
    session.tell({ kind: "assessed", assessment: many(10_000) });
  },
  annotated: (session) => {
    scenes["ready"]?.(session);
    const applied = { changes: 15, cells: 4200 };
    session.tell({ kind: "happened", last: { is: "annotated", at: "11:32", drawdowns: 300, applied, kept: 2 } });
  },
  mapping: (session) => scenes["ready"]?.(session),
  focus: (session) => scenes["ready"]?.(session),
  working: (session) => {
    scenes["ready"]?.(session);
    session.tell({ kind: "began", on: "annotate" });
    session.tell({ kind: "progressed", stage: "read", done: 18_000, of: 40_000 });
  },
  loading: (session) => {
    session.tell({ kind: "began", on: "look" });
  },
  empty: (session) => {
    session.tell({ kind: "happened", last: { is: "failed", on: "look", because: none } });
  },
  failed: (session) => {
    session.tell({ kind: "happened", last: { is: "failed", on: "look", because: { kind: "editMode" } } });
  },
  refused: (session) => {
    scenes["ready"]?.(session);
    session.tell({ kind: "happened", last: { is: "failed", on: "annotate", because: failed } });
  },
  broken: (session) => {
    scenes["ready"]?.(session);
    session.tell({ kind: "happened", last: { is: "broken", detail: "TypeError\n    at judge (taskpane.js:1:2)" } });
  },
  problems: (session) => {
    scenes["ready"]?.(session);
    session.tell({ kind: "turned", tab: "problems" });
  },
  picked: (session) => {
    scenes["ready"]?.(session);
    const customer = customerAt(many(180), "贷款台账", 23);
    session.tell({ kind: "filtered", filter: { ...everything, customer } });
  },
  narrowed: (session) => {
    scenes["ready"]?.(session);
    session.tell({
      kind: "filtered",
      filter: { ...everything, groups: new Set(["D"]), statuses: new Set(["overdue"]) },
    });
  },
  nobody: (session) => {
    scenes["ready"]?.(session);
    session.tell({ kind: "filtered", filter: { ...everything, search: "查无此户" } });
  },
  clear: (session) => {
    scenes["ready"]?.(session);
    session.tell({ kind: "asked", plan: { sheets: ["贷款台账"], columns: 13, typed, settings: "edited" } });
  },
};

const still = { goTo: () => Promise.resolve(ok(undefined)) } as unknown as Workbook;
const session = new Session({ workbook: still, today: () => asOf, clock: () => "11:32" });
const parameters = new URLSearchParams(location.search);
scenes[parameters.get("scene") ?? "ready"]?.(session);
const root = document.getElementById("root");
if (root)
  createRoot(root).render(<App session={session} officeBackground={parameters.get("background") ?? undefined} />);
