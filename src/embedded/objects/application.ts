/* eslint-disable @typescript-eslint/class-literal-property-style -- members are found as accessors of the class */
import { ExcelObject } from "./excelObject";
import { oneOf } from "./given";

/** https://learn.microsoft.com/javascript/api/excel/excel.numberformatinfo */
export class NumberFormatInfo extends ExcelObject {
  readonly className = "NumberFormatInfo";

  get numberDecimalSeparator(): string {
    return ".";
  }
  get numberGroupSeparator(): string {
    return ",";
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datetimeformatinfo: as Windows has it for China. */
export class DatetimeFormatInfo extends ExcelObject {
  readonly className = "DatetimeFormatInfo";

  get dateSeparator(): string {
    return "/";
  }
  get longDatePattern(): string {
    return 'yyyy"年"m"月"d"日"';
  }
  get longTimePattern(): string {
    return "h:mm:ss";
  }
  get shortDatePattern(): string {
    return "yyyy/m/d";
  }
  get timeSeparator(): string {
    return ":";
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.cultureinfo */
export class CultureInfo extends ExcelObject {
  readonly className = "CultureInfo";

  get name(): string {
    return "zh-CN";
  }
  get numberFormat(): NumberFormatInfo {
    return new NumberFormatInfo(this.host);
  }
  get datetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo(this.host);
  }
}

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.application */
export class Application extends ExcelObject {
  readonly className = "Application";

  get calculationMode(): string {
    return this.host.calculationMode;
  }
  /** In manual mode formulas keep their results until they are told to calculate. */
  set calculationMode(given: unknown) {
    this.host.calculationMode = oneOf(modes, given);
  }
  get calculationState(): string {
    return "Done";
  }
  get calculationEngineVersion(): number {
    return 191_029;
  }
  get cultureInfo(): CultureInfo {
    return new CultureInfo(this.host);
  }
  get decimalSeparator(): string {
    return ".";
  }
  get thousandsSeparator(): string {
    return ",";
  }
  get useSystemSeparators(): boolean {
    return true;
  }

  calculate(type: unknown): void {
    oneOf(["Recalculate", "Full", "FullRebuild"], type);
    this.host.recalculate();
  }
  /** Nothing is computed before somebody looks anyway. */
  suspendApiCalculationUntilNextSync(): void {
    this.host.touch();
  }
  /** There is no screen to be updated within a request. */
  suspendScreenUpdatingUntilNextSync(): void {
    this.host.changed = true;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.runtime */
export class Runtime extends ExcelObject {
  readonly className = "Runtime";

  get enableEvents(): boolean {
    return this.host.events.enabled;
  }
  set enableEvents(given: unknown) {
    this.host.events.enabled = given === true;
  }
}
