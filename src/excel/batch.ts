import type { Watch } from "../app/workbook";
import type { StatePart } from "../domain/change/statePart";
import { BYTES_A_REQUEST, CELLS_A_REQUEST } from "./chunks";
import { stopIfCancelled } from "./readColumns";

/** What one queued step costs of a request. */
export interface Cost {
  readonly cells: number;
  readonly bytes: number;
}

/** Checks what the step left, after the request has run; throws a Refusal where it is not what was written. */
export type Check = () => void;

/** Queued steps, sent whenever one request is full; what was queued is checked when its request is back. */
export class Batch {
  private cells = 0;
  private bytes = 0;
  private done = 0;
  private checks: Check[] = [];

  /** Parts beside the sheets that this batch added itself. */
  readonly parts = new Map<StatePart, Excel.CustomXmlPart>();
  readonly context: Excel.RequestContext;
  private readonly watch: Watch;
  private readonly total: number;

  /** `total` is the number of cells that the whole run will write, for its progress. */
  constructor(context: Excel.RequestContext, watch: Watch, total: number) {
    this.context = context;
    this.watch = watch;
    this.total = total;
  }

  /** Cells that still fit the request that is being filled. */
  get room(): number {
    return CELLS_A_REQUEST - this.cells;
  }

  /** Queues a step; sends the request first where it would not fit any more. */
  async add(cost: Cost, queue: () => Check | undefined): Promise<void> {
    const isFull = this.cells + cost.cells > CELLS_A_REQUEST || this.bytes + cost.bytes > BYTES_A_REQUEST;
    if (isFull) await this.send();
    this.cells += cost.cells;
    this.bytes += cost.bytes;
    const check = queue();
    if (check !== undefined) this.checks.push(check);
  }

  /** Sends what is queued and checks it. */
  async send(): Promise<void> {
    stopIfCancelled(this.watch);
    await this.context.sync();
    for (const check of this.checks) check();
    this.done = Math.min(this.done + this.cells, this.total);
    this.watch.progress("write", this.done, this.total);
    this.cells = 0;
    this.bytes = 0;
    this.checks = [];
  }
}
