import { declareEvent } from "../../app/event";
import { makeRecords } from "../../app/visit";
import { formatDay } from "../../domain/loan/day";
import { scopeFields, type Scope } from "../../domain/record/scope";
import { vocabulary } from "../../domain/record/vocabulary";
import { ok, refused } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

interface Asked {
  readonly type: string;
  readonly scope: Scope;
  readonly note: string;
  readonly withRecords: boolean;
  readonly withoutUndo: boolean;
}

async function perform({ workbook, options, stopwatch }: Running, asked: Asked): Promise<Outcome> {
  const declared = await declareEvent(workbook, { ...options, ...asked }, stopwatch.watch);
  if (!declared.ok) return refusedBy(declared.because);
  const { number, customers, due } = declared.value.event;
  const text = `${number} 已登入“突发事件登记簿”，涉及 ${String(customers)} 户，应于 ${formatDay(due)} 前回访。\n`;
  const json = { number, customers, due: formatDay(due) };
  if (!asked.withRecords) return ok({ json: { ...json, records: 0 }, text, save: true });
  const wanted = { ...options, chosen: { scope: asked.scope }, withHints: true };
  const made = await makeRecords(workbook, wanted, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { records } = made.value;
  return ok({
    json: { ...json, records: records.length },
    text: `${text}生成了 ${String(records.length)} 张突发回访表。\n`,
    save: true,
  });
}

export const event: Verb = {
  name: "event",
  usage:
    "--type 事件类型 (--industry 行业 | --area 地区 | --group 所属集团 | --guarantor 保证人 | --branch 机构 | --circle 担保圈中一户 | --customers 客户、客户) [-o 结果.xlsx | --in-place] [--note 说明] [--no-records] [--no-undo]",
  says: "登记突发事件：受影响的客户在台账中变为限期回访，并各生成一张突发回访表",
  suffix: "-突发事件",
  judges: true,
  parse: ({ values, flags }) => {
    const type = vocabulary.event.find((one) => one === values.get("--type"));
    if (type === undefined) return refused(`event 需要 --type，为 ${vocabulary.event.join("、")} 之一。`);
    const scopes = scopeFields.flatMap((field): Scope[] => {
      const word = values.get(`--${field}`)?.trim() ?? "";
      return word === "" ? [] : [{ field, word }];
    });
    const [scope, ...others] = scopes;
    if (scope === undefined || others.length > 0) {
      return refused(`event 需要 ${scopeFields.map((field) => `--${field}`).join("、")} 其中一个。`);
    }
    const [withRecords, withoutUndo] = [!flags.has("--no-records"), flags.has("--no-undo")];
    const asked = { type, scope, note: values.get("--note") ?? "", withRecords, withoutUndo };
    return ok((running) => perform(running, asked));
  },
};
