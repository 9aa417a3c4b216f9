"""What xlsxwriter cannot write: parts and forms that Excel and WPS leave in a workbook, put into its archive by hand."""

import io
import re
import zipfile
from datetime import date, timedelta

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORKBOOK = "xl/workbook.xml"
TYPES = "[Content_Types].xml"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def read(data):
    """The parts of a workbook by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(parts):
    """An archive of parts: the same parts, the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def change(parts, name, old, new):
    """Puts text in the place of other text, once; it has to be there."""
    text = parts[name].decode("utf-8")
    if old not in text:
        raise SystemExit(f"{name} has no {old}")
    parts[name] = text.replace(old, new, 1).encode("utf-8")


def relations_of(part):
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def relate(parts, part, relation_type, target, namespace=OFFICE):
    """Gives a part a relationship, and tells its id."""
    name = relations_of(part)
    if name not in parts:
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts[name] = f'{HEAD}<Relationships xmlns="{package}"></Relationships>'.encode()
    identity = f"rId{parts[name].count(b'<Relationship ') + 1}"
    element = f'<Relationship Id="{identity}" Type="{namespace}/{relation_type}" Target="{target}"/>'
    change(parts, name, "</Relationships>", element + "</Relationships>")
    return identity


def add(parts, name, xml, content_type):
    """A new part of a kind."""
    parts[name] = (HEAD + xml).encode("utf-8")
    change(parts, TYPES, "</Types>", f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>')


def extend(parts, name, extension):
    """Puts an extension into a part's list of extensions."""
    text = parts[name].decode("utf-8")
    root = "workbook" if name == WORKBOOK else "worksheet"
    if "</extLst>" in text:
        change(parts, name, "</extLst>", extension + "</extLst>")
    else:
        change(parts, name, f"</{root}>", f"<extLst>{extension}</extLst></{root}>")


def newer_rules(parts, sheet, other):
    """Icons and a list from another sheet, as Excel has kept them since 2010."""
    rule = (
        f'<ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="{X14}"><x14:conditionalFormattings>'
        f'<x14:conditionalFormatting xmlns:xm="{XM}"><x14:cfRule type="iconSet" priority="40" '
        'id="{5B8B9A4E-0001-4B11-9C1D-2F3E4D5C6B7A}"><x14:iconSet iconSet="3Stars"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo>'
        '<x14:cfvo type="percent"><xm:f>33</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo></x14:iconSet></x14:cfRule>'
        "<xm:sqref>H2:H5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>"
    )
    validation = (
        f'<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{X14}"><x14:dataValidations count="1" xmlns:xm="{XM}">'
        '<x14:dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"><x14:formula1>'
        f"<xm:f>{other}!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>K2:K5</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
    )
    extension = "<ext " + validation.split("<ext ", 1)[1]
    text = parts[sheet].decode("utf-8")
    if "x14:conditionalFormattings>" in text:
        inner = rule.split("<x14:conditionalFormattings>", 1)[1].split("</x14:conditionalFormattings>", 1)[0]
        change(parts, sheet, "</x14:conditionalFormattings>", inner + "</x14:conditionalFormattings>")
    else:
        extend(parts, sheet, rule)
    extend(parts, sheet, extension)


def slicer(parts, sheet, table, column):
    """Buttons that filter a table."""
    add(
        parts,
        "xl/slicerCaches/slicerCache1.xml",
        f'<slicerCacheDefinition xmlns="{X14}" name="切片器_{column}" sourceName="{column}"><extLst>'
        f'<x:ext xmlns:x="{MAIN}" uri="{{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}}">'
        '<x15:tableSlicerCache xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" '
        f'tableId="{table}" column="3"/></x:ext></extLst></slicerCacheDefinition>',
        "application/vnd.ms-excel.slicerCache+xml",
    )
    add(
        parts,
        "xl/slicers/slicer1.xml",
        f'<slicers xmlns="{X14}"><slicer name="{column}" cache="切片器_{column}" caption="{column}" rowHeight="241300"/></slicers>',
        "application/vnd.ms-excel.slicer+xml",
    )
    newer = "http://schemas.microsoft.com/office/2007/relationships"
    cache = relate(parts, WORKBOOK, "slicerCache", "slicerCaches/slicerCache1.xml", newer)
    shown = relate(parts, sheet, "slicer", "../slicers/slicer1.xml", newer)
    extend(
        parts,
        WORKBOOK,
        '<ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">'
        f'<x15:slicerCaches xmlns:x14="{X14}"><x14:slicerCache r:id="{cache}"/></x15:slicerCaches></ext>',
    )
    extend(
        parts,
        sheet,
        '<ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">'
        f'<x14:slicerList xmlns:x14="{X14}"><x14:slicer r:id="{shown}"/></x14:slicerList></ext>',
    )


def pivot(parts, sheet, source, rows):
    """A pivot table that counts customers by class; `rows` are the source's cells with their heading."""
    heading, *body = rows
    kinds = sorted({line[1] for line in body})
    items = "".join(f'<s v="{kind}"/>' for kind in kinds)
    add(
        parts,
        "xl/pivotCache/pivotCacheDefinition1.xml",
        f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="rId1" refreshedBy="样本" refreshedDate="46000" createdVersion="6" '
        f'refreshedVersion="6" minRefreshableVersion="3" recordCount="{len(body)}"><cacheSource type="worksheet">'
        f'<worksheetSource ref="{source[1]}" sheet="{source[0]}"/></cacheSource><cacheFields count="2">'
        f'<cacheField name="{heading[0]}" numFmtId="0"><sharedItems/></cacheField>'
        f'<cacheField name="{heading[1]}" numFmtId="0"><sharedItems count="{len(kinds)}">{items}</sharedItems></cacheField>'
        "</cacheFields></pivotCacheDefinition>",
        SPREADSHEET + "pivotCacheDefinition+xml",
    )
    records = "".join(f'<r><s v="{line[0]}"/><x v="{kinds.index(line[1])}"/></r>' for line in body)
    add(
        parts,
        "xl/pivotCache/pivotCacheRecords1.xml",
        f'<pivotCacheRecords xmlns="{MAIN}" count="{len(body)}">{records}</pivotCacheRecords>',
        SPREADSHEET + "pivotCacheRecords+xml",
    )
    chosen = "".join(f'<item x="{index}"/>' for index in range(len(kinds)))
    lines = "".join(f'<i><x v="{index}"/></i>' for index in range(len(kinds)))
    add(
        parts,
        "xl/pivotTables/pivotTable1.xml",
        f'<pivotTableDefinition xmlns="{MAIN}" name="数据透视表1" cacheId="7" dataCaption="值" updatedVersion="6" minRefreshableVersion="3" '
        f'createdVersion="6"><location ref="A3:B{4 + len(kinds)}" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>'
        f'<pivotFields count="2"><pivotField dataField="1" showAll="0"/><pivotField axis="axisRow" showAll="0">'
        f'<items count="{len(kinds) + 1}">{chosen}<item t="default"/></items></pivotField></pivotFields>'
        f'<rowFields count="1"><field x="1"/></rowFields><rowItems count="{len(kinds) + 1}">{lines}<i t="grand"><x/></i></rowItems>'
        '<colItems count="1"><i/></colItems><dataFields count="1"><dataField name="户数" fld="0" subtotal="count" baseField="0" baseItem="0"/>'
        "</dataFields></pivotTableDefinition>",
        SPREADSHEET + "pivotTable+xml",
    )
    relate(parts, "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheRecords", "pivotCacheRecords1.xml")
    relate(parts, "xl/pivotTables/pivotTable1.xml", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")
    relate(parts, sheet, "pivotTable", "../pivotTables/pivotTable1.xml")
    cache = relate(parts, WORKBOOK, "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
    change(parts, WORKBOOK, "</workbook>", f'<pivotCaches><pivotCache cacheId="7" r:id="{cache}"/></pivotCaches></workbook>')


def threads(parts, sheet, cell):
    """A comment with an answer, and who wrote them."""
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    person = "{AAAAAAAA-0001-0000-0000-000000000001}"
    first = "{BBBBBBBB-0001-0000-0000-000000000001}"
    add(
        parts,
        "xl/threadedComments/threadedComment1.xml",
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="{cell}" dT="2026-01-02T03:04:05.00" personId="{person}" id="{first}">'
        f'<text>请核对余额</text></threadedComment><threadedComment ref="{cell}" dT="2026-01-03T03:04:05.00" personId="{person}" '
        f'id="{{BBBBBBBB-0001-0000-0000-000000000002}}" parentId="{first}"><text>已核对 &amp; 无误</text></threadedComment></ThreadedComments>',
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    add(
        parts,
        "xl/persons/person.xml",
        f'<personList xmlns="{space}"><person displayName="样本经理" id="{person}" userId="S::sample" providerId="AD"/></personList>',
        "application/vnd.ms-excel.person+xml",
    )
    newer = "http://schemas.microsoft.com/office/2017/10/relationships"
    relate(parts, sheet, "threadedComment", "../threadedComments/threadedComment1.xml", newer)
    relate(parts, WORKBOOK, "person", "persons/person.xml", newer)


def kept_apart(parts):
    """Data of other programs: custom XML, cell pictures of WPS, a link to another workbook, a printer's settings, what nobody knows."""
    parts["customXml/item1.xml"] = b'<?xml version="1.0"?><b:bank xmlns:b="urn:bank:archive"><b:case n="1">\xe6\xa1\xa3\xe6\xa1\x88</b:case></b:bank>'
    add(
        parts,
        "customXml/itemProps1.xml",
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        'ds:itemID="{11111111-2222-4333-8444-555555555555}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:bank:archive"/></ds:schemaRefs></ds:datastoreItem>',
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    relate(parts, "customXml/item1.xml", "customXmlProps", "itemProps1.xml")
    relate(parts, WORKBOOK, "customXml", "../customXml/item1.xml")
    add(
        parts,
        "xl/cellimages.xml",
        '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
        "application/vnd.wps-officedocument.cellimage+xml",
    )
    relate(parts, WORKBOOK, "cellImage", "cellimages.xml", "http://www.wps.cn/officeDocument/2020")
    add(
        parts,
        "xl/externalLinks/externalLink1.xml",
        f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{OFFICE}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames>'
        '<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>7</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
        SPREADSHEET + "externalLink+xml",
    )
    relate(parts, "xl/externalLinks/externalLink1.xml", "externalLinkPath", '去年.xlsx" TargetMode="External')
    link = relate(parts, WORKBOOK, "externalLink", "externalLinks/externalLink1.xml")
    text = parts[WORKBOOK].decode()
    mark = "<definedNames>" if "<definedNames>" in text else "<calcPr"
    change(parts, WORKBOOK, mark, f'<externalReferences><externalReference r:id="{link}"/></externalReferences>{mark}')
    parts["xl/printerSettings/printerSettings1.bin"] = bytes(range(256))
    change(parts, TYPES, "</Types>", '<Default Extension="bin" ContentType="application/octet-stream"/></Types>')
    relate(parts, "xl/worksheets/sheet1.xml", "printerSettings", "../printerSettings/printerSettings1.bin")
    parts["archive/unknown.dat"] = b"\x00\x01 nobody knows"
    change(parts, TYPES, "</Types>", '<Default Extension="dat" ContentType="application/x-unknown"/></Types>')
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    absolute = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"
    change(
        parts,
        WORKBOOK,
        "<bookViews>",
        f'<mc:AlternateContent xmlns:mc="{compatibility}"><mc:Choice Requires="x15"><x15ac:absPath url="D:\\台账\\" xmlns:x15ac="{absolute}"/>'
        "</mc:Choice></mc:AlternateContent><bookViews>",
    )


def phonetic(parts, word):
    """A text with how it is read aloud."""
    change(parts, "xl/sharedStrings.xml", f"<si><t>{word}</t></si>", f'<si><t>{word}</t><rPh sb="0" eb="1"><t>tuō</t></rPh><phoneticPr fontId="0"/></si>')


def shared_formulas(parts, sheet, column, first, last):
    """The formulas of a column told once, the others relying on the first."""
    text = parts[sheet].decode()
    for row in range(first, last + 1):
        open_tag = f'ref="{column}{first}:{column}{last}" si="0">' if row == first else 'si="0"/>'
        pattern = rf'(<c r="{column}{row}"[^>]*>)<f>([^<]*)</f>'
        text = re.sub(pattern, lambda m: f'{m[1]}<f t="shared" {open_tag}' + (f"{m[2]}</f>" if row == first else ""), text)
    parts[sheet] = text.encode()


def calculation_chain(parts):
    """The order in which Excel computed the formulas of the first sheet."""
    cells = re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f', parts["xl/worksheets/sheet1.xml"].decode())
    chain = "".join(f'<c r="{cell}" i="1"/>' for cell in cells)
    add(parts, "xl/calcChain.xml", f'<calcChain xmlns="{MAIN}">{chain}</calcChain>', SPREADSHEET + "calcChain+xml")
    relate(parts, WORKBOOK, "calcChain", "calcChain.xml")


def plainest(parts):
    """Neither shared texts nor formats nor addresses: how small programs write a workbook."""
    texts = re.findall(r"<si><t[^>]*>([^<]*)</t></si>", parts.pop("xl/sharedStrings.xml").decode())
    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        xml = parts[name].decode()
        xml = re.sub(r'(<c [^>]*?)\st="s"><v>(\d+)</v>', lambda m: f'{m[1]} t="inlineStr"><is><t>{texts[int(m[2])]}</t></is>', xml)
        xml = re.sub(r"<(row|c)\s[^>]*?(\st=\"\w+\")?(/?)>", lambda m: f"<{m[1]}{m[2] or ''}{m[3]}>", xml)
        parts[name] = xml.encode()
    dropped = ["xl/styles.xml", "xl/theme/theme1.xml", "docProps/core.xml", "docProps/app.xml"]
    for name in dropped:
        parts.pop(name)
    for name in [TYPES, "_rels/.rels", "xl/_rels/workbook.xml.rels"]:
        gone = "|".join(re.escape(part.split("/")[-1]) for part in [*dropped, "sharedStrings.xml"])
        parts[name] = re.sub(rf'<(Override|Relationship) [^>]*(?:{gone})"[^>]*/>', "", parts[name].decode()).encode()


def prefixed(parts):
    """Every element of a spreadsheet's own parts with a prefix, as some libraries write them."""
    for name, content in parts.items():
        if f'xmlns="{MAIN}"'.encode() not in content[:600]:
            continue
        text = re.sub(r"<(/?)(?![\w.-]+:)(\w)", r"<\1x:\2", content.decode())
        parts[name] = text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"', 1).encode()


def strict(parts):
    """Strict Open XML as Excel writes it: other namespaces, and days as days instead of numbers."""
    purl = "http://purl.oclc.org/ooxml/"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/"
    spelled = {
        MAIN: f"{purl}spreadsheetml/main",
        f"{OFFICE}/extended-properties": f"{purl}officeDocument/relationships/extendedProperties",
        OFFICE: f"{purl}officeDocument/relationships",
        f"{office}extended-properties": f"{purl}officeDocument/extendedProperties",
        f"{office}docPropsVTypes": f"{purl}officeDocument/docPropsVTypes",
        "http://schemas.openxmlformats.org/drawingml/2006/main": f"{purl}drawingml/main",
    }
    for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
        text = parts[name].decode("utf-8")
        for usual, other in spelled.items():
            text = text.replace(usual, other)
        parts[name] = text.encode("utf-8")
    change(parts, WORKBOOK, "<workbook ", '<workbook conformance="strict" ')
    sheet = parts["xl/worksheets/sheet1.xml"].decode("utf-8")
    in_days = r'<c r="([EFH]\d+)"( s="\d+")><v>(\d{5})</v></c>'
    sheet = re.sub(in_days, lambda cell: f'<c r="{cell[1]}"{cell[2]} t="d"><v>{day(int(cell[3]))}</v></c>', sheet)
    parts["xl/worksheets/sheet1.xml"] = sheet.encode("utf-8")


def day(serial):
    """A serial number of the 1900 system as ISO 8601 has it."""
    return (date(1899, 12, 30) + timedelta(days=serial)).isoformat()


def deep_hidden(parts, sheet):
    """A sheet that no menu shows."""
    change(parts, WORKBOOK, f'name="{sheet}" sheetId', f'name="{sheet}" state="veryHidden" sheetId')
