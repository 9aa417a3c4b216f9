import { reduce } from "../../../src/taskpane/session/reduce";
import { opening, type Event, type State } from "../../../src/taskpane/session/state";
import { assessedLedger, assessment, judged } from "../assessments";

const after = (...events: readonly Event[]): State => events.reduce(reduce, opening);
const progressed = (stage: "survey" | "read" | "rollBack", done: number): Event => ({
  kind: "progressed",
  stage,
  done,
  of: 10,
});

test("the bar never goes back when a second ledger is read", () => {
  const once = after({ kind: "began", on: "annotate" }, progressed("read", 9));
  expect(reduce(once, progressed("read", 1)).run).toEqual(once.run);
});

test("bringing the workbook back has no measure", () => {
  const { run } = after({ kind: "began", on: "annotate" }, progressed("read", 9), progressed("rollBack", 1));
  expect(run).toMatchObject({ stage: "rollBack", fraction: undefined });
});

test("progress that arrives after the end says nothing", () => {
  expect(after({ kind: "began", on: "look" }, { kind: "ended" }, progressed("read", 5)).run).toEqual({ is: "idle" });
});

test("no ledger is a state of the pane, not a message", () => {
  const because = { kind: "noLedger", nearest: undefined, rejected: [] } as const;
  const state = after({ kind: "happened", last: { is: "failed", on: "look", because } });
  expect(state.found).toEqual({ is: "noLedger", because });
  expect(state.last).toEqual({ is: "nothing" });
});

test("a new run puts the last message away, a new look keeps what was done", () => {
  const last = { is: "cleared", at: "11:32", back: { changes: [], ledgers: [] } } as const;
  const done: Event = { kind: "happened", last };
  expect(after(done, { kind: "began", on: "annotate" }).last).toEqual({ is: "nothing" });
  expect(after(done, { kind: "began", on: "look" }).last).toEqual(last);
});

test("an earlier failure goes when the ledgers are looked at again", () => {
  const failed: Event = { kind: "happened", last: { is: "failed", on: "look", because: { kind: "editMode" } } };
  expect(after(failed, { kind: "began", on: "look" }).last).toEqual({ is: "nothing" });
});

test("narrowing the list turns to it", () => {
  const found = assessment([assessedLedger([judged({ name: "甲" })])]);
  const state = after(
    { kind: "assessed", assessment: found },
    { kind: "turned", tab: "problems" },
    { kind: "filtered", filter: { ...opening.filter, search: "甲" } },
  );
  expect(state.tab).toBe("customers");
});
