import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { main } from "../../src/cli/main";
import { fileWith, inExcel, TODAY } from "../embedded/workbooks";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "map-"));
  writeFileSync(
    at("台账.xlsx"),
    fileWith([
      ["客户名称", "贷款余额", "账面数", "到期日期", "五级分类"],
      ["云岭样品商行", 500_000, 480_000, "2029-03-02", "正常"],
      ["溪口样品加工厂", 800_000, 790_000, "2029-05-02", "关注"],
    ]),
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string) => path.join(folder, name);

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await main(words, {
    today: TODAY,
    out: (text) => (out += text),
    err: (text) => (err += text),
    start: (book) => inExcel(book),
  });
  return { code, out, err };
}

const columnsOf = async (file: string) => {
  const { out } = await run("check", at(file), "--json", "-");
  const { ledgers } = JSON.parse(out) as { ledgers: readonly { columns: Readonly<Record<string, unknown>> }[] };
  return ledgers[0]?.columns ?? {};
};

test("a mapped column beats the heading, is told as such, and goes with clear", async () => {
  const mapped = await run(
    "map",
    at("台账.xlsx"),
    "-o",
    at("对应.xlsx"),
    "--set",
    "贷款余额=账面数",
    "--ignore",
    "五级分类",
  );
  expect(mapped).toMatchObject({ code: 0, err: "" });
  expect(mapped.out).toContain("贷款余额：C 列");
  const columns = await columnsOf("对应.xlsx");
  expect(columns["balance"]).toMatchObject({ column: "C", heading: "账面数", source: "mapping" });
  expect(columns).not.toHaveProperty("fiveClass");
  expect((await columnsOf("台账.xlsx"))["balance"]).toMatchObject({ column: "B" });
  await run("clear", at("对应.xlsx"), "-o", at("清.xlsx"));
  expect(await columnsOf("清.xlsx")).toEqual(await columnsOf("台账.xlsx"));
});

test.each([
  [["--set", "身高=B"], /没有“身高”这个栏目/],
  [["--set", "贷款余额=Q"], /没有“Q”这一列/],
  [["--set", "贷款余额"], /应写成 栏目=列/],
  [[], /map 需要 --set/],
])("refuses %j and writes nothing", async (words, sentence) => {
  const { code, err } = await run("map", at("台账.xlsx"), ...words);
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
});
