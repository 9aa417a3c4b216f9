// `npm test`: unit, property, embedded-Excel and pane tests, then the built product in a browser. Nothing is skipped.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

function run(title, script, words, environment = {}) {
  process.stdout.write(`\n== ${title}\n`);
  const ran = spawnSync(process.execPath, [path.join(root, "node_modules", script), ...words], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}

const browser = findBrowser();
if (browser === undefined) {
  process.stderr.write(
    "浏览器测试需要 Chromium、Chrome 或 Edge：请先安装其中之一，或用环境变量 CHROMIUM 指明它的位置。\n" +
      "The browser tests need Chromium, Chrome or Edge: install one, or name its path in CHROMIUM.\n",
  );
  process.exit(1);
}

const jest = (...projects) => ["--config", "test/jest.config.cjs", "--selectProjects", ...projects];
run("单元与嵌入测试 unit, property, embedded Excel and pane", "jest/bin/jest.js", jest("unit", "pane"));
run("构建 build", "webpack/bin/webpack.js", ["--mode", "production"]);
run("浏览器 browser", "jest/bin/jest.js", [...jest("browser"), "--runInBand"], { CHROMIUM: browser });
