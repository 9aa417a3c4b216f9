import { opened } from "../embedded/workbooks";

const AREA = { row: 0, column: 0, rows: 120, columns: 40 };

/** What a person and Excel find in a file: contents, formats, rules, validations, merges, widths, names, tables, and what is kept beside the sheets; not how the file is put together. */
export function seen(file: Uint8Array) {
  const book = opened(file);
  const known = new Map<number, string>();
  const formatText = (style: number): string => {
    const text = known.get(style) ?? JSON.stringify(book.format(style));
    known.set(style, text);
    return text;
  };
  const sheets = book.sheets.map((sheet) => {
    const formats = sheet.styles(AREA).map((line) => line.map(formatText).join("\n"));
    const rules = sheet.formatRules.map((rule) => JSON.stringify({ ...rule, id: "", priority: 0 }));
    return [
      sheet.name,
      {
        contents: sheet.formulas(AREA),
        formats,
        rules: rules.sort(),
        validations: sheet.validations.map((one) => JSON.stringify(one)).sort(),
        merges: sheet.merges.map((one) => JSON.stringify(one)).sort(),
        widths: Array.from({ length: AREA.columns }, (_, column) => sheet.columnWidth(column)),
        filter: sheet.filter?.extent,
        tables: sheet.tables.map(({ name, extent }) => ({ name, extent })),
        page: sheet.page,
      },
    ] as const;
  });
  const beside = book.customXml.map(({ xml }) => xml).sort();
  return { sheets: new Map(sheets), names: [...book.names].map((one) => JSON.stringify(one)).sort(), beside };
}
