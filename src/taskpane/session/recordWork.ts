import type { FileOptions } from "../../app/file";
import type { Chosen } from "../../app/visit";
import type { RunOptions } from "../../app/assessment";
import type { Workbook } from "../../app/workbook";
import type { SheetDraft } from "../../domain/change/change";
import type { RecordType } from "../../domain/record/variant";
import { ok } from "../../domain/result";
import type { Work } from "./jobs";
import type { Event } from "./state";

/** What work on visit records needs; its code is loaded when it is first asked for. */
export interface Around {
  readonly workbook: Workbook;
  readonly options: RunOptions;
  readonly tell: (event: Event) => void;
  /** The time of day as "11:32". */
  readonly clock: () => string;
}

/** Makes a record for each customer that is meant. */
export const recordMaking =
  ({ workbook, options, tell }: Around, chosen: Chosen, type: RecordType | undefined): Work =>
  async (watch) => {
    const { makeRecords } = await import("../../app/visit");
    const made = await makeRecords(workbook, { ...options, chosen, withHints: true, ...(type && { type }) }, watch);
    if (!made.ok) return made.because;
    const { drafts, left } = made.value;
    tell({ kind: "happened", last: { is: "recorded", drafts, left } });
    return undefined;
  };

/** Takes out records that were just made, but for those in which somebody wrote. */
export const recordRemoval =
  ({ workbook, tell }: Around, drafts: readonly SheetDraft[]): Work =>
  async (watch) => {
    const { takeBack } = await import("../../app/takeBack");
    const gone = await takeBack(workbook, drafts, watch);
    if (!gone.ok) return gone.because;
    tell({ kind: "happened", last: { is: "tookBack", ...gone.value } });
    return undefined;
  };

/** Which record is filed, the one that is shown where no sheet is named, and on which terms. */
export interface FilingAsked extends Pick<FileOptions, "reason" | "accept" | "upTo" | "answers"> {
  readonly sheet: string | undefined;
}

/** Files a record. */
export const recordFiling =
  ({ workbook, options, tell }: Around, { sheet, ...terms }: FilingAsked): Work =>
  async (watch) => {
    const { fileRecord } = await import("../../app/file");
    const shown = sheet === undefined ? await workbook.selection() : ok({ sheet });
    if (!shown.ok) return shown.because;
    const filed = await fileRecord(workbook, { ...options, ...terms, record: shown.value.sheet }, watch);
    if (!filed.ok) return filed.because;
    const { proposed: findings } = filed.value;
    tell({
      kind: "happened",
      last: findings.length > 0 ? { is: "proposed", findings } : { is: "filed", filed: filed.value },
    });
    return undefined;
  };

/** Makes the report of all red and orange warnings. */
export const warningReporting =
  ({ workbook, options, tell }: Around): Work =>
  async (watch) => {
    const { reportWarnings } = await import("../../app/warn");
    const made = await reportWarnings(workbook, options, watch);
    if (!made.ok) return made.because;
    const { draft, customers } = made.value;
    tell({ kind: "happened", last: { is: "reported", sheet: draft.name, customers } });
    return undefined;
  };

/** Puts all that is known of one customer, by its key, on a sheet. */
export const cardMaking =
  ({ workbook, options, tell }: Around, customer: string): Work =>
  async (watch) => {
    const { makeCard } = await import("../../app/customerCard");
    const made = await makeCard(workbook, { ...options, customer }, watch);
    if (!made.ok) return made.because;
    const { draft, isUpdate } = made.value;
    const last = isUpdate
      ? ({ is: "cardUpdated", sheet: draft.name } as const)
      : ({ is: "carded", drafts: [draft] } as const);
    tell({ kind: "happened", last });
    return undefined;
  };
