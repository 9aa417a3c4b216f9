import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { main } from "../../src/cli/script/main";
import { fileWith, opened, TODAY } from "../embedded/workbooks";

const library = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
const sources = {
  library: fs.readFileSync(library, "utf8"),
  inside: fs.readFileSync(path.resolve(__dirname, "../../src/cli/script/inside.cjs"), "utf8"),
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "excel-script-"));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});
const at = (name: string): string => path.join(folder, name);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a script that is given as text, with further words of the command line. */
async function run(script: string, ...given: readonly string[]): Promise<Ran> {
  fs.writeFileSync(at("script.js"), script);
  const texts = { out: "", err: "" };
  const print = (level: "out" | "err", text: string) => (texts[level] += `${text}\n`);
  const code = await main([at("script.js"), ...given], { today: () => TODAY, print, sources });
  return { code, ...texts };
}

const write = `
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2").values = [[21], ["=A1*2"]];
    await context.sync();
  });
`;

describe("npm run excel", () => {
  it("runs a script with await at its top level over a blank workbook and prints its console", async () => {
    const { code, out } = await run(`${write}
      const values = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getUsedRange().load("values");
        await context.sync();
        return range.values;
      });
      console.log("values", values, { a: 1 });`);
    expect({ code, out }).toEqual({ code: 0, out: "values [ [ 21 ], [ 42 ] ] { a: 1 }\n" });
  });

  it("saves where it is told to, with what the formulas give", async () => {
    expect((await run(write, "-o", at("saved.xlsx"))).code).toBe(0);
    const sheet = opened(fs.readFileSync(at("saved.xlsx"))).sheets[0];
    expect(sheet?.cell(1, 0)).toMatchObject({ value: 42, formula: "A1*2" });
  });

  it("opens a workbook, leaves it alone, and writes over it only when asked", async () => {
    fs.writeFileSync(at("in.xlsx"), fileWith([[1]]));
    const before = fs.readFileSync(at("in.xlsx"));
    expect((await run(write, at("in.xlsx"))).code).toBe(0);
    expect(fs.readFileSync(at("in.xlsx")).equals(before)).toBe(true);
    const same = await run(write, at("in.xlsx"), "-o", at("in.xlsx"));
    expect(same).toMatchObject({ code: 1, err: expect.stringContaining("--in-place") as string });
    expect((await run(write, at("in.xlsx"), "--in-place")).code).toBe(0);
    expect(opened(fs.readFileSync(at("in.xlsx"))).sheets[0]?.cell(0, 0).value).toBe(21);
  });

  it("presses the buttons that a sample listens to, and lets it read its page", async () => {
    const { code, out } = await run(
      `document.getElementById("run").addEventListener("click", () => tryCatch(run));
       $("#setup").click(() => console.log("setup"));
       async function run() {
         await Excel.run(async (context) => {
           const range = context.workbook.getSelectedRange();
           range.values = [[Number(document.getElementById("amount").value)]];
           range.load("address, values");
           await context.sync();
           document.getElementById("out").innerHTML = range.address;
           console.log(document.getElementById("out").innerHTML, range.values[0][0]);
         });
       }
       async function tryCatch(callback) {
         try { await callback(); } catch (error) { console.error(error); }
       }`,
      "--input",
      "amount=1250.5",
    );
    expect({ code, out }).toEqual({ code: 0, out: "setup\nSheet1!A1 1250.5\n" });
  });

  it("starts scripts that wait for Office, and waits for what they start", async () => {
    const { out } = await run(`Office.onReady(({ host, platform }) => {
      setTimeout(() => Excel.run(async (context) => {
        context.workbook.worksheets.load("items/name");
        await context.sync();
        console.log(host, platform, context.workbook.worksheets.items.map(({ name }) => name).join());
      }), 20);
    });`);
    expect(out).toBe("Excel PC Sheet1\n");
  });

  it("ends with Office's own error where nothing catches it", async () => {
    const { code, err } = await run(`await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("没有").getRange("A1").values = [[1]];
      await context.sync();
    });`);
    expect(code).toBe(1);
    expect(err).toContain("ItemNotFound: The requested resource doesn't exist.");
    expect(err).toContain("worksheets.getItem(");
  });

  it.each([
    ["a timer", `setTimeout(() => { throw new Error("later"); }, 1);`, "later"],
    ["a button", `document.getElementById("run").onclick = () => { throw new Error("pressed"); };`, "pressed"],
    ["the script's own grammar", "let x = ;", "Unexpected token"],
  ])("ends with an error of %s", async (_name, script, message) => {
    const { code, err } = await run(script);
    expect({ code, told: err.includes(message) }).toEqual({ code: 1, told: true });
  });

  it("ends with an error of a promise that nobody waits for, as its own process", () => {
    fs.writeFileSync(at("script.js"), `Promise.reject(new Error("forgotten"));`);
    const launch = path.resolve(__dirname, "../../src/cli/launch.mjs");
    const { status, stderr } = spawnSync(process.execPath, [launch, "excel", at("script.js")], { encoding: "utf8" });
    expect({ status, told: stderr.includes("forgotten") }).toEqual({ status: 1, told: true });
  }, 180_000);

  it("takes names where npm was called, and ends quietly where nobody reads to the end", async () => {
    fs.writeFileSync(at("long.js"), `console.log("x".repeat(1e6)); console.log("y".repeat(1e6));`);
    const launch = path.resolve(__dirname, "../../src/cli/launch.mjs");
    const child = spawn(process.execPath, [launch, "excel", "long.js"], { env: { ...process.env, INIT_CWD: folder } });
    let err = "";
    child.stdout.once("data", () => child.stdout.destroy());
    child.stderr.on("data", (text: Buffer) => (err += text.toString()));
    const [status] = (await once(child, "close")) as [number];
    expect({ status, err }).toEqual({ status: 0, err: "" });
  }, 180_000);

  it("does not let a script reach files, a network or Node", async () => {
    const { out } = await run(
      `console.log(typeof require, typeof process, typeof fetch, typeof XMLHttpRequest,
        console.log.constructor("return typeof process")(), setTimeout.constructor("return typeof process")());`,
    );
    expect(out.trim()).toBe(Array(6).fill("undefined").join(" "));
  });

  it("plays the version it is told to", async () => {
    const script = `console.log(["1.8", "1.9"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)).join());
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().pageLayout.orientation = "Landscape";
        await context.sync();
      });`;
    expect(await run(script, "--api", "1.9")).toMatchObject({ code: 0, out: "true,true\n" });
    const older = await run(script, "--api", "1.8");
    expect(older).toMatchObject({
      code: 1,
      out: "true,false\n",
      err: expect.stringContaining("ApiNotFound") as string,
    });
  });

  it.each([
    ["a workbook that is not there", ["没有.xlsx"], "找不到"],
    ["a file that is no workbook", [__filename], "不是"],
    ["a version that is none", ["--api", "2.0"], "1.1 到 1.21"],
    ["an option that is none", ["--fast"], "--fast"],
    ["a button that is none", ["--click", "stop"], "stop"],
    ["an overwriting of nothing", ["--in-place"], "-o"],
    ["a result in place of the script", ["-o", at("script.js")], "就是要运行的脚本"],
    ["a result of another kind", ["-o", at("x.xls")], "应以 .xlsx 结尾"],
    ["a result in no folder", ["-o", at("没有/x.xlsx")], "不存在"],
    ["two results", ["-o", at("a.xlsx"), "-o", at("b.xlsx")], "-o 只能写一次"],
  ])("says what is wrong with %s", async (_name, given, told) => {
    const { code, err } = await run("1;", ...given);
    expect({ code, told: err.includes(told) }).toEqual({ code: 1, told: true });
  });
});
