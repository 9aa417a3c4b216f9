/** What Microsoft's client library sends for one `context.sync()`, and what it wants back. The format is not documented; the version of the library is pinned. */

export const actionTypes = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export const pathTypes = { root: 1, create: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

/** Arguments of a member. Where an object is handed over, its path's id stands at the same place in `ReferencedObjectPathIds`. */
export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

/** What of an object is to be loaded; no `Select` means everything. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** One instruction; `Name` is a member in PascalCase. */
export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

/** How an object is reached from another one. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** One request. */
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** What came of one instruction. */
export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

/** Why the request stopped; `ActionIndex` is -1 where the whole request was refused. */
export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

/** The answer to one request: results up to the instruction that failed. */
export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  /** Instructions that only mark a point of the request: those that it came past. */
  readonly TraceIds?: readonly number[];
  readonly Error?: ResponseError;
}

/** Marks events of Office's older kind, which do not go through the library's messages; ours alone. */
export const OFFICE_CATEGORY = 0;

/** One event as the client library takes it: `message` is JSON text that the library turns into the handler's arguments. */
export interface EventMessage {
  readonly messageCategory: number;
  readonly messageType: number;
  /** The id of the object that the handler was registered on, "Workbook" for a handler on a collection of the workbook. */
  readonly targetId: string;
  readonly message: string;
}

/** Carries one request to the embedded Excel and its answer back, both as JSON text. */
export type Execute = (request: string) => string | Promise<string>;
