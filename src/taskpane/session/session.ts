import type { RunOptions } from "../../app/assessment";
import { assess } from "../../app/assess";
import type { ClearPlan, Keep } from "../../app/clear";
import type { Failure } from "../../app/failure";
import type { Chosen } from "../../app/visit";
import type { Workbook } from "../../app/workbook";
import type { SheetDraft } from "../../domain/change/change";
import type { Day } from "../../domain/loan/day";
import type { RecordType } from "../../domain/record/variant";
import type { Result } from "../../domain/result";
import { customerAt, customersAt } from "../view/customerRows";
import { everything } from "../view/filter";
import { annotating, applying } from "./annotateWork";
import { clearing, sampling } from "./clearWork";
import { Jobs, type Work } from "./jobs";
import {
  cardMaking,
  recordFiling,
  recordMaking,
  recordRemoval,
  warningReporting,
  type Around,
  type FilingAsked,
} from "./recordWork";
import { reduce } from "./reduce";
import { runOptions } from "./runOptions";
import { opening, type Event, type Job, type State } from "./state";
import { tellBroken } from "./tellBroken";

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
  #withoutUndo = false;
  readonly #jobs: Jobs = new Jobs(
    () => this.#state,
    (event) => {
      this.tell(event);
    },
  );

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
    this.#jobs.run("look", async (watch) => {
      const assessed = await assess(this.#world.workbook, this.#options(), watch);
      if (!assessed.ok) return assessed.because;
      this.tell({ kind: "assessed", assessment: assessed.value });
      await tellBroken(this.#around());
      return undefined;
    });

  readonly annotate = (): Promise<void> => this.#jobs.run("annotate", annotating(this.#around()));

  /** Writes what the preview shows. */
  readonly applyPreview = async (): Promise<void> => {
    const { screen } = this.#state;
    if (screen?.is === "preview") await this.perform("apply", (around) => applying(around, screen.draft));
  };

  /** Reads a little for a screen, beside whatever else is read. */
  readonly glance = (read: (around: Around) => Promise<Failure | undefined>): Promise<void> =>
    this.#jobs.beside(() => read(this.#around()));

  /** Does a piece of work that a screen brings along, so that its code comes with the screen. */
  readonly perform = (on: Job, work: (around: Around) => Work): Promise<void> =>
    this.#jobs.run(on, work(this.#around()));

  /** Puts the question what clearing may take away, or clears at once where there is nothing to ask. */
  readonly askClear = (): Promise<void> =>
    this.#clearUnless(({ columns, settings }) => columns > 0 || settings !== "absent");

  /** Clears at once where nothing that a person wrote is at stake; otherwise leaves the question. */
  readonly clearOrAsk = (): Promise<void> =>
    this.#clearUnless(({ typed, settings }) => typed.length > 0 || settings === "edited");

  readonly clear = async (keep: Keep): Promise<void> => {
    this.tell({ kind: "answered" });
    await this.perform("clear", (around) => clearing(around, keep));
  };

  readonly insertSample = async (): Promise<void> => {
    await this.perform("sample", sampling);
    if (this.#state.last.is === "sampled") await this.look();
  };

  /** Makes a visit record for each of these customers, by their keys, of the type that is due unless another is named; a single one is shown. */
  readonly makeRecords = (keys: readonly string[], type?: RecordType): Promise<void> =>
    this.#makeRecordsOf({ customers: new Set(keys) }, type);

  /** Takes out the records that were just made, but for those in which somebody wrote. */
  readonly takeBack = (drafts: readonly SheetDraft[]): Promise<void> =>
    this.#jobs.run("takeBack", recordRemoval(this.#around(), drafts));

  /** Takes back a clear just made, or else the last operation that the file remembers; puts back what was taken back last; takes back a run that broke off. Then reads again. The code of the ways back is loaded when one is first taken. */
  readonly goBack = async (way: "undoing" | "redoing" | "mending"): Promise<void> => {
    const [around, { last }] = [this.#around(), this.#state];
    await this.#jobs.run("undo", async (watch) => (await import("./undoWork"))[way](around, last)(watch));
    if ("taken" in this.#state.last || this.#state.last.is === "told") await this.look();
  };

  /** The next run goes on even where it is too large to be taken back later. */
  readonly allowWithoutUndo = (): void => {
    this.#withoutUndo = true;
  };

  /** Makes the records of the customers on the selected rows. */
  readonly recordSelected = async (): Promise<void> => {
    const keys = await this.#selectedCustomers();
    if (keys.length > 0) await this.makeRecords(keys);
  };

  /** Makes the card of the first customer on the selected rows. */
  readonly cardSelected = async (): Promise<void> => {
    const [key] = await this.#selectedCustomers();
    if (key !== undefined) await this.makeCard(key);
  };

  /** Makes the records of all whose visit is overdue. */
  readonly recordOverdue = (): Promise<void> => this.#makeRecordsOf({ dueWithin: 0 });

  /** Files the record on a sheet, or on the one that is shown; the clocks that moved are read again. */
  readonly fileRecord = async (sheet?: string, terms: Omit<FilingAsked, "sheet"> = { reason: "" }): Promise<void> => {
    await this.#jobs.run("file", recordFiling(this.#around(), { ...terms, sheet }));
    if (this.#state.last.is === "filed") await this.look();
  };

  /** Reports all red and orange warnings on a sheet, and shows it. */
  readonly reportWarnings = (): Promise<void> => this.#makeSheet(warningReporting(this.#around()));

  /** Puts all that is known of one customer, by its key, on a sheet, and shows it. */
  readonly makeCard = (customer: string): Promise<void> => this.#makeSheet(cardMaking(this.#around(), customer));

  /** Shows a cell; row and column 0-based. */
  readonly goTo = (sheet: string, row: number, column: number): Promise<void> =>
    this.#jobs.beside(() => this.#world.workbook.goTo(sheet, row, column).then(refusal));

  /** Narrows the list to the customer of the selected row, reading the ledger first where that has not happened. */
  readonly showSelected = async (): Promise<void> => {
    if (this.#state.found.is !== "ledgers") await this.look();
    await this.#jobs.beside(async () => {
      const selected = await this.#world.workbook.selection();
      if (!selected.ok) return selected.because;
      this.#narrow(selected.value.sheet, selected.value.row);
      return undefined;
    });
  };

  readonly cancel = (): void => {
    this.#jobs.cancel();
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

  /** The keys of the customers on the selected rows; a row without one is named. */
  async #selectedCustomers(): Promise<readonly string[]> {
    if (this.#state.found.is !== "ledgers") await this.look();
    const keys: string[] = [];
    await this.#jobs.beside(async () => {
      const selected = await this.#world.workbook.selection();
      if (!selected.ok) return selected.because;
      const { found } = this.#state;
      if (found.is === "ledgers") keys.push(...customersAt(found.assessment, selected.value));
      if (found.is === "ledgers" && keys.length === 0) this.#sayNobody(selected.value.sheet, selected.value.row);
      return undefined;
    });
    return keys;
  }

  #sayNobody(sheet: string, row: number): void {
    this.tell({ kind: "happened", last: { is: "noCustomerHere", sheet, rowNumber: row + 1 } });
  }

  #narrow(sheet: string, row: number): void {
    if (this.#state.found.is !== "ledgers") return;
    const customer = customerAt(this.#state.found.assessment, sheet, row);
    if (customer === undefined) {
      this.#sayNobody(sheet, row);
    } else {
      this.tell({ kind: "happened", last: { is: "nothing" } });
      this.tell({ kind: "filtered", filter: { ...everything, customer } });
    }
  }

  async #makeRecordsOf(chosen: Chosen, type?: RecordType): Promise<void> {
    await this.#jobs.run("record", recordMaking(this.#around(), chosen, type));
    const { last } = this.#state;
    const only = last.is === "recorded" && last.drafts.length === 1 ? last.drafts[0] : undefined;
    if (only !== undefined) await this.goTo(only.name, 0, 0);
  }

  async #makeSheet(work: Work): Promise<void> {
    await this.#jobs.run("report", work);
    const { last } = this.#state;
    if (last.is === "reported" || last.is === "cardUpdated") await this.goTo(last.sheet, 0, 0);
    if (last.is === "carded") await this.goTo(last.drafts[0].name, 0, 0);
  }

  #around(): Around {
    return { workbook: this.#world.workbook, options: this.#options(), tell: this.tell, clock: this.#world.clock };
  }

  #options(): RunOptions {
    const withoutUndo = this.#withoutUndo;
    this.#withoutUndo = false;
    return runOptions(this.#state, { today: this.#world.today(), withoutUndo });
  }

  async #clearUnless(isQuestion: (plan: ClearPlan) => boolean): Promise<void> {
    const planned: ClearPlan[] = [];
    await this.#jobs.run("planClear", async (watch) => {
      const { planClear } = await import("../../app/clear");
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
}

function refusal(result: Result<unknown, Failure>): Failure | undefined {
  return result.ok ? undefined : result.because;
}
