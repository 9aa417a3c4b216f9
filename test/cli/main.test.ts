import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { usage } from "../../src/cli/arguments";
import { main } from "../../src/cli/main";
import { CONCLUSION, fillIn } from "../app/filling";
import { fileWith, inExcel, opened, partsOf, sampleFile, smallLedger, TODAY } from "../embedded/workbooks";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "post-loan-cli-"));
  writeFileSync(at("台账.xlsx"), sampleFile());
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => path.join(folder, name);

async function run(...words: readonly string[]) {
  let out = "";
  let err = "";
  const code = await main(words, {
    today: TODAY,
    out: (text) => (out += text),
    err: (text) => (err += text),
    start: (book) => inExcel(book),
  });
  return { code, out, err };
}

/** What a JSON report tells, as far as these tests look. */
interface Report {
  readonly ledgers: readonly Readonly<Record<string, unknown>>[];
  readonly rejected: readonly { readonly sheet: string; readonly reason: string }[];
  readonly asOf?: string;
  readonly groups?: Readonly<Record<string, number>>;
  readonly status?: Readonly<Record<string, number>>;
  readonly requests?: number;
  readonly milliseconds?: Readonly<Record<string, number>>;
}

describe("check", () => {
  it("tells what it found, rows and addresses as the user sees them", async () => {
    const { code, out } = await run("check", at("台账.xlsx"), "--json", "-");
    expect(code).toBe(0);
    const { ledgers, rejected } = JSON.parse(out) as Report;
    expect(rejected).toEqual([]);
    expect(ledgers).toHaveLength(1);
    expect(ledgers[0]).toMatchObject({
      sheet: "示例台账",
      headerRows: [3, 4],
      firstDataRow: 5,
      drawdowns: 300,
      customers: 180,
      unit: "万元",
      columns: { balance: { column: "I", heading: "贷款信息/贷款余额" } },
      problems: [
        { address: "示例台账!K46", kind: "notADate" },
        { address: "示例台账!H143", kind: "notAnAmount" },
      ],
    });
  });

  it("writes nothing", async () => {
    await run("check", at("台账.xlsx"));
    expect(readdirSync(folder)).toEqual(["台账.xlsx"]);
    expect(Buffer.compare(readFileSync(at("台账.xlsx")), sampleFile())).toBe(0);
  });

  it("tells a person of the other sheets, and why each is left out", async () => {
    const book = opened(fileWith(smallLedger));
    book.addSheet("汇总").setValue(0, 0, "合计");
    writeFileSync(at("两张.xlsx"), book.save());
    const { out } = await run("check", at("两张.xlsx"));
    expect(out).toContain("Sheet1：表头第1行，3 笔 / 3 户");
    expect(out).toContain("另有工作表“汇总”：");
  });

  it("ends with 2 where no ledger is recognised, and still answers another program", async () => {
    writeFileSync(at("空.xlsx"), fileWith([]));
    const { code, out, err } = await run("check", at("空.xlsx"), "--json", "-");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({ ledgers: [], rejected: expect.any(Array) as unknown });
    expect(err).toMatch(/没有找到贷款台账/);
  });
});

describe("annotate", () => {
  it("writes beside its input and tells groups, status and cost", async () => {
    const { code, out } = await run("annotate", at("台账.xlsx"), "--as-of", "2026-11-23", "--json", "-");
    expect(code).toBe(0);
    const report = JSON.parse(out) as Report;
    const sum = (counts: Readonly<Record<string, number>> = {}) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(report.asOf).toBe("2026-11-23");
    expect(Object.keys(report.groups ?? {})).toEqual(["A", "B", "C", "D", "E"]);
    expect(sum(report.status)).toBe(180);
    expect(report.requests).toBeLessThanOrEqual(7);
    expect(Object.keys(report.milliseconds ?? {})).toEqual(["open", "read", "judge", "write", "save"]);
    expect(existsSync(at("台账-已标注.xlsx"))).toBe(true);
    expect(Buffer.compare(readFileSync(at("台账.xlsx")), sampleFile())).toBe(0);
  });

  it("gives the same bytes for the same day", async () => {
    await run("annotate", at("台账.xlsx"), "-o", at("一.xlsx"), "--as-of", "2026-11-23");
    await run("annotate", at("台账.xlsx"), "-o", at("二.xlsx"), "--as-of", "2026-11-23");
    expect(Buffer.compare(readFileSync(at("一.xlsx")), readFileSync(at("二.xlsx")))).toBe(0);
  });

  it("overwrites its input only when told to", async () => {
    const refused = await run("annotate", at("台账.xlsx"), "-o", at("台账.xlsx"));
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("就是原文件")]);
    expect(Buffer.compare(readFileSync(at("台账.xlsx")), sampleFile())).toBe(0);
    const allowed = await run("annotate", at("台账.xlsx"), "--in-place");
    expect(allowed.code).toBe(0);
    expect(opened(readFileSync(at("台账.xlsx"))).sheets.map(({ name }) => name)).toContain("贷后设置");
  });

  it("keeps a workbook with macros one by name, without which Excel would not open it", async () => {
    copyFileSync(at("台账.xlsx"), at("带宏.xlsm"));
    expect((await run("annotate", at("带宏.xlsm"))).code).toBe(0);
    expect(existsSync(at("带宏-已标注.xlsm"))).toBe(true);
    const renamed = await run("annotate", at("带宏.xlsm"), "-o", at("无宏.xlsx"));
    expect([renamed.code, renamed.err]).toEqual([1, expect.stringContaining("应以 .xlsm 结尾")]);
  });

  it("keeps the rights of a file that it writes over", async () => {
    chmodSync(at("台账.xlsx"), 0o640);
    const { mode } = statSync(at("台账.xlsx"));
    await run("annotate", at("台账.xlsx"), "--in-place");
    expect(statSync(at("台账.xlsx")).mode).toBe(mode);
  });

  it("takes a value behind an equals sign too", async () => {
    const { out } = await run("annotate", at("台账.xlsx"), "--as-of=2026-11-23", "--json=-");
    expect((JSON.parse(out) as Report).asOf).toBe("2026-11-23");
  });

  it("annotates the one sheet it is told to", async () => {
    writeFileSync(at("小.xlsx"), fileWith(smallLedger));
    expect((await run("annotate", at("小.xlsx"), "--sheet", "Sheet1")).code).toBe(0);
    const missing = await run("annotate", at("小.xlsx"), "--sheet", "没有", "-o", at("三.xlsx"));
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining("没有")]);
    expect(existsSync(at("三.xlsx"))).toBe(false);
  });
});

describe("clear", () => {
  it("gives back the workbook", async () => {
    await run("annotate", at("台账.xlsx"), "-o", at("标.xlsx"));
    expect((await run("clear", at("标.xlsx"), "-o", at("清.xlsx"))).code).toBe(0);
    const parts = (name: string) => [...partsOf(readFileSync(at(name)))].filter(([part]) => part !== "xl/styles.xml");
    expect(parts("清.xlsx")).toEqual(parts("台账.xlsx"));
  });

  it("is of the whole workbook, and says so where one of several sheets is named", async () => {
    const book = opened(fileWith(smallLedger));
    const second = book.addSheet("乙");
    smallLedger.forEach((row, at) => {
      row.forEach((value, column) => {
        second.setValue(at, column, value);
      });
    });
    writeFileSync(at("两张.xlsx"), book.save());
    await run("annotate", at("两张.xlsx"), "--in-place");
    const both = await run("clear", at("两张.xlsx"), "--sheet", "Sheet1");
    expect([both.code, both.err]).toEqual([1, expect.stringContaining("工作表“乙”上也有标注")]);
    await run("annotate", at("台账.xlsx"), "--in-place");
    expect((await run("clear", at("台账.xlsx"), "--sheet", "示例台账", "--as-of", "2026-11-23")).code).toBe(0);
  });
});

describe("preview", () => {
  it("tells what annotate would do, cell by cell, and writes nothing", async () => {
    const { code, out } = await run("preview", at("台账.xlsx"), "--json", "-");
    expect(code).toBe(0);
    const told = JSON.parse(out) as Readonly<Record<"added" | "changed" | "removed", number>> & {
      readonly lines: readonly Readonly<Record<string, string>>[];
    };
    expect(told).toMatchObject({ added: told.lines.length, changed: 0, removed: 0 });
    expect(told.lines).toContainEqual({
      ...{ sheet: "示例台账", address: "W4", kind: "added", before: "", after: "贷后_风险组别" },
    });
    expect(readdirSync(folder)).toEqual(["台账.xlsx"]);
    await run("annotate", at("台账.xlsx"), "-o", at("标.xlsx"));
    const again = await run("preview", at("标.xlsx"));
    expect(again.out).toBe("标注会新增 0 处、修改 0 处、清除 0 处。\n");
  });
});

describe("undo", () => {
  it("takes the last operation back, and ends with 3 where there is none", async () => {
    await run("annotate", at("台账.xlsx"), "-o", at("标.xlsx"));
    const undone = await run("undo", at("标.xlsx"), "-o", at("撤.xlsx"));
    expect([undone.code, undone.out]).toEqual([0, expect.stringContaining("已撤销标注")]);
    const parts = (name: string) => [...partsOf(readFileSync(at(name)))].filter(([part]) => part !== "xl/styles.xml");
    expect(parts("撤.xlsx")).toEqual(parts("台账.xlsx"));
    const none = await run("undo", at("撤.xlsx"), "--json", "-");
    expect([none.code, none.err]).toEqual([3, expect.stringContaining("没有可以撤销的操作")]);
    expect(JSON.parse(none.out)).toEqual({ operation: null, left: [] });
  });

  it("ends with 3 and lists the cells that a person changed since", async () => {
    writeFileSync(at("小.xlsx"), fileWith(smallLedger));
    await run("annotate", at("小.xlsx"), "--in-place");
    const book = opened(readFileSync(at("小.xlsx")));
    book.sheets[0]?.setValue(2, 9, "已电话核实");
    writeFileSync(at("小.xlsx"), book.save());
    const { code, out } = await run("undo", at("小.xlsx"), "-o", at("撤.xlsx"));
    expect(code).toBe(3);
    expect(out).toContain("没有撤销：Sheet1!J3 人工填写的“已电话核实”。");
    expect(opened(readFileSync(at("撤.xlsx"))).sheets[0]?.cell(2, 9).value).toBe("已电话核实");
  });
});

describe("untrace", () => {
  it("takes everything of ours out and proves it; sheets of people's work stay where that is asked", async () => {
    await run("annotate", at("台账.xlsx"), "-o", at("标.xlsx"));
    await run("visit", at("标.xlsx"), "--customer", "辛样六", "--in-place");
    const { code, out } = await run("untrace", at("标.xlsx"), "-o", at("净.xlsx"));
    expect([code, out]).toEqual([0, expect.stringContaining("没有留下本插件的内容")]);
    const parts = (name: string) => [...partsOf(readFileSync(at(name)))].filter(([part]) => part !== "xl/styles.xml");
    expect(parts("净.xlsx")).toEqual(parts("台账.xlsx"));
    const kept = await run("untrace", at("标.xlsx"), "-o", at("留.xlsx"), "--keep-sheets");
    expect(kept.out).toContain("按要求保留了工作表“回访_辛样六_20261123”");
  });
});

describe("visit", () => {
  it("makes a record for each customer that is due, beside its input", async () => {
    const { code, out } = await run("visit", at("台账.xlsx"), "--due", "overdue", "--json", "-");
    expect(code).toBe(0);
    const { records } = JSON.parse(out) as { records: readonly { sheet: string; type: string; number: string }[] };
    const names = opened(readFileSync(at("台账-回访表.xlsx"))).sheets.map(({ name }) => name);
    expect(names.slice(1)).toEqual(records.map(({ sheet }) => sheet));
    expect(records.length).toBeGreaterThan(20);
  });

  it("makes the record of one customer in the type that is asked for", async () => {
    const { code, out } = await run("visit", at("台账.xlsx"), "--customer", "辛样六", "--type", "突发");
    expect(code).toBe(0);
    expect(out).toContain("DH-20261123-001 突发 回访_辛样六_20261123");
  });

  it("makes one customer's record of a batch in another type, and refuses a name that is not among them", async () => {
    writeFileSync(at("小.xlsx"), fileWith(smallLedger));
    const batch = ["visit", at("小.xlsx"), "--due", "30"];
    const types = ["--type", "复核", "--type", "松台样品贸易公司=突发"];
    const { code, out } = await run(...batch, ...types, "-o", at("各类.xlsx"));
    expect(code).toBe(0);
    expect(out).toContain(" 突发 回访_松台样品贸易公司_20261123");
    expect(out).toContain(" 复核 回访_溪口样品加工厂_20261123");
    const wrong = await run(...batch, "--type", "没有的=突发", "-o", at("错.xlsx"));
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("“没有的”不在这次生成的范围内")]);
    expect(existsSync(at("错.xlsx"))).toBe(false);
  });

  it("makes records of a sudden event for all that it hits", async () => {
    const { code, out } = await run("visit", at("台账.xlsx"), "--industry", "房地产", "-o", at("突发.xlsx"));
    expect(code).toBe(0);
    expect(out).toContain(" 突发 回访_");
    const [, record] = opened(readFileSync(at("突发.xlsx"))).sheets;
    const texts = record?.values({ row: 0, column: 0, rows: 40, columns: 12 }).flat() ?? [];
    expect(texts).toContain("突发事件");
    expect(texts[texts.indexOf("本次应访") + 1]).toBe(TODAY + 2);
    expect(
      texts.filter((text) => typeof text === "string" && /^行业含“房地产”的 \d+ 户，余额/.test(text)),
    ).toHaveLength(1);
  });

  it.each([
    [["--customer", "没有的客户"], "没有还有余额的客户"],
    [[], "visit 需要 --customer、--due、--industry、--area、--group、--guarantor、--branch 其中一个"],
    [["--due", "7", "--branch", "一支行"], "visit 需要 --customer、--due"],
    [["--industry", "航天"], "没有涉及“航天”的未结清客户"],
    [["--due", "9"], "--due 应为 overdue、7 或 30"],
    [["--due", "7", "--type", "每月"], "--type 应为 首次、常规"],
  ])("ends with 1 and a sentence for %j", async (words, sentence) => {
    const { code, err } = await run("visit", at("台账.xlsx"), ...words);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    expect(existsSync(at("台账-回访表.xlsx"))).toBe(false);
  });
});

describe("wrong input", () => {
  const words: readonly [string, readonly string[], RegExp][] = [
    ["no verb", [], /缺少命令/],
    ["an unknown verb", ["paint", "a.xlsx"], /不认识的命令 paint/],
    ["no file", ["check"], /缺少要处理的/],
    ["a file that is not there", ["check", "没有.xlsx"], /找不到/],
    ["an unknown option", ["check", "a.xlsx", "--color"], /check 没有选项 --color/],
    ["an option of another verb", ["check", "a.xlsx", "-o", "x.xlsx"], /check 没有选项 -o/],
    ["a day where none counts", ["undo", "a.xlsx", "--as-of", "2026-11-23"], /undo 没有选项 --as-of/],
    ["two files", ["check", "a.xlsx", "b.xlsx"], /多余的内容：b\.xlsx/],
    ["two results", ["annotate", "a.xlsx", "-o", "b.xlsx", "--output=c.xlsx"], /-o 只能写一次/],
    ["a result and in place", ["annotate", "a.xlsx", "-o", "b.xlsx", "--in-place"], /-o 与 --in-place 只能用一个/],
    ["an option before another", ["check", "a.xlsx", "--sheet", "--json", "-"], /--sheet 后面缺少内容/],
    ["an empty value", ["annotate", "a.xlsx", "-o", ""], /-o 后面缺少内容/],
    ["an empty name", ["check", ""], /缺少要处理的/],
    ["a day that is none", ["check", "a.xlsx", "--as-of", "2026-02-30"], /--as-of 应写成/],
    [
      "a day long before any loan",
      ["check", "a.xlsx", "--as-of", "1899-01-01"],
      /--as-of 应在 1990-01-01 至 2060-12-31 之间，现在是 1899-01-01/,
    ],
    ["a day long after", ["changes", "a.xlsx", "--since=9999-12-31"], /--since 应在 1990-01-01 至 2060-12-31 之间/],
    ["an option without its value", ["check", "a.xlsx", "--sheet"], /--sheet 后面缺少内容/],
  ];
  it.each(words)("%s ends with 1 and a sentence", async (_name, given, says) => {
    const { code, err } = await run(...given);
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\bat .*\.ts/);
  });

  it("says of a workbook that refuses what to do before the command is run again", async () => {
    const book = opened(fileWith(smallLedger));
    book.structure.protect(undefined);
    writeFileSync(at("受保护.xlsx"), book.save());
    const { code, err } = await run("annotate", at("受保护.xlsx"));
    expect(code).toBe(1);
    expect(err).toContain("请在“审阅”中撤销工作簿保护，保存后再运行一次。工作簿没有改动。");
  });

  const files: readonly [string, Uint8Array, RegExp][] = [
    ["旧.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /旧格式的 \.xls.*另存为 \.xlsx/],
    ["空.xlsx", new Uint8Array(), /文件是空的/],
    ["文本.xlsx", new TextEncoder().encode("客户名称,贷款余额\n甲,1"), /文本（CSV）/],
    ["网页.xls", new TextEncoder().encode("<html><table></table></html>"), /网页（HTML）/],
    ["截断.xlsx", sampleFile().slice(0, 9_000), /已损坏/],
  ];
  it.each(files)("%s is named for what it is and stays as it was", async (name, bytes, says) => {
    writeFileSync(at(name), bytes);
    const { code, err } = await run("annotate", at(name), "--in-place");
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(Buffer.compare(readFileSync(at(name)), bytes)).toBe(0);
  });

  it("is answered with the usage of the one verb that was meant", async () => {
    const { err } = await run("check", "a.xlsx", "--color");
    expect(err).toContain("npm run ledger -- check");
    expect(err).not.toContain("annotate");
  });

  it.each([
    ["check", "--json", "台账.xlsx", /--json 的 .*台账\.xlsx 就是原文件/],
    ["settings", "--export", "台账.xlsx", /--export 的 .*台账\.xlsx 就是原文件/],
    ["annotate", "--json", "台账-已标注.xlsx", /--json 的 .* 就是结果文件/],
    ["check", "--json", "没有/结果.json", /文件夹 .*没有 不存在/],
    ["annotate", "-o", "没有/结果.xlsx", /文件夹 .*没有 不存在/],
    ["annotate", "-o", "台账.xlsx/结果.xlsx", /台账\.xlsx 是文件，不是文件夹/],
    ["annotate", "-o", ".", /应以 \.xlsx 结尾/],
    ["annotate", "-o", "结果.xls", /应以 \.xlsx 结尾/],
    ["annotate", "-o", `${"a".repeat(300)}.xlsx`, /：(文件名太长|找不到)。/],
  ])("%s with %s %s is refused, and nothing is written", async (verb, option, name, says) => {
    const { code, err } = await run(verb, at("台账.xlsx"), option, at(name));
    expect([code, err]).toEqual([1, expect.stringMatching(says)]);
    expect(readdirSync(folder)).toEqual(["台账.xlsx"]);
    expect(Buffer.compare(readFileSync(at("台账.xlsx")), sampleFile())).toBe(0);
  });

  it("with a name that no file can have ends with a sentence", async () => {
    expect((await run("check", at("台账.xlsx/里面.xlsx"))).err).toMatch(/路径中有一段是文件|找不到/);
    expect((await run("check", at("a".repeat(300)))).err).toMatch(/文件名太长|找不到/);
  });

  it("never writes onto its input by another name of it", async () => {
    copyFileSync(at("台账.xlsx"), at("副本.xlsx"));
    const { code } = await run("annotate", at("台账.xlsx"), "-o", path.join(folder, ".", "台账.xlsx"));
    expect(code).toBe(1);
  });
});

describe("file", () => {
  const customer = "松原里明达物流经营部";
  const record = `回访_${customer}_20261123`;

  async function withRecord(): Promise<void> {
    await run("visit", at("台账.xlsx"), "--customer", customer, "--type", "常规", "-o", at("回访.xlsx"));
  }

  function fill(other: Readonly<Record<string, string>> = {}): void {
    const book = opened(readFileSync(at("回访.xlsx")));
    fillIn(book, record, other);
    writeFileSync(at("填好.xlsx"), book.save());
  }

  it("enters a filled record in the register and says so", async () => {
    await withRecord();
    fill();
    const { code, out } = await run("file", at("填好.xlsx"), "--record", record);
    expect(code).toBe(0);
    expect(out).toContain(`DH-20261123-001 ${customer} 已归档，台账的回访日期已更新。`);
    const sheets = opened(readFileSync(at("填好-已归档.xlsx"))).sheets.map(({ name }) => name);
    expect(sheets).toContain("回访登记簿");
    const again = await run("file", at("填好-已归档.xlsx"), "--record", record, "--in-place");
    expect(again.out).toContain("已经登记过，没有改动");
  });

  it("lists what is missing by cell, for a person and for a program, and writes no file", async () => {
    await withRecord();
    fill({ 检查结论: "正常" });
    const { code, out, err } = await run("file", at("填好.xlsx"), "--record", record, "--json", "-");
    expect(code).toBe(1);
    expect(err).toContain("检查结论只有 2 个字，至少 30 个字（R02）");
    const { findings } = JSON.parse(out) as { findings: readonly { address: string; clause: string }[] };
    expect(findings.map(({ clause }) => clause)).toEqual(["R02"]);
    expect(findings[0]?.address).toContain(`${record}!B`);
    expect(existsSync(at("填好-已归档.xlsx"))).toBe(false);
  });

  it("fills in what the record lacks from the command line, files it and moves the ledger's clock", async () => {
    await withRecord();
    const bare = await run("file", at("回访.xlsx"), "--record", record, "--json", "-");
    expect(bare.code).toBe(1);
    const { findings } = JSON.parse(bare.out) as {
      findings: readonly { asks?: { key: string; label: string; choices?: readonly string[]; isDay?: true } }[];
    };
    const given: Readonly<Record<string, string>> = { 检查结论: CONCLUSION, 检查人: "样乙", "协(复)查": "样丙" };
    const answers = findings.flatMap(({ asks }) => {
      if (asks === undefined) return [];
      const { key, label, choices = ["厂区"], isDay } = asks;
      return ["--answer", `${key}=${isDay === true ? "2026-11-20" : (given[label] ?? choices[0] ?? "")}`];
    });
    const terms = ["--answer", "照片张数=3", "--answer", "复查意见=属实", "--accept", "-o", at("归档.xlsx")];
    const filed = await run("file", at("回访.xlsx"), "--record", record, ...answers, ...terms);
    expect(filed.err).toBe("");
    expect(filed.out).toContain(`DH-20261123-001 ${customer} 已归档，台账的回访日期已更新。`);
    const [ledger] = opened(readFileSync(at("归档.xlsx"))).sheets;
    const rows = ledger?.values({ row: 3, column: 0, rows: 8, columns: 60 }) ?? [];
    const column = rows[0]?.indexOf("贷后_上次上门日") ?? -1;
    expect(rows.filter((cells) => cells.includes(customer)).map((cells) => cells[column])).toEqual([
      TODAY - 3,
      TODAY - 3,
    ]);
  });

  it.each([
    [["--record", "示例台账", "--answer", "上门"], "--answer 应写成 栏目=内容，现在是“上门”"],
    [[], "file 需要 --record 回访表的工作表名"],
    [["--record", "示例台账"], "不是回访表"],
    [["--record", "没有"], "找不到工作表“没有”"],
  ])("with %j is refused with a sentence", async (words, sentence) => {
    const { code, err } = await run("file", at("台账.xlsx"), ...words);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });
});

describe("warn", () => {
  it("reports the customers with red and orange signals, the worst first, on a sheet of its own", async () => {
    const { code, out } = await run("warn", at("台账.xlsx"), "--json", "-");
    expect(code).toBe(0);
    const { sheet, customers } = JSON.parse(out) as { sheet: string; customers: number };
    const [ledger, report] = opened(readFileSync(at("台账-预警报告.xlsx"))).sheets;
    expect([ledger?.name, report?.name]).toEqual(["示例台账", sheet]);
    const texts = report?.values({ row: 5, column: 0, rows: customers, columns: 12 }) ?? [];
    const levels = texts.map(([, , , , signals]) => (typeof signals === "string" ? signals.slice(0, 3) : ""));
    expect(levels).toEqual([...levels].sort((one, other) => (one === other ? 0 : one === "【红】" ? -1 : 1)));
    expect(new Set(texts.map((cells) => cells[11]))).toEqual(new Set(["待报"]));
  });

  it("takes over what the last filed visit found and decided", async () => {
    const [customer, record] = ["辛样六", "回访_辛样六_20261123"];
    await run("visit", at("台账.xlsx"), "--customer", customer, "--type", "常规", "-o", at("回访.xlsx"));
    const book = opened(readFileSync(at("回访.xlsx")));
    fillIn(book, record, { 措施: "诉讼保全", 完成期限: TODAY + 5 });
    writeFileSync(at("填好.xlsx"), book.save());
    const filed = await run("file", at("填好.xlsx"), "--record", record, "--in-place");
    expect(filed.err).toBe("");
    await run("warn", at("填好.xlsx"), "--customer", customer, "-o", at("报告.xlsx"));
    const report = opened(readFileSync(at("报告.xlsx"))).sheets.find(({ name }) => name.startsWith("风险预警_"));
    expect(report?.values({ row: 5, column: 8, rows: 1, columns: 3 })).toEqual([["诉讼保全", undefined, TODAY + 5]]);
    expect(report?.values({ row: 7, column: 0, rows: 1, columns: 2 })).toEqual([["事实", CONCLUSION]]);
  });

  it("says that there is nothing to report", async () => {
    const { code, err } = await run("warn", at("台账.xlsx"), "--customer", "没有的客户");
    expect(code).toBe(1);
    expect(err).toContain("客户“没有的客户”没有红色或橙色的预警信号");
  });
});

describe("card", () => {
  it("puts a customer's filed visits side by side, the newest first, with what is open", async () => {
    const [customer, record] = ["松原里明达物流经营部", "回访_松原里明达物流经营部_20261123"];
    const fileOne = async (sheet: string, month: number, day: number, text: string) => {
      await run("visit", at("台账.xlsx"), "--customer", customer, "--type", "常规", "--in-place");
      const book = opened(readFileSync(at("台账.xlsx")));
      const hand = fillIn(book, sheet, { 检查日期: day, 检查结论: text, 纳税证明: "未收" });
      hand.write("月电费(元)", month, 2);
      writeFileSync(at("台账.xlsx"), book.save());
      expect((await run("file", at("台账.xlsx"), "--record", sheet, "--accept", "--in-place")).err).toBe("");
    };
    await fileOne(record, 5200, TODAY - 4, CONCLUSION);
    const other =
      "夜班恢复，新接两条干线订单，车辆月供按时，油费上涨由客户承担一半，账期缩短到四十五天，暂无新增负债。";
    await fileOne(`${record}-2`, 6100, TODAY - 1, other);
    const { code, out } = await run("card", at("台账.xlsx"), "--customer", customer, "-o", at("信息.xlsx"));
    expect(code).toBe(0);
    expect(out).toContain("生成了“客户信息_松原里明达物流经营部_20261123”。");
    const sheet = opened(readFileSync(at("信息.xlsx"))).sheets.at(-1);
    const rows = sheet?.values({ row: 0, column: 0, rows: sheet.used(true)?.rows ?? 0, columns: 12 }) ?? [];
    const rowOf = (label: string) => rows.find(([first]) => first === label);
    expect(rowOf("检查日期")?.slice(4, 8)).toEqual([TODAY - 1, undefined, TODAY - 4, undefined]);
    expect(rowOf("月电费(元)")?.slice(4, 8)).toEqual([6100, undefined, 5200, undefined]);
    expect(rowOf("未收资料")?.[1]).toBe("纳税证明");
  });

  it("needs to know which customer", async () => {
    expect((await run("card", at("台账.xlsx"), "--customer", "辛样六")).code).toBe(0);
    expect(existsSync(at("台账-信息表.xlsx"))).toBe(true);
    expect((await run("card", at("台账.xlsx"))).err).toContain("card 需要 --customer");
    expect((await run("card", at("台账.xlsx"), "--customer", "没有", "-o", at("无.xlsx"))).err).toContain(
      "没有还有余额的客户“没有”",
    );
  });
});

describe("plan", () => {
  it("[A26][A27] plans the visits of thirty days with investigations on the way, on a sheet of its own", async () => {
    const { code, out } = await run("plan", at("台账.xlsx"), "--also", "新城样品厂@城东", "-o", at("计划.xlsx"));
    expect(code).toBe(0);
    expect(out).toMatch(/生成了“回访计划_20261123”，\d+ 户排在 \d+ 天。/);
    const sheet = opened(readFileSync(at("计划.xlsx"))).sheets.at(-1);
    const rows = sheet?.values({ row: 0, column: 0, rows: sheet.used(true)?.rows ?? 0, columns: 12 }) ?? [];
    expect(rows.filter((row) => row.includes("贷前调查") && row.includes("新城样品厂"))).toHaveLength(1);
  });
});

describe("help", () => {
  it("is given for one verb, or for all, and is no error", async () => {
    const one = await run("visit", "--help");
    expect([one.code, one.err]).toEqual([0, ""]);
    expect(one.out).toContain("npm run ledger -- visit 台账.xlsx (--customer 客户名称");
    expect(one.out).not.toContain("annotate");
    expect((await run("--help")).out).toContain("退出码：0 完成");
  });

  it("says of every verb what the README says", () => {
    const readme = readFileSync(path.resolve(__dirname, "../../README.md"), "utf8");
    const lines = (text: string) => text.split("\n").filter((line) => /^ *npm run ledger -- /.test(line));
    expect(lines(readme)).toEqual(lines(usage).map((line) => line.trim()));
  });
});
