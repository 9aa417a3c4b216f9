import { element } from "./element";

/** One request of the add-in and what came of it. */
export interface RequestSeen {
  readonly request: string;
  readonly response: string;
  readonly milliseconds: number;
}

/** Lines that are kept. */
const MOST_LINES = 500;

const encoder = new TextEncoder();
const whole = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 1 });

/** Bytes as people read them: "1.2 KB". */
function size(bytes: number): string {
  if (bytes < 1024) return `${whole.format(bytes)} B`;
  return bytes < 1024 * 1024 ? `${whole.format(bytes / 1024)} KB` : `${whole.format(bytes / 1024 / 1024)} MB`;
}

/** An instruction in the text of a request. Requests are large: reading them whole would double their cost. */
const INSTRUCTION = /"ActionType":\d+,"Name":"(\w*)"/g;
/** What stands at the end of an answer that was refused. */
const REFUSAL = /"Error":\{"Code":"(\w+)"/;
const ANSWERS_END = 2_000;

/** How many steps a request has, and their names, the most frequent first: "values ×12、load ×3". */
function stepsOf(request: string): { readonly steps: number; readonly names: string } {
  const counted = new Map<string, number>();
  let steps = 0;
  for (const [, name = ""] of request.matchAll(INSTRUCTION)) {
    steps += 1;
    if (name !== "") counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  const names = [...counted]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([name, times]) => (times === 1 ? name : `${name} ×${String(times)}`))
    .join("、");
  return { steps, names };
}

/** What the add-in asked of Excel: each request with its steps, size and time, and their sums. */
export class RequestLog {
  private readonly body = element("logLines", HTMLTableSectionElement);
  private readonly sums = element("logSums", HTMLElement);
  private readonly panel = element("log", HTMLElement);
  private count = 0;
  private bytes = 0;
  private milliseconds = 0;

  constructor() {
    element("clearLog", HTMLButtonElement).addEventListener("click", () => {
      this.clear();
    });
    this.tellSums();
  }

  toggle(isShown: boolean): void {
    this.panel.hidden = !isShown;
  }

  /** Forgets all requests, as for another workbook. */
  clear(): void {
    this.count = 0;
    this.bytes = 0;
    this.milliseconds = 0;
    this.body.replaceChildren();
    this.tellSums();
  }

  add({ request, response, milliseconds }: RequestSeen): void {
    const { steps, names } = stepsOf(request);
    const code = REFUSAL.exec(response.slice(-ANSWERS_END))?.[1];
    const [sent, received] = [request, response].map((text) => encoder.encode(text).length);
    this.count += 1;
    this.bytes += (sent ?? 0) + (received ?? 0);
    this.milliseconds += milliseconds;
    const row = document.createElement("tr");
    row.classList.toggle("refused", code !== undefined);
    const cells = [
      String(this.count),
      String(steps),
      names,
      size(sent ?? 0),
      size(received ?? 0),
      whole.format(milliseconds),
      code ?? "完成",
    ];
    row.append(...cells.map(cellWith));
    this.body.prepend(row);
    if (this.body.rows.length > MOST_LINES) this.body.deleteRow(-1);
    this.tellSums();
  }

  private tellSums(): void {
    this.sums.textContent =
      this.count === 0
        ? "还没有请求"
        : `${whole.format(this.count)} 次请求，共 ${size(this.bytes)}，${whole.format(this.milliseconds)} 毫秒`;
  }
}

function cellWith(text: string): HTMLTableCellElement {
  const cell = document.createElement("td");
  cell.textContent = text;
  return cell;
}
