import type { Failure } from "../app/failure";
import type { Watch } from "../app/workbook";
import { mirror, type Change, type SheetDraft } from "../domain/change/change";
import type { Result } from "../domain/result";
import { applyChange } from "./applyChange";
import { Batch } from "./batch";
import { inExcel } from "./officeFailure";
import { readOwnRules } from "./readOwn";
import { addNames } from "./writeSheet";

/** For what must not be stopped half way. */
export const unstoppable: Watch = { progress: () => undefined, signal: new AbortController().signal };

/** Those of some sheets that are there. */
export function standingSheets(names: readonly string[]): Promise<Result<readonly string[], Failure>> {
  return inExcel("", async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    for (const sheet of sheets) sheet.load("name");
    await context.sync();
    return names.filter((_, index) => sheets[index]?.isNullObject === false);
  });
}

/** The sheet that a change is about; "" where it is about none. */
export function sheetOf(change: Change | undefined): string {
  if (change === undefined || change.kind === "state") return "";
  return change.kind === "sheet" ? ((change.after ?? change.before)?.name ?? "") : change.sheet;
}

/** What a person would call the place of a change. */
function placeOf(change: Change): string {
  if (change.kind === "column") return `${change.sheet}!${(change.after ?? change.before)?.heading ?? ""}`;
  if (change.kind === "state") return "工作簿里的运行记录";
  return sheetOf(change);
}

/** Whether a rule or sheet that was to go is still there, because its request never ran: putting it back would make it twice. */
async function isStillThere(context: Excel.RequestContext, change: Change): Promise<boolean> {
  if (change.kind === "sheet") return change.before !== undefined && holdsSheet(context, change.before);
  if (change.kind !== "rule" || change.after !== undefined) return false;
  const standing = await readOwnRules(context, change.sheet);
  return standing.some(({ rule }) => rule.formula === change.before?.formula);
}

/** Whether a sheet stands; its names, which go before it, come back then. */
async function holdsSheet(context: Excel.RequestContext, { name, names }: SheetDraft): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("name");
  const known = names.map((one) => ({ ...one, item: context.workbook.names.getItemOrNullObject(one.name) }));
  for (const { item } of known) item.load("name");
  await context.sync();
  if (sheet.isNullObject) return false;
  addNames(
    context,
    sheet,
    known.filter(({ item }) => item.isNullObject),
  );
  await context.sync();
  return true;
}
/** The change that takes one back which may never have run: a part that was to go may still be there. */
function backwards(change: Change): Change {
  const back = mirror(change);
  return back.kind === "state" ? { ...back, before: back.before ?? "" } : back;
}

/** Takes back changes one by one, last first; a change that cannot be taken back does not keep the others from it. */
export async function rollBack(attempted: readonly Change[], watch: Watch): Promise<readonly string[]> {
  const left: string[] = [];
  let done = 0;
  for (const change of [...attempted].reverse()) {
    watch.progress("rollBack", ++done, attempted.length);
    const undone = await inExcel(sheetOf(change), async (context) => {
      if (await isStillThere(context, change)) return;
      const batch = new Batch(context, unstoppable, 0);
      await applyChange(batch, backwards(change));
      await batch.send();
    });
    if (!undone.ok) left.push(placeOf(change));
  }
  return left;
}
