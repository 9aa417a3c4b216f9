import { blankBook } from "../../../src/embedded/xlsx/blank";
import { opened, partsOf, withPart } from "../workbooks";

const SHEET = "xl/worksheets/sheet1.xml";
const STYLES = "xl/styles.xml";

/** Rules as Excel 2016 writes them: of the older list, of the newer one, and a data bar that has a part in both. */
const plainRules = [
  '<conditionalFormatting sqref="A1:A9 C1:C9"><cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/><cfvo type="max"/><color theme="4"/></dataBar>',
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{11111111-AAAA-4000-8000-000000000001}</x14:id></ext></extLst></cfRule>',
  '<cfRule type="cellIs" dxfId="0" priority="2" stopIfTrue="1" operator="greaterThan"><formula>Sheet2!$A$1</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="B1:B9"><cfRule type="timePeriod" dxfId="0" priority="5" timePeriod="last7Days"><formula>AND(TODAY()-FLOOR(B1,1)&lt;=6,FLOOR(B1,1)&lt;=TODAY())</formula></cfRule></conditionalFormatting>',
].join("");
const newerRules = [
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>',
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{11111111-AAAA-4000-8000-000000000001}">',
  '<x14:dataBar minLength="0" maxLength="100" border="1" negativeBarBorderColorSameAsPositive="0"><x14:cfvo type="autoMin"/><x14:cfvo type="num"><xm:f>$D$1</xm:f></x14:cfvo><x14:borderColor rgb="FF63C384"/><x14:negativeFillColor rgb="FFFF0000"/><x14:negativeBorderColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>A1:A9 C1:C9</xm:sqref></x14:conditionalFormatting>',
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="iconSet" priority="1" id="{22222222-AAAA-4000-8000-000000000002}"><x14:iconSet iconSet="3Stars" showValue="0" custom="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num" gte="0"><xm:f>5</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo><x14:cfIcon iconSet="NoIcons" iconId="0"/><x14:cfIcon iconSet="3Flags" iconId="1"/><x14:cfIcon iconSet="3Stars" iconId="2"/></x14:iconSet></x14:cfRule><xm:sqref>D1:D9</xm:sqref></x14:conditionalFormatting>',
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="4" id="{33333333-AAAA-4000-8000-000000000003}"><xm:f>Sheet2!A1&gt;3</xm:f><x14:dxf><font><b/><sz val="20"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>E1:E9</xm:sqref></x14:conditionalFormatting>',
  '</x14:conditionalFormattings></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/></ext></extLst>',
].join("");
const dxf =
  '<dxf><font><b/><i val="0"/><sz val="9"/><color theme="5" tint="-0.5"/></font><alignment horizontal="center"/></dxf>';

function excelFile(): Uint8Array {
  const withRules = withPart(blankBook().save(), SHEET, (part) => {
    const [head = "", tail = ""] = part.split("<sheetData/>");
    return `${head}<sheetData></sheetData>${plainRules}${tail.replace("</worksheet>", "")}${newerRules}</worksheet>`;
  });
  return withPart(withRules, STYLES, (part) =>
    part.replace(/<dxfs[^>]*?(\/>|>.*?<\/dxfs>)/, `<dxfs count="1">${dxf}</dxfs>`),
  );
}

const first = (file: Uint8Array) => {
  const book = opened(file);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return { book, sheet };
};

describe("conditional formats that Excel wrote", () => {
  it("are all listed, those of the newer list among them", () => {
    const { sheet } = first(excelFile());
    const found = sheet.formatRules.map(({ type, priority, ranges, formulas }) => [
      priority,
      type,
      ranges.length,
      ...formulas,
    ]);
    expect(found).toEqual([
      [1, "iconSet", 1],
      [2, "cellIs", 2, "Sheet2!$A$1"],
      [3, "dataBar", 2],
      [4, "expression", 1, "Sheet2!A1>3"],
      [5, "timePeriod", 1, "AND(TODAY()-FLOOR(B1,1)<=6,FLOOR(B1,1)<=TODAY())"],
    ]);
  });

  it("are read from both lists where they stand in both", () => {
    const [, , bar] = first(excelFile()).sheet.formatRules;
    expect(bar?.bar).toMatchObject({
      lower: { type: "autoMin" },
      upper: { type: "num", value: "$D$1" },
      border: "#63C384",
      negativeColor: "#FF0000",
      axis: "automatic",
    });
  });

  it("stay byte for byte when another one comes and goes", () => {
    const { book, sheet } = first(excelFile());
    const before = partsOf(book.save()).get(SHEET);
    const [, cellIs] = sheet.formatRules;
    if (cellIs === undefined) throw new Error("no rule");
    const { id } = sheet.addFormatRule({ ...cellIs, type: "expression" });
    expect(partsOf(book.save()).get(SHEET)).not.toBe(before);
    sheet.deleteFormatRule(id);
    expect(partsOf(book.save()).get(SHEET)).toBe(before);
  });

  it("keep all of their look that a change does not name", () => {
    const { book, sheet } = first(excelFile());
    const [, cellIs, , newer] = sheet.formatRules;
    sheet.updateFormatRule(cellIs?.id ?? "", { fill: "#FFFF00" });
    sheet.updateFormatRule(newer?.id ?? "", { bold: false });
    const parts = partsOf(book.save());
    expect(parts.get(STYLES)).toContain(
      '<dxf><font><b/><i val="0"/><sz val="9"/><color theme="5" tint="-0.5"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor rgb="FFFFFF00"/></patternFill></fill><alignment horizontal="center"/></dxf>',
    );
    expect(parts.get(SHEET)).toContain(
      '<font><b val="0"/><sz val="20"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>',
    );
  });

  it("lose their part in the newer list when they go, and nothing else", () => {
    const { book, sheet } = first(excelFile());
    for (const { id } of sheet.formatRules) sheet.deleteFormatRule(id);
    const part = partsOf(book.save()).get(SHEET) ?? "";
    expect(part).not.toMatch(/conditionalFormatting|cfRule/);
    expect(part).toContain("x14:sparklineGroups");
  });

  it("keep their ids apart where two have the same precedence", () => {
    const doubled = withPart(excelFile(), SHEET, (part) => part.replace('priority="5"', 'priority="3"'));
    const { sheet } = first(doubled);
    const ids = sheet.formatRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    const period = sheet.formatRules.find(({ type }) => type === "timePeriod")?.id ?? "";
    sheet.moveFormatRule(period, 0);
    expect(sheet.formatRules[0]).toMatchObject({ id: period, type: "timePeriod", priority: 1 });
    expect(sheet.formatRules.map(({ priority }) => priority)).toEqual([1, 2, 3, 4, 5]);
    sheet.deleteFormatRule(period);
    expect(sheet.formatRules.map(({ id }) => id)).toEqual(ids.filter((id) => id !== period));
  });
});
