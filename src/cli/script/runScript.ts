import { inspect } from "node:util";
import { ok, refused, type Result } from "../../domain/result";
import type { EmbeddedExcel } from "../../embedded/excel";
import { Sandbox, type PageSources, type Print } from "./sandbox";
import { words } from "./words";

/** After how long a script that never ends is stopped, in seconds. */
const PATIENCE = 120;

/** How a script is run. */
export interface Run {
  readonly print: Print;
  readonly sources: PageSources;
  readonly inputs: ReadonlyMap<string, string>;
  readonly clicks: readonly string[] | undefined;
}

/** The parts of `OfficeExtension.Error` that tell what was refused and where. */
interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string } | undefined;
}

function isOfficeError(error: unknown): error is OfficeError {
  return typeof error === "object" && error !== null && "code" in error && "debugInfo" in error;
}

/** What went wrong, for the person who wrote the script. */
export function errorText(error: unknown): string {
  if (!isOfficeError(error)) return inspect(error, { customInspect: false }).replace(/\n {4}at (?!.*\.js:)[^\n]*/g, "");
  const { errorLocation = "", statement = "" } = error.debugInfo ?? {};
  const where = errorLocation === "" ? "" : `\n  at ${errorLocation}`;
  return `${error.code}: ${error.message}${where}${statement === "" ? "" : `\n  ${statement}`}`;
}

function isSyntaxError(error: unknown): error is { readonly message: string; readonly stack?: string } {
  return typeof error === "object" && error !== null && "name" in error && error.name === "SyntaxError";
}

/** The first thing that went wrong and was caught by nobody. */
class Failures {
  first: { readonly error: unknown } | undefined;
  private tell: () => void = () => undefined;
  /** Ends when something went wrong: a script may wait for what will never come. */
  readonly happened = new Promise<void>((told) => {
    this.tell = told;
  });
  readonly note = (error: unknown): void => {
    this.first ??= { error };
    this.tell();
  };
}

/** Buttons in the order in which a reader of the sample would press them. */
function inOrder(buttons: readonly string[]): readonly string[] {
  const rank = (id: string): number => (/setup|insert-?sample/i.test(id) ? 0 : 1);
  return [...buttons].sort((one, other) => rank(one) - rank(other));
}

async function press(sandbox: Sandbox, clicks: readonly string[] | undefined, failures: Failures): Promise<void> {
  const isOver = (): boolean => failures.first !== undefined;
  for (const id of clicks ?? inOrder(sandbox.buttons)) {
    if (isOver()) return;
    if (!sandbox.buttons.includes(id)) {
      failures.note(words.noButton(id));
      return;
    }
    try {
      sandbox.click(id);
    } catch (error) {
      failures.note(error);
    }
    await sandbox.timers.idle(isOver);
  }
}

/** Runs a script with all that it starts: its promises, timers, event handlers and buttons. A refusal is what was caught by nobody. */
export async function runScript(
  excel: EmbeddedExcel,
  source: { readonly text: string; readonly name: string },
  { print, sources, inputs, clicks }: Run,
): Promise<Result<void, string>> {
  const sandbox = new Sandbox(excel, sources, { print, inputs });
  const failures = new Failures();
  const patience = setTimeout(() => {
    failures.note(words.endless(PATIENCE));
  }, PATIENCE * 1000);
  sandbox.timers.onError(failures.note);
  process.on("unhandledRejection", failures.note);
  try {
    await Promise.race([sandbox.run(source.text, source.name), failures.happened]);
    await sandbox.timers.idle(() => failures.first !== undefined);
    await press(sandbox, clicks, failures);
  } catch (error) {
    failures.note(isSyntaxError(error) ? words.notUnderstood(source.name, firstLines(error)) : error);
  } finally {
    clearTimeout(patience);
    sandbox.timers.stopAll();
    process.off("unhandledRejection", failures.note);
  }
  const { first } = failures;
  if (first === undefined) return ok(undefined);
  return refused(typeof first.error === "string" ? first.error : errorText(first.error));
}

function firstLines({ message, stack = "" }: { readonly message: string; readonly stack?: string }): string {
  return `${message}\n${stack.split("\n").slice(0, 3).join("\n")}`;
}
