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
  if (change.kind === "column") return `${change.sheet}的标注列`;
  if (change.kind === "rule") return `${change.sheet}的颜色规则`;
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

/** Whether a column or a rule that cannot be taken back was never written: Excel refused the request that was to write it. */
async function wasNeverWritten(context: Excel.RequestContext, change: Change): Promise<boolean> {
  if (change.kind === "rule" && change.after !== undefined) {
    const standing = await readOwnRules(context, change.sheet);
    return standing.every(({ rule }) => rule.formula !== change.after?.formula);
  }
  if (change.kind !== "column" || change.after === undefined) return false;
  const sheet = context.workbook.worksheets.getItem(change.sheet);
  const heading = sheet.getRangeByIndexes(change.headingRow, change.column, 1, 1);
  heading.load("values");
  await context.sync();
  return heading.values[0]?.[0] !== change.after.heading;
}

async function takeBack(change: Change, isOnNewSheet: boolean): Promise<boolean> {
  const undone = await inExcel(sheetOf(change), async (context) => {
    if (await isStillThere(context, change)) return;
    const batch = new Batch(context, unstoppable, 0);
    await applyChange(batch, backwards(change));
    await batch.send();
  });
  if (undone.ok) return true;
  if (isOnNewSheet && undone.because.kind === "sheetGone") return true;
  const missing = await inExcel(sheetOf(change), (context) => wasNeverWritten(context, change));
  return missing.ok && missing.value;
}

/** What tells the next start that a run broke off. */
const isJournal = (change: Change) =>
  change.kind === "state" && change.part === "journal" && change.after !== undefined;

/** Takes back changes one by one, last first, and names what is left; a change that cannot be taken back does not keep the others from it. Where anything is left the journal stays, so that the next start takes it back. */
export async function rollBack(attempted: readonly Change[], watch: Watch): Promise<readonly string[]> {
  const left = new Set<string>();
  const made = new Set(attempted.flatMap((change) => (change.kind === "sheet" ? (change.after?.name ?? []) : [])));
  let done = 0;
  for (const change of [...attempted].reverse()) {
    watch.progress("rollBack", ++done, attempted.length);
    if (left.size > 0 && isJournal(change)) continue;
    if (!(await takeBack(change, made.has(sheetOf(change))))) left.add(placeOf(change));
  }
  return [...left];
}
