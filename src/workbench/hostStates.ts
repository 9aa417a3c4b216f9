import type { Platform } from "../embedded/client/browser";
import { element } from "./element";
import type { ExcelThread } from "./excelThread";

/** An Excel that the workbench can play: its name for the reader and the newest ExcelApi 1.x that it has. */
interface Version {
  readonly name: string;
  readonly api: number;
}

/** https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets */
const versions = [
  { name: "Office LTSC 2021", api: 14 },
  { name: "Office LTSC 2024", api: 17 },
  { name: "Microsoft 365", api: 21 },
  { name: "Office 2019（太旧）", api: 8 },
] as const satisfies readonly Version[];

const platforms = [
  { name: "网页版", platform: "OfficeOnline" },
  { name: "Windows", platform: "PC" },
  { name: "Mac", platform: "Mac" },
] as const satisfies readonly { readonly name: string; readonly platform: Platform }[];

/** What the pane is told of the Excel that it runs in. */
export interface Played {
  readonly api: number;
  readonly platform: Platform;
}

function choices(select: HTMLSelectElement, names: readonly string[]): void {
  select.append(...names.map((name, index) => new Option(name, String(index))));
}

/** The tab that plays what may befall an add-in in Excel: cell-edit mode, a lost connection, other versions and platforms. */
export class HostStates {
  private readonly version = element("version", HTMLSelectElement);
  private readonly platform = element("platform", HTMLSelectElement);
  private readonly editing = element("editing", HTMLInputElement);
  private readonly disconnected = element("disconnected", HTMLInputElement);

  /** `restart` opens the pane anew, as in the Excel that was chosen. */
  constructor(thread: () => ExcelThread | undefined, restart: () => void) {
    choices(
      this.version,
      versions.map(({ name, api }) => `${name} · ExcelApi 1.${String(api)}`),
    );
    choices(
      this.platform,
      platforms.map(({ name }) => name),
    );
    for (const select of [this.version, this.platform]) select.addEventListener("change", restart);
    this.editing.addEventListener("change", () => void thread()?.ask("state", { isEditing: this.editing.checked }));
    this.disconnected.addEventListener(
      "change",
      () => void thread()?.ask("state", { isConnected: !this.disconnected.checked }),
    );
  }

  get played(): Played {
    const { api } = versions[this.version.selectedIndex] ?? versions[0];
    const { platform } = platforms[this.platform.selectedIndex] ?? platforms[0];
    return { api, platform };
  }

  /** A workbook that was opened begins in the usual state. */
  reset(): void {
    this.editing.checked = false;
    this.disconnected.checked = false;
  }
}

/** Lets the reader turn between the add-in's tab and the workbench's own two. */
export function ribbonTabs(): void {
  const pages = [
    { tab: element("tab", HTMLButtonElement), page: element("buttons", HTMLElement) },
    { tab: element("handTab", HTMLButtonElement), page: element("hand", HTMLElement) },
    { tab: element("hostTab", HTMLButtonElement), page: element("host", HTMLElement) },
  ];
  for (const { tab } of pages) {
    tab.addEventListener("click", () => {
      for (const other of pages) {
        other.tab.setAttribute("aria-selected", String(other.tab === tab));
        other.page.hidden = other.tab !== tab;
      }
    });
  }
}
