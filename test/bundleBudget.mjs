// Holds the pane's scripts to their budget after a production build: node test/bundleBudget.mjs [dist]
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET = 220 * 1024;
const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url)));
const page = readFileSync(path.join(folder, "taskpane.html"), "utf8");
const sources = [...page.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map(([, source]) => source);
const own = sources.filter((source) => !source.startsWith("https://") && !source.startsWith("office/"));
const sizes = own.map((source) => [source, gzipSync(readFileSync(path.join(folder, source)), { level: 9 }).length]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const [source, size] of sizes) process.stdout.write(`${kilobytes(size).padStart(10)}  ${source}\n`);
process.stdout.write(`${kilobytes(total).padStart(10)}  gzip in all; the budget is ${kilobytes(BUDGET)}\n`);
if (/<script(?![^>]*\ssrc=)/.test(page)) {
  process.stdout.write("taskpane.html has an inline script, which its own policy forbids\n");
  process.exitCode = 1;
}
if (own.length === 0 || total > BUDGET) process.exitCode = 1;
