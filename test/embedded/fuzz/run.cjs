// `npm run fuzz -- [--seconds N] [--seed N]`: damages workbooks at random and holds them against what is promised of every file.
const { spawn } = require("node:child_process");
const { existsSync, mkdirSync, rmSync, statSync } = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");

const root = path.resolve(__dirname, "../../..");
const { values } = parseArgs({ options: { seconds: { type: "string" }, seed: { type: "string" } } });
const seconds = Number(values.seconds ?? 60);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
if (!(seconds > 0) || !Number.isInteger(seed)) {
  process.stderr.write("用法：npm run fuzz -- [--seconds 秒数] [--seed 整数]\n");
  process.exit(1);
}

/** One file that takes longer than this hangs. */
const LONGEST_MS = 60_000;
const folder = path.join(root, "build/fuzz");
const current = path.join(folder, "current.xlsx");
mkdirSync(folder, { recursive: true });
rmSync(current, { force: true });

process.stdout.write(`${seconds} 秒，种子 ${seed}\n`);
const words = ["--config", "test/jest.config.cjs", "--selectProjects", "unit", "--runInBand", "--runTestsByPath"];
const child = spawn(
  process.execPath,
  [path.join(root, "node_modules/jest/bin/jest.js"), ...words, "test/embedded/fuzz/fuzz.test.ts"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, FUZZ_SECONDS: String(seconds), FUZZ_SEED: String(seed), FUZZ_CURRENT: current },
  },
);
const look = setInterval(() => {
  if (!existsSync(current) || Date.now() - statSync(current).mtimeMs < LONGEST_MS) return;
  process.stderr.write(`停在这个文件上：${current}\n`);
  child.kill("SIGKILL");
}, 1_000);
child.on("close", (code) => {
  clearInterval(look);
  if (code !== 0) process.stderr.write(`出错的文件在 ${folder}，以种子命名。\n`);
  process.exitCode = code ?? 1;
});
