import { inspect } from "node:util";
import vm from "node:vm";
import { isSetSupported } from "../../embedded/client/apiSets";
import type { EmbeddedExcel } from "../../embedded/excel";
import { Timers } from "./timers";

/** Where the script's console goes. */
export type Print = (level: "out" | "err", text: string) => void;

/** The source texts that make the script's page. */
export interface PageSources {
  /** Microsoft's client library. */
  readonly library: string;
  /** What stands around it (inside.cjs). */
  readonly inside: string;
}

/** What the realm of the script lets the outside do. */
interface Inside {
  tell(entries: string): void;
  selectionChanged(): void;
  /** Ids of the elements that a click is listened for, one a line. */
  buttons(): string;
  click(id: string): void;
}

/** As much of a browser as the client library looks for while it is loaded. */
const PREAMBLE = `
  globalThis.window = globalThis.self = globalThis;
  globalThis.location = { href: "https://embedded.invalid/", search: "", hash: "", origin: "https://embedded.invalid", protocol: "https:" };
  globalThis.document = { createElement: () => ({}), getElementsByTagName: () => [], addEventListener() {}, cookie: "", location };
  globalThis.navigator = { userAgent: "embedded", language: "zh-CN", platform: "embedded" };
  globalThis.localStorage = globalThis.sessionStorage = { getItem: () => null, setItem() {}, removeItem() {} };
  globalThis.addEventListener = globalThis.postMessage = globalThis.setTimeout = () => {};
  globalThis.console = { log() {}, error() {}, warn() {} };
`;

/** A function that gives nothing of the outside away: what it is made of cannot be reached through it. */
function sealed<Given extends unknown[], Answer>(act: (...given: Given) => Answer): (...given: Given) => Answer {
  return Object.setPrototypeOf(act, null) as (...given: Given) => Answer;
}

/** An error of Office's own in a few lines; anything else as Node shows it. */
function shown(value: unknown): string {
  if (typeof value === "string") return value;
  return inspect(value, { depth: 4, customInspect: false, breakLength: 120 });
}

/** A page of its own for one script: `Excel`, `Office`, `OfficeExtension`, console, timers and a small document, without network, files or Node. */
export class Sandbox {
  readonly timers = new Timers();
  private readonly context: vm.Context;
  private readonly inside: Inside;

  constructor(
    excel: EmbeddedExcel,
    sources: PageSources,
    { print, inputs }: { readonly print: Print; readonly inputs: ReadonlyMap<string, string> },
  ) {
    this.context = vm.createContext(Object.create(null) as vm.Context, {
      codeGeneration: { strings: true, wasm: false },
    });
    vm.runInContext(PREAMBLE, this.context);
    vm.runInContext(sources.library, this.context, { filename: "excel-web-16.00.js" });
    const supports = isSetSupported(excel.api);
    const bridge = Object.assign(Object.create(null) as object, {
      print: sealed(print),
      format: sealed((parts: ArrayLike<unknown>) => Array.from(parts, shown).join(" ")),
      start: sealed((callback: () => void, delay: number, repeat: boolean) =>
        this.timers.start(callback, delay, repeat),
      ),
      stop: sealed((id: number) => {
        this.timers.stop(id);
      }),
      input: sealed((id: string) => inputs.get(id)),
      isSetSupported: sealed((set: string, version?: string) => supports(set, version)),
      execute: sealed((request: string) => this.answered(excel, request)),
    });
    const install = vm.runInContext(sources.inside, this.context, { filename: "inside.cjs" }) as (
      bridge: object,
    ) => Inside;
    this.inside = install(bridge);
  }

  /** Executes a request, and lets the handlers know of what happened once the answer is there. */
  private answered(excel: EmbeddedExcel, request: string): string {
    const before = JSON.stringify([excel.selection.sheet.id, excel.selection.extent]);
    const answer = excel.execute(request);
    const entries = excel.takeEvents();
    if (entries.length > 0) {
      this.timers.start(
        () => {
          this.inside.tell(JSON.stringify({ entries }));
        },
        0,
        false,
      );
    }
    if (JSON.stringify([excel.selection.sheet.id, excel.selection.extent]) !== before) {
      this.timers.start(
        () => {
          this.inside.selectionChanged();
        },
        0,
        false,
      );
    }
    return answer;
  }

  /** Runs a script; it may await at its top level. The promise ends with the script itself, not with what it started. */
  run(source: string, filename: string): Promise<void> {
    // On the script's own first line, so that errors name its lines.
    const wrapped = `(async () => { ${source.replace(/^#!/, "//")}\n})()`;
    return vm.runInContext(wrapped, this.context, { filename, columnOffset: -15 }) as Promise<void>;
  }

  get buttons(): readonly string[] {
    return this.inside
      .buttons()
      .split("\n")
      .filter((id) => id !== "");
  }

  click(id: string): void {
    this.inside.click(id);
  }
}
