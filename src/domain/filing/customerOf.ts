import type { Customer, Layout, Ledger } from "../ledger/ledger";
import { missingColumn } from "../ledger/missingColumn";
import { ID_LABEL, shownId } from "../record/shownId";
import { ok, refused, type Result } from "../result";
import { guaranteedBy } from "../record/guarantees";
import type { Judgement } from "../risk/judgement";
import { isOfGuarantor, nameIn, nameLabel, namedIn, textOf, type FilledRecord } from "./filledRecord";
import { asking, type Asking } from "./asking";
import { findingAt, type Finding } from "./finding";
import { isNamed } from "./identity";

/** The customer that a record is about, in each ledger that has it. */
export interface RecordCustomer {
  readonly ledger: Ledger;
  readonly customer: Customer;
}

const unknown = (record: FilledRecord, message: string, asks?: Asking): Finding =>
  findingAt(record, nameLabel(record), { clause: "", message, isWaivable: false, ...(asks && { asks }) });

/** Asks for the name; by the label, whether its cell is empty or gone. */
const nameAsked = (record: FilledRecord) => asking(nameLabel(record));

/** Asks which of some customers of one name it is, where their ids tell them apart and the record has none. */
function idAsked(record: FilledRecord, found: readonly RecordCustomer[]): Asking | undefined {
  const ids = new Set(found.map(({ customer }) => shownId(customer)));
  const isTold = ids.size === found.length && !ids.has("") && textOf(record, ID_LABEL) === "";
  return isTold ? { ...asking(ID_LABEL), choices: [...ids] } : undefined;
}

/** Finds whom a record is about, by name and id; a finding where that is nobody or more than one. */
export function customerOf(
  record: FilledRecord,
  ledgers: readonly Ledger[],
): Result<readonly RecordCustomer[], Finding> {
  const named = namedIn(record);
  if (named.customer === "")
    return refused(unknown(record, "客户名称是空的，不知道登记给谁。请按台账补填", nameAsked(record)));
  const layouts = ledgers.map(({ layout }) => layout);
  const found = ledgers.flatMap((ledger) =>
    ledger.customers.filter((customer) => isNamed(named, customer)).map((customer) => ({ ledger, customer })),
  );
  if (found.length === 0) return refused(unknown(record, notFound(named.customer, layouts)));
  const isDoubtful = found.some(({ ledger }, index) => found.findIndex((one) => one.ledger === ledger) !== index);
  if (!isDoubtful) return ok(found);
  const message = `台账里有多个“${named.customer}”，${ID_LABEL}对不上其中一个。请选定是哪一个，或从台账重新生成回访表`;
  return refused(unknown(record, message, idAsked(record, found)));
}

/** Why a customer is not found: most often the name, sometimes that the ledger's column of names is not. */
const notFound = (name: string, layouts: readonly Layout[]): string =>
  `台账里找不到客户“${name}”：${missingColumn(layouts, "customerName") ?? `请核对客户名称和${ID_LABEL}`}`;

/** A ledger with what is said of its customers. */
interface Judged {
  readonly ledger: Ledger;
  readonly judgements: readonly Judgement[];
}

/** The customers that a record is about, none for a guarantor's; a finding where it cannot be told. */
export function whomIn(record: FilledRecord, ledgers: readonly Judged[]): Result<readonly RecordCustomer[], Finding> {
  if (isOfGuarantor(record)) return guarantorOf(record, ledgers);
  return customerOf(
    record,
    ledgers.map(({ ledger }) => ledger),
  );
}

/** Whether the guarantor that a record is about still stands for somebody; its visits move no customer's clock. practices A50 */
function guarantorOf(record: FilledRecord, ledgers: readonly Judged[]): Result<readonly RecordCustomer[], Finding> {
  const name = nameIn(record);
  if (name === "") return refused(unknown(record, "保证人名称是空的，不知道登记给谁。请按台账补填", nameAsked(record)));
  if (guaranteedBy(name, ledgers).length > 0) return ok([]);
  const missing = missingColumn(
    ledgers.map(({ ledger: { layout } }) => layout),
    "guarantor",
  );
  return refused(unknown(record, `台账里没有由“${name}”保证的未结清贷款：${missing ?? "请核对保证人名称"}`));
}
