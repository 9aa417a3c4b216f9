/** The timers of a script: the run is over when none is left. */
export class Timers {
  private readonly pending = new Map<number, NodeJS.Timeout>();
  private last = 0;
  private failed: ((error: unknown) => void) | undefined;

  /** Where errors thrown by timers' callbacks go. */
  onError(failed: (error: unknown) => void): void {
    this.failed = failed;
  }

  start(callback: () => void, delay: number, repeat: boolean): number {
    const id = ++this.last;
    const run = (): void => {
      if (!repeat) this.pending.delete(id);
      try {
        callback();
      } catch (error) {
        this.failed?.(error);
      }
    };
    this.pending.set(id, repeat ? setInterval(run, delay) : setTimeout(run, delay));
    return id;
  }

  stop(id: number): void {
    const timer = this.pending.get(id);
    if (timer !== undefined) clearTimeout(timer);
    this.pending.delete(id);
  }

  stopAll(): void {
    for (const id of [...this.pending.keys()]) this.stop(id);
  }

  /** Ends when nothing is left to do, or when `isOver` says so. */
  async idle(isOver: () => boolean): Promise<void> {
    do await new Promise((done) => setTimeout(done, 1));
    while (this.pending.size > 0 && !isOver());
  }
}
