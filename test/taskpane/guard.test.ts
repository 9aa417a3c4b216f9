import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(__dirname, "../../src/taskpane");
const script = readFileSync(path.join(folder, "guard.cjs"), "utf8");
const page = readFileSync(path.join(folder, "taskpane.html"), "utf8");

let reloads = 0;

/** The page as a web view has it, after the guard ran; that it is loaded anew is counted. */
function open(): void {
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(page)?.[1] ?? "";
  const run = window.eval(`(function (location) { ${script} })`) as (location: { reload: () => void }) => void;
  run({
    reload: () => {
      reloads += 1;
    },
  });
}

const isShown = (id: string): boolean => document.getElementById(id)?.hasAttribute("hidden") === false;
const guard = (): { ready(): void; refuse(why: string): void } =>
  (window as unknown as { paneGuard: { ready(): void; refuse(why: string): void } }).paneGuard;

beforeEach(() => {
  jest.useFakeTimers();
  reloads = 0;
  sessionStorage.clear();
  window.ResizeObserver = Object as unknown as typeof ResizeObserver;
});
afterEach(() => {
  jest.useRealTimers();
});

test("[P42] an old web view is told which version is needed", () => {
  Reflect.deleteProperty(window, "ResizeObserver");
  open();
  expect(isShown("tooOld")).toBe(true);
  expect(document.getElementById("tooOld")?.textContent).toContain("Office LTSC 2021");
});

test("[P42] so is one that cannot read patterns which look behind: it would not even read the pane's script", () => {
  const known = window.RegExp;
  const older = (pattern: string): RegExp => {
    if (pattern.includes("(?<!")) throw new SyntaxError("Invalid regular expression: invalid group specifier name");
    return new known(pattern);
  };
  window.RegExp = older as unknown as RegExpConstructor;
  open();
  window.RegExp = known;
  expect(isShown("tooOld")).toBe(true);
});

test("[P42] an Excel with too few members gets the same page", () => {
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

test("[P43] Office that is not ready in time is given two more starts by itself", () => {
  open();
  jest.advanceTimersByTime(8000);
  expect(sessionStorage.getItem("贷后助手.reloads")).toBe("1");
  expect(isShown("notReady")).toBe(false);
  open();
  guard().refuse("notReady");
  expect(sessionStorage.getItem("贷后助手.reloads")).toBe("2");
  expect(isShown("notReady")).toBe(false);
  open();
  expect(reloads).toBe(2);
  guard().refuse("notReady");
  expect(isShown("notReady")).toBe(true);
  expect(reloads).toBe(2);
});

test("[P50] a web view that refuses to keep anything gets no automatic start, but is told", () => {
  const kept = Object.getOwnPropertyDescriptor(window, "sessionStorage");
  Object.defineProperty(window, "sessionStorage", {
    configurable: true,
    get: () => {
      throw new DOMException("refused", "SecurityError");
    },
  });
  open();
  jest.advanceTimersByTime(8000);
  expect(isShown("notReady")).toBe(true);
  expect(() => {
    guard().ready();
  }).not.toThrow();
  if (kept !== undefined) Object.defineProperty(window, "sessionStorage", kept);
});

test("once ready the watchdog is silent and the count begins anew", () => {
  sessionStorage.setItem("贷后助手.reloads", "2");
  open();
  guard().ready();
  jest.advanceTimersByTime(60_000);
  expect(isShown("notReady")).toBe(false);
  expect(sessionStorage.getItem("贷后助手.reloads")).toBe("0");
});
