import { allows, hasPassword, isPassword, setProtection, type Allowance } from "../xlsx/sheetProtection";
import type { Sheet } from "../xlsx/model";
import { ExcelObject } from "./excelObject";
import { oneOf, record, text, truth } from "./given";
import type { Host } from "./host";
import { Refusal } from "./refusal";

/** Excel's options by the file's words: https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions */
const options: Readonly<Record<string, Allowance>> = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
};
const selections = ["Normal", "Unlocked", "None"] as const;

function selectable(mode: (typeof selections)[number]): readonly Allowance[] {
  if (mode === "None") return [];
  return mode === "Unlocked" ? ["selectUnlockedCells"] : ["selectLockedCells", "selectUnlockedCells"];
}

/** What options allow; one that is unknown is refused. */
function allowedBy(given: unknown): ReadonlySet<Allowance> {
  const { selectionMode, ...wanted } = record(given ?? {});
  const allowed = new Set<Allowance>(selectable(oneOf(selections, selectionMode ?? "Normal")));
  for (const [name, value] of Object.entries(wanted)) {
    const action = options[name];
    if (action === undefined) throw new Refusal("InvalidArgument");
    if (truth(value ?? false)) allowed.add(action);
  }
  return allowed;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export class WorksheetProtection extends ExcelObject {
  readonly className = "WorksheetProtection";
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  get protected(): boolean {
    return this.sheet.isProtected;
  }
  get options(): Readonly<Record<string, unknown>> {
    const { xml } = this.sheet;
    const said = Object.entries(options).map(([name, action]): readonly [string, boolean] => [
      name,
      this.protected && allows(xml, action),
    ]);
    const unlocked = allows(xml, "selectUnlockedCells") ? "Unlocked" : "None";
    return {
      ...Object.fromEntries<boolean>(said),
      selectionMode: allows(xml, "selectLockedCells") ? "Normal" : unlocked,
    };
  }

  /** A sheet that is protected already refuses. */
  protect(given?: unknown, password?: unknown): void {
    if (this.sheet.isProtected) throw new Refusal("AccessDenied");
    const word = text(password ?? "");
    setProtection(this.sheet.xml, { allowed: allowedBy(given), password: word === "" ? undefined : word });
    this.told();
  }
  /** A wrong password, or none where one is needed, is refused. */
  unprotect(password?: unknown): void {
    const { xml } = this.sheet;
    if (!this.sheet.isProtected) return;
    if (hasPassword(xml) && isPassword(xml, typeof password === "string" ? password : "") !== true) {
      throw new Refusal("AccessDenied");
    }
    setProtection(xml, undefined);
    this.told();
  }

  private told(): void {
    const { id, isProtected } = this.sheet;
    this.host.changed = true;
    this.host.events.raise("protectionChanged", id, { worksheetId: id, isProtected });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection */
export class WorkbookProtection extends ExcelObject {
  readonly className = "WorkbookProtection";

  get protected(): boolean {
    return this.host.book.isStructureProtected;
  }
  /** Keeps sheets from being added, deleted, renamed, moved and hidden. */
  protect(password?: unknown): void {
    if (this.protected) throw new Refusal("AccessDenied");
    this.host.book.structure.protect(typeof password === "string" && password !== "" ? password : undefined);
    this.host.changed = true;
  }
  unprotect(password?: unknown): void {
    if (!this.protected) return;
    if (!this.host.book.structure.unprotect(typeof password === "string" ? password : "")) {
      throw new Refusal("AccessDenied");
    }
    this.host.changed = true;
  }
}
