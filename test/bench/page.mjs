// Opens a ledger in the built workbench and annotates it; prints the longest stretch, in milliseconds, in which the page could not answer: node test/bench/page.mjs FILE
import { chromium } from "playwright-core";
import { findBrowser } from "../browser.mjs";
import { serve } from "../e2e/serve.mjs";

const [file] = process.argv.slice(2);
const patience = { timeout: 300_000 };

/** Notes how long the page is busy at a stretch; the pane in its frame has the same thread. */
function watch() {
  if (window.top !== window) return;
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration))).observe({
    type: "longtask",
  });
  window.takeLongest = () => Math.max(0, ...tasks.splice(0));
}

const server = await serve();
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  await page.addInitScript(watch);
  await page.goto(server.url);
  const pane = page.frameLocator("#pane");
  await pane.getByText("300笔 / 180户").waitFor();
  /** Until what is drawn after the last request is drawn too. */
  const longest = async () => {
    await page.waitForTimeout(2_000);
    return page.evaluate(() => window.takeLongest());
  };
  await longest();

  await page.setInputFiles("#chooser", file);
  await page.locator("#opening:not(:empty)").waitFor();
  await page.locator("#opening:empty").waitFor({ ...patience, state: "attached" });
  await pane.getByRole("button", { name: "一键标注" }).waitFor(patience);
  await pane.getByText(/[\d,]+笔 \/ [\d,]+户/).waitFor(patience);
  const opening = await longest();

  await pane.getByRole("button", { name: "一键标注" }).click();
  await pane.getByRole("button", { name: "应用" }).click(patience);
  await pane
    .getByRole("contentinfo")
    .getByText(/已标注 [\d,]+ 笔/)
    .waitFor(patience);
  const annotating = await longest();
  process.stdout.write(JSON.stringify({ opening, annotating }));
} finally {
  await browser.close();
  await server.stop();
}
