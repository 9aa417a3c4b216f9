import type { Failure } from "../../app/failure";
import type { Watch } from "../../app/workbook";
import type { Event, Job, State } from "./state";

/** A piece of work: what refused it, or undefined where it went well. */
export type Work = (watch: Watch) => Promise<Failure | undefined>;

/** Does one job at a time, tells how it goes, and can stop it. */
export class Jobs {
  readonly #state: () => State;
  readonly #tell: (event: Event) => void;
  #abort = new AbortController();
  #job: Promise<void> = Promise.resolve();

  constructor(state: () => State, tell: (event: Event) => void) {
    this.#state = state;
    this.#tell = tell;
  }

  /** Runs one job; a running look gives way to it, any other running job keeps it from starting. */
  async run(on: Job, work: Work): Promise<void> {
    if (this.#isBusy()) return;
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const before = this.#job;
    this.#job = Promise.allSettled([before]).then(() => this.#perform(on, work, abort.signal));
    await this.#job;
  }

  /** Moves or asks the selection: leaves a running look alone, and keeps out of the way of a run that writes. */
  async beside(work: () => Promise<Failure | undefined>): Promise<void> {
    if (this.#isBusy()) return;
    const because = await work();
    if (because !== undefined) this.#tell({ kind: "happened", last: { is: "failed", on: "goTo", because } });
  }

  cancel(): void {
    this.#tell({ kind: "cancelling" });
    this.#abort.abort();
  }

  #isBusy(): boolean {
    const { run } = this.#state();
    return run.is === "working" && run.on !== "look";
  }

  async #perform(on: Job, work: Work, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#tell({ kind: "began", on });
    const progress: Watch["progress"] = (stage, done, of) => {
      this.#tell({ kind: "progressed", stage, done, of });
    };
    try {
      const because = await work({ progress, signal });
      const isSuperseded = this.#abort.signal !== signal;
      if (because !== undefined && !isSuperseded) this.#tell({ kind: "happened", last: { is: "failed", on, because } });
    } finally {
      this.#tell({ kind: "ended" });
    }
  }
}
