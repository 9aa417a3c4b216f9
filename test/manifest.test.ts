import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const good = readFileSync(path.join(root, "manifest.xml"), "utf8");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "manifest-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the check says of a manifest, and how it ends. */
function check(xml: string): { status: number | null; said: string } {
  const file = path.join(folder, "manifest.xml");
  writeFileSync(file, xml);
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, "test/manifest.mjs"), file], {
    encoding: "utf8",
  });
  return { status, said: stdout };
}

test("the manifest has no fault", () => {
  const { status, said } = check(good);
  expect(said).toContain("✓ manifest.xml");
  expect(status).toBe(0);
});

test.each([
  ["xml", "</Permissions>", "</Permission>", "closes"],
  ["order", "<Permissions>ReadWriteDocument</Permissions>", "", ""],
  ["resources", '<Label resid="Tab.Label" />', '<Label resid="Tab.Labels" />', '"Tab.Labels", which is no resource'],
  ["texts", 'Value="Annotate"', `Value="${"x".repeat(126)}"`, "longer than 125"],
  ["ids", 'id="PostLoan.Annotate"', 'id="PostLoan.Open"', 'id "PostLoan.Open" stands twice'],
  ["ids", 'id="PostLoan.Annotate"', `id="${"x".repeat(33)}"`, "longer than 32"],
  ["addresses", 'SourceLocation DefaultValue="https:', 'SourceLocation DefaultValue="http:', "is not https"],
  ["icons", "annotate-16.png", "annotate-32.png", "is not 16 x 16"],
  ["icons", "annotate-16.png", "annotated-16.png", "is no file"],
  [
    "commands",
    "<FunctionName>clear</FunctionName>",
    "<FunctionName>wipe</FunctionName>",
    'command "wipe" is registered',
  ],
  ["requirements", 'Name="ExcelApi" MinVersion="1.14"', 'Name="ExcelApi" MinVersion="1.16"', "above 1.14"],
])("a fault of %s is told: %s", (name, from, to, says) => {
  expect(good).toContain(from);
  const broken = good.replace(from, to);
  const { status, said } = check(name === "order" ? moved(good) : broken);
  expect(said).toContain(`✗ ${name}: `);
  expect(said).toContain(says);
  expect(status).toBe(1);
});

/** Permissions before Hosts, where the schema does not want them. */
function moved(xml: string): string {
  const permissions = "<Permissions>ReadWriteDocument</Permissions>";
  return xml.replace(permissions, "").replace("<Hosts>", `${permissions}<Hosts>`);
}
