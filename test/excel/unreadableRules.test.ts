import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import {
  fileWith,
  inExcel,
  inMeddledExcel,
  opened,
  refusal,
  smallLedger,
  TODAY,
  unwatched,
} from "../embedded/workbooks";

const options = { today: TODAY, asOf: TODAY };

/** A ledger with three rules of a person's own. */
async function withPersonsRules(): Promise<Uint8Array> {
  const { excel } = inExcel(opened(fileWith(smallLedger)));
  const context = new Excel.RequestContext();
  const range = context.workbook.worksheets.getItem("Sheet1").getRange("G2:G4");
  for (const limit of [30, 60, 90]) {
    const { custom } = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = `=$G2>${String(limit)}`;
    custom.format.font.color = "#FF0000";
  }
  await context.sync();
  return excel.book.save();
}

/** By what Excel knows the second rule. */
async function idOfSecond(file: Uint8Array): Promise<string> {
  inExcel(opened(file));
  const context = new Excel.RequestContext();
  const formats = context.workbook.worksheets.getItem("Sheet1").getRange().conditionalFormats;
  formats.load("items/id");
  await context.sync();
  return formats.items[1]?.id ?? "none";
}

const rulesOf = (file: Uint8Array) => opened(file).sheets[0]?.formatRules ?? [];

describe("[P09][P26] a rule of a person's own whose properties Excel cannot tell", () => {
  it("stays as it is, and keeps nobody from annotating, annotating again and clearing", async () => {
    const plain = await withPersonsRules();
    const id = await idOfSecond(plain);
    const { excel, workbook } = inMeddledExcel(opened(plain), (_request, text) =>
      text.includes(id) ? refusal("GeneralException") : undefined,
    );
    expect(await annotate(workbook, options, unwatched)).toMatchObject({ ok: true });
    const annotated = rulesOf(excel.book.save());
    expect(annotated.length).toBeGreaterThan(10);
    expect(await annotate(workbook, options, unwatched)).toMatchObject({
      ok: true,
      value: { applied: { changes: 0 } },
    });
    expect(await clear(workbook, { typed: false, settings: false }, unwatched)).toMatchObject({ ok: true });
    expect(rulesOf(excel.book.save())).toEqual(rulesOf(plain));
  });
});
