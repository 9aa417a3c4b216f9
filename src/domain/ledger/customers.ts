import type { CellReader } from "./cellReader";
import type { Customer, CustomerType, Drawdown } from "./ledger";
import type { RowProblem } from "./problem";
import { customerType } from "./vocabulary";

/** The name without what people write in different ways: blanks, kinds of brackets. */
export function normalisedName(name: string): string {
  if (!/[ （）]/.test(name)) return name;
  return name.replaceAll(" ", "").replaceAll("（", "(").replaceAll("）", ")");
}

/** Whether a word is a customer's name, brackets and blanks aside, or its key. */
export function isCalled({ name, key }: Pick<Customer, "name" | "key">, word: string): boolean {
  return key === word || normalisedName(name) === normalisedName(word.trim());
}

/** Names that differ in the form of company alone may be one customer: 有限公司, 有限责任公司. */
function looseName(name: string): string {
  return normalisedName(name).replace(/有限责任公司|股份有限公司|有限公司/g, "公司");
}

/** What begins the keys of customers known by an id, and of those known by name alone. */
const BY_ID = "id:";
const BY_NAME = "name:";

/** The id or customer number by which a customer is known; undefined for one known by name alone. */
export function idOf({ key }: Pick<Customer, "key">): string | undefined {
  return key.startsWith(BY_ID) ? key.slice(BY_ID.length) : undefined;
}

interface Collected {
  readonly key: string;
  readonly name: string;
  readonly index: number;
  /** The first id number and the first customer number in its rows. */
  id: string | undefined;
  number: string | undefined;
  readonly drawdowns: Drawdown[];
}

/** What a row says of its customer beside the name. */
interface Ids {
  readonly id: string | undefined;
  /** The bank's customer number. */
  readonly number: string | undefined;
}

/** A row, as far as its customer is concerned. */
interface CustomerRow {
  /** Its own name, or the one above that its cell is merged with. */
  readonly name: string;
  readonly index: number;
  readonly isBelow: boolean;
}

/** Whether a customer is known by its customer number: its key is an id, but no id number. */
const isNumbered = ({ key, id = "" }: Collected): boolean => key.startsWith(BY_ID) && key !== BY_ID + id;

/** By which numbers two are certainly not one: the id numbers, or where they cannot be compared the customer numbers. */
function differingBy(one: Ids, other: Ids): keyof Ids | undefined {
  const by = one.id === undefined || other.id === undefined ? "number" : "id";
  return one[by] === undefined || other[by] === undefined || one[by] === other[by] ? undefined : by;
}

/** Keeps the first customer that a word led to. */
function remember(keys: Map<string, string>, word: string | undefined, key: string): void {
  if (word !== undefined && !keys.has(word)) keys.set(word, key);
}

/** Gathers drawdowns by customer as their rows come: by id number, else by customer number, else by name. */
export class CustomerBook {
  private readonly byKey = new Map<string, Collected>();
  private readonly keyOfId = new Map<string, string>();
  private readonly keyOfName = new Map<string, string>();
  private lastKey = "";
  private readonly problems: RowProblem[];
  private readonly reader: CellReader;

  constructor(reader: CellReader) {
    this.reader = reader;
    this.problems = reader.problems;
  }

  /** Takes a row in; one whose name stands in the row above, and that has no number of its own, belongs to that row's customer. */
  add(row: CustomerRow, drawdown: Drawdown): void {
    const { name, index } = row;
    const ids = { id: this.reader.id(index), number: this.reader.identity("customerId", index) };
    const plain = normalisedName(name);
    const key = this.ofIds(ids) ?? this.ofName(row, plain, ids);
    this.lastKey = key;
    remember(this.keyOfName, plain, key);
    remember(this.keyOfId, ids.id, key);
    remember(this.keyOfId, ids.number, key);
    const known = this.byKey.get(key);
    if (known === undefined)
      this.byKey.set(key, { key, name, index, id: ids.id, number: ids.number, drawdowns: [drawdown] });
    else {
      known.drawdowns.push(drawdown);
      known.id ??= ids.id;
      known.number ??= ids.number;
    }
  }

  /** The customer whose id number it is, else whose customer number, unless that one has another id number. */
  private ofIds({ id, number }: Ids): string | undefined {
    const ofId = id === undefined ? undefined : this.keyOfId.get(id);
    const ofNumber = number === undefined ? undefined : this.keyOfId.get(number);
    if (ofId !== undefined || ofNumber === undefined) return ofId;
    return id === undefined || this.byKey.get(ofNumber)?.id === undefined ? ofNumber : undefined;
  }

  /** The customer of the name, the first where several bear it, unless the row's numbers are others: then a new one. */
  private ofName({ name, index, isBelow }: CustomerRow, plain: string, ids: Ids): string {
    const own = ids.id ?? ids.number;
    if (own === undefined && isBelow) return this.lastKey;
    const key = own === undefined ? BY_NAME + plain : BY_ID + own;
    const known = this.byKey.get(this.keyOfName.get(plain) ?? "");
    if (known === undefined) return key;
    const by = differingBy(known, ids);
    if (by === undefined) return known.key;
    this.sayOther({ found: name, index, other: String(known[by]) }, by);
    return key;
  }

  /** One name with two ids: two customers, unless somebody mistyped. */
  private sayOther({ index, ...said }: { found: string; index: number; other: string }, by: keyof Ids): void {
    const of = by === "id" ? "idNo" : "customerId";
    this.problems.push({ ...this.reader.at(of, index), kind: "sameNameOtherId", ...said, of });
  }

  /** The customers in the order of their first rows; names that may be one customer become problems. */
  customers(): readonly Customer[] {
    this.suggestSame();
    return [...this.byKey.values()].map((collected) => {
      const { key, name, drawdowns } = collected;
      const customer = { key, name, type: this.typeOf(collected), drawdowns };
      return isNumbered(collected) ? { ...customer, isNumbered: true } : customer;
    });
  }

  private typeOf({ name, index, id = "", drawdowns }: Collected): CustomerType {
    return customerType({
      type: this.reader.text("customerType", index) ?? "",
      scale: this.reader.text("enterpriseScale", index) ?? "",
      id,
      name,
      product: drawdowns.map(({ product }) => product ?? "").join(" "),
      purpose: drawdowns.map(({ purpose }) => purpose ?? "").join(" "),
    });
  }

  private suggestSame(): void {
    const firstByLoose = new Map<string, Collected>();
    for (const customer of this.byKey.values()) {
      const loose = looseName(customer.name);
      const first = firstByLoose.get(loose);
      if (first === undefined) firstByLoose.set(loose, customer);
      else if (normalisedName(first.name) !== normalisedName(customer.name)) {
        const at = this.reader.at("customerName", customer.index);
        this.problems.push({ ...at, kind: "similarName", found: customer.name, other: first.name });
      }
    }
  }
}
