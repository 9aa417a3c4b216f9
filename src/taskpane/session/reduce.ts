import type { Stage } from "../../app/workbook";
import { fractionDone } from "../view/fractionDone";
import type { Event, Job, Last, State } from "./state";

function began(state: State, on: Job): State {
  const isOver = on !== "look" || state.last.is === "failed";
  const last: Last = isOver ? { is: "nothing" } : state.last;
  return { ...state, last, run: { is: "working", on, stage: "survey", fraction: 0, isCancelling: false } };
}

/** Progress that arrives after the run says nothing; a bar never goes back, but for a roll-back, whose length nobody knows. */
function progressed(state: State, at: { stage: Stage; done: number; of: number }): State {
  if (state.run.is === "idle") return state;
  const { on, fraction: before = 0 } = state.run;
  const now = fractionDone(on, at);
  const fraction = now === undefined ? undefined : Math.max(before, now);
  return { ...state, run: { ...state.run, stage: at.stage, fraction } };
}

function happened(state: State, last: Last): State {
  if (last.is !== "failed" || last.because.kind !== "noLedger") return { ...state, last };
  return { ...state, found: { is: "noLedger", because: last.because }, last: { is: "nothing" } };
}

/** The state after an event. */
export function reduce(state: State, event: Event): State {
  switch (event.kind) {
    case "began":
      return began(state, event.on);
    case "progressed":
      return progressed(state, event);
    case "cancelling":
      return state.run.is === "idle" ? state : { ...state, run: { ...state.run, isCancelling: true } };
    case "ended":
      return { ...state, run: { is: "idle" } };
    case "assessed":
      return { ...state, found: { is: "ledgers", assessment: event.assessment } };
    case "happened":
      return happened(state, event.last);
    default:
      return chosen(state, event);
  }
}

type Choice = Extract<Event, { kind: "asked" | "answered" | "choseDay" | "choseSheet" | "turned" | "filtered" }>;

function chosen(state: State, event: Choice): State {
  switch (event.kind) {
    case "asked":
      return { ...state, question: event.plan };
    case "answered":
      return { ...state, question: undefined };
    case "choseDay":
      return { ...state, asOf: event.asOf };
    case "choseSheet":
      return { ...state, sheet: event.sheet };
    case "turned":
      return { ...state, tab: event.tab };
    case "filtered":
      return { ...state, filter: event.filter, tab: "customers" };
  }
}
