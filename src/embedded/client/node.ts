import { readFileSync } from "node:fs";
import type { Execute } from "./protocol";
import { routeRequests, type ClientLibrary, type TakeEvents } from "./session";

const nothing = (): undefined => undefined;
const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
const location = { href: "https://embedded.invalid/", search: "", hash: "", origin: "https://embedded.invalid" };

/** As much of a browser as the client library looks for. */
const browserParts: Readonly<Record<string, unknown>> = {
  window: globalThis,
  document: {
    createElement: () => ({}),
    getElementsByTagName: () => [],
    addEventListener: nothing,
    cookie: "",
    location,
  },
  navigator: { userAgent: "node", language: "zh-CN", platform: "node" },
  location,
  localStorage: storage,
  sessionStorage: storage,
  addEventListener: nothing,
  postMessage: nothing,
};

/** Runs the library as a page would: its variables become global, and the errors it throws are errors of this realm. */
function load(file: string): ClientLibrary {
  for (const [name, value] of Object.entries(browserParts)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  const evaluate = globalThis.eval;
  evaluate(readFileSync(file, "utf8"));
  return (globalThis as unknown as { readonly OfficeExtension: ClientLibrary }).OfficeExtension;
}

let library: ClientLibrary | undefined;

/** Loads Microsoft's client library into this process, `Excel` becoming global, and connects it to an embedded Excel, or to whatever answers as it does. `file` is the library's excel-web-16.00.js. */
export function connect(excel: { readonly execute: Execute; readonly takeEvents: TakeEvents }, file: string): void {
  library ??= load(file);
  routeRequests(
    library,
    (request) => excel.execute(request),
    () => excel.takeEvents(),
  );
}
