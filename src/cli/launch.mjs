// Starts a program of the command line, building it first where that has not been done since its sources changed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
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

if (!isFresh()) {
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const build = spawnSync(process.execPath, [webpack, "--mode", "production", "--env", "target=cli"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (build.status !== 0) {
    process.stderr.write("构建没有成功。请先运行 npm ci。\n");
    process.exit(1);
  }
}
const ran = spawnSync(process.execPath, [built, ...words], { stdio: "inherit" });
process.exitCode = ran.status ?? 1;
