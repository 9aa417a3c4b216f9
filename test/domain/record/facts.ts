import type { RecordFacts } from "../../../src/domain/record/facts";
import { recordSheet } from "../../../src/domain/record/record";
import { subjectOf, type RecordType } from "../../../src/domain/record/variant";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { ASOF, judgedOne, type Told } from "../risk/ledgers";

/** What a record of one ordinary customer is filled with, changed as told. */
export function factsOf(told: Told = {}, type: RecordType = "常规", more: Partial<RecordFacts> = {}): RecordFacts {
  const judgement = judgedOne(told);
  return {
    judgement,
    drawdowns: judgement.customer.drawdowns,
    background: {},
    subject: subjectOf(judgement.customer.type),
    type,
    asOf: ASOF,
    settings: defaultSettings,
    dateSystem: 1900,
    number: "DH-20261123-001",
    ledger: { sheet: "台账", row: 4 },
    last: undefined,
    event: undefined,
    withHints: true,
    ...more,
  };
}

/** The texts on a record, in reading order. */
export const textsOf = (given: RecordFacts) =>
  recordSheet(given, "回访").cells.flatMap((row) =>
    row.filter((cell): cell is string => typeof cell === "string" && cell !== ""),
  );
