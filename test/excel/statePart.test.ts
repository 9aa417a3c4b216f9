import { STATE_PREFIX } from "../../src/domain/change/statePart";
import { undo, type Change } from "../../src/domain/change/change";
import { fileWith, inExcel, opened, partsOf, smallLedger, unwatched } from "../embedded/workbooks";

const small = fileWith(smallLedger);
const kept = (before: string | undefined, after: string | undefined): Change => ({
  ...{ kind: "state", part: "operations" },
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

describe("what is kept beside the sheets", () => {
  it.each(["", '{"客户":"云岭 & <样品>"}', "一\r\n二\n三", "]]>"])("%j is read back after saving", async (text) => {
    const { excel, workbook } = inExcel(opened(small));
    expect(await workbook.readState("operations")).toEqual({ ok: true, value: undefined });
    expect((await workbook.apply([kept(undefined, text)], unwatched)).ok).toBe(true);
    const again = inExcel(opened(excel.book.save()));
    expect(await again.workbook.readState("operations")).toEqual({ ok: true, value: text });
    expect(await again.workbook.readState("mapping")).toEqual({ ok: true, value: undefined });
  });

  it("is taken back by the mirror image of its change, to the very bytes", async () => {
    const { excel, workbook } = inExcel(opened(small));
    const changes = [kept(undefined, "一"), kept("一", "二")];
    await workbook.apply(changes, unwatched);
    expect(await workbook.readState("operations")).toEqual({ ok: true, value: "二" });
    await workbook.apply(undo(changes), unwatched);
    expect(partsOf(excel.book.save())).toEqual(partsOf(small));
  });

  it("is one part again after somebody copied it, and none where it was broken", async () => {
    const book = opened(small);
    const xml = (text: string) => `<state xmlns="${STATE_PREFIX}operations">${text}</state>`;
    for (const text of ["甲", "乙"]) book.addCustomXml(xml(text));
    const { excel, workbook } = inExcel(book);
    await workbook.apply([kept("甲", "丙")], unwatched);
    expect(excel.book.customXml.map((part) => part.xml)).toEqual([xml("丙")]);
    excel.book.setCustomXml(excel.book.customXml[0]?.id ?? "", xml("<别的/>"));
    expect(await workbook.readState("operations")).toEqual({ ok: true, value: undefined });
  });

  it("goes back to what it was where a later step is refused", async () => {
    const { excel, workbook } = inExcel(opened(small));
    const wrong: Change = { kind: "cells", sheet: "没有", column: 0, firstRow: 0, before: [""], after: ["x"] };
    const applied = await workbook.apply([kept(undefined, "一"), wrong], unwatched);
    expect(applied.ok).toBe(false);
    expect(partsOf(excel.book.save())).toEqual(partsOf(small));
  });
});
