import {
  actionTypes,
  pathTypes,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
} from "../client/protocol";
import { ExcelCollection, ExcelObject } from "./excelObject";
import type { Host } from "./host";
import { callMember, getMember, setMember } from "./members";
import { loaded } from "./query";
import { notServed, Refusal } from "./refusal";
import { described } from "./refusedRequest";
import { Workbook } from "./workbook";

/** Undefined stands for the client's null object. */
type Target = ExcelObject | undefined;

/** Executes the instructions of one request, in order, up to the first that Excel refuses. */
export class Interpreter {
  private readonly host: Host;
  private readonly workbook: Workbook;
  private paths: RequestBody["ObjectPaths"] = {};
  private reached = new Map<number, Target>();

  constructor(host: Host) {
    this.host = host;
    this.workbook = new Workbook(host);
  }

  execute({ Actions, ObjectPaths }: RequestBody): ResponseBody {
    this.paths = ObjectPaths;
    this.reached = new Map();
    const Results: ActionResult[] = [];
    for (const [index, action] of Actions.entries()) {
      try {
        Results.push({ ActionId: action.Id, Value: this.perform(action) ?? null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { Results, Error: { ...described(error), Location: this.location(action), ActionIndex: index } };
      }
    }
    return {
      Results,
      TraceIds: Actions.filter(({ ActionType }) => ActionType === actionTypes.trace).map(({ Id }) => Id),
    };
  }

  private perform(action: Action): unknown {
    if (action.ActionType === actionTypes.trace) return undefined;
    const target = this.reach(action.ObjectPathId);
    return target === undefined ? ofNullObject(action) : this.performOn(target, action);
  }

  private performOn(target: ExcelObject, action: Action): unknown {
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return identity(target);
      case actionTypes.query:
        return loaded(target, action.QueryInfo ?? {});
      case actionTypes.method:
        return this.invoke(target, action);
      case actionTypes.setProperty:
        setMember(target, action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return undefined;
      default:
        throw notServed(`action ${String(action.ActionType)}`);
    }
  }

  private invoke(target: ExcelObject, { Name, ArgumentInfo }: Action): unknown {
    if (Name === "_KeepReference") return void this.host.keep(target);
    const result = callMember(target, Name, this.argumentsOf(ArgumentInfo));
    return result instanceof ExcelObject ? identity(result) : result;
  }

  private argumentsOf(given: ArgumentInfo | undefined): unknown[] {
    const objects = given?.ReferencedObjectPathIds;
    return (given?.Arguments ?? []).map((value, index) => this.resolved(value, objects?.[index]));
  }

  /** Objects may also stand in a list of arguments, or among the members of one that is a record. */
  private resolved(value: unknown, path: unknown): unknown {
    if (typeof path === "number" && path !== 0) return this.reach(path);
    if (Array.isArray(value)) {
      return Array.isArray(path) ? value.map((one, index) => this.resolved(one, path[index])) : (value as unknown[]);
    }
    return typeof value === "object" && value !== null ? this.resolvedRecord(value) : value;
  }

  private resolvedRecord(value: object): unknown {
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return this.reach(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.resolved(member, undefined)]));
  }

  private reach(id: number): Target {
    if (this.reached.has(id)) return this.reached.get(id);
    const path = this.paths[id];
    if (path === undefined) throw new Refusal("InvalidReference");
    const target = this.follow(path);
    this.reached.set(id, target);
    return target;
  }

  private follow(path: ObjectPath): Target {
    switch (path.ObjectPathType) {
      case pathTypes.root:
        return this.workbook;
      case pathTypes.reference:
        return this.referenced(path.Name);
      case pathTypes.nothing:
        return undefined;
      case pathTypes.method:
      case pathTypes.property:
      case pathTypes.indexer:
        return this.step(path);
      default:
        throw notServed(`path ${String(path.ObjectPathType)} ${path.Name}`);
    }
  }

  private referenced(id: string): ExcelObject {
    const object = this.host.references.get(id);
    if (object === undefined) throw new Refusal("InvalidReference");
    return object;
  }

  private step(path: ObjectPath): Target {
    const parent = this.reach(path.ParentObjectPathId ?? 0);
    if (parent === undefined) return undefined;
    const reached = this.stepFrom(parent, path);
    if (reached !== undefined && !(reached instanceof ExcelObject)) throw new Refusal("InvalidReference");
    return reached;
  }

  private stepFrom(parent: ExcelObject, path: ObjectPath): unknown {
    if (path.ObjectPathType === pathTypes.property) return getMember(parent, path.Name);
    const given = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === pathTypes.method) return callMember(parent, path.Name, given);
    if (!(parent instanceof ExcelCollection)) throw new Refusal("InvalidReference");
    return parent.getItem(given[0]);
  }

  /** Where the client's debugInfo says that the request stopped: `Range.values`, or the way to an object that was not reached. */
  private location({ ObjectPathId, Name }: Action): string {
    const target = this.reached.get(ObjectPathId);
    const path = this.paths[ObjectPathId];
    if (target !== undefined) return `${target.className}.${lowerFirst(Name)}`;
    const parent = path?.ParentObjectPathId === undefined ? undefined : this.reached.get(path.ParentObjectPathId);
    return `${parent?.className ?? "Workbook"}.${lowerFirst(path === undefined || path.Name === "" ? "GetItem" : path.Name)}`;
  }
}

/** A null object answers that it is one, and lets itself be changed in silence. */
function ofNullObject({ ActionType }: Action): unknown {
  return ActionType === actionTypes.method ? { _IsNull: true } : null;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** What the client is told of an object it has just reached. */
function identity(object: ExcelObject): Readonly<Record<string, unknown>> {
  return {
    ...(object.itemId === undefined ? {} : { _Id: object.itemId }),
    // The library registers handlers on an object by the id that it has without a load.
    ...("id" in object ? { Id: object.id } : {}),
    ...(object.referenceId === undefined ? {} : { _ReferenceId: object.referenceId }),
  };
}
