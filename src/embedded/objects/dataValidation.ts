import type { DataValidation as StoredValidation } from "../xlsx/model";
import { intersection } from "./address";
import { ExcelObject } from "./excelObject";
import { oneOf, record, text, truth } from "./given";
import { unprotected, type Place } from "./place";
import { Range } from "./range";
import { notServed, Refusal } from "./refusal";

type Draft = Omit<StoredValidation, "ranges">;

const nothing: Draft = {
  type: "none",
  formula1: undefined,
  formula2: undefined,
  operator: undefined,
  promptTitle: undefined,
  prompt: undefined,
  errorTitle: undefined,
  error: undefined,
  showDropdown: true,
};

/** Excel's names of the rules by those of the file. */
const typeNames = {
  none: "None",
  list: "List",
  whole: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
} as const;

const TITLE_LENGTH = 32;
const MESSAGE_LENGTH = 255;

const inQuotes = (list: string): string => `"${list.replaceAll('"', '""')}"`;

/** The cells that a list offers: values as they stand, or a formula. */
function listFormula(source: unknown): string {
  if (source instanceof Range) return source.address;
  const given = text(source);
  if (given.length > MESSAGE_LENGTH) throw new Refusal("InvalidArgument");
  return given.startsWith("=") ? given.slice(1) : inQuotes(given);
}

function limited(value: unknown, most: number): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const given = text(value);
  if (given.length > most) throw new Refusal("InvalidArgument");
  return given;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidation */
export class DataValidation extends ExcelObject {
  readonly className = "DataValidation";
  private readonly place: Place;

  constructor(place: Place) {
    super(place.host);
    this.place = place;
  }

  get type(): string {
    return typeNames[this.standing.type];
  }
  get rule(): unknown {
    const { type, formula1 = "", showDropdown } = this.standing;
    if (type === "none") return {};
    if (type === "custom") return { custom: { formula: `=${formula1}` } };
    if (type !== "list") throw notServed(`DataValidation.rule of ${typeNames[type]}`);
    const values = /^"(.*)"$/.exec(formula1)?.[1]?.replaceAll('""', '"');
    return { list: { inCellDropDown: showDropdown, source: values ?? `=${formula1}` } };
  }
  set rule(given: unknown) {
    const [kind, ...others] = Object.keys(record(given));
    if (others.length > 0) throw new Refusal("InvalidArgument");
    const type = oneOf(["list", "custom"], kind);
    const rule = record(record(given)[type]);
    if (type === "list") {
      const showDropdown = truth(rule["inCellDropDown"] ?? true);
      this.change({ type, formula1: listFormula(rule["source"]), formula2: undefined, showDropdown });
    } else this.change({ type, formula1: text(rule["formula"]).replace(/^=/, ""), formula2: undefined });
  }
  get prompt(): unknown {
    const { prompt, promptTitle } = this.standing;
    return { showPrompt: prompt !== undefined, title: promptTitle ?? "", message: prompt ?? "" };
  }
  set prompt(given: unknown) {
    const { title, message } = record(given);
    this.change({ promptTitle: limited(title, TITLE_LENGTH), prompt: limited(message, MESSAGE_LENGTH) });
  }
  get errorAlert(): unknown {
    const { error, errorTitle } = this.standing;
    return { showAlert: true, style: "Stop", title: errorTitle ?? "", message: error ?? "" };
  }
  set errorAlert(given: unknown) {
    const { title, message } = record(given);
    this.change({ errorTitle: limited(title, TITLE_LENGTH), error: limited(message, MESSAGE_LENGTH) });
  }

  clear(): void {
    this.set(undefined);
  }

  /** What holds for the first cell of the area. */
  private get standing(): Draft {
    const { sheet, extent } = this.place;
    const first = { ...extent, rows: 1, columns: 1 };
    return sheet.validations.find(({ ranges }) => ranges.some((range) => intersection(range, first))) ?? nothing;
  }

  private change(patch: Partial<Draft>): void {
    this.set({ ...nothing, ...this.standing, ...patch });
  }

  private set(validation: Draft | undefined): void {
    const { sheet, extent, host } = this.place;
    unprotected(sheet).setValidation(extent, validation);
    host.changed = true;
  }
}
