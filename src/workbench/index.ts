import { element } from "./element";
import { acceptDrops } from "./files";
import { ribbonTabs } from "./hostStates";
import { drawButton, readRibbon, type RibbonButton } from "./ribbon";
import { splitter } from "./splitter";
import { Workbench } from "./workbench";
import "./styles/page.css";
import "./styles/titleBar.css";
import "./styles/ribbon.css";
import "./styles/menu.css";
import "./styles/choices.css";
import "./styles/formulaBar.css";
import "./styles/requestLog.css";
import "./styles/paneSide.css";

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
  element("save", HTMLButtonElement).addEventListener("click", () => void workbench.save());
  element("hidePane", HTMLButtonElement).addEventListener("click", () => {
    workbench.showPane(false);
  });
  splitter(element("splitter", HTMLElement), element("paneSide", HTMLElement));
  acceptDrops(document.body, (file) => void workbench.take(file));
}

async function begin(): Promise<void> {
  const workbench = new Workbench();
  fileButtons(workbench);
  ribbonTabs();
  fillRibbon(await (await fetch("manifest.xml")).text(), workbench);
  await workbench.openSample();
}

void begin();
