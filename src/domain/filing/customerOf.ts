import { idOf, normalisedName } from "../ledger/customers";
import type { Customer, Ledger } from "../ledger/ledger";
import { ok, refused, type Result } from "../result";
import { masked } from "../record/mask";
import { textOf, type FilledRecord } from "./filledRecord";
import { findingAt, type Finding } from "./finding";

/** The customer that a record is about, in each ledger that has it. */
export interface RecordCustomer {
  readonly ledger: Ledger;
  readonly customer: Customer;
}

function fits(record: FilledRecord, customer: Customer): boolean {
  if (normalisedName(customer.name) !== normalisedName(textOf(record, "客户名称"))) return false;
  const id = textOf(record, "证件号码");
  const known = idOf(customer);
  return id === "" || known === undefined || masked(known) === id;
}

const unknown = (record: FilledRecord, message: string): Finding =>
  findingAt(record, "客户名称", { clause: "", message, isWaivable: false });

/** Finds whom a record is about, by name and masked id; a finding where that is nobody or more than one. */
export function customerOf(
  record: FilledRecord,
  ledgers: readonly Ledger[],
): Result<readonly RecordCustomer[], Finding> {
  const found = ledgers.flatMap((ledger) =>
    ledger.customers.filter((customer) => fits(record, customer)).map((customer) => ({ ledger, customer })),
  );
  const name = textOf(record, "客户名称");
  if (found.length === 0) return refused(unknown(record, `台账里找不到客户“${name}”，请核对客户名称和证件号码`));
  const isDoubtful = found.some(({ ledger }, index) => found.findIndex((one) => one.ledger === ledger) !== index);
  if (!isDoubtful) return ok(found);
  return refused(unknown(record, `台账里有多个“${name}”，证件号码对不上其中一个。请从台账重新生成回访表`));
}
