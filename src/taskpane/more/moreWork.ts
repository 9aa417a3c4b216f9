import { declareEvent } from "../../app/event";
import { makeGuarantorRecord } from "../../app/guarantorVisit";
import { makePlan } from "../../app/makePlan";
import { makeTemplate } from "../../app/makeTemplate";
import { makeRecords, type Chosen, type VisitOptions } from "../../app/visit";
import { moveWarnings } from "../../app/warnState";
import type { GuarantorKind } from "../../domain/record/guarantorFacts";
import type { Scope } from "../../domain/record/scope";
import type { ReportState } from "../../domain/report/warningList";
import { formatDay } from "../../domain/loan/day";
import type { Work } from "../session/jobs";
import type { Around } from "../session/recordWork";

/** How the records of a batch are made. */
export type Batch = Pick<VisitOptions, "type" | "types" | "subject" | "isBuiltIn"> & { readonly chosen: Chosen };

/** Makes the records of a batch. */
export const batchMaking =
  (batch: Batch) =>
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const made = await makeRecords(workbook, { ...options, ...batch, withHints: true }, watch);
    if (!made.ok) return made.because;
    const { drafts, left } = made.value;
    tell({ kind: "happened", last: { is: "recorded", drafts, left } });
    return undefined;
  };

/** Makes a guarantor's own record. */
export const guarantorChecking =
  (guarantor: string, kind: GuarantorKind | undefined) =>
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const made = await makeGuarantorRecord(workbook, { ...options, guarantor, ...(kind && { kind }) }, watch);
    if (!made.ok) return made.because;
    tell({ kind: "happened", last: { is: "recorded", drafts: made.value.drafts, left: 0 } });
    return undefined;
  };

/** A sudden event as it is entered. */
export interface EventAsked {
  readonly type: string;
  readonly scope: Scope;
  readonly note: string;
}

/** Enters a sudden event. */
export const eventEntering =
  (asked: EventAsked) =>
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const declared = await declareEvent(workbook, { ...options, ...asked }, watch);
    if (!declared.ok) return declared.because;
    const { number, customers, due } = declared.value.event;
    tell({
      kind: "happened",
      last: {
        is: "told",
        text: `${number} 已登入“突发事件登记簿”，涉及 ${String(customers)} 户，应于 ${formatDay(due)} 前回访。可接着为他们生成突发回访表。`,
      },
    });
    return undefined;
  };

/** Writes the usual form out as a template. */
export const templateMaking =
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const made = await makeTemplate(workbook, options, watch);
    if (!made.ok) return made.because;
    const text = `已生成“${made.value.name}”。改好版式后照常生成回访表；花括号里的名称不要改。`;
    tell({ kind: "happened", last: { is: "told", text } });
    return undefined;
  };

/** Plans the visits of the next weeks. */
export const planMaking =
  (investigations: string) =>
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const made = await makePlan(workbook, { ...options, investigations }, watch);
    if (!made.ok) return made.because;
    const { draft, stops, days } = made.value;
    const text = `已生成“${draft.name}”：${String(stops)} 户排在 ${String(days)} 天。`;
    tell({ kind: "happened", last: { is: "told", text } });
    return undefined;
  };

/** Takes reported warnings to a further state. */
export const warningMoving =
  (state: ReportState, customer: string) =>
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const whom = customer.trim() === "" ? {} : { customer };
    const moved = await moveWarnings(workbook, { ...options, state, ...whom }, watch);
    if (!moved.ok) return moved.because;
    const numbers = moved.value;
    const text =
      numbers.length === 0
        ? `都已是“${state}”或更后的状态，没有改动。`
        : `${String(numbers.length)} 条预警改为“${state}”：${numbers.join("、")}。`;
    tell({ kind: "happened", last: { is: "told", text } });
    return undefined;
  };
