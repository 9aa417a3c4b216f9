import type { Stage } from "../../app/workbook";

/** Where a stage begins on the bar of a run that writes, and of one that only reads. Reading and writing take the time. */
const begins = {
  writing: { survey: 0, read: 0.05, judge: 0.4, write: 0.45, verify: 0.85 },
  reading: { survey: 0, read: 0.1, judge: 0.9, write: 1, verify: 1 },
} as const;

const next = { survey: "read", read: "judge", judge: "write", write: "verify" } as const;

/** How much of a run is done, 0 to 1; undefined while the workbook is brought back to what it was. */
export function fractionDone(
  on: string,
  { stage, done, of }: { readonly stage: Stage; readonly done: number; readonly of: number },
): number | undefined {
  if (stage === "rollBack") return undefined;
  const scale = on === "look" ? begins.reading : begins.writing;
  const from = scale[stage];
  const to = stage === "verify" ? 1 : scale[next[stage]];
  return from + (to - from) * (of > 0 ? Math.min(1, done / of) : 0);
}
