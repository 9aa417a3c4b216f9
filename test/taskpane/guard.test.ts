import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(__dirname, "../../src/taskpane");
const script = readFileSync(path.join(folder, "guard.cjs"), "utf8");
const page = readFileSync(path.join(folder, "taskpane.html"), "utf8");

/** The page as a web view has it, after the guard ran. */
function open(): void {
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(page)?.[1] ?? "";
  window.eval(script);
}

const isShown = (id: string): boolean => document.getElementById(id)?.hasAttribute("hidden") === false;
const guard = (): { ready(): void; refuse(why: string): void } =>
  (window as unknown as { paneGuard: { ready(): void; refuse(why: string): void } }).paneGuard;

beforeEach(() => {
  jest.useFakeTimers();
  sessionStorage.clear();
  window.ResizeObserver = Object as unknown as typeof ResizeObserver;
});
afterEach(() => {
  jest.useRealTimers();
});

test("an old web view is told which version is needed", () => {
  Reflect.deleteProperty(window, "ResizeObserver");
  open();
  expect(isShown("tooOld")).toBe(true);
  expect(document.getElementById("tooOld")?.textContent).toContain("Office LTSC 2021");
});

test("an Excel with too few members gets the same page", () => {
  open();
  guard().refuse("tooOld");
  expect(isShown("tooOld")).toBe(true);
});

test("[P43] Office that never becomes ready is reported after two reloads", () => {
  sessionStorage.setItem("贷后助手.reloads", "2");
  open();
  jest.advanceTimersByTime(7999);
  expect(isShown("notReady")).toBe(false);
  jest.advanceTimersByTime(1);
  expect(isShown("notReady")).toBe(true);
  expect(document.getElementById("root")?.style.display).toBe("none");
});

test("once ready the watchdog is silent and the count begins anew", () => {
  sessionStorage.setItem("贷后助手.reloads", "2");
  open();
  guard().ready();
  jest.advanceTimersByTime(60_000);
  expect(isShown("notReady")).toBe(false);
  expect(sessionStorage.getItem("贷后助手.reloads")).toBe("0");
});
