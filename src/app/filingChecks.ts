import { checkRecord } from "../domain/filing/checks";
import { copiedFrom } from "../domain/filing/copiedFrom";
import { whomIn, type RecordCustomer } from "../domain/filing/customerOf";
import type { Finding } from "../domain/filing/finding";
import type { RegisterState } from "../domain/filing/register";
import { reviewFindings } from "../domain/filing/review";
import { refused, type Result } from "../domain/result";
import type { Case } from "./filingCase";

/** On which terms a record is filed. */
interface Terms {
  readonly reason: string;
  readonly upTo?: RegisterState;
}

/** Whether the register has the record as a visit; a draft is none yet. */
export const isVisit = ({ known }: Case): boolean => known !== undefined && known.line.state !== "草稿";

/** Whom the record is about, where nothing keeps it from being filed. A draft needs no more than a customer. */
export function checkCase(opened: Case, options: Terms): Result<readonly RecordCustomer[], readonly Finding[]> {
  const whom = whomIn(opened.record, opened.ground.assessment.ledgers);
  if (options.upTo === "草稿") return whom.ok ? whom : refused([whom.because]);
  const isExplained = options.reason.trim() !== "" || isVisit(opened);
  const findings = whom.ok ? findingsOn(opened, whom.value) : [whom.because, ...findingsOn(opened, [])];
  const all = [...findings, ...reviewFindings(opened.record, options.upTo)];
  const open = all.filter(({ isWaivable }) => !isWaivable || !isExplained);
  return whom.ok && open.length === 0 ? whom : refused(open);
}

function findingsOn({ ground, record, register, known }: Case, whom: readonly RecordCustomer[]): readonly Finding[] {
  const { asOf, settings } = ground.assessment;
  const others = (register?.lines ?? []).filter((line) => line !== known?.line && line.state !== "草稿");
  const copied = known === undefined || known.line.state === "草稿" ? [] : copiedFrom(known.line, record);
  return [...copied, ...checkRecord({ record, others, disbursed: firstDisbursed(whom), asOf, settings })];
}

function firstDisbursed(whom: readonly RecordCustomer[]) {
  const live = whom.flatMap(({ customer }) => customer.drawdowns).filter(({ standing }) => standing === "live");
  const days = live.flatMap(({ disbursed }) => (disbursed === undefined ? [] : [disbursed]));
  return days.sort((one, other) => one - other)[0];
}
