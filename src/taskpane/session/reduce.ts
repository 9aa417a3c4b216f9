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

/** Failures that are kept for the technician. */
const MOST_ERRORS = 5;

function withError(errors: readonly string[], last: Last): readonly string[] {
  if (last.is === "broken") return [...errors, last.detail.replaceAll(/\s+/g, " ")].slice(-MOST_ERRORS);
  if (last.is !== "failed") return errors;
  const { on, because } = last;
  const code = because.kind === "refused" ? ` ${because.code}` : "";
  return [...errors, `${on}: ${because.kind}${code}`].slice(-MOST_ERRORS);
}

/** A preview is of the judgement before; it goes with it. */
function assessed(state: State, { assessment }: Extract<Event, { kind: "assessed" }>): State {
  const screen = state.screen?.is === "preview" ? undefined : state.screen;
  return { ...state, screen, found: { is: "ledgers", assessment } };
}

type Rules = { readonly [K in Event["kind"]]: (state: State, event: Extract<Event, { kind: K }>) => State };

const rules: Rules = {
  began: (state, { on }) => began(state, on),
  progressed,
  cancelling: (state) => (state.run.is === "idle" ? state : { ...state, run: { ...state.run, isCancelling: true } }),
  ended: (state) => ({ ...state, run: { is: "idle" } }),
  assessed,
  happened: (state, { last }) => happened({ ...state, errors: withError(state.errors, last) }, last),
  asked: (state, { plan }) => ({ ...state, question: plan }),
  answered: (state) => ({ ...state, question: undefined }),
  choseDay: (state, { asOf }) => ({ ...state, asOf }),
  choseSheet: (state, { sheet }) => ({ ...state, sheet }),
  turned: (state, { tab }) => ({ ...state, tab }),
  opened: (state, { screen }) => ({ ...state, screen }),
  filtered: (state, { filter }) => ({ ...state, filter, tab: "customers" }),
};

/** The state after an event. */
export function reduce(state: State, event: Event): State {
  return (rules[event.kind] as (state: State, event: Event) => State)(state, event);
}
