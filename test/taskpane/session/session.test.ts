import type { Failure } from "../../../src/app/failure";
import type { Workbook } from "../../../src/app/workbook";
import { ok, type Result } from "../../../src/domain/result";
import type { WorkbookSurvey } from "../../../src/domain/ledger/survey";
import { Session } from "../../../src/taskpane/session/session";
import type { Last } from "../../../src/taskpane/session/state";
import { asOf, assessedLedger, assessment, judged } from "../assessments";
import { emptyWorkbook, refusingWorkbook } from "../workbooks";

const over = (workbook: Workbook): Session => new Session({ workbook, today: () => asOf, clock: () => "11:32" });
const withCustomers = (workbook: Workbook): Session => {
  const session = over(workbook);
  session.tell({ kind: "assessed", assessment: assessment([assessedLedger([judged({ name: "甲公司", row: 4 })])]) });
  return session;
};

test("a workbook without a ledger is told as such", async () => {
  const session = over(emptyWorkbook());
  await session.look();
  expect(session.state()).toMatchObject({ found: { is: "noLedger" }, run: { is: "idle" }, last: { is: "nothing" } });
});

test.each(["look", "annotate", "askClear"] as const)(
  "what refuses %s is told, and the session is free again",
  async (job) => {
    const session = over(refusingWorkbook({ kind: "editMode" }));
    await session[job]();
    expect(session.state().last).toMatchObject({ is: "failed", because: { kind: "editMode" } });
    expect(session.state().run).toEqual({ is: "idle" });
  },
);

test("a workbook without traces is cleared without a question and without a change", async () => {
  const session = over(emptyWorkbook());
  await session.clearOrAsk();
  expect(session.state().question).toBeUndefined();
  expect(session.state().last).toEqual({ is: "nothingToClear" });
});

test("the selected row narrows the pane to its customer", async () => {
  const session = withCustomers(
    emptyWorkbook({ selection: () => Promise.resolve(ok({ sheet: "贷款台账", row: 4, rows: 1 })) }),
  );
  await session.showSelected();
  expect(session.state().filter.customer).toEqual({ sheet: "贷款台账", key: "甲公司", name: "甲公司" });
});

test("a row without a customer is named", async () => {
  const session = withCustomers(emptyWorkbook());
  await session.showSelected();
  expect(session.state().last).toEqual({ is: "noCustomerHere", sheet: "贷款台账", rowNumber: 1 });
});

/** A workbook whose surveys end when the test says so. */
function slowWorkbook(): {
  readonly workbook: Workbook;
  readonly surveys: ((seen: Result<WorkbookSurvey, Failure>) => void)[];
} {
  const surveys: ((seen: Result<WorkbookSurvey, Failure>) => void)[] = [];
  const survey = (): Promise<Result<WorkbookSurvey, Failure>> => new Promise((resolve) => surveys.push(resolve));
  return { workbook: emptyWorkbook({ survey }), surveys };
}
const nothing = ok<WorkbookSurvey>({ dateSystem: 1900, isStructureProtected: false, sheets: [] });
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("one run at a time: a second command waits for no one and does nothing", async () => {
  const { workbook, surveys } = slowWorkbook();
  const session = over(workbook);
  const first = session.annotate();
  await turn();
  await session.askClear();
  expect(surveys).toHaveLength(1);
  surveys[0]?.(nothing);
  await first;
  expect(session.state().run).toEqual({ is: "idle" });
});

test("a command takes the place of a look, whose outcome is not told", async () => {
  const { workbook, surveys } = slowWorkbook();
  const session = over(workbook);
  const look = session.look();
  await turn();
  const command = session.annotate();
  surveys[0]?.({ ok: false, because: { kind: "cancelled" } });
  await look;
  await turn();
  expect(session.state().run).toMatchObject({ is: "working", on: "annotate" });
  expect(session.state().last).toEqual({ is: "nothing" });
  surveys[1]?.(nothing);
  await command;
});

test("an error of ours frees the session before it goes on", async () => {
  const session = over(emptyWorkbook({ survey: () => Promise.reject(new TypeError("bug")) }));
  await expect(session.look()).rejects.toThrow("bug");
  expect(session.state().run).toEqual({ is: "idle" });
});

const remembered = JSON.stringify([{ kind: "report", asOf: "2026-11-23", deeds: [] }]);

test("what the file remembers is taken back, and told", async () => {
  const session = over(emptyWorkbook({ readState: () => Promise.resolve(ok(remembered)) }));
  const told: Last[] = [];
  session.subscribe(() => told.push(session.state().last));
  await session.goBack("undoing");
  const operation = expect.objectContaining({ kind: "report" }) as unknown;
  const taken = [{ operation, redo: { changes: [], ledgers: [] } }];
  expect(told).toContainEqual({ is: "undone", at: "11:32", operation: "report", left: [], taken });
});

test("a file that remembers nothing says so", async () => {
  const session = over(emptyWorkbook());
  await session.goBack("undoing");
  expect(session.state().last).toMatchObject({ is: "failed", on: "undo", because: { kind: "nothingToUndo" } });
});
