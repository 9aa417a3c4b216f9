import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { main } from "../../src/cli/main";
import { fileWith, inExcel, opened, sampleFile, TODAY } from "../embedded/workbooks";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "post-loan-health-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function health(bytes: Uint8Array, ...words: readonly string[]) {
  const file = path.join(folder, "台账.xlsx");
  writeFileSync(file, bytes);
  const told: string[] = [];
  const out = (text: string): void => {
    told.push(text);
  };
  const code = await main(["health", file, ...words], { today: TODAY, out, err: out, start: (book) => inExcel(book) });
  return { code, out: told.join("") };
}

describe("health", () => {
  it("names every doubtful cell of the sample ledger with its clause, and writes nothing", async () => {
    const { code, out } = await health(sampleFile(), "--json", "-");
    expect(code).toBe(0);
    const { ailments } = JSON.parse(out) as { ailments: readonly { clause: string; address: string }[] };
    expect(ailments).toContainEqual(expect.objectContaining({ address: "示例台账!K46" }));
    expect(ailments).toContainEqual(expect.objectContaining({ address: "示例台账!H143" }));
    for (const { clause, address } of ailments) {
      expect(clause).toMatch(/^(D\d\d)?$/);
      expect(address).toMatch(/^示例台账![A-Z]+\d+$/);
    }
    expect(readdirSync(folder)).toEqual(["台账.xlsx"]);
  });

  it("puts the check on a sheet to print where a result is named, and the check of that file leaves the sheet out", async () => {
    const result = path.join(folder, "体检.xlsx");
    const { code, out } = await health(sampleFile(), "-o", result);
    expect(code).toBe(0);
    expect(out).toContain("已生成工作表“台账体检_20261123”");
    const [, sheet] = opened(readFileSync(result)).sheets;
    const cells = sheet?.values({ row: 0, column: 0, rows: 60, columns: 4 }) ?? [];
    expect(cells[2]).toEqual(["条款", "位置", "问题", "处理"]);
    expect(cells.map(([, where]) => where)).toContain("示例台账!K46");
    const again = await health(readFileSync(result), "--json", "-");
    expect(again.code).toBe(0);
  });

  it("says so where there is nothing to say, and ends with 2 where there is no ledger", async () => {
    const sound = [
      ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类"],
      ["云岭样品商行", "JJ1", 800_000, "2026-03-02", "2027-03-02", "正常"],
    ];
    const { code, out } = await health(fileWith(sound));
    expect([code, out]).toEqual([0, "台账体检：没有发现问题，台账没有改动。\n"]);
    expect((await health(fileWith([]))).code).toBe(2);
  });
});
