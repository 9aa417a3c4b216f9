import type { Change } from "../../../src/domain/change/change";
import { preview, previewGroups } from "../../../src/domain/change/preview";
import { sameChanges } from "../../../src/domain/change/sameChanges";
import { finished } from "../../../src/domain/steps";
import { allChanges, narrowed, rowsOf } from "../../../src/taskpane/preview/previewRows";

const column: Change = {
  ...{ kind: "column", sheet: "台账", column: 8, headingRow: 0, firstRow: 1 },
  after: { heading: "贷后_上次联系日", hint: "", cells: [46_327, "", 46_330], numberFormat: "yyyy-mm-dd", width: 12 },
};
const cells: Change = {
  ...{ kind: "cells", sheet: "台账", column: 2, firstRow: 4 },
  ...{ before: ["甲", "", "丙", "丁"], after: ["乙", "新", "丙", ""] },
};
const sheet: Change = {
  kind: "sheet",
  after: {
    name: "贷后设置",
    cells: [],
    looks: [],
    widths: [],
    choices: [],
    names: [],
    landscape: false,
    frozenRows: 0,
  },
};

test("lists every cell that differs, days as days, and counts by kind", () => {
  expect(preview([sheet, column, cells], [])).toEqual({
    ...{ added: 5, changed: 1, removed: 1 },
    lines: [
      { sheet: "贷后设置", address: "整张工作表", kind: "added", before: "", after: "贷后设置" },
      { sheet: "台账", address: "I1", kind: "added", before: "", after: "贷后_上次联系日" },
      { sheet: "台账", address: "I2", kind: "added", before: "", after: "2026-11-01" },
      { sheet: "台账", address: "I4", kind: "added", before: "", after: "2026-11-04" },
      { sheet: "台账", address: "C6", kind: "added", before: "", after: "新" },
      { sheet: "台账", address: "C5", kind: "changed", before: "甲", after: "乙" },
      { sheet: "台账", address: "C8", kind: "removed", before: "丁", after: "" },
    ],
  });
});

test("groups are narrowed by sheet, column and kind, and read as one list", () => {
  const groups = previewGroups([sheet, column, cells], []);
  const lines = (filter: Partial<typeof allChanges>) => {
    const rows = rowsOf(narrowed(groups, { ...allChanges, ...filter }));
    return Array.from({ length: rows.size }, (_, index) => {
      const found = rows.at(index);
      return found?.group.line(found.index).address;
    });
  };
  expect(lines({})).toEqual(["整张工作表", "I1", "I2", "I4", "C6", "C5", "C8"]);
  expect(lines({ heading: "贷后_上次联系日" })).toEqual(["I1", "I2", "I4"]);
  expect(lines({ sheet: "台账", kind: "removed" })).toEqual(["C8"]);
  expect(rowsOf(groups).at(7)).toBeUndefined();
});

test("plans are the same only where every cell is", () => {
  const isSame = (one: readonly Change[], other: readonly Change[]) => finished(sameChanges(one, other));
  expect(isSame([column, cells], structuredClone([column, cells]))).toBe(true);
  expect(isSame([column], [{ ...column, column: 9 }])).toBe(false);
  expect(isSame([cells], [{ ...cells, after: ["乙", "新", "丙", "丁"] }])).toBe(false);
  expect(isSame([column, cells], [column])).toBe(false);
});

test("long plans are compared in steps", () => {
  const after = Array.from({ length: 10_000 }, (_, row) => row);
  const long = { ...cells, after };
  expect([...sameChanges([long], [structuredClone(long)])].length).toBeGreaterThan(10);
});
