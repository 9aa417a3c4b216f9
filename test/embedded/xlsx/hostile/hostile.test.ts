import { faultSentence } from "../../../../src/embedded/xlsx/fault";
import { openBook } from "../../../../src/embedded/xlsx/open";
import { refusedFiles } from "./files";

/** What no file may take. */
const LONGEST_MS = 5_000;

describe("a file that cannot be opened", () => {
  it.each(refusedFiles)("%s is named, with what to do", (_name, file, sentence) => {
    const bytes = file();
    const before = bytes.slice();
    const start = performance.now();
    const book = openBook(bytes);
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
    if (book.ok) throw new Error("opened");
    expect(faultSentence(book.because)).toMatch(sentence);
    expect(faultSentence(book.because)).toMatch(/。.*请.*。$/);
    expect(Buffer.compare(bytes, before)).toBe(0);
  });
});
