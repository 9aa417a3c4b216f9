import type { RunOptions } from "../../app/assessment";
import { annotate } from "../../app/annotate";
import { assess } from "../../app/assess";
import { clear, planClear, type ClearPlan, type Keep } from "../../app/clear";
import type { Failure } from "../../app/failure";
import { insertSample } from "../../app/sample";
import { makeRecords } from "../../app/visit";
import type { Watch, Workbook } from "../../app/workbook";
import type { Day } from "../../domain/loan/day";
import type { Result } from "../../domain/result";
import { customerAt } from "../view/customerRows";
import { everything } from "../view/filter";
import { reduce } from "./reduce";
import { opening, type Event, type Job, type Last, type State } from "./state";

/** What the session needs of the world. */
export interface World {
  readonly workbook: Workbook;
  /** Today by the machine's calendar. */
  readonly today: () => Day;
  /** The time of day as "11:32". */
  readonly clock: () => string;
}

/** The one program behind pane, ribbon and context menu: holds the state and does one job at a time. No method rejects for a refusing workbook. */
export class Session {
  readonly #world: World;
  readonly #listeners = new Set<() => void>();
  #state = opening;
  #abort = new AbortController();
  #job: Promise<void> = Promise.resolve();

  constructor(world: World) {
    this.#world = world;
  }

  readonly state = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly tell = (event: Event): void => {
    this.#state = reduce(this.#state, event);
    for (const listener of this.#listeners) listener();
  };

  /** Reads and judges; writes nothing. A newer look takes the place of a running one. */
  readonly look = (): Promise<void> =>
    this.#do("look", async (watch) => {
      const assessed = await assess(this.#world.workbook, this.#options(), watch);
      if (assessed.ok) this.tell({ kind: "assessed", assessment: assessed.value });
      return assessed.ok ? undefined : assessed.because;
    });

  readonly annotate = (): Promise<void> =>
    this.#do("annotate", async (watch) => {
      const annotated = await annotate(this.#world.workbook, this.#options(), watch);
      if (!annotated.ok) return annotated.because;
      const { assessment, applied, kept } = annotated.value;
      const drawdowns = assessment.ledgers.reduce((sum, { ledger }) => sum + ledger.drawdowns, 0);
      this.tell({ kind: "assessed", assessment });
      const at = this.#world.clock();
      this.tell({ kind: "happened", last: { is: "annotated", at, drawdowns, applied, kept: kept.length } });
      return undefined;
    });

  /** Puts the question what clearing may take away, or clears at once where there is nothing to ask. */
  readonly askClear = (): Promise<void> =>
    this.#clearUnless(({ columns, settings }) => columns > 0 || settings !== "absent");

  /** Clears at once where nothing that a person wrote is at stake; otherwise leaves the question. */
  readonly clearOrAsk = (): Promise<void> =>
    this.#clearUnless(({ typed, settings }) => typed.length > 0 || settings === "edited");

  readonly clear = async (keep: Keep): Promise<void> => {
    this.tell({ kind: "answered" });
    await this.#do("clear", async (watch) => {
      const cleared = await clear(this.#world.workbook, keep, watch);
      if (!cleared.ok) return cleared.because;
      const isNothing = cleared.value.changes === 0;
      const last: Last = isNothing ? { is: "nothingToClear" } : { is: "cleared", at: this.#world.clock() };
      this.tell({ kind: "happened", last });
      return undefined;
    });
  };

  readonly insertSample = async (): Promise<void> => {
    await this.#do("sample", async (watch) => {
      const inserted = await insertSample(this.#world.workbook, this.#world.today(), watch);
      if (!inserted.ok) return inserted.because;
      this.tell({ kind: "happened", last: { is: "sampled", sheet: inserted.value.sheet } });
      return undefined;
    });
    if (this.#state.last.is === "sampled") await this.look();
  };

  /** Makes a visit record for each of these customers, by their keys; a single one is shown. */
  readonly makeRecords = async (keys: readonly string[]): Promise<void> => {
    const made: string[] = [];
    await this.#do("record", async (watch) => {
      const options = { ...this.#options(), chosen: { customers: new Set(keys) }, withHints: true };
      const records = await makeRecords(this.#world.workbook, options, watch);
      if (!records.ok) return records.because;
      made.push(...records.value.records.map(({ sheet }) => sheet));
      return undefined;
    });
    const [sheet] = made;
    if (sheet === undefined) return;
    this.tell({ kind: "happened", last: { is: "recorded", records: made.length, sheet } });
    if (made.length === 1) await this.goTo(sheet, 0, 0);
  };

  /** Shows a cell; row and column 0-based. */
  readonly goTo = (sheet: string, row: number, column: number): Promise<void> =>
    this.#beside(() => this.#world.workbook.goTo(sheet, row, column).then(refusal));

  /** Narrows the list to the customer of the selected row, reading the ledger first where that has not happened. */
  readonly showSelected = async (): Promise<void> => {
    if (this.#state.found.is !== "ledgers") await this.look();
    await this.#beside(async () => {
      const selected = await this.#world.workbook.selection();
      if (!selected.ok) return selected.because;
      this.#narrow(selected.value.sheet, selected.value.row);
      return undefined;
    });
  };

  readonly cancel = (): void => {
    this.tell({ kind: "cancelling" });
    this.#abort.abort();
  };

  /** Looks again as of another day. */
  readonly chooseAsOf = (asOf: Day): Promise<void> => {
    this.tell({ kind: "choseDay", asOf });
    return this.look();
  };

  /** Looks at one sheet alone, or with undefined at every visible ledger. */
  readonly chooseSheet = (sheet: string | undefined): Promise<void> => {
    this.tell({ kind: "choseSheet", sheet });
    return this.look();
  };

  #narrow(sheet: string, row: number): void {
    if (this.#state.found.is !== "ledgers") return;
    const customer = customerAt(this.#state.found.assessment, sheet, row);
    if (customer === undefined) {
      this.tell({ kind: "happened", last: { is: "noCustomerHere", sheet, rowNumber: row + 1 } });
    } else {
      this.tell({ kind: "happened", last: { is: "nothing" } });
      this.tell({ kind: "filtered", filter: { ...everything, customer } });
    }
  }

  #options(): RunOptions {
    const { asOf, sheet } = this.#state;
    return {
      today: this.#world.today(),
      ...(asOf === undefined ? {} : { asOf }),
      ...(sheet === undefined ? {} : { sheet }),
    };
  }

  async #clearUnless(isQuestion: (plan: ClearPlan) => boolean): Promise<void> {
    const planned: ClearPlan[] = [];
    await this.#do("planClear", async (watch) => {
      const plan = await planClear(this.#world.workbook, watch);
      if (!plan.ok) return plan.because;
      planned.push(plan.value);
      return undefined;
    });
    for (const plan of planned) {
      if (isQuestion(plan)) this.tell({ kind: "asked", plan });
      else await this.clear({ typed: false, settings: false });
    }
  }

  /** Moves or asks the selection: leaves a running look alone, and keeps out of the way of a run that writes. */
  async #beside(work: () => Promise<Failure | undefined>): Promise<void> {
    const { run } = this.#state;
    if (run.is === "working" && run.on !== "look") return;
    const because = await work();
    if (because !== undefined) this.tell({ kind: "happened", last: { is: "failed", on: "goTo", because } });
  }

  /** Runs one job; a running look gives way to it, any other running job keeps it from starting. */
  async #do(on: Job, work: (watch: Watch) => Promise<Failure | undefined>): Promise<void> {
    const { run } = this.#state;
    if (run.is === "working" && run.on !== "look") return;
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const before = this.#job;
    this.#job = Promise.allSettled([before]).then(() => this.#perform(on, work, abort.signal));
    await this.#job;
  }

  async #perform(on: Job, work: (watch: Watch) => Promise<Failure | undefined>, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.tell({ kind: "began", on });
    const progress: Watch["progress"] = (stage, done, of) => {
      this.tell({ kind: "progressed", stage, done, of });
    };
    try {
      const because = await work({ progress, signal });
      const isSuperseded = this.#abort.signal !== signal;
      if (because !== undefined && !isSuperseded) this.tell({ kind: "happened", last: { is: "failed", on, because } });
    } finally {
      this.tell({ kind: "ended" });
    }
  }
}

function refusal(result: Result<unknown, Failure>): Failure | undefined {
  return result.ok ? undefined : result.because;
}
