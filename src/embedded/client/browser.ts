import { isSetSupported, LTSC_2021 } from "./apiSets";
import type { Execute } from "./protocol";
import { routeRequests, type ClientLibrary, type TakeEvents } from "./session";

/** https://learn.microsoft.com/javascript/api/office/office.platformtype */
const platformTypes = { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac" } as const;

export type Platform = keyof typeof platformTypes;

/** What Excel itself would do for the add-in. */
export interface HostServices {
  readonly execute: Execute;
  /** Brings the task pane into view. */
  readonly showPane: () => void;
  /** The minor version of ExcelApi that the embedded Excel plays. */
  readonly api?: number;
  /** The platform that Office says it runs on; the web unless another is named. */
  readonly platform?: Platform;
  readonly takeEvents?: TakeEvents;
}

/** A command as the add-in registered it, by the manifest's FunctionName; ends when the add-in says that it is completed. */
export type RunCommand = (name: string) => Promise<void>;

type Command = (event: { completed(): void }) => void;

/** The add-in's commands; one that is asked for before the add-in has registered it waits until then. */
class Commands {
  private readonly registered = new Map<string, Command>();
  private readonly waiting = new Map<string, () => void>();

  readonly associate = (name: string, command: Command): void => {
    this.registered.set(name, command);
    this.waiting.get(name)?.();
    this.waiting.delete(name);
  };

  readonly run: RunCommand = (name) =>
    new Promise((completed) => {
      const start = (): void => this.registered.get(name)?.({ completed });
      if (this.registered.has(name)) start();
      else this.waiting.set(name, start);
    });
}

function ready(info: unknown, callback: unknown): Promise<unknown> {
  if (typeof callback === "function") Reflect.apply(callback, undefined, [info]);
  return Promise.resolve(info);
}

/** Makes `Office` of a page with Microsoft's client library (excel-web-16.00.js) what an add-in expects of it in Excel, and sends every request of `Excel` to the embedded one. */
export function installOffice(
  page: Window,
  { execute, showPane, api = LTSC_2021, platform = "OfficeOnline", takeEvents }: HostServices,
): RunCommand {
  const commands = new Commands();
  const info = { host: "Excel", platform };
  const office = {
    HostType: { Excel: "Excel" },
    PlatformType: platformTypes,
    onReady: (callback?: unknown) => ready(info, callback),
    context: {
      ...info,
      requirements: { isSetSupported: isSetSupported(api) },
      contentLanguage: "zh-CN",
      displayLanguage: "zh-CN",
    },
    actions: { associate: commands.associate },
    addin: {
      showAsTaskpane: () => {
        showPane();
        return Promise.resolve();
      },
    },
  };
  Reflect.set(page, "Office", office);
  routeRequests((page as unknown as { readonly OfficeExtension: ClientLibrary }).OfficeExtension, execute, takeEvents);
  return commands.run;
}
