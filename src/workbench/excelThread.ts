import type { Day } from "../domain/loan/day";
import type { Answer, AskName, Asks, Selected, Standing } from "./thread/messages";

/** Whoever waits for an answer. */
interface Waiting {
  readonly name: AskName;
  give(value: unknown): void;
  fail(error: Error): void;
}

/** What the page does when something comes of an ask, or of the thread. */
export interface ThreadWatch {
  readonly today: () => Day;
  readonly changed: () => void;
  /** How the workbook stands after an ask, shortly before its answer is given. */
  readonly stands: (standing: Standing) => void;
  readonly died: () => void;
}

/** The thread is no more: what was asked of it is not answered. */
export class ThreadDied extends Error {}

/** A thread of its own in which one workbook is open: it opens, executes, computes and saves there, while the page goes on. */
export class ExcelThread {
  private readonly worker = new Worker(new URL("./thread/worker.ts", import.meta.url));
  private readonly waiting = new Map<number, Waiting>();
  private readonly watch: ThreadWatch;
  private last = 0;
  private isDead = false;
  /** How the workbook stands, as far as the page knows; undefined as long as none is open. */
  standing: Standing | undefined;

  constructor(watch: ThreadWatch) {
    this.watch = watch;
    this.worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      this.take(data);
    });
    for (const end of ["error", "messageerror"]) {
      this.worker.addEventListener(end, () => {
        this.die();
      });
    }
  }

  /** Asks the thread. A thread that was ended answers no more. */
  ask<Name extends AskName>(name: Name, says: Asks[Name]["says"]): Promise<Asks[Name]["gives"]> {
    if (this.isDead) return Promise.reject(new ThreadDied());
    const id = ++this.last;
    return new Promise((give, fail) => {
      this.waiting.set(id, { name, give, fail });
      this.worker.postMessage({ id, today: this.watch.today(), name, says });
    });
  }

  /** The hand selected something: the page shows so at once, and what stands there as soon as the thread says it. */
  select(selected: Selected): void {
    const before = this.standing;
    if (before === undefined) return;
    const content = isSame(before, selected) ? before.content : "";
    this.standing = { ...before, ...selected, content };
    this.watch.stands(this.standing);
    void this.ask("select", selected);
  }

  end(): void {
    this.worker.terminate();
    this.waiting.clear();
  }

  private die(): void {
    const waiting = [...this.waiting.values()];
    this.isDead = true;
    this.end();
    this.watch.died();
    for (const asked of waiting) asked.fail(new ThreadDied());
  }

  private take({ id, standing, given }: Answer): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (standing !== undefined) this.stand(standing);
    if (given.ok) asked?.give(given.value);
    else asked?.fail(new Error(given.because));
  }

  /** What the hand selected after an ask that is answered only now is the later of the two, and stands. */
  private stand(standing: Standing): void {
    if (standing.changed) this.watch.changed();
    if ([...this.waiting.values()].some(({ name }) => name === "select")) return;
    this.standing = standing;
    this.watch.stands(standing);
  }
}

function isSame(one: Selected, other: Selected): boolean {
  return one.sheetId === other.sheetId && JSON.stringify(one.extent) === JSON.stringify(other.extent);
}
