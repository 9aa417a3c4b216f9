import type { EmbeddedExcel } from "../embedded/excel";
import type { CellPlace, Hand } from "../embedded/hand";
import { element } from "./element";
import { refusalSentence } from "./refusalSentence";

type Act = (hand: Hand, place: CellPlace) => ReturnType<Hand["sort"]>;

/** Buttons of the page by what they do at the selected cell. */
const acts: Readonly<Record<string, Act>> = {
  sortUp: (hand, place) => hand.sort(place, true),
  sortDown: (hand, place) => hand.sort(place, false),
  filter: (hand, place) => hand.filter(place),
  showAll: (hand, place) => hand.showAll(place),
  protectSheet: (hand, { sheet }) => hand.toggleProtection(sheet),
};

/** The tab of what a person does in Excel without the add-in: sort, filter, protect. */
export class HandButtons {
  private readonly protect = element("protectSheet", HTMLButtonElement);

  /** `say` tells the reader why Excel did not do it; "" takes the last sentence away. */
  constructor(excel: () => EmbeddedExcel | undefined, say: (sentence: string) => void) {
    for (const [id, act] of Object.entries(acts)) {
      element(id, HTMLButtonElement).addEventListener("click", () => {
        const running = excel();
        if (running === undefined) return;
        const { sheet, extent } = running.selection;
        const refusal = act(running.hand, { sheet, row: extent.row, column: extent.column });
        say(refusal === undefined ? "" : refusalSentence(refusal, sheet.name));
        this.show(running);
      });
    }
  }

  /** Names the protection's button by what it would do to the sheet in front. */
  show({ selection: { sheet } }: EmbeddedExcel): void {
    this.protect.textContent = sheet.isProtected ? "撤销工作表保护" : "保护工作表";
  }
}
