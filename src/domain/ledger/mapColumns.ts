import type { CellValue } from "./cells";
import type { Given } from "./columnMapping";
import type { Field } from "./field";
import type { ColumnHeading } from "./header";
import { matchHeading, weightIn } from "./headings";
import type { FieldColumn } from "./ledger";
import { profileOf } from "./profile";
import type { DateSystem } from "./survey";
import { saysNothing } from "./text";
import { parseGuarantees } from "./vocabulary";

interface Candidate {
  readonly field: Field;
  readonly heading: ColumnHeading;
  readonly confidence: number;
}

/** A column whose values hardly ever look like the field's is not taken for it. */
const WORST_FIT = 0.3;

/** Of two headings that name one field as surely, the more usual one: 贷款余额 before 余额 does not matter, 金额 alone comes last. */
const vague: ReadonlySet<string> = new Set([
  "金额",
  "日期",
  "担保",
  "法人",
  "状态",
  "说明",
  "等级",
  "部门",
  "规模",
  "amount",
  "status",
]);

function confidenceOf(score: number, fit: number | undefined): number {
  if (fit === undefined) return score * 0.8;
  return score * (fit < WORST_FIT ? 0.3 * fit : 0.6 + 0.4 * fit);
}

function candidatesOf(
  heading: ColumnHeading,
  values: readonly CellValue[],
  dateSystem: DateSystem,
): readonly Candidate[] {
  const found = new Map<Field, number>();
  heading.texts.forEach((text, index) => {
    const match = matchHeading(text);
    if (match === undefined) return;
    const field = fieldOf(text, match.field, values);
    const score = match.score * (vague.has(text) ? 0.8 : 1) * (index === 0 ? weightIn(heading.group, field) : 0.98);
    found.set(field, Math.max(found.get(field) ?? 0, score));
  });
  return [...found].map(([field, score]) => ({
    field,
    heading,
    confidence: confidenceOf(score, profileOf(field, values, dateSystem)),
  }));
}

/** Headings that stand over the kinds of guarantee, or else over those who give it. */
const eitherGuarantee: ReadonlySet<string> = new Set(["担保", "担保情况"]);

/** The field of a heading; where that leaves open which of two, the one that most of the values look like. */
function fieldOf(text: string, field: Field, values: readonly CellValue[]): Field {
  const said = eitherGuarantee.has(text) ? values.filter((value) => !saysNothing(value)) : [];
  if (said.length === 0) return field;
  const kinds = said.filter((value) => parseGuarantees(value).size > 0).length;
  return kinds * 2 >= said.length ? "guaranteeType" : "guarantor";
}

const LEAST_CONFIDENCE = 0.4;

/** One column a field: as a person said, else by heading and by what the column's values look like, the surest first; equals go to the left. */
export function mapColumns(
  headings: readonly ColumnHeading[],
  sample: (column: number) => readonly CellValue[],
  { dateSystem, given }: { readonly dateSystem: DateSystem; readonly given: Given },
): ReadonlyMap<Field, FieldColumn> {
  const candidates = headings
    .flatMap((heading) => candidatesOf(heading, sample(heading.column), dateSystem))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .sort((one, other) => other.confidence - one.confidence || one.heading.column - other.heading.column);
  const columns = givenColumns(headings, given);
  const taken = new Set([...columns.values()].map(({ column }) => column));
  for (const { field, heading, confidence } of candidates) {
    const { column, shown, unit } = heading;
    if (columns.has(field) || given.has(field) || taken.has(column)) continue;
    taken.add(column);
    const second = candidates.find((other) => other.field === field && other.heading.column !== column);
    columns.set(field, {
      field,
      column,
      heading: shown,
      confidence: rounded(confidence),
      ...(unit === undefined ? {} : { unit }),
      ...(second === undefined ? {} : { runnerUp: runnerUp(second) }),
    });
  }
  return columns;
}

/** The columns that a person named; they are beyond doubt. */
function givenColumns(headings: readonly ColumnHeading[], given: Given): Map<Field, FieldColumn> {
  const columns = new Map<Field, FieldColumn>();
  for (const [field, at] of given) {
    const heading = headings.find(({ column }) => column === at);
    if (heading === undefined) continue;
    const { column, shown, unit } = heading;
    columns.set(field, {
      ...{ field, column, heading: shown, confidence: 1, source: "mapping" },
      ...(unit === undefined ? {} : { unit }),
    });
  }
  return columns;
}

function runnerUp({ heading, confidence }: Candidate): NonNullable<FieldColumn["runnerUp"]> {
  return { column: heading.column, heading: heading.shown, confidence: rounded(confidence) };
}

const rounded = (confidence: number) => Math.round(confidence * 100) / 100;
