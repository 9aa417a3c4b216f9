/** Work that stands still now and then, so that whoever runs it can give others a turn, or stop it. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** The result of work that nobody waits beside. */
export function finished<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Rows or customers between two stops: some milliseconds of work. */
export const PACE = 500;
