import { draftAnnotation } from "../../app/annotate";
import { preview as previewOf, type PreviewLine } from "../../domain/change/preview";
import { ok } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

const SHOWN_LINES = 50;
const kindName = { added: "新增", changed: "修改", removed: "清除" } as const;

function line({ sheet, address, kind, before, after }: PreviewLine): string {
  return `  ${kindName[kind]} ${sheet}!${address}：${before === "" ? "空" : before} → ${after === "" ? "空" : after}\n`;
}

async function perform({ workbook, options, stopwatch }: Running): Promise<Outcome> {
  const draft = await draftAnnotation(workbook, options, stopwatch.watch);
  if (!draft.ok) return refusedBy(draft.because);
  const { added, changed, removed, lines } = previewOf(
    draft.value.changes,
    draft.value.assessment.ledgers.map(({ ledger }) => ledger),
  );
  const more = lines.length - SHOWN_LINES;
  const text = [
    `标注会新增 ${String(added)} 处、修改 ${String(changed)} 处、清除 ${String(removed)} 处。\n`,
    ...lines.slice(0, SHOWN_LINES).map(line),
    ...(more > 0 ? [`  还有 ${String(more)} 处，用 --json 查看全部。\n`] : []),
  ].join("");
  return ok({ json: { added, changed, removed, lines }, text, save: false });
}

export const preview: Verb = {
  name: "preview",
  usage: "",
  says: "逐格列出标注会新增、修改、清除什么，不写",
  suffix: undefined,
  judges: true,
  parse: () => ok(perform),
};
