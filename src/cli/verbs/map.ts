import { seeColumns, type ColumnsSeen } from "../../app/mapping";
import { saveMapping } from "../../app/saveMapping";
import { assess } from "../../app/assess";
import { columnLetters } from "../../domain/ledger/cells";
import type { Given } from "../../domain/ledger/columnMapping";
import type { Field } from "../../domain/ledger/field";
import { fieldName, fieldNamed } from "../../domain/ledger/fieldName";
import { ok, refused, type Result } from "../../domain/result";
import { refusedBy, stopped, type Outcome, type Running, type Verb } from "../verb";

interface Wanted {
  /** By field the heading or the letters of its column. */
  readonly set: ReadonlyMap<Field, string>;
  readonly ignored: readonly Field[];
}

const wordsIn = (text: string | undefined): readonly string[] =>
  (text ?? "").split(/[,，、;；]/).flatMap((word) => (word.trim() === "" ? [] : [word.trim()]));

function parseField(name: string): Result<Field, string> {
  const field = fieldNamed(name.trim());
  return field === undefined ? refused(`没有“${name}”这个栏目，例如 客户名称、贷款余额、到期日。`) : ok(field);
}

/** One `栏目=列`. */
function parsePair(word: string): Result<readonly [Field, string], string> {
  const [name = "", column = ""] = word.split(/[=＝]/);
  if (column.trim() === "") return refused(`--set 应写成 栏目=列，现在是“${word}”。`);
  const field = parseField(name);
  return field.ok ? ok([field.value, column.trim()]) : field;
}

/** All of them, or the first refusal. */
function allOf<Value>(results: readonly Result<Value, string>[]): Result<readonly Value[], string> {
  const values: Value[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

/** Reads `--set 客户名称=B、到期日=D --ignore 用途`. */
function parseWanted(values: ReadonlyMap<string, string>): Result<Wanted, string> {
  const set = allOf(wordsIn(values.get("--set")).map(parsePair));
  if (!set.ok) return set;
  const ignored = allOf(wordsIn(values.get("--ignore")).map(parseField));
  if (!ignored.ok) return ignored;
  if (set.value.length + ignored.value.length === 0) return refused("map 需要 --set 栏目=列 或 --ignore 栏目。");
  return ok({ set: new Map(set.value), ignored: ignored.value });
}

/** What holds now, with what is wanted laid over it; a refusal names the column that is not there. */
function givenOf({ columns, layout }: ColumnsSeen, { set, ignored }: Wanted): Result<Given, string> {
  const given = new Map<Field, number | undefined>();
  for (const [field, { column }] of layout?.columns ?? []) given.set(field, column);
  for (const field of ignored) given.set(field, undefined);
  for (const [field, name] of set) {
    const found = columns.find(({ column, shown }) => shown === name || columnLetters(column) === name.toUpperCase());
    if (found === undefined) return refused(`没有“${name}”这一列，${fieldName(field)}没有改，工作簿没有改动。`);
    place(given, field, found.column);
  }
  return ok(given);
}

/** A column is of one field alone. */
function place(given: Map<Field, number | undefined>, field: Field, at: number): void {
  for (const [other, column] of given) if (column === at) given.delete(other);
  given.set(field, at);
}

/** The sheet that was asked for, else the only ledger, else the sheet that comes nearest. */
async function sheetOf({ workbook, options, stopwatch }: Running): Promise<Result<string, string>> {
  if (options.sheet !== undefined) return ok(options.sheet);
  const assessed = await assess(workbook, options, stopwatch.watch);
  if (assessed.ok) {
    const [first, second] = assessed.value.ledgers.map(({ ledger }) => ledger.layout.sheet);
    return first === undefined || second !== undefined ? refused("有多个台账，请用 --sheet 指定工作表。") : ok(first);
  }
  const { because } = assessed;
  const nearest = because.kind === "noLedger" ? because.nearest : undefined;
  return nearest === undefined ? refused("没有找到台账，请用 --sheet 指定工作表。") : ok(nearest.sheet);
}

async function perform(running: Running, wanted: Wanted): Promise<Outcome> {
  const { workbook, stopwatch } = running;
  const sheet = await sheetOf(running);
  if (!sheet.ok) return refused(stopped(sheet.because));
  const seen = await seeColumns(workbook, sheet.value);
  if (!seen.ok) return refusedBy(seen.because);
  const given = givenOf(seen.value, wanted);
  if (!given.ok) return refused(stopped(given.because));
  const saved = await saveMapping(workbook, { sheet: sheet.value, given: given.value }, stopwatch.watch);
  if (!saved.ok) return refusedBy(saved.because);
  const told = [...given.value].map(([field, column]) => ({
    field: fieldName(field),
    column: column === undefined ? null : columnLetters(column),
  }));
  const lines = told.map(({ field, column }) => `  ${field}：${column === null ? "不使用" : `${column} 列`}\n`);
  return ok({
    json: { sheet: sheet.value, columns: told },
    text: `已记住工作表“${sheet.value}”的列对应，单元格没有改动：\n${lines.join("")}`,
    save: true,
  });
}

export const map: Verb = {
  name: "map",
  usage: "[--set 栏目=列、栏目=列] [--ignore 栏目、栏目] [-o 结果.xlsx | --in-place]",
  says: "记住台账哪一列是哪个栏目，以后同样的表头不再猜",
  suffix: "-列对应",
  judges: true,
  parse: ({ values }) => {
    const wanted = parseWanted(values);
    return wanted.ok ? ok((running) => perform(running, wanted.value)) : wanted;
  },
};
