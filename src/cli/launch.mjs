// Starts a program of the command line, building it first where that has not been done since its sources changed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [program, ...words] = process.argv.slice(2);
const built = path.join(root, "dist/cli", `${program}.js`);

const changed = (file) => statSync(file).mtimeMs;

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const at = path.join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(at) : changed(at));
  }, 0);
}

function isFresh() {
  if (!existsSync(built)) return false;
  const sources = Math.max(newest(path.join(root, "src")), changed(path.join(root, "webpack.config.js")));
  return changed(built) > sources;
}

/** What came out of a build as it was is not written again; that it is up to date shows in its time alone. */
function markBuilt() {
  const now = new Date();
  utimesSync(built, now, now);
}

function build() {
  if (process.stderr.isTTY) process.stderr.write("首次使用或程序有更新，正在构建……\n");
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  if (!existsSync(webpack)) return false;
  const words = [webpack, "--mode", "production", "--env", "target=cli"];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) process.stderr.write(stdout);
  else markBuilt();
  return status === 0;
}

if (!isFresh() && !build()) {
  process.stderr.write("构建没有成功。请先在本项目的文件夹中运行 npm ci。\n");
  process.exit(1);
}
// npm runs its scripts in this project's folder; the names that were given are meant where npm was called.
const ran = spawnSync(process.execPath, [built, ...words], { stdio: "inherit", cwd: process.env.INIT_CWD });
process.exitCode = ran.status ?? 1;
