import { inTurns } from "../../src/app/inTurns";
import type { Watch } from "../../src/app/workbook";
import { finished, type Steps } from "../../src/domain/steps";

/** Counts to a number, each step so many milliseconds of work. */
function* counting(to: number, milliseconds: number): Steps<number> {
  let at = 0;
  for (; at < to; at++) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield;
  }
  return at;
}

const watched = (controller: AbortController): Watch => ({ progress: () => undefined, signal: controller.signal });

describe("long work", () => {
  it("is the same in turns and at one go", async () => {
    expect(finished(counting(40, 0))).toBe(40);
    expect(await inTurns(counting(40, 0), watched(new AbortController()))).toEqual({ ok: true, value: 40 });
  });

  it("lets whatever waits have its turn before it is done", async () => {
    const turns: string[] = [];
    const work = inTurns(counting(40, 5), watched(new AbortController())).then(() => turns.push("work"));
    setImmediate(() => turns.push("page"));
    await work;
    expect(turns).toEqual(["page", "work"]);
  });

  it("begins in a turn of its own, after what was told before it", async () => {
    const turns: string[] = [];
    function* work(): Steps<void> {
      turns.push("work");
      yield;
    }
    const working = inTurns(work(), watched(new AbortController()));
    queueMicrotask(() => turns.push("drawn"));
    await working;
    expect(turns).toEqual(["drawn", "work"]);
  });

  it("leaves what is made of the result to a turn of its own, however short the work was", async () => {
    let isDone = false;
    const work = inTurns(counting(1, 0), watched(new AbortController())).then(() => (isDone = true));
    for (let same = 0; same < 50; same++) await Promise.resolve();
    expect(isDone).toBe(false);
    await work;
    expect(isDone).toBe(true);
  });

  it("stops at the next turn where the user stops it", async () => {
    const controller = new AbortController();
    let steps = 0;
    function* endless(): Steps<never> {
      for (;;) {
        steps += 1;
        yield;
      }
    }
    setImmediate(() => {
      controller.abort();
    });
    expect(await inTurns(endless(), watched(controller))).toEqual({ ok: false, because: { kind: "cancelled" } });
    const atEnd = steps;
    await new Promise((resume) => setTimeout(resume, 20));
    expect(steps).toBe(atEnd);
  });
});
