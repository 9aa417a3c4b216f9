import type { Change } from "../domain/change/change";
import { asking } from "../domain/filing/asking";
import { cellAddress } from "../domain/ledger/cells";
import type { FilledRecord, SignalAnswer } from "../domain/filing/filledRecord";
import type { Finding } from "../domain/filing/finding";
import { proposalsFor, proposalText, type Proposal } from "../domain/filing/proposals";
import { BETWEEN } from "../domain/filing/signalText";
import { ok, refused, type Result } from "../domain/result";
import type { Case } from "./filingCase";

/** What comes of the signals that a record's answers raise. */
interface Proposed {
  /** The record with the signals that were taken up. */
  readonly record: FilledRecord;
  /** What is written onto its sheet. */
  readonly changes: readonly Change[];
  /** The signals that wait for an answer on the sheet. */
  readonly findings: readonly Finding[];
}

interface Options {
  readonly reason: string;
  readonly accept?: boolean;
}

/** Writes the signals that the answers raise onto the record's free lines, to be answered there; a form without such lines asks for a reason instead. */
export function propose(
  { record, last, ground }: Pick<Case, "record" | "last" | "ground">,
  { reason, accept = false }: Options,
): Result<Proposed, readonly Finding[]> {
  const limits = ground.assessment.settings.visitSignals;
  const raised = proposalsFor({ record, last, limits });
  if (raised.length === 0) return ok({ record, changes: [], findings: [] });
  const answers = onFreeLines(record, raised);
  if (answers.length === 0) {
    const isExplained = accept || reason.trim() !== "";
    return isExplained
      ? ok({ record: withSignals(record, [takenUp(raised)]), changes: [], findings: [] })
      : refused(asked(record, raised));
  }
  const changes = answers.flatMap((answer) => written(record, answer, accept));
  if (!accept) return ok({ record, changes, findings: answers.map((answer) => waiting(record, answer)) });
  return ok({ record: withSignals(record, answers.map(accepted)), changes, findings: [] });
}

const textOfAll = (raised: readonly Proposal[]) => raised.map(proposalText).join(BETWEEN);

/** One signal a line; the last line takes all that are left. */
function onFreeLines({ signalRoom: room }: FilledRecord, raised: readonly Proposal[]): readonly SignalAnswer[] {
  return room.slice(0, raised.length).map((at, index): SignalAnswer => {
    const isLast = index === room.length - 1;
    const text = textOfAll(raised.slice(index, isLast ? raised.length : index + 1));
    return {
      text,
      at,
      accepted: { label: "采纳", value: "", row: at.row, column: at.accepted },
      reason: { label: "不采纳的理由", value: "", row: at.row, column: at.reason },
    };
  });
}

const accepted = (answer: SignalAnswer): SignalAnswer => ({
  ...answer,
  accepted: { ...answer.accepted, value: "采纳" },
});

const nowhere = { row: 0, column: 0 };

function takenUp(raised: readonly Proposal[]): SignalAnswer {
  return {
    text: textOfAll(raised),
    at: nowhere,
    accepted: { label: "采纳", value: "采纳", ...nowhere },
    reason: { label: "不采纳的理由", value: "", ...nowhere },
  };
}

function withSignals(record: FilledRecord, more: readonly SignalAnswer[]): FilledRecord {
  return { ...record, signals: [...record.signals, ...more] };
}

function written(
  { sheet }: FilledRecord,
  { text, at, accepted: answer }: SignalAnswer,
  accept: boolean,
): readonly Change[] {
  const cell = (row: number, column: number, after: string): Change => ({
    ...{ kind: "cells", sheet, column, firstRow: row, before: [""], after: [after] },
  });
  return [cell(at.row, at.column, text), ...(accept ? [cell(answer.row, answer.column, "采纳")] : [])];
}

function waiting({ sheet }: FilledRecord, { text, accepted: { row, column } }: SignalAnswer): Finding {
  const message = `本次填写引出信号“${text}”，请选“采纳”，或选“不采纳”并写理由`;
  const asks = asking("采纳", { key: cellAddress(row, column), about: text });
  return { clause: "", message, sheet, row, column, isWaivable: false, asks };
}

/** The question where the form has no line to write on: a reason takes the signals up. */
function asked({ sheet }: FilledRecord, raised: readonly Proposal[]): readonly Finding[] {
  return raised.map((one) => {
    const message = `本次填写引出信号“${proposalText(one)}”，写明情况后归档，信号计入该客户`;
    return { clause: "", message, sheet, ...nowhere, isWaivable: true };
  });
}
