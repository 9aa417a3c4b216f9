// Finds the browser that the tests drive; on Debian as root it is installed where it is missing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const programFiles = [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA];

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...programFiles.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          path.join(folder, "Google/Chrome/Application/chrome.exe"),
          path.join(folder, "Microsoft/Edge/Application/msedge.exe"),
        ],
  ),
];

const installed = () => places.find((place) => place !== undefined && existsSync(place));

function install() {
  const isDebianRoot = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  if (!isDebianRoot) return;
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const words of [
    ["update", "-q"],
    ["install", "-yq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
  ]) {
    spawnSync("apt-get", words, { stdio: "inherit", env: environment });
  }
}

/** The path of a Chromium, Chrome or Edge; undefined where there is none and none could be installed. */
export function findBrowser() {
  if (installed() === undefined) install();
  return installed();
}
