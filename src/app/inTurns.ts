import { ok, refused, type Result } from "../domain/result";
import type { Steps } from "../domain/steps";
import type { Failure } from "./failure";
import type { Watch } from "./workbook";

/** Milliseconds of work at a stretch: short enough for a page to answer a key at once, long enough that turns cost nothing. */
const STRETCH = 30;

/** Lets whatever else waits go first. A message comes back at once also where the page is hidden and its timers are slowed down. */
function othersTurn(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(undefined);
  });
}

/** Runs work in turns with the page and the user; refused as soon as they stop it. Whatever was done before has a turn of its own, and so has what is made of the result. */
export async function inTurns<Value>(steps: Steps<Value>, { signal }: Watch): Promise<Result<Value, Failure>> {
  let step: IteratorResult<void, Value> | undefined;
  for (;;) {
    await othersTurn();
    if (signal.aborted) return refused({ kind: "cancelled" });
    if (step?.done === true) return ok(step.value);
    const until = performance.now() + STRETCH;
    do step = steps.next();
    while (step.done !== true && performance.now() < until);
  }
}
