import { dayOf, daySerial, type Day } from "../domain/loan/day";
import type { RunCommand } from "../embedded/client/browser";
import type { BridgeWindow } from "./bridge";
import { Choices } from "./choices";
import { element } from "./element";
import { ExcelThread } from "./excelThread";
import { download, readFile, resultName } from "./files";
import { FormulaBar } from "./formulaBar";
import { HandButtons } from "./handButtons";
import { HostStates } from "./hostStates";
import { paneServices } from "./paneServices";
import { RequestLog } from "./requestLog";
import type { RibbonButton } from "./ribbon";
import { SheetView } from "./grid/sheetView";
import type { FileToOpen, Standing } from "./thread/messages";

const SAMPLE = "示例台账.xlsx";

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? daySerial(1);
}

const diedSentence = (name: string): string =>
  `“${name}”已停止响应，可能是电脑内存不够。还没有下载的改动已经丢失。请关掉其他网页，再重新打开这个文件。`;

/** One open workbook between grid and pane. */
export class Workbench {
  private readonly view: SheetView;
  private readonly log = new RequestLog();
  private readonly formulaBar: FormulaBar;
  private readonly states: HostStates;
  private readonly hand: HandButtons;
  private readonly choices: Choices;
  private readonly frame = element("pane", HTMLIFrameElement);
  /** Where the workbook that is shown is open, and where the next one is being opened. */
  private thread: ExcelThread | undefined;
  private opening: ExcelThread | undefined;
  private fileName = SAMPLE;
  /** How the pane's commands are run, as soon as the pane is there. */
  private commands: Promise<RunCommand> | undefined;
  private connected: ((run: RunCommand) => void) | undefined;

  constructor() {
    const grid = element("grid", HTMLElement);
    const thread = (): ExcelThread | undefined => this.thread;
    const say = (sentence: string): void => {
      this.say(sentence);
    };
    this.view = new SheetView(grid, (selected) => this.thread?.select(selected));
    this.formulaBar = new FormulaBar(grid, thread, say);
    this.hand = new HandButtons(thread, say);
    this.choices = new Choices({ view: this.view, thread, say });
    this.states = new HostStates(thread, () => void this.restart());
    const showLog = element("showLog", HTMLInputElement);
    showLog.addEventListener("change", () => {
      this.log.toggle(showLog.checked);
    });
    (window as BridgeWindow).postLoanBridge = {
      services: () => ({
        ...this.services(),
        ...this.states.played,
        showPane: () => {
          this.showPane(true);
        },
      }),
      connect: (run) => this.connected?.(run),
    };
  }

  private services(): ReturnType<typeof paneServices> {
    const { thread } = this;
    if (thread === undefined) throw new Error("No workbook is open");
    return paneServices(thread, (seen) => {
      this.log.add(seen);
    });
  }

  /** Opens a file in a thread of its own; the workbook that is shown stays until the new one is there. */
  private async open({ name, bytes }: Omit<FileToOpen, "api">): Promise<void> {
    const thread: ExcelThread = this.threadFor(name);
    this.opening?.end();
    this.opening = thread;
    this.tellOpening(`正在打开“${name}”…`);
    const opened = await thread.ask("open", { name, bytes, api: this.states.played.api });
    if (opened.ok) await this.view.open(thread);
    this.opening = undefined;
    this.tellOpening("");
    if (opened.ok) this.show(thread, name);
    else {
      thread.end();
      this.say(opened.because);
    }
  }

  private threadFor(name: string): ExcelThread {
    const thread: ExcelThread = new ExcelThread({
      today,
      changed: () => {
        if (thread === this.thread) this.view.drawSoon();
      },
      stands: (standing) => {
        if (thread === this.thread) this.stands(standing);
      },
      died: () => {
        this.tellOpening("");
        this.say(diedSentence(name));
      },
    });
    return thread;
  }

  private show(thread: ExcelThread, name: string): void {
    this.thread?.end();
    this.thread = thread;
    this.fileName = name;
    element("fileName", HTMLElement).textContent = name;
    this.begin(thread);
  }

  /** The workbook's beginning in an Excel: the usual state, and the pane anew. */
  private begin({ standing }: ExcelThread): void {
    this.states.reset();
    this.log.clear();
    this.say("");
    this.commands = new Promise((connected) => {
      this.connected = connected;
    });
    if (standing !== undefined) this.stands(standing);
    this.frame.contentWindow?.location.replace(new URL("pane.html", window.location.href));
  }

  /** The same workbook in an Excel of the version that was chosen. */
  private async restart(): Promise<void> {
    const { thread } = this;
    if (thread === undefined) return;
    await thread.ask("play", this.states.played);
    if (thread.standing !== undefined) this.view.follow(thread.standing);
    this.begin(thread);
  }

  private stands(standing: Standing): void {
    this.formulaBar.show(standing);
    this.hand.show(standing);
    this.choices.show(standing);
    if (standing.moved) this.view.follow(standing);
  }

  async take(file: File): Promise<void> {
    const bytes = await readFile(file);
    if (bytes.ok) await this.open({ name: file.name, bytes: bytes.value });
    else this.say(bytes.because);
  }

  async openSample(): Promise<void> {
    const response = await fetch("assets/sample-ledger.xlsx");
    await this.open({ name: SAMPLE, bytes: new Uint8Array(await response.arrayBuffer()) });
  }

  async save(): Promise<void> {
    const bytes = await this.thread?.ask("save", undefined);
    if (bytes !== undefined) download(resultName(this.fileName), bytes);
  }

  press({ command }: RibbonButton): void {
    if (command === undefined) this.showPane(true);
    else void this.commands?.then((run) => run(command));
  }

  showPane(visible: boolean): void {
    document.body.classList.toggle("paneHidden", !visible);
  }

  private say(sentence: string): void {
    const message = element("message", HTMLElement);
    message.textContent = sentence;
    message.hidden = sentence === "";
  }

  private tellOpening(sentence: string): void {
    element("opening", HTMLElement).textContent = sentence;
  }
}
