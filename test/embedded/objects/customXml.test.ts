import { fileWith, inExcel, opened, partsOf, sampleFile, smallLedger, withPart } from "../workbooks";

const OURS = '<甲 xmlns="urn:example:one">一 &amp; 二</甲>';
const small = fileWith(smallLedger);

/** Runs requests on a workbook and gives the saved file. */
async function after(file: Uint8Array, work: (workbook: Excel.Workbook, sync: () => Promise<void>) => Promise<void>) {
  const { excel } = inExcel(opened(file));
  const context = new Excel.RequestContext();
  await work(context.workbook, () => context.sync());
  return excel.book.save();
}

async function withOurs(file: Uint8Array) {
  return after(file, async ({ customXmlParts }, sync) => {
    customXmlParts.add(OURS);
    await sync();
  });
}

/** A workbook in which a document system keeps a part of its own. */
const foreign = [
  ["customXml/item1.xml", '<?xml version="1.0"?><p:props xmlns:p="urn:example:other" p:a="1"/>'],
  [
    "customXml/itemProps1.xml",
    '<ds:datastoreItem ds:itemID="{11111111-2222-4333-8444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
  ],
  [
    "customXml/_rels/item1.xml.rels",
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>',
  ],
] as const;

function withForeign(): Uint8Array {
  const parts = foreign.reduce((file, [name, xml]) => withPart(file, name, () => xml), small);
  return withPart(parts, "xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace(
      "</Relationships>",
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
    ),
  );
}

async function seen(file: Uint8Array) {
  const found: { id: string; namespaceUri: string; xml: string }[] = [];
  await after(file, async ({ customXmlParts }, sync) => {
    customXmlParts.load("items/id,items/namespaceUri");
    const count = customXmlParts.getCount();
    await sync();
    expect(count.value).toBe(customXmlParts.items.length);
    const texts = customXmlParts.items.map((part) => part.getXml());
    await sync();
    customXmlParts.items.forEach(({ id, namespaceUri }, index) => {
      found.push({ id, namespaceUri, xml: texts[index]?.value ?? "" });
    });
  });
  return found;
}

describe("custom XML parts", () => {
  it("are kept in the file with properties, relations and content types, and read back after opening", async () => {
    const file = await withOurs(small);
    const added = [...partsOf(file).keys()].filter((name) => !partsOf(small).has(name));
    expect(added.sort()).toEqual(["customXml/_rels/item1.xml.rels", "customXml/item1.xml", "customXml/itemProps1.xml"]);
    expect(partsOf(file).get("[Content_Types].xml")).toContain(
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    );
    const [part] = await seen(file);
    expect(part).toMatchObject({ namespaceUri: "urn:example:one", xml: OURS });
    expect(part?.id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
    expect(partsOf(file).get("customXml/itemProps1.xml")).toContain(part?.id);
  });

  it("are the same bytes for the same edits", async () => {
    expect(Buffer.compare(await withOurs(small), await withOurs(small))).toBe(0);
  });

  it("of others keep every byte, and lend ours no name", async () => {
    const before = withForeign();
    const file = await withOurs(before);
    for (const [name, xml] of foreign) expect(partsOf(file).get(name)).toBe(xml);
    expect((await seen(file)).map(({ namespaceUri }) => namespaceUri)).toEqual([
      "urn:example:other",
      "urn:example:one",
    ]);
    expect(partsOf(file).get("customXml/item2.xml")).toBe(OURS);
    expect((await seen(file))[0]?.id).toBe("{11111111-2222-4333-8444-555555555555}");
  });

  it.each([
    ["a small workbook", small],
    ["the sample ledger", sampleFile()],
    ["a workbook with a part of others", withForeign()],
    [
      "a workbook that names the type of each part",
      withPart(small, "[Content_Types].xml", (xml) =>
        xml.replace('<Default Extension="xml" ContentType="application/xml"/>', ""),
      ),
    ],
  ])("leave nothing behind in %s once they are deleted", async (_name, file) => {
    const added = await withOurs(file);
    const cleaned = await after(added, async ({ customXmlParts }, sync) => {
      const parts = customXmlParts.getByNamespace("urn:example:one");
      parts.load("items/id");
      await sync();
      for (const part of parts.items) part.delete();
      await sync();
    });
    expect([...partsOf(added).keys()]).not.toEqual([...partsOf(file).keys()]);
    expect(partsOf(cleaned)).toEqual(partsOf(file));
  });

  it("are found by namespace and by id, and changed in place", async () => {
    const file = await after(await withOurs(withForeign()), async ({ customXmlParts }, sync) => {
      const only = customXmlParts.getByNamespace("urn:example:one").getOnlyItemOrNullObject();
      const none = customXmlParts.getByNamespace("urn:example:none").getOnlyItemOrNullObject();
      only.load("id");
      none.load("id");
      await sync();
      expect([only.isNullObject, none.isNullObject]).toEqual([false, true]);
      customXmlParts.getItem(only.id).setXml('<乙 xmlns="urn:example:one"/>');
      await sync();
    });
    expect(partsOf(file).get("customXml/item2.xml")).toBe('<乙 xmlns="urn:example:one"/>');
  });

  it.each(["", "没有标记", "<甲>", "<!DOCTYPE a><a/>"])("refuse %j, which is no XML", async (xml) => {
    const adding = after(small, async ({ customXmlParts }, sync) => {
      customXmlParts.add(xml);
      await sync();
    });
    await expect(adding).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
