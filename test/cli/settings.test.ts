import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { main } from "../../src/cli/main";
import { inExcel, sampleFile, TODAY } from "../embedded/workbooks";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "post-loan-settings-"));
  writeFileSync(path.join(folder, "台账.xlsx"), sampleFile());
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => path.join(folder, name);

async function settings(input: string, ...words: readonly string[]) {
  const told: string[] = [];
  const out = (text: string): void => {
    told.push(text);
  };
  const around = { today: TODAY, out, err: out, start: (book: Parameters<typeof inExcel>[0]) => inExcel(book) };
  const code = await main(["settings", at(input), ...words], around);
  return { code, out: told.join("") };
}

const read = (name: string) => JSON.parse(readFileSync(at(name), "utf8")) as Record<string, unknown>;

describe("settings", () => {
  it("travel to another workbook by a file, and are told whom they move", async () => {
    writeFileSync(at("台账-新设置.xlsx"), "");
    expect((await settings("台账.xlsx", "--export", at("设置.json"))).code).toBe(0);
    const file = read("设置.json");
    const small = Object.keys(file).find((label) => label.includes("小额")) ?? "";
    expect(typeof file[small]).toBe("number");
    writeFileSync(at("设置.json"), JSON.stringify({ ...file, [small]: 1 }));

    const { code, out } = await settings("台账.xlsx", "--import", at("设置.json"), "-o", at("新.xlsx"), "--json", "-");
    expect(code).toBe(0);
    const { moved } = JSON.parse(out) as { moved: readonly { group: readonly [string, string] }[] };
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.map(({ group }) => group.join())).toContain("A 低风险,B 正常");
    expect((await settings("新.xlsx", "--export", at("再.json"))).code).toBe(0);
    expect(read("再.json")).toEqual({ ...file, [small]: 1 });
  });

  it("are not exported where a workbook is asked for too, which export does not write", async () => {
    const { code, out } = await settings("台账.xlsx", "--export", at("设置.json"), "-o", at("新.xlsx"));
    expect([code, out]).toEqual([1, expect.stringContaining("--export 不写工作簿")]);
    expect(() => readFileSync(at("设置.json"))).toThrow();
  });

  it("of a file that cannot be used are refused by name, and nothing is written", async () => {
    writeFileSync(at("坏.json"), JSON.stringify({ 贷后设置: 1, 没有这一项: 5 }));
    const { code, out } = await settings("台账.xlsx", "--import", at("坏.json"), "-o", at("新.xlsx"));
    expect(code).toBe(1);
    expect(out).toContain("没有这一项");
    expect(() => readFileSync(at("新.xlsx"))).toThrow();
  });
});
