import type { DataValidation as StoredValidation, Extent } from "../xlsx/model";
import { intersection } from "./address";
import { ExcelObject } from "./excelObject";
import { oneOf, record, text, truth } from "./given";
import { invalidCells, isValidIn } from "./invalidCells";
import { areasOf, unprotected, type Place } from "./place";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import { Refusal } from "./refusal";
import { covers } from "./ruledCells";
import { givenRule, shownRule, typeNames } from "./validationRule";

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
  ignoresBlank: true,
  showsPrompt: true,
  showsAlert: true,
  alertStyle: "stop",
};

const TITLE_LENGTH = 32;
const MESSAGE_LENGTH = 255;

const alertStyles = { Stop: "stop", Warning: "warning", Information: "information" } as const;

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

  /** "Inconsistent" where cells have different rules, "MixedCriteria" where only some have one. */
  get type(): string {
    const rules = this.touching();
    if (rules.length > 1) return "Inconsistent";
    const [rule] = rules;
    if (rule === undefined) return "None";
    return areasOf(this.place).every((area) => covers(rule.ranges, area)) ? typeNames[rule.type] : "MixedCriteria";
  }
  get rule(): unknown {
    return shownRule(this.standing());
  }
  set rule(given: unknown) {
    const [kind, ...others] = Object.keys(record(given));
    if (kind === undefined || others.length > 0) throw new Refusal("InvalidArgument");
    this.change(givenRule(kind, record(given)[kind], this.host.book.date1904));
  }
  get ignoreBlanks(): boolean {
    return this.standing().ignoresBlank;
  }
  set ignoreBlanks(given: unknown) {
    this.change({ ignoresBlank: truth(given) });
  }
  get prompt(): unknown {
    const { prompt, promptTitle, showsPrompt } = this.standing();
    return { showPrompt: showsPrompt, title: promptTitle ?? "", message: prompt ?? "" };
  }
  set prompt(given: unknown) {
    const { title, message, showPrompt } = record(given);
    this.change({
      promptTitle: limited(title, TITLE_LENGTH),
      prompt: limited(message, MESSAGE_LENGTH),
      showsPrompt: truth(showPrompt ?? true),
    });
  }
  get errorAlert(): unknown {
    const { error, errorTitle, showsAlert, alertStyle } = this.standing();
    const style = Object.entries(alertStyles).find(([, word]) => word === alertStyle)?.[0] ?? "Stop";
    return { showAlert: showsAlert, style, title: errorTitle ?? "", message: error ?? "" };
  }
  set errorAlert(given: unknown) {
    const { title, message, showAlert, style } = record(given);
    this.change({
      errorTitle: limited(title, TITLE_LENGTH),
      error: limited(message, MESSAGE_LENGTH),
      showsAlert: truth(showAlert ?? true),
      alertStyle: alertStyles[oneOf(["Stop", "Warning", "Information"], style ?? "Stop")],
    });
  }
  /** Null where some cells are valid and some are not. */
  get valid(): boolean | null {
    return isValidIn(this.place);
  }

  getInvalidCells(): RangeAreas {
    const found = this.getInvalidCellsOrNullObject();
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  getInvalidCellsOrNullObject(): RangeAreas | undefined {
    const { host, sheet } = this.place;
    const found = invalidCells(this.place).map((extent) => new Range({ host, sheet, extent }));
    return found.length === 0 ? undefined : new RangeAreas(host, found);
  }
  clear(): void {
    this.set(undefined);
  }

  private readonly touching = (): readonly StoredValidation[] => {
    const touches = (range: Extent): boolean =>
      areasOf(this.place).some((area) => intersection(range, area) !== undefined);
    return this.place.sheet.validations.filter(({ ranges }) => ranges.some(touches));
  };

  /** What holds for the first cell of the area. */
  private readonly standing = (): Draft => {
    const { sheet, extent } = this.place;
    return sheet.validationAt(extent.row, extent.column) ?? nothing;
  };

  private change(patch: Partial<Draft>): void {
    this.set({ ...nothing, ...this.standing(), ...patch });
  }

  private set(validation: Draft | undefined): void {
    const { sheet, host } = this.place;
    unprotected(sheet);
    for (const area of areasOf(this.place)) sheet.setValidation(area, validation);
    host.changed = true;
  }
}
