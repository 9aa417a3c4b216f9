import { recordTypeFor, subjectOf, type RecordType, type Subject } from "../domain/record/variant";
import { ok, type Result } from "../domain/result";
import { dutyName } from "../domain/visits/duty";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { findMeant, type Chosen } from "./visit";
import type { Visited } from "./planRecords";
import type { Watch, Workbook } from "./workbook";

/** A record as a batch would make it, with the reason for its variant. */
export interface ProposedRecord {
  /** By which the customer is known. */
  readonly key: string;
  readonly customer: string;
  readonly type: RecordType;
  readonly subject: Subject;
  /** The duty that asks for this type, and the risk group. */
  readonly reason: string;
  /** Below 0 where the visit is overdue. */
  readonly daysUntil: number;
}

/** A batch before it is made. */
export interface ProposedBatch {
  /** In the order of the sheets. */
  readonly records: readonly ProposedRecord[];
  /** Customers that are due but would be left for another run. */
  readonly left: number;
}

function proposed({ judgement: { customer, duty, group, daysUntil } }: Visited): ProposedRecord {
  const { key, name } = customer;
  const reason = `应访事由：${dutyName[duty.kind]}，风险组别 ${group}`;
  const [type, subject] = [recordTypeFor(duty.kind), subjectOf(customer.type)];
  return { key, customer: name, type, subject, reason, daysUntil };
}

/** Tells which records a batch would make, in which variant and why; writes nothing. */
export async function proposeRecords(
  workbook: Workbook,
  options: RunOptions & { readonly chosen: Chosen },
  watch: Watch,
): Promise<Result<ProposedBatch, Failure>> {
  const meant = await findMeant(workbook, options, { watch, merges: false });
  if (!meant.ok) return meant;
  return ok({ records: meant.value.now.map(proposed), left: meant.value.left });
}
