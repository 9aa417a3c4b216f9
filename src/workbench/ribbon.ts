/** One button that the manifest asks Excel for. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** The command to run; undefined: the button opens the pane. */
  readonly command: string | undefined;
}

/** What the manifest asks Excel to show. */
export interface Ribbon {
  readonly tab: string;
  readonly buttons: readonly RibbonButton[];
  /** Entries of the menu that a right click on a cell opens. */
  readonly menu: readonly RibbonButton[];
}

const named = (element: Element | Document, name: string): readonly Element[] =>
  Array.from(element.getElementsByTagNameNS("*", name));

function childNamed(element: Element | undefined, name: string): Element | undefined {
  return Array.from(element?.children ?? []).find(({ localName }) => localName === name);
}

/** The manifest's texts and addresses by their id, in its default language. */
function resources(manifest: Document): (element: Element | undefined) => string {
  const all = ["String", "Image"].flatMap((kind) => named(manifest, kind));
  const values = new Map(all.map((one) => [one.getAttribute("id") ?? "", one.getAttribute("DefaultValue") ?? ""]));
  return (element) => values.get(element?.getAttribute("resid") ?? "") ?? "";
}

function buttonOf(control: Element, resource: (element: Element | undefined) => string): RibbonButton {
  const images = Array.from(childNamed(control, "Icon")?.children ?? []);
  const icon = resource(images.find((image) => image.getAttribute("size") === "32"));
  return {
    id: control.getAttribute("id") ?? "",
    label: resource(childNamed(control, "Label")),
    tip: resource(childNamed(childNamed(control, "Supertip"), "Description")),
    icon: icon.slice(icon.indexOf("assets/")),
    command: childNamed(childNamed(control, "Action"), "FunctionName")?.textContent.trim(),
  };
}

/** Reads tab, buttons and menu from the text of the manifest. */
export function readRibbon(xml: string): Ribbon {
  const manifest = new DOMParser().parseFromString(xml, "application/xml");
  const resource = resources(manifest);
  const tab = named(manifest, "CustomTab")[0];
  const buttons = (within: Element | undefined): readonly RibbonButton[] =>
    within === undefined ? [] : named(within, "Control").map((control) => buttonOf(control, resource));
  return {
    tab: resource(childNamed(tab, "Label")),
    buttons: buttons(tab),
    menu: buttons(named(manifest, "OfficeMenu")[0]),
  };
}

/** A button as the page shows it, with its icon unless it stands in a menu. */
export function drawButton(button: RibbonButton, run: (button: RibbonButton) => void): HTMLButtonElement {
  const drawn = document.createElement("button");
  drawn.type = "button";
  drawn.title = button.tip;
  drawn.dataset["control"] = button.id;
  const icon = document.createElement("img");
  icon.src = button.icon;
  icon.alt = "";
  const label = document.createElement("span");
  label.textContent = button.label;
  drawn.append(icon, label);
  drawn.addEventListener("click", () => {
    run(button);
  });
  return drawn;
}
