import type { Stage, Watch } from "../app/workbook";
import { stageName } from "../app/words";
import type { Cost } from "./report";

type Phase = keyof Cost["milliseconds"];

const phaseOf: Readonly<Record<Stage, Phase>> = {
  survey: "read",
  read: "read",
  judge: "judge",
  write: "write",
  verify: "write",
  rollBack: "write",
};

/** Where the time went, by phase; progress is shown on a terminal and silent in a pipe. */
export class Stopwatch {
  private readonly spent: Record<Phase, number> = { open: 0, read: 0, judge: 0, write: 0, save: 0 };
  private phase: Phase = "open";
  private since = performance.now();
  private shown = "";

  enter(phase: Phase): void {
    const now = performance.now();
    this.spent[this.phase] += now - this.since;
    this.since = now;
    this.phase = phase;
  }

  readonly watch: Watch = {
    signal: new AbortController().signal,
    progress: (stage, done, of) => {
      if (phaseOf[stage] !== this.phase) this.enter(phaseOf[stage]);
      if (stage === "judge" && of > 0 && done === of) this.enter("write");
      this.show(`${stageName[stage]}${of > 1 ? ` ${String(Math.floor((100 * done) / of))}%` : ""}`);
    },
  };

  private show(text: string): void {
    if (!process.stderr.isTTY || text === this.shown) return;
    process.stderr.write(`\r\u001b[K${text}`);
    this.shown = text;
  }

  /** Ends the progress line and gives whole milliseconds. */
  stop(): Readonly<Record<Phase, number>> {
    this.enter("save");
    if (this.shown !== "") process.stderr.write("\r\u001b[K");
    this.shown = "";
    return Object.fromEntries(Object.entries(this.spent).map(([phase, time]) => [phase, Math.round(time)])) as Record<
      Phase,
      number
    >;
  }
}
