import { areaAddress, quotedSheet } from "../embedded/objects/address";
import { element } from "./element";
import type { ExcelThread } from "./excelThread";
import { refusalSentence } from "./refusalSentence";
import type { Standing } from "./thread/messages";

/** Name box and formula bar: where the selection stands, what its first cell holds, and the place to type something else. */
export class FormulaBar {
  private readonly nameBox = element("nameBox", HTMLElement);
  private readonly input = element("formula", HTMLInputElement);
  private readonly say: (sentence: string) => void;
  private readonly thread: () => ExcelThread | undefined;
  private content = "";

  /** `say` tells the reader why Excel did not take what was typed. */
  constructor(grid: HTMLElement, thread: () => ExcelThread | undefined, say: (sentence: string) => void) {
    this.thread = thread;
    this.say = say;
    this.input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter") void this.commit();
      if (event.key === "Enter" || event.key === "Escape") this.input.blur();
    });
    // While somebody types, Excel refuses every add-in.
    this.input.addEventListener("focus", () => void this.thread()?.ask("state", { isEditing: true }));
    this.input.addEventListener("blur", () => {
      this.leave();
    });
    grid.addEventListener("dblclick", () => {
      this.input.focus();
    });
  }

  /** Shows where the selection stands, and what is there unless somebody types. */
  show({ sheetName, extent, content }: Standing): void {
    this.nameBox.textContent = `${quotedSheet(sheetName)}!${areaAddress(extent)}`;
    this.content = content;
    if (document.activeElement !== this.input) this.input.value = content;
  }

  /** What was typed stands there until Excel says what it made of it. */
  private async commit(): Promise<void> {
    const thread = this.thread();
    if (thread?.standing === undefined) return;
    const { standing: at } = thread;
    this.content = this.input.value;
    const refusal = await thread.ask("hand", { does: "type", text: this.input.value, at });
    this.say(refusal === undefined ? "" : refusalSentence(refusal, at.sheetName));
  }

  /** Gives up what was typed and not entered, as Esc does in Excel. */
  private leave(): void {
    void this.thread()?.ask("state", { isEditing: false });
    this.input.value = this.content;
  }
}
