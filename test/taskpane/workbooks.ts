import type { Failure } from "../../src/app/failure";
import type { Workbook } from "../../src/app/workbook";
import { noTraces } from "../../src/domain/change/traces";
import { ok, refused } from "../../src/domain/result";

/** A workbook without any sheet that remembers where it was asked to go; what is not said is as dull as can be. */
export function emptyWorkbook(more: Partial<Workbook> = {}): Workbook & { readonly visited: string[] } {
  const visited: string[] = [];
  return {
    visited,
    survey: () => Promise.resolve(ok({ dateSystem: 1900, isStructureProtected: false, sheets: [] })),
    readColumns: () => Promise.resolve(ok({ firstRow: 0, rows: 0, values: new Map(), formats: new Map() })),
    readOwn: () => Promise.resolve(ok(noTraces)),
    readHints: () => Promise.resolve(ok(new Map())),
    readTemplate: () => Promise.resolve(ok(undefined)),
    readSheet: () => Promise.resolve(ok(undefined)),
    readState: () => Promise.resolve(ok(undefined)),
    apply: () => Promise.resolve(ok({ changes: 0, cells: 0 })),
    goTo: (sheet, row, column) => {
      visited.push(`${sheet} ${String(row)} ${String(column)}`);
      return Promise.resolve(ok(undefined));
    },
    selection: () => Promise.resolve(ok({ sheet: "贷款台账", row: 0, rows: 1 })),
    ...more,
  };
}

/** A workbook that refuses to be looked at. */
export const refusingWorkbook = (because: Failure): Workbook =>
  emptyWorkbook({ survey: () => Promise.resolve(refused(because)) });
