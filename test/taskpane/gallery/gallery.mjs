// Pictures of the pane in every state, width and theme, for eyes: node test/taskpane/gallery/gallery.mjs [scene …]
// They land in build/gallery; axe's findings are printed.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import webpack from "webpack";

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../..");
const out = path.join(root, "build/gallery");
const widths = (process.env.GALLERY_WIDTHS ?? "320,400,640").split(",").map(Number);
/** Keys pressed before the picture is taken. */
const keys = { mapping: "Tab Tab Tab Tab Tab Tab Enter", focus: `${"Tab ".repeat(20)}ArrowDown ArrowDown` };
const backgrounds = { light: "#ffffff", dark: "#292929" };

async function bundle() {
  const [web] = await require(path.join(root, "webpack.config.js"))({}, { mode: "development" });
  const config = {
    ...web,
    entry: path.join(here, "gallery.tsx"),
    output: { path: out, filename: "gallery.js" },
    plugins: web.plugins.filter(({ constructor }) => constructor.name === "MiniCssExtractPlugin"),
  };
  await new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error ?? stats.hasErrors()) reject(error ?? new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}

const scenesWanted = process.argv.slice(2);
await mkdir(out, { recursive: true });
await bundle();
await writeFile(
  path.join(out, "index.html"),
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>贷后助手</title><link rel="stylesheet" href="main.css"><div id="root"></div><script src="gallery.js"></script></html>',
);
const source = await readFile(path.join(here, "gallery.tsx"), "utf8");
const scenes = [...source.matchAll(/^ {2}(\w+): \(session\)/gm)].map(([, name]) => name);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const axe = require.resolve("axe-core/axe.min.js");
for (const scene of scenes.filter((one) => scenesWanted.length === 0 || scenesWanted.includes(one))) {
  for (const width of widths) {
    for (const [name, background] of Object.entries(backgrounds)) {
      const page = await browser.newPage({ viewport: { width, height: 720 } });
      page.on("pageerror", (error) => process.stdout.write(`${scene}: ${error.message}\n`));
      await page.goto(`file://${out}/index.html?scene=${scene}&background=${encodeURIComponent(background)}`);
      for (const key of (keys[scene] ?? "").split(" ").filter(Boolean)) await page.keyboard.press(key);
      await page.waitForTimeout(350);
      await page.screenshot({ path: path.join(out, `${scene}-${width}-${name}.png`) });
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => globalThis.axe.run({ exclude: ["[data-tabster-dummy]"] }));
      for (const { id, nodes } of violations) {
        process.stdout.write(
          `${scene} ${width} ${name}: ${id}: ${nodes
            .map(({ target, failureSummary }) => `${target} ${failureSummary.split("\n").slice(1).join(" ")}`)
            .slice(0, 2)
            .join(" | ")}\n`,
        );
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (overflow) process.stdout.write(`${scene} ${width} ${name}: wider than the pane\n`);
      await page.close();
    }
  }
}
await browser.close();
