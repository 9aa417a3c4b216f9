import { assess } from "../../app/assess";
import { ok } from "../../domain/result";
import { checkJson, summary } from "../report";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, options, stopwatch }: Running): Promise<Outcome> {
  const assessed = await assess(workbook, options, stopwatch.watch);
  if (!assessed.ok) return refusedBy(assessed.because);
  const { ledgers, rejected } = assessed.value;
  return ok({ json: checkJson(ledgers, rejected), text: summary(assessed.value), save: false });
}

export const check: Verb = {
  name: "check",
  usage: "[--sheet 工作表] [--as-of 2026-11-23] [--json 文件|-]",
  says: "只看不写",
  suffix: undefined,
  parse: () => ok(perform),
};
