import type { Failure } from "../../app/failure";
import { makeGuarantorRecord } from "../../app/guarantorVisit";
import { makeRecords, type Chosen, type MadeRecords, type VisitOptions } from "../../app/visit";
import { guarantorKinds } from "../../domain/record/guarantorFacts";
import { scopeFields } from "../../domain/record/scope";
import { recordSubjects, recordTypes, type RecordType } from "../../domain/record/variant";
import { ok, refused, type Result } from "../../domain/result";
import { refusedBy, type Given, type Outcome, type Running, type Verb } from "../verb";

type Wanted = Pick<VisitOptions, "chosen" | "type" | "subject" | "withHints" | "isBuiltIn">;

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

/** The type that is asked for; undefined for the one that the duty asks for. */
function parseType(text: string | undefined): Result<RecordType | undefined, string> {
  const type = recordTypes.find((one) => one === text);
  return text !== undefined && type === undefined ? refused(`--type 应为 ${recordTypes.join("、")} 之一。`) : ok(type);
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
  const type = parseType(values.get("--type"));
  if (!type.ok) return type;
  const chosen = parseChosen(values);
  if (!chosen.ok) return chosen;
  const wanted: Wanted = {
    chosen: chosen.value,
    withHints: !flags.has("--no-hints"),
    isBuiltIn: flags.has("--built-in"),
    ...(type.value === undefined ? {} : { type: type.value }),
    ...(subject === undefined ? {} : { subject }),
  };
  return ok((running) => perform(running, wanted));
}

async function perform({ workbook, options, stopwatch }: Running, wanted: Wanted): Promise<Outcome> {
  return outcomeOf(await makeRecords(workbook, { ...options, ...wanted }, stopwatch.watch));
}

/** What was made, for a person and for a program. */
function outcomeOf(made: Result<MadeRecords, Failure>): Outcome {
  if (!made.ok) return refusedBy(made.because);
  const { records, left } = made.value;
  const lines = records.map(({ sheet, type: kind, number }) => `${number} ${kind} ${sheet}\n`).join("");
  const more = left > 0 ? `还有 ${String(left)} 户没有生成，请分次处理。\n` : "";
  const text = `生成了 ${String(records.length)} 张回访表。\n${lines}${more}`;
  return ok({ json: { records, left }, text, save: true });
}

export const visit: Verb = {
  name: "visit",
  usage:
    "(--customer 客户名称 | --due overdue|7|30 | --industry 行业 | --area 地区 | --group 所属集团 | --guarantor 保证人 | --branch 机构 | --guarantor-record 保证人) [-o 结果.xlsx | --in-place] [--type 首次|常规|到期|突发|复核|催收] [--form 法人|个人经营|个人消费|保证人|担保公司] [--no-hints] [--built-in]",
  says: "为应访客户各生成一张可打印的回访表，--industry、--area、--group、--guarantor、--branch 为突发事件涉及的客户生成；有“回访模板”工作表时按它的格式，--built-in 改用内置格式；--guarantor-record 为保证人本身生成检查表，--form 换一种问法",
  suffix: "-回访表",
  values: [
    "--customer",
    "--due",
    "--type",
    "--industry",
    "--area",
    "--group",
    "--guarantor",
    "--branch",
    "--guarantor-record",
    "--form",
  ],
  flags: ["--no-hints", "--built-in"],
  parse,
};
