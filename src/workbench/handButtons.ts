import { element } from "./element";
import type { ExcelThread } from "./excelThread";
import { refusalSentence } from "./refusalSentence";
import type { HandAct, Standing } from "./thread/messages";

/** Buttons of the page by what they do at the selected cell. */
const acts = ["sortUp", "sortDown", "filter", "showAll", "protectSheet"] as const satisfies readonly HandAct["does"][];

/** The tab of what a person does in Excel without the add-in: sort, filter, protect. */
export class HandButtons {
  private readonly protect = element("protectSheet", HTMLButtonElement);

  /** `say` tells the reader why Excel did not do it; "" takes the last sentence away. */
  constructor(thread: () => ExcelThread | undefined, say: (sentence: string) => void) {
    for (const does of acts) {
      element(does, HTMLButtonElement).addEventListener("click", () => {
        const running = thread();
        if (running?.standing === undefined) return;
        const { standing: at } = running;
        void running.ask("hand", { does, at }).then((refusal) => {
          say(refusal === undefined ? "" : refusalSentence(refusal, at.sheetName));
        });
      });
    }
  }

  /** Names the protection's button by what it would do to the sheet in front. */
  show({ isProtected }: Standing): void {
    this.protect.textContent = isProtected ? "撤销工作表保护" : "保护工作表";
  }
}
