import { dayOf, daySerial, type Day } from "../domain/loan/day";
import type { HostServices, RunCommand } from "../embedded/client/browser";
import { embeddedExcel, type EmbeddedExcel } from "../embedded/excel";
import type { Book } from "../embedded/xlsx/model";
import type { BridgeWindow } from "./bridge";
import { element } from "./element";
import { download, openFile, readFile } from "./files";
import { FormulaBar } from "./formulaBar";
import { createGrid, type Grid } from "./grid";
import { HandButtons } from "./handButtons";
import { HostStates } from "./hostStates";
import { RequestLog } from "./requestLog";
import type { RibbonButton } from "./ribbon";

const SAMPLE = "示例台账.xlsx";
/** Milliseconds between the last change and its drawing. */
const SHORTEST_WAIT = 60;
const LONGEST_WAIT = 1000;

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? daySerial(1);
}

/** One open workbook between grid and pane. */
export class Workbench {
  private readonly grid: Grid;
  private readonly log = new RequestLog();
  private readonly formulaBar: FormulaBar;
  private readonly states: HostStates;
  private readonly hand: HandButtons;
  private readonly frame = element("pane", HTMLIFrameElement);
  private excel: EmbeddedExcel | undefined;
  private fileName = SAMPLE;
  /** How the pane's commands are run, as soon as the pane is there. */
  private commands: Promise<RunCommand> | undefined;
  private connected: ((run: RunCommand) => void) | undefined;
  private redraw: number | undefined;
  private drawingTook = 0;

  constructor() {
    const grid = element("grid", HTMLElement);
    this.grid = createGrid(grid, today, () => {
      this.nameSelection();
    });
    this.formulaBar = new FormulaBar(grid, (sentence) => {
      this.say(sentence);
    });
    this.hand = new HandButtons(
      () => this.excel,
      (sentence) => {
        this.say(sentence);
      },
    );
    this.states = new HostStates(
      () => this.excel,
      () => {
        if (this.excel !== undefined) this.show(this.excel.book, this.fileName);
      },
    );
    const showLog = element("showLog", HTMLInputElement);
    showLog.addEventListener("change", () => {
      this.log.toggle(showLog.checked);
    });
    (window as BridgeWindow).postLoanBridge = {
      services: () => this.services(),
      connect: (run) => this.connected?.(run),
    };
  }

  private services(): HostServices {
    const { excel } = this;
    if (excel === undefined) throw new Error("No workbook is open");
    return {
      // Like Excel, it answers after the page had a chance to show what happened before.
      execute: async (request) => {
        await new Promise((resume) => setTimeout(resume));
        const began = performance.now();
        const response = excel.execute(request);
        this.log.add({ request, response, milliseconds: performance.now() - began });
        return response;
      },
      ...this.states.played,
      showPane: () => {
        this.showPane(true);
      },
    };
  }

  show(book: Book, fileName: string): void {
    const excel = embeddedExcel(book, { today, api: this.states.played.api });
    this.excel = excel;
    this.fileName = fileName;
    this.states.reset();
    this.log.clear();
    this.commands = new Promise((connected) => {
      this.connected = connected;
    });
    element("fileName", HTMLElement).textContent = fileName;
    this.say("");
    this.draw(excel);
    excel.on("changed", () => {
      this.drawSoon(excel);
    });
    excel.on("moved", () => {
      if (this.excel !== excel) return;
      this.grid.follow(excel);
      this.nameSelection();
    });
    this.nameSelection();
    this.frame.contentWindow?.location.replace(new URL("pane.html", window.location.href));
  }

  private nameSelection(): void {
    if (this.excel === undefined) return;
    this.formulaBar.show(this.excel);
    this.hand.show(this.excel);
  }

  private draw(excel: EmbeddedExcel): void {
    const began = performance.now();
    this.grid.draw(excel);
    this.nameSelection();
    this.drawingTook = performance.now() - began;
  }

  /** One drawing for the many requests of one run; the longer it takes, the more patiently it waits for their end. */
  private drawSoon(excel: EmbeddedExcel): void {
    clearTimeout(this.redraw);
    this.redraw = window.setTimeout(
      () => {
        if (this.excel === excel) this.draw(excel);
      },
      Math.min(LONGEST_WAIT, SHORTEST_WAIT + this.drawingTook),
    );
  }

  async take(file: File): Promise<void> {
    const bytes = await readFile(file);
    const book = bytes.ok ? openFile(file.name, bytes.value) : bytes;
    if (book.ok) this.show(book.value, file.name);
    else this.say(book.because);
  }

  async openSample(): Promise<void> {
    const response = await fetch("assets/sample-ledger.xlsx");
    const book = openFile(SAMPLE, new Uint8Array(await response.arrayBuffer()));
    if (book.ok) this.show(book.value, SAMPLE);
    else this.say(book.because);
  }

  save(): void {
    if (this.excel === undefined) return;
    this.excel.calculate();
    download(this.fileName.replace(/(-已标注)?\.xlsx$/i, "-已标注.xlsx"), this.excel.book.save());
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
}
