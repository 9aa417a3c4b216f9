// `npm run validate`: our own checks of the manifest, then Microsoft's where its service can be reached. Without it, that is said.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function run(script, ...words) {
  const ran = spawnSync(process.execPath, [path.join(root, script), ...words], { cwd: root, encoding: "utf8" });
  return { status: ran.status ?? 1, said: `${ran.stdout}${ran.stderr}` };
}

const own = run("test/manifest.mjs");
process.stdout.write(own.said);
const microsoft = run("node_modules/office-addin-manifest/cli.js", "validate", "manifest.xml");
const isUnreached = /Unable to contact/.test(microsoft.said);
process.stdout.write(
  isUnreached
    ? "连不上微软的校验服务，这一步没有做；有网络时请再运行一次。\n" +
        "Microsoft's validator could not be reached, so it was not asked: run this again where there is a network.\n"
    : microsoft.said,
);
process.exitCode = own.status || (isUnreached ? 0 : microsoft.status);
