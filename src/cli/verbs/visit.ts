import type { Failure } from "../../app/failure";
import { makeGuarantorRecord } from "../../app/guarantorVisit";
import { makeRecords, type Chosen, type MadeRecords, type VisitOptions } from "../../app/visit";
import { isCalled } from "../../domain/ledger/customers";
import { guarantorKinds } from "../../domain/record/guarantorFacts";
import { scopeFields } from "../../domain/record/scope";
import { recordSubjects, recordTypes, type RecordType } from "../../domain/record/variant";
import { ok, refused, type Result } from "../../domain/result";
import { refusedBy, stopped, type Given, type Outcome, type Running, type Verb } from "../verb";

type Wanted = Pick<VisitOptions, "chosen" | "type" | "subject" | "withHints" | "isBuiltIn"> & Types;

const dues: Readonly<Record<string, number>> = { overdue: 0, "7": 7, "30": 30 };
const onlyOne = "visit 需要 --customer、--due、--industry、--area、--group、--guarantor、--branch 其中一个。";

function parseChosen(values: Given["values"]): Result<Chosen, string> {
  const scopes = scopeFields.flatMap((field): Chosen[] => {
    const word = values.get(`--${field}`);
    return word === undefined ? [] : [{ scope: { field, word } }];
  });
  const customer = values.get("--customer");
  const due = values.get("--due");
  const dueWithin = dues[due ?? ""];
  if (due !== undefined && dueWithin === undefined) return refused("--due 应为 overdue、7 或 30。");
  const all: readonly Chosen[] = [
    ...scopes,
    ...(customer === undefined ? [] : [{ customer }]),
    ...(dueWithin === undefined ? [] : [{ dueWithin }]),
  ];
  const [chosen, ...others] = all;
  return chosen === undefined || others.length > 0 ? refused(onlyOne) : ok(chosen);
}

/** What was asked for all, and what for single customers by name or key. */
interface Types {
  readonly type?: RecordType;
  readonly types: ReadonlyMap<string, RecordType>;
}

/** The types that are asked for, one a line: of all records, or after a customer's name and "=" of one; where none is named the duty asks for one. */
function parseTypes(text: string | undefined): Result<Types, string> {
  const types = new Map<string, RecordType>();
  let all: RecordType | undefined;
  for (const line of text?.split("\n") ?? []) {
    const split = line.lastIndexOf("=");
    const type = recordTypes.find((one) => one === line.slice(split + 1));
    if (type === undefined || split === 0) {
      return refused(`--type 应为 ${recordTypes.join("、")} 之一，或 客户名称=类型。`);
    }
    if (split < 0) all = type;
    else types.set(line.slice(0, split), type);
  }
  return ok({ types, ...(all && { type: all }) });
}

const forms: readonly string[] = [...recordSubjects, ...guarantorKinds];

/** A guarantor's own record; undefined where none is asked for. */
function parseGuarantor({ values }: Given): Result<((running: Running) => Promise<Outcome>) | undefined, string> {
  const guarantor = values.get("--guarantor-record");
  const form = values.get("--form");
  if (form !== undefined && !forms.includes(form)) return refused(`--form 应为 ${forms.join("、")} 之一。`);
  const kind = guarantorKinds.find((one) => one === form);
  if (guarantor === undefined) {
    return kind === undefined ? ok(undefined) : refused(`--form ${kind} 要和 --guarantor-record 一起用。`);
  }
  const others = ["--customer", "--due", "--type", ...scopeFields.map((field) => `--${field}`)];
  if (others.some((option) => values.has(option)))
    return refused("--guarantor-record 只为一个保证人生成，不和其他选择一起用。");
  if (form !== undefined && kind === undefined)
    return refused("--guarantor-record 的 --form 应为 保证人 或 担保公司。");
  return ok(async ({ workbook, options, stopwatch }) =>
    outcomeOf(
      await makeGuarantorRecord(
        workbook,
        { ...options, guarantor, ...(kind === undefined ? {} : { kind }) },
        stopwatch.watch,
      ),
    ),
  );
}

/** Whose records are wanted, and of which type. */
function parse(given: Given): Result<(running: Running) => Promise<Outcome>, string> {
  const { values, flags } = given;
  const ofGuarantor = parseGuarantor(given);
  if (!ofGuarantor.ok) return ofGuarantor;
  if (ofGuarantor.value !== undefined) return ok(ofGuarantor.value);
  const subject = recordSubjects.find((one) => one === values.get("--form"));
  const types = parseTypes(values.get("--type"));
  if (!types.ok) return types;
  const chosen = parseChosen(values);
  if (!chosen.ok) return chosen;
  const wanted: Wanted = {
    chosen: chosen.value,
    withHints: !flags.has("--no-hints"),
    isBuiltIn: flags.has("--built-in"),
    ...types.value,
    ...(subject === undefined ? {} : { subject }),
  };
  return ok((running) => perform(running, wanted));
}

async function perform({ workbook, options, stopwatch }: Running, wanted: Wanted): Promise<Outcome> {
  const made = await makeRecords(workbook, { ...options, ...wanted }, stopwatch.watch);
  const strangers = made.ok ? strangersIn(wanted.types, made.value) : [];
  if (strangers.length === 0) return outcomeOf(made);
  const names = strangers.map((word) => `“${word}”`).join("、");
  return refused(stopped(`--type 指定的客户${names}不在这次生成的范围内，请核对名称。没有写出文件。`));
}

/** Names with a type of their own for whom no record was made. */
function strangersIn(types: Types["types"], { records }: MadeRecords): readonly string[] {
  return [...types.keys()].filter((word) =>
    records.every((record) => !isCalled({ ...record, name: record.customer }, word)),
  );
}

/** What was made, for a person and for a program. */
function outcomeOf(made: Result<MadeRecords, Failure>): Outcome {
  if (!made.ok) return refusedBy(made.because);
  const { records, left } = made.value;
  const lines = records.map(({ sheet, type: kind, number }) => `${number} ${kind} ${sheet}\n`).join("");
  const more = left > 0 ? `还有 ${String(left)} 户没有生成，请分次处理。\n` : "";
  const text = `生成了 ${String(records.length)} 张回访表。\n${lines}${more}`;
  const told = records.map(({ sheet, customer, type, number }) => ({ sheet, customer, type, number }));
  return ok({ json: { records: told, left }, text, save: true });
}

export const visit: Verb = {
  name: "visit",
  usage:
    "(--customer 客户名称 | --due overdue|7|30 | --industry 行业 | --area 地区 | --group 所属集团 | --guarantor 保证人 | --branch 机构 | --guarantor-record 保证人) [-o 结果.xlsx | --in-place] [--type [客户名称=]首次|常规|到期|突发|复核|催收]… [--form 法人|个人经营|个人消费|保证人|担保公司] [--no-hints] [--built-in]",
  says: "为应访客户各生成一张可打印的回访表，--industry、--area、--group、--guarantor、--branch 为突发事件涉及的客户生成；有“回访模板”工作表时按它的格式，--built-in 改用内置格式；--guarantor-record 为保证人本身生成检查表，--form 换一种问法；--type 改检查类型，可重复，写成 客户名称=类型 只改这一户",
  suffix: "-回访表",
  judges: true,
  repeated: ["--type"],
  parse,
};
