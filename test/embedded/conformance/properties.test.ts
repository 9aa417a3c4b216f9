import { blankBook } from "../../../src/embedded/xlsx/blank";
import { inExcel, opened, partsOf, withPart } from "../workbooks";
import { conforms, look, lookAt, refuses } from "./conform";

describe("properties of the document", () => {
  conforms("are read as they were set", {
    set: "1.7",
    page: "excel.documentproperties",
    does: (context) => {
      const { properties } = context.workbook;
      properties.author = "样本经理";
      properties.title = "贷款台账 <11月> & 附表";
      properties.subject = "贷后";
      properties.keywords = "台账;回访";
      properties.comments = "月末";
      properties.category = "内部";
      properties.company = "样本银行";
      properties.manager = "样本主任";
      properties.revisionNumber = 7;
    },
    shows: (context) =>
      look(
        context,
        context.workbook.properties,
        ...(["author", "title", "subject", "keywords", "comments", "category", "company", "manager"] as const),
        "revisionNumber",
      ),
    expected: {
      author: "样本经理",
      title: "贷款台账 <11月> & 附表",
      subject: "贷后",
      keywords: "台账;回访",
      comments: "月末",
      category: "内部",
      company: "样本银行",
      manager: "样本主任",
      revisionNumber: 7,
    },
  });

  conforms("are empty where they were never set, or were emptied", {
    set: "1.7",
    page: "excel.documentproperties",
    does: (context) => {
      context.workbook.properties.title = "有";
      context.workbook.properties.title = "";
    },
    shows: (context) => look(context, context.workbook.properties, "title", "lastAuthor", "revisionNumber"),
    expected: { title: "", lastAuthor: "", revisionNumber: 0 },
  });

  it("that the file has of another program are read, and changed in place", async () => {
    const namespaces =
      'xmlns:a="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:b="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    const core = `<a:coreProperties ${namespaces}><b:creator>甲</b:creator><a:lastModifiedBy>乙</a:lastModifiedBy><c:created xsi:type="c:W3CDTF">2026-01-02T03:04:05Z</c:created></a:coreProperties>`;
    const bare = inExcel(blankBook());
    await Excel.run(async (context) => {
      context.workbook.properties.author = "x";
      await context.sync();
    });
    const { excel } = inExcel(opened(withPart(bare.excel.book.save(), "docProps/core.xml", () => core)));
    await Excel.run(async (context) => {
      const { properties } = context.workbook;
      properties.author = "丙";
      properties.category = "丁";
      properties.load("author,category,lastAuthor,creationDate");
      await context.sync();
      expect(properties.toJSON()).toMatchObject({ author: "丙", category: "丁", lastAuthor: "乙" });
      expect(new Date(properties.creationDate).toISOString()).toBe("2026-01-02T03:04:05.000Z");
    });
    const saved = partsOf(excel.book.save()).get("docProps/core.xml") ?? "";
    expect(saved).toContain('<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">丙</dc:creator>');
    expect(saved).toContain('<c:created xsi:type="c:W3CDTF">2026-01-02T03:04:05Z</c:created>');
  });

  conforms("of one's own keep their type", {
    set: "1.7",
    page: "excel.custompropertycollection",
    does: (context) => {
      const { custom } = context.workbook.properties;
      custom.add("档案号", "2026-001");
      custom.add("户数", 12);
      custom.add("利率", 0.0435);
      custom.add("已核", true);
      custom.add("日期", new Date(Date.UTC(2026, 10, 23)));
      custom.add("户数", 13);
      custom.add("多余", "x");
      custom.getItem("多余").delete();
    },
    shows: async (context) => {
      const { custom } = context.workbook.properties;
      const count = custom.getCount();
      const missing = custom.getItemOrNullObject("多余");
      custom.load("items/key,items/type,items/value");
      await context.sync();
      return [
        count.value,
        missing.isNullObject,
        custom.items.map(({ key, type, value }) => [key, type, value as unknown]),
      ];
    },
    expected: [
      5,
      true,
      [
        ["档案号", "String", "2026-001"],
        ["户数", "Number", 13],
        ["利率", "Float", 0.0435],
        ["已核", "Boolean", true],
        ["日期", "Date", "2026-11-23T00:00:00.000Z"],
      ],
    ],
  });

  conforms("of one's own are changed by their value, found whatever the case, and go all at once", {
    set: "1.7",
    page: "excel.customproperty",
    does: async (context) => {
      const { custom } = context.workbook.properties;
      custom.add("One", 1);
      custom.getItem("ONE").value = "二";
      await context.sync();
      const value: unknown = await lookAt(context, custom.getItem("one"), "value");
      custom.deleteAll();
      custom.add("was", value);
    },
    shows: async (context) => {
      const { custom } = context.workbook.properties;
      custom.load("items/key,items/value");
      await context.sync();
      return custom.items.map(({ key, value }) => [key, value as unknown]);
    },
    expected: [["was", "二"]],
  });

  it("of one's own take their part with the last of them", async () => {
    const { excel } = inExcel(blankBook());
    const before = [...partsOf(blankBook().save()).keys()];
    await Excel.run(async (context) => {
      context.workbook.properties.custom.add("甲", 1);
      context.workbook.worksheets.getFirst().customProperties.add("乙", "2");
      context.workbook.settings.add("丙", 3);
      await context.sync();
      context.workbook.properties.custom.deleteAll();
      context.workbook.worksheets.getFirst().customProperties.getItem("乙").delete();
      context.workbook.settings.getItem("丙").delete();
      await context.sync();
    });
    const after = [...partsOf(excel.book.save()).keys()].filter((name) => !name.endsWith(".rels"));
    expect(after).toEqual(before.filter((name) => !name.endsWith(".rels")));
  });

  refuses(
    "a name of more than 255 letters is refused",
    {
      set: "1.7",
      page: "excel.custompropertycollection",
      does: (context) => {
        context.workbook.properties.custom.add("长".repeat(256), 1);
      },
    },
    "InvalidArgument",
  );
});

describe("properties of a sheet", () => {
  conforms("are texts by their keys", {
    set: "1.12",
    page: "excel.worksheetcustompropertycollection",
    does: (_context, sheet) => {
      sheet.customProperties.add("来源", "核心系统 <导出>");
      sheet.customProperties.add("批次", "1");
      sheet.customProperties.add("批次", "二");
      sheet.customProperties.add("多余", "");
      sheet.customProperties.getItem("多余").delete();
    },
    shows: async (context, sheet) => {
      const count = sheet.customProperties.getCount();
      const missing = sheet.customProperties.getItemOrNullObject("多余");
      sheet.customProperties.load("items/key,items/value");
      await context.sync();
      return [count.value, missing.isNullObject, sheet.customProperties.items.map(({ key, value }) => [key, value])];
    },
    expected: [
      2,
      true,
      [
        ["来源", "核心系统 <导出>"],
        ["批次", "二"],
      ],
    ],
  });
});

describe("settings of the add-in", () => {
  conforms("keep what JSON can say, by keys whose case counts", {
    set: "1.4",
    page: "excel.settingcollection",
    does: (context) => {
      const { settings } = context.workbook;
      settings.add("栏目", { 余额: 4, "<&>": ["甲", null, true] });
      settings.add("次数", 1);
      settings.add("次数", 2);
      settings.add("A", "大");
      settings.add("a", "小");
      settings.add("多余", 0);
      settings.getItem("多余").delete();
    },
    shows: async (context) => {
      const { settings } = context.workbook;
      const count = settings.getCount();
      const missing = settings.getItemOrNullObject("多余");
      settings.load("items/key,items/value");
      await context.sync();
      return [
        count.value,
        missing.isNullObject,
        Object.fromEntries(settings.items.map(({ key, value }) => [key, value as unknown])),
      ];
    },
    expected: [4, true, { 栏目: { 余额: 4, "<&>": ["甲", null, true] }, 次数: 2, A: "大", a: "小" }],
  });

  it("stand beside those of other add-ins, which are not seen and stay", async () => {
    const { excel } = inExcel(blankBook());
    await Excel.run(async (context) => {
      context.workbook.settings.add("甲", 1);
      await context.sync();
    });
    const name = "xl/webextensions/webextension1.xml";
    const other = withPart(excel.book.save(), name, (xml) => xml.replaceAll(/E3BEDDED/g, "11111111"));
    const again = inExcel(opened(other));
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.load("items");
      await context.sync();
      expect(settings.items).toEqual([]);
      settings.add("乙", 2);
      await context.sync();
      settings.getItem("乙").delete();
      await context.sync();
    });
    const parts = partsOf(again.excel.book.save());
    expect(parts.get(name)).toBe(partsOf(other).get(name));
    expect([...parts.keys()].sort()).toEqual([...partsOf(other).keys()].sort());
  });
});

describe("headers and footers", () => {
  conforms("of odd, even and first pages stand apart", {
    set: "1.9",
    page: "excel.headerfootergroup",
    does: (_context, sheet) => {
      const { headersFooters } = sheet.pageLayout;
      headersFooters.state = "FirstOddAndEven";
      headersFooters.oddPages.leftHeader = "单";
      headersFooters.evenPages.rightHeader = "双 & 偶";
      headersFooters.firstPage.centerFooter = "第 &P 页";
      headersFooters.useSheetMargins = false;
      headersFooters.useSheetScale = false;
    },
    shows: async (context, sheet) => {
      const { headersFooters } = sheet.pageLayout;
      const group = await look(context, headersFooters, "state", "useSheetMargins", "useSheetScale");
      return {
        ...group,
        all: await lookAt(context, headersFooters.defaultForAllPages, "leftHeader"),
        even: await lookAt(context, headersFooters.evenPages, "rightHeader"),
        first: await lookAt(context, headersFooters.firstPage, "centerFooter"),
        none: await lookAt(context, headersFooters.firstPage, "leftHeader"),
      };
    },
    expected: {
      state: "FirstOddAndEven",
      useSheetMargins: false,
      useSheetScale: false,
      all: "单",
      even: "双 & 偶",
      first: "第 &P 页",
      none: "",
    },
  });

  conforms("are the same on all pages unless told otherwise, and stay when that is taken back", {
    set: "1.9",
    page: "excel.headerfooterstate",
    does: (_context, sheet) => {
      const { headersFooters } = sheet.pageLayout;
      headersFooters.state = "FirstAndDefault";
      headersFooters.firstPage.leftFooter = "首";
      headersFooters.state = "Default";
      headersFooters.defaultForAllPages.leftFooter = "各";
    },
    shows: async (context, sheet) => {
      const { headersFooters } = sheet.pageLayout;
      return [
        await look(context, headersFooters, "state", "useSheetMargins", "useSheetScale"),
        await lookAt(context, headersFooters.oddPages, "leftFooter"),
        await lookAt(context, headersFooters.firstPage, "leftFooter"),
      ];
    },
    expected: [{ state: "Default", useSheetMargins: true, useSheetScale: true }, "各", "首"],
  });
});
