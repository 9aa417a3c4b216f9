import { element } from "./element";
import type { ExcelThread } from "./excelThread";
import type { SheetView } from "./grid/sheetView";
import { refusalSentence } from "./refusalSentence";
import type { Selected, Standing } from "./thread/messages";

/** What the page around the lists gives them. */
interface Around {
  readonly view: SheetView;
  readonly thread: () => ExcelThread | undefined;
  /** Tells the reader why Excel did not take what was chosen. */
  readonly say: (sentence: string) => void;
}

/** The lists that validations give to cells: an arrow beside the selected one, and what it offers. */
export class Choices {
  private readonly menu = element("choices", HTMLElement);
  private readonly around: Around;
  /** The cell that has the arrow. */
  private shown = "";

  constructor(around: Around) {
    this.around = around;
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.menu.contains(target)) this.menu.hidden = true;
    });
    this.menu.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.menu.hidden = true;
    });
  }

  /** Shows the arrow where the selected cell has a list. */
  show(standing: Standing): void {
    const { sheetId, extent, hasList } = standing;
    const shown = hasList ? `${sheetId} ${String(extent.row)} ${String(extent.column)}` : "";
    if (shown === this.shown) return;
    this.shown = shown;
    this.menu.hidden = true;
    const open = (below: DOMRect): void => void this.open(standing, below);
    this.around.view.point(hasList ? { selected: standing, open } : undefined);
  }

  private async open(at: Selected, below: DOMRect): Promise<void> {
    const choices = (await this.around.thread()?.ask("choices", at)) ?? [];
    const options = choices.map((choice) => this.option(choice, at));
    this.menu.replaceChildren(...(options.length === 0 ? ["这个列表由公式给出，请在编辑栏中输入。"] : options));
    this.menu.hidden = false;
    this.menu.style.top = `${String(Math.min(below.bottom, window.innerHeight - this.menu.offsetHeight))}px`;
    this.menu.style.left = `${String(Math.max(0, below.right - this.menu.offsetWidth))}px`;
    options[0]?.focus();
  }

  private option(choice: string, at: Selected): HTMLButtonElement {
    const option = document.createElement("button");
    option.type = "button";
    option.setAttribute("role", "option");
    option.textContent = choice;
    option.addEventListener("click", () => void this.choose(choice, at));
    return option;
  }

  private async choose(text: string, at: Selected): Promise<void> {
    this.menu.hidden = true;
    const refusal = await this.around.thread()?.ask("hand", { does: "type", text, at });
    this.around.say(refusal === undefined ? "" : refusalSentence(refusal, at.sheetName));
  }
}
