import { readFileSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from "playwright-core";
import { serve } from "./serve.mjs";

/** The workbench in a browser, with the built pane in it. */
export interface Desk {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What went wrong in the page, and every address outside its own server that it asked for. */
  readonly complaints: string[];
}

/** One browser and one server for a file of tests. */
export class Stage {
  private browser: Browser | undefined;
  private server: Awaited<ReturnType<typeof serve>> | undefined;
  private last: BrowserContext | undefined;

  async open(): Promise<void> {
    const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
    this.server = await serve();
    this.browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.server?.stop();
  }

  /** A fresh workbench in place of the last one, waited for until the pane has read the sample ledger. */
  async desk(options: { readonly dark?: boolean; readonly width?: number } = {}): Promise<Desk> {
    const { url } = this.server ?? { url: "" };
    await this.last?.close();
    const context = await this.browser?.newContext({
      viewport: { width: options.width ?? 1440, height: 900 },
      locale: "zh-CN",
      colorScheme: options.dark === true ? "dark" : "light",
      acceptDownloads: true,
    });
    if (context === undefined) throw new Error("The stage is not open");
    this.last = context;
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("request", (request) => {
      const isOwn = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
      if (!isOwn) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(url);
    const pane = page.frameLocator("#pane");
    await pane.getByText("300笔 / 180户").waitFor();
    return { page, pane, complaints };
  }
}

/** Annotates the sample ledger; the first run on a workbook is shown before it is written. */
export async function annotateByClick({ pane }: Desk): Promise<void> {
  await pane.getByRole("button", { name: "一键标注" }).click();
  await pane.getByRole("button", { name: "应用" }).click();
  await pane
    .getByRole("contentinfo")
    .getByText(/已标注 300 笔/)
    .waitFor();
}

/** Clicks an entry of the menu 更多. */
export async function openedMenu({ pane }: Desk, entry: string): Promise<void> {
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: entry }).click();
}

/** The workbook as it is given back to whoever clicks for it. */
export async function downloaded(page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载结果" }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Opens a section of the settings, changes one of them there and saves it. */
export async function saveSetting({ pane }: Desk, section: string, change: () => Promise<void>): Promise<void> {
  await pane.getByRole("tab", { name: "设置" }).click();
  await pane.locator("summary", { hasText: section }).click();
  await change();
  await pane.getByRole("button", { name: "试算 1 处改动" }).click();
  await pane.getByRole("button", { name: "保存" }).click();
  await pane
    .getByText(/设置已保存/)
    .first()
    .waitFor();
}

/** Drops a file onto the page as a hand would. */
export async function drop({ page }: Desk, name: string, bytes: Uint8Array): Promise<void> {
  const dragged = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], fileName));
      return data;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: dragged });
  await page.dispatchEvent("body", "drop", { dataTransfer: dragged });
}
