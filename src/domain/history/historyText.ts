import { packSteps, unpackText } from "../change/packedText";
import { daySerial, type Day } from "../loan/day";
import { finished, type Steps } from "../steps";
import type { History, Series } from "./history";
import { lineText, parseLine } from "./lineText";
import type { Snapshot, SnapshotLine } from "./snapshot";

/** Characters that the history may take in the file, its two newest snapshots aside. */
export const MOST_CHARACTERS = 600_000;

const BETWEEN_SERIES = "\f";
const VERSION = "1";

/** The keys of all snapshots, in one order whatever the ledger's. */
function keysIn(snapshots: readonly Snapshot[]): readonly string[] {
  return [...new Set(snapshots.flatMap(({ lines }) => [...lines.keys()]))].sort();
}

/** A line for each key, empty for a customer that was not there. */
function linesIn({ lines }: Snapshot, keys: readonly string[]): readonly string[] {
  return keys.map((key) => {
    const line = lines.get(key);
    return line === undefined ? "" : lineText(line);
  });
}

/** The newest snapshot whole, each older one as what differs from the next. */
function seriesText({ sheet, snapshots }: Series): string {
  const keys = keysIn(snapshots);
  const blocks = snapshots.map((snapshot, at) => {
    const lines = linesIn(snapshot, keys);
    const newer = snapshots[at - 1];
    if (newer === undefined) return [String(snapshot.asOf), ...lines].join("\n");
    const next = linesIn(newer, keys);
    const differing = lines.flatMap((line, index) =>
      line === next[index] ? [] : [`${index.toString(36)} ${line}`.trimEnd()],
    );
    return [String(snapshot.asOf), ...differing].join("\n");
  });
  return [sheet, keys.join(" "), ...blocks].join("\t");
}

function dayIn(text: string | undefined): Day | undefined {
  const serial = Number(text);
  return Number.isInteger(serial) && serial > 0 && serial < 2_958_466 ? daySerial(serial) : undefined;
}

function snapshotIn(asOf: Day, keys: readonly string[], texts: readonly string[]): Snapshot {
  const lines = keys.flatMap((key, index): [string, SnapshotLine][] => {
    const line = parseLine(texts[index] ?? "");
    return line === undefined ? [] : [[key, line]];
  });
  return { asOf, lines: new Map(lines) };
}

/** The lines of an older snapshot: those of the next with what differs. */
function amended(newer: readonly string[], differing: readonly string[]): readonly string[] {
  const texts = [...newer];
  for (const line of differing) texts[parseInt(line, 36)] = line.slice(line.indexOf(" ") + 1 || line.length);
  return texts;
}

function parseSeries(text: string): Series | undefined {
  const [sheet = "", keyed = "", ...blocks] = text.split("\t");
  const keys = keyed === "" ? [] : keyed.split(" ");
  const snapshots: Snapshot[] = [];
  let texts: readonly string[] = [];
  for (const [at, block] of blocks.entries()) {
    const [serial, ...lines] = block.split("\n");
    const asOf = dayIn(serial);
    if (asOf === undefined) return undefined;
    texts = at === 0 ? lines : amended(texts, lines);
    snapshots.push(snapshotIn(asOf, keys, texts));
  }
  return { sheet, snapshots };
}

/** The history that a part holds; none where it was broken. */
export function parseHistory(packed: string | undefined): History {
  const [version, ...series] = (unpackText(packed ?? "") ?? "").split(BETWEEN_SERIES);
  if (version !== VERSION) return [];
  const found = series.map(parseSeries);
  return found.every((one) => one !== undefined) ? found : [];
}

/** A history as text, the same for the same results whatever the order of the rows; undefined for none. */
export const historyText = (history: History): string | undefined => finished(textSteps(history));

function* textSteps(history: History): Steps<string | undefined> {
  const kept = history.filter(({ snapshots }) => snapshots.length > 0);
  if (kept.length === 0) return undefined;
  const texts = [VERSION];
  for (const series of kept) {
    texts.push(seriesText(series));
    yield;
  }
  return yield* packSteps(texts.join(BETWEEN_SERIES));
}

const isFitting = (text: string | undefined) => text === undefined || text.length <= MOST_CHARACTERS;

/** The history without the older snapshots that do not fit; the two newest of each ledger stay. */
function shortened(history: History): History {
  const longest = Math.max(...history.map(({ snapshots }) => snapshots.length));
  return history.map((series) =>
    series.snapshots.length === longest ? { ...series, snapshots: series.snapshots.slice(0, -1) } : series,
  );
}

/** The text of a history that is as long as may be kept; undefined where even the newest results alone are too many. */
export function* fittingText(history: History): Steps<string | undefined> {
  for (let kept = history; ; kept = shortened(kept)) {
    const text = yield* textSteps(kept);
    if (isFitting(text)) return text;
    if (kept.every(({ snapshots }) => snapshots.length <= 2))
      return isFitting(yield* newestText(kept)) ? text : undefined;
  }
}

function newestText(history: History): Steps<string | undefined> {
  return textSteps(history.map((series) => ({ ...series, snapshots: series.snapshots.slice(0, 1) })));
}

/** The history without the results of one day; undefined where none are left. */
export function historyWithout(text: string, asOf: Day): string | undefined {
  const others = parseHistory(text).map((series) => ({
    ...series,
    snapshots: series.snapshots.filter((snapshot) => snapshot.asOf !== asOf),
  }));
  return historyText(others);
}
