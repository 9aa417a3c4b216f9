import type { CellReader } from "./cellReader";
import type { Customer, Drawdown } from "./ledger";
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
  /** The id number in its first row; "" where there is none. */
  readonly id: string;
  readonly drawdowns: Drawdown[];
}

/** Gathers drawdowns by customer as their rows come: by id number, else by customer number, else by name. */
export class CustomerBook {
  private readonly byKey = new Map<string, Collected>();
  private readonly keyOfName = new Map<string, string>();
  private readonly problems: RowProblem[];
  private readonly reader: CellReader;

  constructor(reader: CellReader) {
    this.reader = reader;
    this.problems = reader.problems;
  }

  add(name: string, index: number, drawdown: Drawdown): void {
    const id = this.reader.id(index);
    const key = this.keyOf(name, index, id);
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, { key, name, index, id: id ?? "", drawdowns: [drawdown] });
    else known.drawdowns.push(drawdown);
  }

  /** A row without an id belongs to the customer of its name. */
  private keyOf(name: string, index: number, idNumber: string | undefined): string {
    const plain = normalisedName(name);
    const id = idNumber ?? this.reader.text("customerId", index);
    const ofName = this.keyOfName.get(plain);
    if (id === undefined) return ofName ?? this.remember(plain, BY_NAME + plain);
    const key = BY_ID + id;
    if (ofName === undefined) return this.remember(plain, key);
    if (ofName.startsWith(BY_NAME)) return ofName;
    if (ofName !== key && !this.byKey.has(key)) this.sayOtherId(name, index, ofName.slice(BY_ID.length));
    return key;
  }

  /** One name with two ids: two customers, unless somebody mistyped. */
  private sayOtherId(name: string, index: number, other: string): void {
    this.problems.push({ ...this.reader.at("idNo", index), kind: "sameNameOtherId", found: name, other });
  }

  private remember(plain: string, key: string): string {
    this.keyOfName.set(plain, key);
    return key;
  }

  /** The customers in the order of their first rows; names that may be one customer become problems. */
  customers(): readonly Customer[] {
    this.suggestSame();
    return [...this.byKey.values()].map(({ key, name, index, id, drawdowns }) => ({
      key,
      name,
      type: customerType({
        type: this.reader.text("customerType", index) ?? "",
        scale: this.reader.text("enterpriseScale", index) ?? "",
        id,
        name,
        product: drawdowns.map(({ product }) => product ?? "").join(" "),
        purpose: drawdowns.map(({ purpose }) => purpose ?? "").join(" "),
      }),
      drawdowns,
    }));
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
