/** The titles of the hints that cells of one row show when they are selected, by 0-based column; of cells without a hint there is none. */
export async function readHints(
  context: Excel.RequestContext,
  sheet: string,
  { row, columns }: { readonly row: number; readonly columns: number },
): Promise<ReadonlyMap<number, string>> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const cells = Array.from({ length: columns }, (_, column) => {
    const { dataValidation } = worksheet.getRangeByIndexes(row, column, 1, 1);
    dataValidation.load("prompt");
    return { column, dataValidation };
  });
  await context.sync();
  const titled = cells.map(({ column, dataValidation }): [number, string] => [column, dataValidation.prompt.title]);
  return new Map(titled.filter(([, title]) => title !== ""));
}
