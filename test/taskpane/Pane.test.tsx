import "@testing-library/jest-dom";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Event } from "../../src/taskpane/session/state";
import { App } from "../../src/taskpane/App";
import { Session } from "../../src/taskpane/session/session";
import { asOf, assessedLedger, assessment, judged, manyJudgements } from "./assessments";
import { emptyWorkbook } from "./workbooks";

beforeAll(() => {
  window.matchMedia = (media: string) =>
    ({
      matches: false,
      media,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
});

const problems = [{ kind: "notADate", sheet: "贷款台账", row: 217, column: 7, found: "2025.13.4" }] as const;
const three = assessment([
  assessedLedger(
    [
      judged({ name: "甲建材有限公司", row: 4, daysUntil: -23, group: "E", manager: "周明" }),
      judged({ name: "乙粮油有限公司", row: 5, daysUntil: 3, group: "C", manager: "李晓芸" }),
      judged({ name: "丙物流有限公司", row: 6, daysUntil: 90, manager: "周明" }),
    ],
    { problems },
  ),
]);

function open(...events: readonly Event[]): { session: Session; visited: readonly string[] } {
  const workbook = emptyWorkbook();
  const session = new Session({ workbook, today: () => asOf, clock: () => "11:32" });
  for (const event of events) session.tell(event);
  render(<App session={session} officeBackground="#ffffff" />);
  return { session, visited: workbook.visited };
}
const found: Event = { kind: "assessed", assessment: three };
const customers = (): string[] =>
  within(screen.getByRole("list", { name: "客户" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => /^.*?公司/.exec(textContent)?.[0] ?? "");

test("says what was recognised and offers the one click", () => {
  open(found);
  expect(screen.getByText("贷款台账 · 表头第3-4行 · 3笔 / 3户 · 万元")).toBeVisible();
  expect(screen.getByLabelText("基准日")).toHaveValue("2026-11-23");
  expect(screen.getByRole("button", { name: "一键标注" })).toBeEnabled();
});

test("does not draw the results again for each step of a run", () => {
  let looks = 0;
  const ledgers = three.ledgers.map((one) => ({
    ...one,
    get problems() {
      looks += 1;
      return one.problems;
    },
  }));
  const { session } = open({ kind: "assessed", assessment: { ...three, ledgers } }, { kind: "began", on: "annotate" });
  const before = looks;
  act(() => {
    session.tell({ kind: "progressed", stage: "write", done: 1, of: 2 });
  });
  expect(looks).toBe(before);
});

/** The three with a ledger whose columns were confirmed once, and headings that changed since. */
const confirmedOnce = (changedSince: readonly string[]): Event => ({
  kind: "assessed",
  assessment: {
    ...three,
    ledgers: three.ledgers.map((one) => ({
      ...one,
      ledger: { ...one.ledger, layout: { ...one.ledger.layout, changedSince } },
    })),
  },
});

test("asks about doubtful columns until they are confirmed, then only about headings that changed", () => {
  const { session } = open(found);
  const asked = () => screen.queryByText(/没有把握|与上次不同/)?.textContent ?? "";
  expect(asked()).toBe("有 1 列没有把握");
  act(() => {
    session.tell(confirmedOnce([]));
  });
  expect(asked()).toBe("");
  act(() => {
    session.tell(confirmedOnce(["管户行", "管户人"]));
  });
  expect(asked()).toBe("表头有 2 处与上次不同");
});

test("shows which column was taken for which field, and doubts", async () => {
  open(found);
  await userEvent.click(screen.getByRole("button", { name: /表头第3-4行/ }));
  const row = await screen.findByRole("row", { name: /管户人/ });
  expect(within(row).getByText("J")).toBeVisible();
  expect(within(row).getByText(/请核对/)).toBeVisible();
});

test("lists the customers by urgency; a click goes to the customer's first row", async () => {
  const { visited } = open(found);
  expect(customers()).toEqual(["甲建材有限公司", "乙粮油有限公司", "丙物流有限公司"]);
  await userEvent.click(screen.getByRole("button", { name: /乙粮油/ }));
  expect(visited).toEqual(["贷款台账 5 1"]);
});

test("groups, statuses, managers and names narrow the list", async () => {
  open(found);
  await userEvent.click(screen.getByRole("button", { name: /E.不良.*户/ }));
  expect(customers()).toEqual(["甲建材有限公司"]);
  await userEvent.click(screen.getByRole("button", { name: "看全部" }));
  await userEvent.click(screen.getByRole("button", { name: /7天内/ }));
  expect(customers()).toEqual(["乙粮油有限公司"]);
  await userEvent.click(screen.getByRole("button", { name: /7天内/ }));
  await userEvent.selectOptions(screen.getByLabelText("客户经理"), "周明");
  expect(customers()).toEqual(["甲建材有限公司", "丙物流有限公司"]);
  await userEvent.type(screen.getByLabelText("按客户名称查找"), "丁");
  expect(screen.getByText("没有符合条件的客户。")).toBeVisible();
});

test("the list is one stop for Tab and is walked with arrow keys", async () => {
  const { visited } = open(found);
  screen.getByRole("button", { name: /甲建材/ }).focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
  expect(visited).toEqual(["贷款台账 5 1"]);
  await userEvent.keyboard("{End}");
  expect(screen.getByRole("button", { name: /丙物流/ })).toHaveFocus();
});

test("of ten thousand customers only those in view exist, and each knows its place", () => {
  open({ kind: "assessed", assessment: assessment([assessedLedger(manyJudgements(10_000))]) });
  const items = within(screen.getByRole("list", { name: "客户" })).getAllByRole("listitem");
  expect(items.length).toBeLessThan(40);
  expect(items[0]).toHaveAttribute("aria-setsize", "10000");
});

test("problems name the cell and lead to it", async () => {
  const { visited } = open(found);
  await userEvent.click(screen.getByRole("tab", { name: "问题 1" }));
  await userEvent.click(within(await screen.findByRole("list", { name: "数据问题" })).getByRole("button"));
  expect(visited).toEqual(["贷款台账 217 7"]);
});

test("a run shows its stage and can be cancelled", async () => {
  const { session } = open(found, { kind: "began", on: "annotate" });
  act(() => {
    session.tell({ kind: "progressed", stage: "read", done: 5, of: 10 });
  });
  expect(await screen.findByRole("progressbar")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "取消" }));
  expect(session.state().run).toMatchObject({ isCancelling: true });
});

test("what was written is told, seen and heard", () => {
  const applied = { changes: 15, cells: 4200 };
  open(found, { kind: "happened", last: { is: "annotated", at: "11:32", drawdowns: 300, applied, kept: 0 } });
  const told = screen.getAllByText("11:32 已标注 300 笔，写入 4,200 格，原有内容未动。");
  expect(told.map((element) => element.closest("[role=status]") !== null).sort()).toEqual([false, true]);
});

test("a refusal says what to do and offers to try again; it can be put away", async () => {
  open(found, {
    kind: "happened",
    last: { is: "failed", on: "annotate", because: { kind: "sheetProtected", sheet: "贷款台账" } },
  });
  expect(screen.getAllByText(/请在“审阅”中撤销工作表保护/)[0]).toBeVisible();
  expect(screen.getByRole("button", { name: "再试" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "关闭提示" }));
  expect(screen.queryByRole("button", { name: "再试" })).not.toBeInTheDocument();
});

test("without a ledger the nearest sheet, its reason and a sample are offered", async () => {
  const nearest = { sheet: "汇总", reason: "其中没有客户和余额列。" };
  const because = { kind: "noLedger", nearest, rejected: [] } as const;
  open({ kind: "happened", last: { is: "failed", on: "look", because } });
  expect(await screen.findByRole("heading", { name: "没有找到贷款台账" })).toBeVisible();
  expect(screen.getByText(/最接近的是工作表“汇总”/)).toBeVisible();
  expect(screen.getByRole("button", { name: "插入示例台账" })).toBeEnabled();
  expect(screen.queryByRole("button", { name: "一键标注" })).not.toBeInTheDocument();
});

test("a screen takes the focus as it opens, and leaves it on the tab that is shown then", async () => {
  open(found, { kind: "opened", screen: { is: "untrace" } });
  expect(await screen.findByRole("heading", { name: "清除本插件痕迹" })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "关闭" }));
  await waitFor(() => {
    expect(screen.getByRole("tab", { name: "待访" })).toHaveFocus();
  });
});

test("clearing lists what was typed and keeps it unless told otherwise", async () => {
  const typed = [{ sheet: "贷款台账", row: 4, column: 26, address: "AA5", text: "已电话联系" }];
  const { session } = open(found, {
    kind: "asked",
    plan: { sheets: ["贷款台账"], columns: 13, typed, settings: "edited" },
  });
  const dialog = await screen.findByRole("dialog", { name: "清除标注" });
  expect(within(dialog).getByText("贷款台账!AA5：已电话联系")).toBeVisible();
  expect(within(dialog).getByLabelText("保留我填写的内容")).toBeChecked();
  expect(within(dialog).getByLabelText(/保留我改过的“贷后设置”/)).toBeChecked();
  await userEvent.click(within(dialog).getByRole("button", { name: "取消" }));
  expect(session.state().question).toBeUndefined();
});

test.each<[string, readonly Event[]]>([
  ["with results", [found]],
  ["with problems", [found, { kind: "turned", tab: "problems" }]],
  ["while loading", [{ kind: "began", on: "look" }]],
])("axe finds nothing %s", async (_, events) => {
  open(...events);
  await waitFor(() => {
    expect(screen.queryByText("正在打开…")).not.toBeInTheDocument();
  });
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
