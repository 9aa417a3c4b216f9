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
  usage: "",
  says: "只看不写",
  suffix: undefined,
  judges: true,
  parse: () => ok(perform),
};
