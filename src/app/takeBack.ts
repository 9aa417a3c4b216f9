import type { SheetDraft } from "../domain/change/change";
import { isFormula } from "../domain/change/content";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { SheetSeen, Watch, Workbook } from "./workbook";

/** What came of taking back sheets that a run made. */
export interface TookBack {
  readonly sheets: number;
  /** Sheets in which a person wrote since; they stay. */
  readonly kept: readonly string[];
}

/** Whether a sheet holds what was written, in every cell. What Excel makes of a formula is not looked at. */
export function isUntouched({ contents }: SheetSeen, { cells }: SheetDraft): boolean {
  const rows = Math.max(contents.length, cells.length);
  return Array.from({ length: rows }).every((_, row) => {
    const [found = [], written = []] = [contents[row], cells[row]];
    const columns = Math.max(found.length, written.length);
    return Array.from({ length: columns }).every((_cell, column) => {
      const [is = "", was = ""] = [found[column], written[column]];
      return isFormula(was) ? isFormula(is) : is === was;
    });
  });
}

/** Whether a sheet holds nothing but what was to be written, as far as that came. */
export function holdsOnly({ contents }: SheetSeen, { cells }: SheetDraft): boolean {
  return contents.every((found, row) =>
    found.every((is, column) => {
      const was = cells[row]?.[column] ?? "";
      return is === "" || (isFormula(was) ? isFormula(is) : is === was);
    }),
  );
}

/** Takes out the sheets that a run made and nobody wrote in since, all or none of them. */
export async function takeBack(
  workbook: Workbook,
  drafts: readonly SheetDraft[],
  watch: Watch,
): Promise<Result<TookBack, Failure>> {
  const untouched: SheetDraft[] = [];
  const kept: string[] = [];
  for (const [index, draft] of drafts.entries()) {
    watch.progress("read", index, drafts.length);
    const seen = await workbook.readSheet(draft.name, []);
    if (!seen.ok) return seen;
    if (seen.value === undefined) continue;
    if (isUntouched(seen.value, draft)) untouched.push(draft);
    else kept.push(draft.name);
  }
  const changes = untouched.map((before) => ({ kind: "sheet", before }) as const);
  const applied = changes.length === 0 ? ok(undefined) : await workbook.apply(changes, watch);
  return applied.ok ? ok({ sheets: untouched.length, kept }) : applied;
}
