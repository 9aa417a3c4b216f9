import { element } from "./element";
import type { RequestSeen } from "./thread/messages";

/** Lines that are kept. */
const MOST_LINES = 500;

const whole = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 1 });

/** Bytes as people read them: "1.2 KB". */
function size(bytes: number): string {
  if (bytes < 1024) return `${whole.format(bytes)} B`;
  return bytes < 1024 * 1024 ? `${whole.format(bytes / 1024)} KB` : `${whole.format(bytes / 1024 / 1024)} MB`;
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

  add({ steps, names, sent, received, milliseconds, refusal }: RequestSeen): void {
    this.count += 1;
    this.bytes += sent + received;
    this.milliseconds += milliseconds;
    const row = document.createElement("tr");
    row.classList.toggle("refused", refusal !== undefined);
    const cells = [
      String(this.count),
      String(steps),
      names,
      size(sent),
      size(received),
      whole.format(milliseconds),
      refusal ?? "完成",
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
