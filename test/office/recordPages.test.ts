import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { makeGuarantorRecord } from "../../src/app/guarantorVisit";
import { makeTemplate } from "../../src/app/makeTemplate";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import { recordSubjects, recordTypes } from "../../src/domain/record/variant";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, TODAY, unwatched } from "../embedded/workbooks";
import { printedByLibreOffice } from "./libreOffice";

const LONG = "松原样品里程碑农业机械制造与冷链仓储物流供应链管理（集团）股份有限公司第二分公司";
const GUARANTEE = "云岭样品中小企业融资担保（集团）有限责任公司";
const run = { today: TODAY, asOf: TODAY };

const heads = [
  ...["客户名称", "借据号", "贷款品种", "贷款金额(元)", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数"],
  ...[
    "担保方式",
    "保证人",
    "抵押物",
    "评估价值(元)",
    "贷款用途",
    "所属行业",
    "客户经理",
    "经办机构",
    "法定代表人",
    "股东",
  ],
];

/** Sixty drawdowns of one customer with a long name, each with guarantors and collateral. */
const rows: readonly (readonly Scalar[])[] = Array.from({ length: 60 }, (_, index) => [
  ...[LONG, `JJ20260000${String(index + 100)}`, "流动资金贷款", 12_345_678.9, 9_876_543.21, "2026-03-02", "2027-03-02"],
  ...["关注", index, "保证、抵押", `样甲、${GUARANTEE}、样乙、样丙`, "样东路一百二十八号厂房及土地使用权", 23_456_789],
  ...["采购原材料、支付货款和补充日常经营周转", "农副食品加工业", "样丁", "示例一支行", "样甲、样戊"],
  "样甲(60%)、样乙(20%)、样丙(10%)、样己(10%)",
]);

/** On how many pages each record of a printed workbook stands, by the number at the head of its pages. */
function pagesOf(pdf: Buffer): ReadonlyMap<string, number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "pages-"));
  try {
    const file = path.join(folder, "printed.pdf");
    writeFileSync(file, pdf);
    const pages = execFileSync("pdftotext", ["-layout", file, "-"]).toString().split("\f").slice(0, -1);
    const counts = new Map<string, number>();
    for (const page of pages) {
      const number = /DH-\d{8}-\d{3}/.exec(page)?.[0] ?? "";
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("LibreOffice, asked to print every kind of record of a customer with much to tell", () => {
  it("needs two pages at most for each", async () => {
    const { excel, workbook } = inExcel(opened(fileWith([heads, ...rows])));
    const kinds = recordTypes.flatMap((type) => recordSubjects.map((subject) => ({ type, subject })));
    const titles = new Map<string, string>();
    for (const kind of kinds) {
      const options = { ...run, ...kind, withHints: true, chosen: { customer: LONG } };
      const made = await makeRecords(workbook, options, unwatched);
      if (!made.ok) throw new Error(failureSentence(made.because));
      titles.set(made.value.records[0]?.number ?? "", `${kind.type} ${kind.subject}`);
    }
    for (const guarantor of ["样甲", GUARANTEE]) {
      const made = await makeGuarantorRecord(workbook, { ...run, guarantor }, unwatched);
      if (!made.ok) throw new Error(failureSentence(made.because));
      titles.set(made.value.records[0]?.number ?? "", guarantor);
    }
    await makeTemplate(workbook, run, unwatched);
    const own = await makeRecords(workbook, { ...run, withHints: true, chosen: { customer: LONG } }, unwatched);
    if (!own.ok) throw new Error(failureSentence(own.because));
    titles.set(own.value.records[0]?.number ?? "", "the bank's own form");
    for (const name of ["Sheet1", "回访模板"]) {
      const sheet = excel.book.sheets.find((one) => one.name === name);
      if (sheet !== undefined) excel.book.deleteSheet(sheet);
    }
    const pages = pagesOf(printedByLibreOffice(excel.book.save()));
    const told = [...titles].map(([number, title]) => ({ title, pages: pages.get(number) ?? 0 }));
    expect(told.filter((one) => one.pages < 1 || one.pages > 2)).toEqual([]);
    expect(told).toHaveLength(kinds.length + 3);
    expect([...pages.keys()].filter((number) => !titles.has(number))).toEqual([]);
  }, 240_000);
});
