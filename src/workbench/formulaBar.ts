import type { EmbeddedExcel } from "../embedded/excel";
import { areaAddress, quotedSheet } from "../embedded/objects/address";
import { element } from "./element";
import { refusalSentence } from "./refusalSentence";

/** Name box and formula bar: where the selection stands, what its first cell holds, and the place to type something else. */
export class FormulaBar {
  private readonly nameBox = element("nameBox", HTMLElement);
  private readonly input = element("formula", HTMLInputElement);
  private readonly say: (sentence: string) => void;
  private excel: EmbeddedExcel | undefined;

  /** `say` tells the reader why Excel did not take what was typed. */
  constructor(grid: HTMLElement, say: (sentence: string) => void) {
    this.say = say;
    this.input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter") this.commit();
      else if (event.key === "Escape") this.leave();
    });
    this.input.addEventListener("focus", () => this.excel?.setEditMode(true));
    this.input.addEventListener("blur", () => {
      this.leave();
    });
    grid.addEventListener("dblclick", () => {
      this.input.focus();
    });
  }

  /** Shows the selection of this workbook. */
  show(excel: EmbeddedExcel): void {
    this.excel = excel;
    const { sheet, extent } = excel.selection;
    this.nameBox.textContent = `${quotedSheet(sheet.name)}!${areaAddress(extent)}`;
    if (document.activeElement !== this.input) this.input.value = excel.hand.contentOf({ sheet, ...extent });
  }

  private commit(): void {
    const { excel } = this;
    if (excel === undefined) return;
    const { sheet, extent } = excel.selection;
    const refusal = excel.hand.type({ sheet, ...extent }, this.input.value);
    this.say(refusal === undefined ? "" : refusalSentence(refusal, sheet.name));
    this.leave();
  }

  /** Gives up what was typed, as Esc does in Excel; while somebody types, Excel refuses every add-in. */
  private leave(): void {
    const { excel } = this;
    if (excel === undefined) return;
    excel.setEditMode(false);
    if (document.activeElement === this.input) this.input.blur();
    this.show(excel);
  }
}
