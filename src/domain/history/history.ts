import { dayParts, type Day } from "../loan/day";
import type { Snapshot } from "./snapshot";

/** The earlier results of one ledger. */
export interface Series {
  readonly sheet: string;
  /** The newest first; one a day. */
  readonly snapshots: readonly Snapshot[];
}

/** The earlier results of the workbook's ledgers; a cache that may be done without. */
export type History = readonly Series[];

/** Snapshots that are kept of a ledger. */
export const MOST_SNAPSHOTS = 12;

const monthOf = (asOf: Day) => {
  const { year, month } = dayParts(asOf);
  return 12 * year + month;
};

/** Where more are kept than may be, the oldest goes of which a later one of its month is kept, so that the ends of months stay longest; the two newest stay. */
function thinned(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  if (snapshots.length <= MOST_SNAPSHOTS) return snapshots;
  const isSpare = ({ asOf }: Snapshot, at: number) =>
    at >= 2 && monthOf(snapshots[at - 1]?.asOf ?? asOf) === monthOf(asOf);
  const [oldest = snapshots.length - 1] = snapshots.flatMap((one, at) => (isSpare(one, at) ? [at] : [])).reverse();
  return snapshots.filter((_, at) => at !== oldest);
}

/** The series with one more snapshot; it takes the place of one of its day. */
export function remembering({ sheet, snapshots }: Series, snapshot: Snapshot): Series {
  const others = snapshots.filter(({ asOf }) => asOf !== snapshot.asOf);
  const all = [...others, snapshot].sort((one, other) => other.asOf - one.asOf);
  return { sheet, snapshots: thinned(all) };
}

/** The newest snapshot before a day. */
export function snapshotBefore({ snapshots }: Series, asOf: Day): Snapshot | undefined {
  return snapshots.find((one) => one.asOf < asOf);
}

/** From which share of common customers on two sheets are one ledger. */
const ALIKE = 0.8;

/** The share of customers that these and the newest snapshot of a series have in common. */
function likeness({ snapshots: [newest] }: Series, keys: ReadonlySet<string>): number {
  if (newest === undefined || newest.lines.size === 0) return 0;
  let known = 0;
  for (const key of newest.lines.keys()) if (keys.has(key)) known += 1;
  return known / Math.max(newest.lines.size, keys.size);
}

/** The series of a ledger: its sheet's own, and before it that of another sheet where the ledger was renamed or carried on on a new sheet, which its customers tell. */
export function seriesOf(history: History, sheet: string, keys: ReadonlySet<string>): Series {
  const own = history.find((one) => one.sheet === sheet) ?? { sheet, snapshots: [] };
  const like = alikeSeries(history, sheet, keys);
  if (like === undefined) return own;
  const oldest = own.snapshots.at(-1)?.asOf;
  const earlier = like.snapshots.filter(({ asOf }) => oldest === undefined || asOf < oldest);
  return { sheet, snapshots: [...own.snapshots, ...earlier] };
}

function alikeSeries(history: History, sheet: string, keys: ReadonlySet<string>): Series | undefined {
  return history
    .filter((one) => one.sheet !== sheet)
    .map((series) => ({ series, share: likeness(series, keys) }))
    .filter(({ share }) => share >= ALIKE)
    .sort((one, other) => other.share - one.share)[0]?.series;
}

/** What a run found in a ledger. */
export interface Found {
  readonly sheet: string;
  readonly snapshot: Snapshot;
}

/** The history after a run; `sheets` are those of the workbook, so that a renamed ledger takes its results with it. */
export function historyWith(history: History, found: readonly Found[], sheets: ReadonlySet<string>): History {
  return found.reduce((kept, { sheet, snapshot }) => {
    const keys = new Set(snapshot.lines.keys());
    const like = alikeSeries(kept, sheet, keys);
    const isRenamed = like !== undefined && !sheets.has(like.sheet);
    const series = isRenamed ? seriesOf(kept, sheet, keys) : kept.find((one) => one.sheet === sheet);
    const others = kept.filter((one) => one.sheet !== sheet && !(isRenamed && one === like));
    return [...others, remembering(series ?? { sheet, snapshots: [] }, snapshot)].sort((one, other) =>
      one.sheet < other.sheet ? -1 : 1,
    );
  }, history);
}
