import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import { saveSettings } from "../../src/app/saveSettings";
import { areaText } from "../../src/embedded/xlsx/areas";
import { fileWith, inExcel, opened, partsOf, smallLedger, TODAY, unwatched } from "../embedded/workbooks";

const options = { today: TODAY, asOf: TODAY };
/** A ledger in B3:J6 whose first column says nothing that anything is judged by. */
const file = fileWith([
  ["台账"],
  [],
  ...smallLedger.map((row, index) => [undefined, index === 0 ? "序号" : index, ...row]),
]);

/** Where the rules of the worst warning colour the ledger's own cells. */
const coloured = (bytes: Uint8Array): readonly string[] => {
  const rules = opened(bytes).sheets[0]?.formatRules ?? [];
  const named = rules.filter(({ formulas }) => formulas.some((formula) => formula.includes("贷后助手:客户")));
  return [...new Set(named.flatMap(({ ranges }) => ranges.map(areaText)))];
};
const sheetXml = (bytes: Uint8Array) => partsOf(bytes).get("xl/worksheets/sheet1.xml");

describe("整行着色", () => {
  it("colours the ledger's own columns from the first to the last, then the name alone again, and is cleared whole", async () => {
    const { excel, workbook } = inExcel(opened(file));
    await annotate(workbook, options, unwatched);
    const plain = excel.book.save();
    expect(coloured(plain)).toEqual(["C4:C6"]);

    expect(await saveSettings(workbook, { values: new Map([["整行着色", "是"]]) }, unwatched)).toMatchObject({
      ok: true,
    });
    await annotate(workbook, options, unwatched);
    const whole = excel.book.save();
    expect(coloured(whole)).toEqual(["B4:J6"]);

    expect(await saveSettings(workbook, { values: new Map([["整行着色", "否"]]) }, unwatched)).toMatchObject({
      ok: true,
    });
    await annotate(workbook, options, unwatched);
    expect(coloured(excel.book.save())).toEqual(["C4:C6"]);

    const cleared = inExcel(opened(whole));
    await clear(cleared.workbook, { typed: true, settings: false }, unwatched);
    expect(sheetXml(cleared.excel.book.save())).toBe(sheetXml(file));
  });
});
