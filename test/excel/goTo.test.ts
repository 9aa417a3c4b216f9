import { failureSentence } from "../../src/app/words";
import { fileWith, inExcel, opened, withPart } from "../embedded/workbooks";

/** A workbook whose second sheet is so visible. */
const fileOf = (visibility: string) => {
  const book = opened(fileWith([["别的"]]));
  book.addSheet("旧台账").setValue(4, 1, "溪口样品加工厂");
  return withPart(book.save(), "xl/workbook.xml", (part) =>
    part.replace('name="旧台账"', `name="旧台账" state="${visibility}"`),
  );
};

describe("going to a cell", () => {
  it.each(["hidden", "veryHidden"])("of a sheet that is %s says so, and what to do", async (visibility) => {
    const { workbook } = inExcel(opened(fileOf(visibility)));
    const gone = await workbook.goTo("旧台账", 4, 1);
    expect(gone.ok ? "" : failureSentence(gone.because)).toMatch(/^工作表“旧台账”是隐藏的.*取消隐藏/);
  });

  it("takes one request, and leads there", async () => {
    const { workbook, excel } = inExcel(opened(fileOf("visible")));
    const before = excel.counters.requests;
    expect(await workbook.goTo("旧台账", 4, 1)).toMatchObject({ ok: true });
    expect(excel.counters.requests - before).toBe(1);
    expect(await workbook.selection()).toMatchObject({ ok: true, value: { sheet: "旧台账", row: 4 } });
  });
});
