import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { foreignBooks } from "../../books/books";
import { sampleFile } from "../workbooks";
import { hold } from "./hold";
import { draws, mutated } from "./mutate";

/** `npm run fuzz` gives both; a usual run of the tests takes these. */
const seconds = Number(process.env["FUZZ_SECONDS"] ?? Infinity);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 20_261_123);
const CASES = process.env["FUZZ_SECONDS"] === undefined ? 300 : Infinity;

/** What no file of a few kilobytes may take; the time of the processor counts, so that a busy machine does no harm. */
const LONGEST_MS = 5_000;
const MOST_BYTES = 1_000_000_000;

const found = path.resolve(__dirname, "found");
/** Where the file that is at work lies, for whoever has to end it from outside. */
const current = process.env["FUZZ_CURRENT"];

const sources = [...foreignBooks.map(({ file }) => file), new Uint8Array(sampleFile())];

/** The file that a seed stands for. */
function caseOf(seed: number): Uint8Array {
  const draw = draws(seed);
  return mutated(sources[draw(sources.length)] ?? sampleFile(), draw);
}

const outcomes = { refused: 0, opened: 0 };

/** What the process holds, other tests of it included. */
function bytesHeld(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

/** Why a file breaks a promise, told so that it can be found again; undefined where all hold. */
async function fault(file: Uint8Array, annotates: boolean): Promise<string | undefined> {
  const [began, held] = [process.cpuUsage(), bytesHeld()];
  try {
    outcomes[await hold(file, annotates)] += 1;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  if (took > LONGEST_MS) return `took ${took.toFixed(0)} ms`;
  const needed = bytesHeld() - held;
  return needed > MOST_BYTES ? `needed ${String(needed)} bytes` : undefined;
}

describe("a damaged workbook", () => {
  it.each(readdirSync(found))("%s, which once did harm, is taken or refused", async (name) => {
    expect(await fault(new Uint8Array(readFileSync(path.join(found, name))), true)).toBeUndefined();
  });

  it(
    "of any kind is refused by a clear sentence, or saved as it was opened",
    async () => {
      const faults: string[] = [];
      const ends = performance.now() + seconds * 1000;
      let seed = firstSeed;
      for (; seed < firstSeed + CASES && performance.now() < ends && faults.length < 20; seed++) {
        const file = caseOf(seed);
        if (current !== undefined) writeFileSync(current, file);
        const why = await fault(file, seed % 8 === 0);
        if (why === undefined) continue;
        faults.push(`seed ${String(seed)}: ${why}`);
        if (current === undefined) continue;
        mkdirSync(path.dirname(current), { recursive: true });
        writeFileSync(path.join(path.dirname(current), `${String(seed)}.xlsx`), file);
      }
      if (current !== undefined)
        process.stdout.write(
          `${String(seed - firstSeed)} files from seed ${String(firstSeed)}: ${JSON.stringify(outcomes)}\n`,
        );
      expect(faults).toEqual([]);
      expect(Math.min(outcomes.refused, outcomes.opened)).toBeGreaterThan((seed - firstSeed) / 10);
    },
    seconds === Infinity ? 300_000 : seconds * 1000 + 60_000,
  );
});
