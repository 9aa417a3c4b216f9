import "@testing-library/jest-dom";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { App } from "../../src/taskpane/App";
import { choicesOf, fieldsOf, isReady, jobs, opening } from "../../src/taskpane/more/asked";
import { Session } from "../../src/taskpane/session/session";
import { asOf, assessedLedger, assessment, judged } from "./assessments";
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

const found = assessment([assessedLedger([judged({ name: "甲建材有限公司", row: 4, daysUntil: -23 })])]);

describe("what the dialog asks", () => {
  it.each([
    [{ job: "batch" }, ["做什么", "哪些客户", "检查类型", "问法", "格式"], true],
    [{ job: "batch", by: "industry" }, ["做什么", "哪些客户", "行业名称", "检查类型", "问法", "格式"], false],
    [{ job: "event", by: "circle", word: "样甲" }, ["做什么", "事件类型", "哪些客户", "担保圈名称", "说明"], true],
    [{ job: "guarantor" }, ["做什么", "保证人", "问法"], false],
    [{ job: "warning" }, ["做什么", "改为", "客户(空为全部)"], true],
    [{ job: "template" }, ["做什么"], true],
  ] as const)("for %j", (more, wanted, ready) => {
    const asked = { ...opening, ...more };
    expect(fieldsOf(asked).map(({ name }) => name)).toEqual(wanted);
    expect(isReady(asked)).toBe(ready);
  });

  it("offers an event by its scope alone, and a batch by its due days first", () => {
    const first = (job: keyof typeof jobs) => choicesOf("by", { ...opening, job })?.[0]?.[1];
    expect([first("batch"), first("event")]).toEqual(["已逾期", "按行业"]);
  });
});

test("the dialog opens from the foot of the pane, asks what its job needs, and axe finds nothing", async () => {
  const session = new Session({ workbook: emptyWorkbook(), today: () => asOf, clock: () => "11:32" });
  session.tell({ kind: "assessed", assessment: found });
  render(<App session={session} officeBackground="#ffffff" />);
  await userEvent.click(screen.getByRole("button", { name: "批量和事件" }));
  const dialog = await screen.findByRole("dialog", {}, { timeout: 30_000 });
  await userEvent.selectOptions(within(dialog).getByLabelText("做什么"), "guarantor");
  expect(within(dialog).getByLabelText("保证人")).toBeVisible();
  const { violations } = await axe.run(dialog, { rules: { "color-contrast": { enabled: false } } });
  expect(violations).toEqual([]);
  await userEvent.click(within(dialog).getByRole("button", { name: "取消" }));
  expect(screen.queryByRole("dialog")).toBeNull();
}, 60_000);
