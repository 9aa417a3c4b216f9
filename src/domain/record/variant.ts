import type { CustomerType } from "../ledger/ledger";
import type { DutyKind } from "../visits/duty";

/** Why a record is made. */
export type RecordType = "首次" | "常规" | "到期" | "突发" | "复核" | "催收";

/** Whom it is about: the questions differ. */
export type Subject = "法人" | "个人经营" | "个人消费";

export const recordSubjects: readonly Subject[] = ["法人", "个人经营", "个人消费"];

export const recordTypes: readonly RecordType[] = ["首次", "常规", "到期", "突发", "复核", "催收"];

const subjects: Readonly<Record<CustomerType, Subject>> = {
  corporate: "法人",
  smallBusiness: "法人",
  soleTrader: "个人经营",
  consumer: "个人消费",
};

export function subjectOf(type: CustomerType): Subject {
  return subjects[type];
}

/** The record that a duty asks for. visit-forms E.3 */
export function recordTypeFor(duty: DutyKind): RecordType {
  if (duty === "event") return "突发";
  if (duty === "firstCheck") return "首次";
  return duty === "maturityCheck" ? "到期" : "常规";
}
