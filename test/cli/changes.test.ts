import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { main } from "../../src/cli/main";
import { fileWith, inExcel, opened, smallLedger, TODAY } from "../embedded/workbooks";

const folder = mkdtempSync(path.join(tmpdir(), "post-loan-changes-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string) => path.join(folder, name);

async function ledger(...words: readonly string[]) {
  const told = { out: "", err: "" };
  const code = await main(words, {
    today: TODAY,
    out: (text) => (told.out += text),
    err: (text) => (told.err += text),
    start: (book) => inExcel(book),
  });
  return { code, ...told };
}

describe("changes", () => {
  it("are told against the last run for a person and for a program, and nothing is written", async () => {
    writeFileSync(at("台账.xlsx"), fileWith(smallLedger));
    const none = await ledger("changes", at("台账.xlsx"));
    expect(none).toMatchObject({ code: 1, out: "" });
    expect(none.err).toContain("下次标注时就能看到变化");
    await ledger("annotate", at("台账.xlsx"), "-o", at("十月.xlsx"), "--as-of", "2026-10-31");
    const { code, out } = await ledger("changes", at("十月.xlsx"), "--as-of", "2026-11-23");
    expect(code).toBe(0);
    expect(out).toContain(
      "Sheet1：2026-11-23 与 2026-10-31 相比，变差 0 户，新增 0 户，好转 0 户，已不在 0 户，未变 3 户",
    );
    const json = await ledger("changes", at("十月.xlsx"), "--as-of", "2026-11-23", "--json", "-");
    expect(JSON.parse(json.out)).toMatchObject({
      ledgers: [{ sheet: "Sheet1", since: "2026-10-31", counts: { same: 3 }, customers: [] }],
      days: ["2026-10-31"],
    });
    const early = await ledger("changes", at("十月.xlsx"), "--since", "2026-01-31");
    expect(early.err).toContain("可以比较的日期：2026-10-31");
    expect((await ledger("changes", at("十月.xlsx"), "--since", "十月")).err).toContain("--since 应写成");
  });

  it("are put on a sheet to print where a result is named", async () => {
    writeFileSync(at("台账.xlsx"), fileWith(smallLedger));
    await ledger("annotate", at("台账.xlsx"), "-o", at("十月.xlsx"), "--as-of", "2026-10-31");
    const day = ["--as-of", "2026-11-23"];
    const { code, out } = await ledger("changes", at("十月.xlsx"), "-o", at("变化.xlsx"), ...day);
    expect([code, out]).toEqual([0, expect.stringContaining("已生成工作表“贷后变化_20261123”")]);
    expect(opened(readFileSync(at("变化.xlsx"))).sheets.map(({ name }) => name)).toContain("贷后变化_20261123");
    const undone = await ledger("undo", at("变化.xlsx"), "-o", at("撤销.xlsx"));
    expect([undone.code, undone.out]).toEqual([0, expect.stringContaining("生成贷后变化表")]);
    expect(opened(readFileSync(at("撤销.xlsx"))).sheets.map(({ name }) => name)).not.toContain("贷后变化_20261123");
  });
});
