import type { Host } from "./host";
import { Refusal } from "./refusal";

/** An imitated Excel object. Its getters, setters and methods are the members that clients may use, under Excel's own names; fields are not. */
export abstract class ExcelObject {
  /** The class as Excel's documentation names it. */
  abstract readonly className: string;
  readonly host: Host;
  /** Set while the client keeps the object beyond a request. */
  referenceId: string | undefined;
  /** How the client finds the object again in its collection: an id, or a name that serves as one. */
  readonly itemId: string | undefined;

  constructor(host: Host, itemId?: string) {
    this.host = host;
    this.itemId = itemId;
  }
}

/** Equal as Excel compares names: without regard to case. */
export function sameName(one: string, other: unknown): boolean {
  return typeof other === "string" && one.toUpperCase() === other.toUpperCase();
}

/** An imitated collection; items are found by key, or by name where they have one. */
export abstract class ExcelCollection<Item extends ExcelObject> extends ExcelObject {
  abstract get items(): readonly Item[];

  /** The name that getItem takes besides the key. */
  protected abstract readonly nameOf: (item: Item) => string | undefined;

  get count(): number {
    return this.items.length;
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(key: unknown): Item {
    const item = this.getItemOrNullObject(key);
    if (item === undefined) throw new Refusal("ItemNotFound");
    return item;
  }

  /** Undefined becomes the client's null object. */
  getItemOrNullObject(key: unknown): Item | undefined {
    if (typeof key === "number") return this.items[key];
    return this.items.find((item) => sameName(item.itemId ?? "", key) || sameName(this.nameOf(item) ?? "", key));
  }

  getItemAt(index: unknown): Item {
    const item = typeof index === "number" ? this.items[index] : undefined;
    if (item === undefined) throw new Refusal("InvalidArgument");
    return item;
  }
}
