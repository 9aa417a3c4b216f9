import { fileWith, inExcel, inMeddledExcel, opened, refusal, unwatched } from "../embedded/workbooks";

const ROWS = 4_000;
const long = (row: number) => `${String(row)}${"长".repeat(600)}`;
const file = fileWith(Array.from({ length: ROWS }, (_, row) => [long(row)]));
const wanted = { sheet: "Sheet1", firstRow: 0, lastRow: ROWS - 1, columns: [0], formatsOf: [] };

describe("[P20] cells that hold more than one answer of Excel may carry", () => {
  it("are read in halves, none twice and none left out", async () => {
    const { excel, workbook } = inExcel(opened(file));
    const read = await workbook.readColumns(wanted, unwatched);
    const cells = read.ok ? read.value.values.get(0) : undefined;
    expect(cells?.map((cell, row) => cell === long(row))).toEqual(new Array(ROWS).fill(true));
    expect(excel.counters.requests).toBeGreaterThan(1);
  });

  it("are read in halves too where Excel answers null in their place", async () => {
    const { workbook } = inMeddledExcel(opened(file), (request, text, answer) =>
      request === 0 ? answer(text).replace(/"Values":\[\[.*?\]\]/, '"Values":null') : undefined,
    );
    const read = await workbook.readColumns({ ...wanted, lastRow: 999 }, unwatched);
    const cells = read.ok ? read.value.values.get(0) : undefined;
    expect(cells?.map((cell, row) => cell === long(row))).toEqual(new Array(1000).fill(true));
  });

  it("are named as too large where even one row is", async () => {
    const { workbook } = inMeddledExcel(opened(file), () => refusal("ResponsePayloadSizeLimitExceeded"));
    expect(await workbook.readColumns(wanted, unwatched)).toEqual({ ok: false, because: { kind: "tooLarge" } });
  });
});
