// `npm run bench`: one run, side by side, medians of five. Prints the table of the README.
// `npm run bench -- --short`: sizes, recalculation and the page alone, in a minute. A bound that is not met is said, not failed: machines differ.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../browser.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const build = path.join(root, "build");
const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
const BENCH_ROWS = 20_000;
const RUNS = 5;

function node(words) {
  const ran = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(ran.stderr || ran.stdout);
  return ran.stdout;
}

/** Seconds and peak megabytes of a whole process; memory is read where the system tells it. */
async function wholeProcess(command, words) {
  const began = performance.now();
  const child = spawn(command, words, { cwd: root, stdio: "ignore" });
  let peak = 0;
  const look = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    if (!existsSync(status)) return;
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] ?? 0));
  }, 10);
  const code = await new Promise((ended) => child.on("close", ended));
  clearInterval(look);
  if (code !== 0) throw new Error(`${command} ${words.join(" ")} ended with ${String(code)}`);
  return { seconds: (performance.now() - began) / 1000, megabytes: peak / 1024 };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function repeated(command, words) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await wholeProcess(command, words));
  return { seconds: median(runs.map((r) => r.seconds)), megabytes: median(runs.map((r) => r.megabytes)) };
}

function pythonWithOpenpyxl() {
  return ["python3", "/usr/bin/python3"].find(
    (python) => spawnSync(python, ["-c", "import openpyxl"], { stdio: "ignore" }).status === 0,
  );
}

const lines = [];
const line = (what, measured, bound, holds) =>
  lines.push(`| ${what} | ${measured} | ${bound} | ${holds ? "✓" : "✗"} |`);
const ms = (value) => `${value.toFixed(0)} ms`;

/** Each size in a process of its own, which gets no more memory than is promised. */
const sizesOf = (counts) =>
  counts.map((rows) => JSON.parse(node(["--max-old-space-size=1500", path.join(build, "sizes.js"), String(rows)])));

/** What the largest size has to keep to. */
function sayBounds({ rows, longest, cancel, megabytes, recalculate }) {
  const count = rows.toLocaleString("en-US");
  const most = (1_500 * rows) / 100_000;
  const bound = `≤ ${most.toLocaleString("en-US")} ms`;
  line(`${count} × 4 clocks, counted from another day`, ms(recalculate), bound, recalculate <= most);
  line(`${count} × 30: its peak of memory`, `${megabytes} MB`, "≤ 1,500 MB", megabytes <= 1_500);
  line(`${count} × 30: until a cancel is answered`, ms(cancel), "≤ 200 ms", cancel <= 200);
  lines.push(`| ${count} × 30: longest stretch where add-in and Excel share a thread | ${ms(longest)} | – | |`);
}

const buildPage = () => node([webpack, "--mode", "production", "--env", "target=workbench"]);

/** How long the page of the workbench does not answer at a stretch while a ledger of so many is opened and annotated. */
function sayPage(rows, times) {
  if (findBrowser() === undefined) {
    lines.push("| workbench | no Chromium, Chrome or Edge | ≤ 100 ms | – |");
    return;
  }
  const ledger = path.join(build, `ledger-${rows}.xlsx`);
  node([path.join(build, "rowsFile.js"), ledger, String(rows)]);
  const runs = Array.from({ length: times }, () => JSON.parse(node([path.join(root, "test/bench/page.mjs"), ledger])));
  for (const [doing, word] of [
    ["opening", "open"],
    ["annotating", "annotate"],
  ]) {
    const longest = median(runs.map((run) => run[doing]));
    const what = `workbench, ${rows.toLocaleString("en-US")} × 22: the page's longest stretch, ${word}`;
    line(what, ms(longest), "≤ 100 ms", longest <= 100);
  }
}

function printed(sizes) {
  const table = ["| what | measured | bound | |", "|---|---|---|---|", ...lines].join("\n");
  const size = ({ rows, open, annotate, recalculate, undo, clear, save, megabytes }) =>
    `| ${rows.toLocaleString("en-US")} | ${[open, annotate, recalculate, undo, clear, save].map(ms).join(" | ")} | ${megabytes} MB |`;
  const sizeTable = [
    "| drawdowns × 30 columns | open | annotate | recalculate | undo | clear | save | peak of memory |",
    "|---|---|---|---|---|---|---|---|",
    ...sizes.map(size),
  ].join("\n");
  process.stdout.write(`${table}\n\n${sizeTable}\n`);
  writeFileSync(path.join(build, "bench.md"), `${table}\n\n${sizeTable}\n`);
}

mkdirSync(build, { recursive: true });
node([webpack, "--mode", "production", "--env", "target=bench"]);

if (process.argv.includes("--short")) {
  const sizes = sizesOf([1_000, 20_000]);
  sayBounds(sizes.at(-1));
  if (!existsSync(path.join(root, "dist/index.html"))) buildPage();
  sayPage(20_000, 1);
  printed(sizes);
  process.exit(0);
}

const { small, large, records, farRows } = JSON.parse(
  node(["--expose-gc", "--max-old-space-size=8000", path.join(build, "bench.js")]),
);

const ratio = large.annotate / large.bare;
line(
  "annotate 100,000 × 22 against bare read and write",
  `${ms(large.annotate)} / ${ms(large.bare)} = ${ratio.toFixed(2)}`,
  "≤ 1.25",
  ratio <= 1.25,
);
const careful = large.annotate / large.careful;
lines.push(
  `| the same against reading and writing with formats, values read back | ${ms(large.annotate)} / ${ms(large.careful)} = ${careful.toFixed(2)} | – | |`,
);
const rate = large.rows / (large.judge / 1000);
line("judging alone", `${Math.round(rate).toLocaleString("en-US")} drawdowns/s`, "≥ 500,000", rate >= 500_000);
const perRow = large.annotate / large.rows / (small.annotate / small.rows);
line("cost a row at 100,000 against 1,000 rows", perRow.toFixed(2), "≤ 1.2", perRow <= 1.2);
line("requests at 100,000 rows", String(large.requests), `≤ ${String(large.allowed)}`, large.requests <= large.allowed);
line("largest request or response", `${(large.largest / 1e6).toFixed(2)} MB`, "≤ 4 MB", large.largest <= 4e6);

line(
  `${records.sheets} visit records`,
  ms(records.milliseconds),
  "≤ 10,000 ms for 200",
  records.milliseconds / records.sheets <= 10_000 / 200,
);
line(
  "their requests",
  `${records.requests}, ${(records.largest / 1e6).toFixed(2)} MB at most`,
  "≤ 8 for 20 sheets, ≤ 4 MB",
  records.requests <= (8 * records.sheets) / 20 && records.largest <= 4e6,
);
line("50 rows where one cell strayed to row 1,048,576", ms(farRows), "≤ 500 ms", farRows <= 500);

const input = path.join(build, "ledger-20000.xlsx");
node([path.join(build, "rowsFile.js"), input, String(BENCH_ROWS)]);
node([webpack, "--mode", "production", "--env", "target=cli"]);
const output = path.join(build, "annotated.xlsx");
const ours = await repeated(process.execPath, [
  "dist/cli/ledger.js",
  "annotate",
  input,
  "-o",
  output,
  "--as-of",
  "2026-11-23",
]);
const python = pythonWithOpenpyxl();
if (python === undefined)
  lines.push("| whole process against openpyxl | python3-openpyxl is not installed | ≥ 6 × | – |");
else {
  const theirs = await repeated(python, [
    "test/bench/annotate.py",
    input,
    path.join(build, "openpyxl.xlsx"),
    "2026-11-23",
  ]);
  const times = theirs.seconds / ours.seconds;
  const memory = ours.megabytes / theirs.megabytes;
  line(
    "whole process, 20,000 rows, against openpyxl",
    `${ours.seconds.toFixed(2)} s / ${theirs.seconds.toFixed(2)} s = ${times.toFixed(1)} ×`,
    "≥ 6 ×",
    times >= 6,
  );
  line(
    "its memory",
    `${ours.megabytes.toFixed(0)} MB / ${theirs.megabytes.toFixed(0)} MB = ${memory.toFixed(2)}`,
    "≤ 0.5",
    memory <= 0.5,
  );
}
rmSync(output, { force: true });

buildPage();
sayPage(50_000, RUNS);
const sizes = sizesOf([1_000, 10_000, 50_000, 100_000]);
sayBounds(sizes.at(-1));
printed(sizes);
