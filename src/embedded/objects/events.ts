import { apiSets } from "../client/apiSets";
import { OFFICE_CATEGORY, type EventMessage } from "../client/protocol";

/** The events that are raised: how the client library numbers them, and by which word it registers a handler. */
const kinds = {
  changed: [10, "DataChanged"],
  activated: [11, "Activated"],
  deactivated: [12, "Deactivated"],
  added: [13, "Added"],
  selectionChanged: [14, "SelectionChanged"],
  deleted: [15, "Deleted"],
  calculated: [16, "Calculated"],
  formatChanged: [18, "FormatChanged"],
  rowSorted: [19, "RowSorted"],
  columnSorted: [20, "ColumnSorted"],
  singleClicked: [21, "SingleClicked"],
  rowHiddenChanged: [22, "RowHiddenChanged"],
  formulaChanged: [23, "FormulaChanged"],
  protectionChanged: [24, "ProtectionChanged"],
  tableSelectionChanged: [100, "SelectionChanged"],
  tableChanged: [101, "DataChanged"],
  tableAdded: [102, "Added"],
  tableDeleted: [103, "Deleted"],
  workbookActivated: [2203, "Activated"],
} as const;

export type EventKind = keyof typeof kinds;

/** The classes on which handlers of an event may be registered. */
const ofSheets = ["Worksheet", "WorksheetCollection"];
const ofTables = ["Table", "TableCollection"];
const ofWorkbook = ["Workbook"];

function classesOf(kind: EventKind): readonly string[] {
  if (kind.startsWith("table")) return ofTables;
  return kind.startsWith("workbook") ? ofWorkbook : ofSheets;
}

/** Events of Office's older kind, by its numbers; the library registers their handlers without asking us. */
const ofOffice = { settingsChanged: 1, documentSelectionChanged: 2 } as const;
/** The members by which handlers of these are registered. */
const officeMembers: Readonly<Record<string, string>> = {
  SettingCollection: "onSettingsChanged",
  Workbook: "onSelectionChanged",
};

const EVENT_CATEGORY = 65_536;
/** Where handlers on the workbook and on its collections are addressed. */
export const WORKBOOK = "Workbook";

/** "tableChanged" -> "onChanged". */
export function eventMember(kind: EventKind): string {
  const name = kind.replace(/^table|^workbook/, "");
  return `on${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Class -> the `on…` members whose events are raised. */
export function servedEvents(className: string): readonly string[] {
  const members = (Object.keys(kinds) as EventKind[])
    .filter((kind) => classesOf(kind).includes(className))
    .map(eventMember);
  const known = members.filter((member) => apiSets.get(className)?.has(member) === true);
  return [...known, ...(officeMembers[className] === undefined ? [] : [officeMembers[className]])];
}

/** What the client is to be told: only of events that it has a handler for. */
export class Events {
  /** `Runtime.enableEvents`. */
  enabled = true;
  private readonly watched = new Map<number, number>();
  private pending: EventMessage[] = [];

  /** Takes note of `_RegisterDataChangedEvent` and the like; whether that is what the member was. */
  register(className: string, member: string): boolean {
    const parts = /^_(Unr|R)egister(\w+)Event$/.exec(member);
    if (parts === null) return false;
    const found = Object.entries(kinds).find(
      ([kind, [, word]]) => word === parts[2] && classesOf(kind as EventKind).includes(className),
    );
    if (found === undefined) return false;
    const [type] = found[1];
    this.watched.set(type, Math.max(0, (this.watched.get(type) ?? 0) + (parts[1] === "R" ? 1 : -1)));
    return true;
  }

  /** Whether anybody listens; what an event tells may be dear to find out. */
  listensTo(kind: EventKind): boolean {
    return this.enabled && (this.watched.get(kinds[kind][0]) ?? 0) > 0;
  }

  /** Tells the handlers on the object with the id, and those on the workbook or the collection. */
  raise(kind: EventKind, id: string, message: Readonly<Record<string, unknown>>): void {
    if (!this.listensTo(kind)) return;
    for (const targetId of new Set([id, WORKBOOK])) {
      const [messageType] = kinds[kind];
      const told = { source: "Local", ...message };
      this.pending.push({
        messageCategory: EVENT_CATEGORY,
        messageType,
        targetId,
        message: JSON.stringify(told),
      });
    }
  }

  /** As `raise`, of an event of Office's older kind, which tells nothing but that it happened. */
  raiseOffice(event: keyof typeof ofOffice): void {
    const messageType = ofOffice[event];
    const isPending = this.pending.some(
      (one) => one.messageCategory === OFFICE_CATEGORY && one.messageType === messageType,
    );
    if (!this.enabled || isPending) return;
    this.pending.push({ messageCategory: OFFICE_CATEGORY, messageType, targetId: "", message: "{}" });
  }

  /** What is to be told, once. */
  take(): readonly EventMessage[] {
    const taken = this.pending;
    this.pending = [];
    return taken;
  }
}
