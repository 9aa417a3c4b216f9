import type { ColumnsSeen } from "../../../src/app/mapping";
import { columnOf, confirmed, doubt, fieldsIn, withChoice } from "../../../src/taskpane/columns/choices";
import { layoutOf } from "../../domain/ledger/sheets";

const layout = layoutOf([
  ["客户名称", "贷款余额", "授信额度", "到期日期", "五级分类"],
  ["云岭样品商行", 500_000, 800_000, "2027-03-02", "正常"],
]);
const seen: ColumnsSeen = { layout, columns: [] };

test("the fields that were found come by column, before those that a ledger should say and all others", () => {
  const { main, others } = fieldsIn(seen);
  expect(main.slice(0, 3)).toEqual(["customerName", "balance", "creditLimit"]);
  expect(main).toContain("lastVisit");
  expect(others).not.toContain("balance");
});

test("a column is of one field alone: the field that had it has none", () => {
  const choices = withChoice(seen, new Map(), { field: "balance", column: 2 });
  expect(columnOf(seen, choices, "balance")).toBe(2);
  expect(columnOf(seen, choices, "creditLimit")).toBeUndefined();
  expect(confirmed(seen, choices)).toEqual(
    new Map([
      ["customerName", 0],
      ["balance", 2],
      ["creditLimit", undefined],
      ["maturityDate", 3],
      ["fiveClass", 4],
    ]),
  );
});

test("what changed since it was confirmed is worth a look", () => {
  const changed = { ...seen, layout: { ...layout, changedSince: ["授信额度"] } };
  expect(doubt(changed, "creditLimit")).toBe("上次确认后新出现的列，请核对");
  expect(doubt(changed, "customerName")).toBe("");
});
