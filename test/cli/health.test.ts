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

  it("[D17] names a visit that is still to come", async () => {
    const { out } = await health(
      fileWith([
        ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "上次回访日期"],
        ["云岭样品商行", "JJ1", 800_000, "2026-03-02", "2027-03-02", "正常", "2026-12-01"],
        ["溪口样品加工厂", "JJ2", 800_000, "2026-03-02", "2027-03-02", "正常", "2026-11-23"],
      ]),
    );
    expect(out).toMatch(/D17 Sheet1!G2 回访日期 2026-12-01 晚于基准日/);
    expect(out).not.toMatch(/D17 Sheet1!G3/);
  });

  it("mends what it is told to into new columns, and says what it can mend", async () => {
    const untidy = fileWith([
      ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类"],
      ["云岭样品商行 ", "JJ1", 800_000, "2026.3.2", "2027.3.2", "正常"],
    ]);
    const told = await health(untidy);
    expect(told.out).toContain("Sheet1 客户名称：1 处多余的空格");
    const result = path.join(folder, "补好.xlsx");
    const { code, out } = await health(untidy, "--mend", "到期日期、客户名称", "-o", result);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("补好 2 处，写在新列 贷后_规范到期日期、贷后_规范客户名称，原列没有改动"),
    ]);
    const [sheet] = opened(readFileSync(result)).sheets;
    expect(sheet?.values({ row: 1, column: 3, rows: 1, columns: 5 })).toEqual([
      ["2026.3.2", "2027.3.2", "正常", 46_448, "云岭样品商行"],
    ]);
    expect((await health(untidy, "--mend", "五级分类", "-o", result)).out).toContain("“五级分类”不能补好");
    expect((await health(untidy, "--mend", "到期日期")).out).toContain("请加 -o");
  });

  it("says so where there is nothing to say, and ends with 2 where there is no ledger", async () => {
    const sound = [
      ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类"],
      ["云岭样品商行", "JJ1", 800_000, 46_083, 46_448, "正常"],
    ];
    const { code, out } = await health(fileWith(sound));
    expect([code, out]).toEqual([0, "台账体检：没有发现问题，台账没有改动。\n"]);
    expect((await health(fileWith([]))).code).toBe(2);
  });
});
