import type { Content } from "../domain/change/change";
import { isOfGuarantor, namedIn, nameIn, type FilledRecord } from "../domain/filing/filledRecord";
import { readFilledRecord } from "../domain/filing/readFilledRecord";
import { REGISTER_SHEET, type RegisterHeading, type RegisterLine } from "../domain/filing/register";
import { normalisedName } from "../domain/ledger/customers";
import type { DateSystem } from "../domain/ledger/survey";
import { mayBeOne } from "../domain/record/shownId";
import { ok, refused, type Result } from "../domain/result";
import { layGround, type Groundwork } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { wholeRecords } from "./records";
import { loadRegister, type Register } from "./register";
import type { SheetSeen, Watch, Workbook } from "./workbook";

/** The register's line of a record, and what its cells hold. */
export interface KnownLine {
  readonly line: RegisterLine;
  readonly before: Readonly<Partial<Record<RegisterHeading, Content>>>;
}

/** All that filing looks at. */
export interface Case {
  readonly ground: Groundwork;
  readonly record: FilledRecord;
  /** The record's sheet from A1 on. */
  readonly cells: SheetSeen["values"];
  /** The customer's last registered record, where its sheet is still there. */
  readonly last: FilledRecord | undefined;
  readonly register: Register | undefined;
  readonly known: KnownLine | undefined;
}

/** Reads the record, the ledger and the register. */
export async function openCase(
  workbook: Workbook,
  options: RunOptions & { readonly record: string },
  watch: Watch,
): Promise<Result<Case, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  if (!ground.ok) return ground;
  const { survey } = ground.value;
  const seen = await readRecord(workbook, options.record, survey.dateSystem);
  if (!seen.ok) return seen;
  const { record, cells } = seen.value;
  const register = await loadRegister(workbook, survey, watch);
  if (!register.ok) return register;
  const known = await knownLine(workbook, register.value, record);
  if (!known.ok) return known;
  const records = await wholeRecords(workbook, survey);
  if (!records.ok) return records;
  const last = lastRecord(record, register.value?.lines ?? [], records.value);
  return ok({ ground: ground.value, record, cells, last, register: register.value, known: known.value });
}

async function readRecord(
  workbook: Workbook,
  sheet: string,
  dateSystem: DateSystem,
): Promise<Result<Pick<Case, "record" | "cells">, Failure>> {
  const seen = await workbook.readSheet(sheet, []);
  if (!seen.ok) return seen;
  if (seen.value === undefined) return refused({ kind: "sheetGone", sheet });
  const { values: cells } = seen.value;
  const record = readFilledRecord(cells, sheet, dateSystem);
  return record === undefined ? refused({ kind: "noRecord", sheet }) : ok({ record, cells });
}

async function knownLine(
  workbook: Workbook,
  register: Register | undefined,
  { number }: FilledRecord,
): Promise<Result<KnownLine | undefined, Failure>> {
  const line = register?.lines.find((one) => one.number === number);
  if (register === undefined || line === undefined) return ok(undefined);
  const seen = await workbook.readSheet(REGISTER_SHEET, []);
  if (!seen.ok) return seen;
  const cells = seen.value?.contents[line.row] ?? [];
  const before = Object.fromEntries(
    [...register.place.columns].map(([heading, column]) => [heading, cells[column] ?? ""]),
  );
  return ok({ line, before });
}

/** The newest registered record of the same customer, by name, and by the id where both know one of a kind. */
function lastRecord(
  record: FilledRecord,
  lines: readonly RegisterLine[],
  records: ReadonlyMap<string, FilledRecord>,
): FilledRecord | undefined {
  const [customer, { id }, isGuarantor] = [nameIn(record), namedIn(record), isOfGuarantor(record)];
  const own = lines.filter(
    (line) =>
      line.isGuarantor === isGuarantor &&
      line.number !== record.number &&
      line.state !== "草稿" &&
      normalisedName(line.customer) === normalisedName(customer) &&
      mayBeOne(line.id, id),
  );
  return [...own].reverse().flatMap(({ number }) => records.get(number) ?? [])[0];
}
