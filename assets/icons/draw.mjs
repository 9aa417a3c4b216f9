// Draws every .svg of this folder as .png in the sizes that Office asks for: node assets/icons/draw.mjs
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = new URL("./", import.meta.url);
const sizes = [16, 32, 64, 80, 128];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

for (const file of (await readdir(folder)).filter((name) => name.endsWith(".svg"))) {
  const svg = await readFile(new URL(file, folder), "utf8");
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    const picture = new URL(file.replace(/\.svg$/, `-${size}.png`), folder);
    await writeFile(picture, await page.screenshot({ omitBackground: true }));
    process.stdout.write(`${fileURLToPath(picture)}\n`);
    await page.close();
  }
}
await browser.close();
