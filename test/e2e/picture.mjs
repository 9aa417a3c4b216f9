// Makes assets/workbench.png, the picture of the README, from the built workbench with the sample ledger: node test/e2e/picture.mjs
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../browser.mjs";
import { serve } from "./serve.mjs";

const picture = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../assets/workbench.png");
/** The day on which the sample ledger is drawn up. */
const SAMPLE_DAY = new Date(2026, 10, 23, 9);

const server = await serve();
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--lang=zh-CN"],
  env: { ...process.env, LANGUAGE: "zh_CN" },
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 810 }, locale: "zh-CN" });
  await page.clock.setFixedTime(SAMPLE_DAY);
  await page.goto(server.url);
  const pane = page.frameLocator("#pane");
  await pane.getByText("300笔 / 180户").waitFor();
  await pane.getByRole("button", { name: "一键标注" }).click();
  await pane.getByRole("button", { name: "应用" }).click();
  await pane.getByRole("contentinfo").getByText("已标注 300 笔").waitFor();
  await page.waitForTimeout(1000);
  await page.mouse.move(500, 500);
  await page.mouse.wheel(1980, 0);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
  await server.stop();
}
