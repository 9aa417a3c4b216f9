import { dayOf, daySerial, type Day } from "../domain/loan/day";
import type { RunCommand } from "../embedded/client/browser";
import { embeddedExcel, type EmbeddedExcel } from "../embedded/excel";
import { areaAddress, quotedSheet } from "../embedded/objects/address";
import type { Book } from "../embedded/xlsx/model";
import type { BridgeWindow } from "./bridge";
import { acceptDrops, download, openFile, readFile } from "./files";
import { createGrid, type Grid } from "./grid";
import { drawButton, readRibbon, type RibbonButton } from "./ribbon";
import "./workbench.css";

const SAMPLE = "示例台账.xlsx";

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? daySerial(1);
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no #${id}`);
  return found;
}

/** One open workbook between grid and pane. */
class Workbench {
  private readonly grid: Grid;
  private readonly frame = element("pane", HTMLIFrameElement);
  private excel: EmbeddedExcel | undefined;
  private fileName = SAMPLE;
  private runCommand: RunCommand | undefined;
  private redraw: number | undefined;

  constructor() {
    this.grid = createGrid(element("grid", HTMLElement), today, () => {
      this.nameSelection();
    });
    (window as BridgeWindow).postLoanBridge = {
      execute: (request) => this.execute(request),
      showPane: () => {
        this.showPane(true);
      },
      connect: (run) => {
        this.runCommand = run;
      },
    };
  }

  /** Like Excel, answers after the page had a chance to show what happened before. */
  private async execute(request: string): Promise<string> {
    await new Promise((resume) => setTimeout(resume));
    if (this.excel === undefined) throw new Error("No workbook is open");
    return this.excel.execute(request);
  }

  show(book: Book, fileName: string): void {
    const excel = embeddedExcel(book, { today });
    this.excel = excel;
    this.fileName = fileName;
    this.runCommand = undefined;
    element("fileName", HTMLElement).textContent = fileName;
    this.say("");
    this.grid.draw(excel);
    excel.on("changed", () => {
      this.drawSoon(excel);
    });
    excel.on("moved", () => {
      this.grid.follow(excel);
      this.nameSelection();
    });
    this.nameSelection();
    this.frame.src = "pane.html";
  }

  /** Says where the selection stands, as Excel's name box does. */
  private nameSelection(): void {
    if (this.excel === undefined) return;
    const { sheet, extent } = this.excel.selection;
    element("nameBox", HTMLElement).textContent = `${quotedSheet(sheet.name)}!${areaAddress(extent)}`;
  }

  /** One drawing for the many requests of one run. */
  private drawSoon(excel: EmbeddedExcel): void {
    clearTimeout(this.redraw);
    this.redraw = window.setTimeout(() => {
      if (this.excel === excel) this.grid.draw(excel);
    }, 60);
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
    else if (this.runCommand !== undefined) void this.runCommand(command);
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

function fillRibbon(xml: string, workbench: Workbench): void {
  const ribbon = readRibbon(xml);
  element("tab", HTMLElement).textContent = ribbon.tab;
  const press = (button: RibbonButton): void => {
    workbench.press(button);
  };
  element("buttons", HTMLElement).append(...ribbon.buttons.map((button) => drawButton(button, press)));
  const menu = element("menu", HTMLElement);
  menu.append(...ribbon.menu.map((button) => drawButton(button, press)));
  element("grid", HTMLElement).addEventListener("contextmenu", (event) => {
    event.preventDefault();
    menu.hidden = false;
    menu.style.left = `${String(event.clientX)}px`;
    menu.style.top = `${String(event.clientY)}px`;
  });
  document.addEventListener("click", () => {
    menu.hidden = true;
  });
}

function fileButtons(workbench: Workbench): void {
  const chooser = element("chooser", HTMLInputElement);
  element("open", HTMLButtonElement).addEventListener("click", () => {
    chooser.click();
  });
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    if (file !== undefined) void workbench.take(file);
    chooser.value = "";
  });
  element("sample", HTMLButtonElement).addEventListener("click", () => void workbench.openSample());
  element("save", HTMLButtonElement).addEventListener("click", () => {
    workbench.save();
  });
  element("hidePane", HTMLButtonElement).addEventListener("click", () => {
    workbench.showPane(false);
  });
  acceptDrops(document.body, (file) => void workbench.take(file));
}

async function begin(): Promise<void> {
  const workbench = new Workbench();
  fileButtons(workbench);
  fillRibbon(await (await fetch("manifest.xml")).text(), workbench);
  await workbench.openSample();
}

void begin();
