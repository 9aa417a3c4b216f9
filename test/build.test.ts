import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** What a build for the pane is made of, as far as it is looked at here. */
interface Plugin {
  readonly userOptions?: { readonly policy: string; readonly officeSource: string; readonly guardName: string };
  readonly patterns?: readonly { readonly from: string; readonly to?: string; readonly transform?: Transform }[];
}
type Transform = (content: string) => string | Buffer;
type Configure = (
  env: Readonly<Record<string, string>>,
  argv: object,
) => Promise<{ readonly plugins: readonly Plugin[] }>;

const root = path.resolve(__dirname, "..");
const configure = createRequire(__filename)("../webpack.config.js") as Configure;
const built = async (env: Readonly<Record<string, string>>) =>
  (await configure({ target: "excel", ...env }, {})).plugins;
const pageOf = (plugins: readonly Plugin[]) =>
  plugins.find(({ userOptions }) => userOptions !== undefined)?.userOptions;
const copiedBy = (plugins: readonly Plugin[]) => plugins.flatMap(({ patterns }) => patterns ?? []);

describe("the page of the pane", () => {
  it.each([
    ["global", "https://appsforoffice.microsoft.com"],
    ["china", "https://appsforoffice.cdn.partner.office365.cn"],
    ["self", undefined],
  ])("[P49] reaches nothing but its own server, and for Office.js of %s %s", async (office, origin) => {
    const page = pageOf(await built({ office }));
    const policy = new Map(
      (page?.policy ?? "").split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1)]),
    );
    expect(policy.get("default-src")).toEqual(["'self'"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.get("script-src")).toEqual(["'self'", ...(origin === undefined ? [] : [origin])]);
    expect(page?.officeSource.startsWith(origin ?? "office/")).toBe(true);
    expect(policy.get("form-action")).toEqual(["'none'"]);
    expect(page?.policy).not.toMatch(/\*|http:|unsafe-eval/);
  });

  it("[P46] asks for its guard by a name that changes with what the guard does", async () => {
    const plugins = await built({});
    const name = pageOf(plugins)?.guardName;
    expect(name).toMatch(/^guard\.[0-9a-f]{8}\.js$/);
    expect(copiedBy(plugins).find(({ from }) => from.endsWith("guard.cjs"))?.to).toBe(name);
    const page = readFileSync(path.join(root, "src/taskpane/taskpane.html"), "utf8");
    expect([...page.matchAll(/<script src="([^"]*)"/g)].map(([, source]) => source)).toEqual([
      "<%= htmlWebpackPlugin.options.guardName %>",
      "<%= htmlWebpackPlugin.options.officeSource %>",
    ]);
  });
});

describe("a build for an intranet", () => {
  it("[P44] brings all that Office.js looks for in Excel on Windows, Mac and the web", async () => {
    const copied = copiedBy(await built({ office: "self" }));
    const hosted = copied.flatMap(({ to }) => (to?.startsWith("office/") === true ? [to.slice("office/".length)] : []));
    const folder = path.join(root, "node_modules/@microsoft/office-js/dist");
    const office = readFileSync(path.join(folder, "office.js"), "utf8");
    const versions = /\bexcel:\{([^}]*)\}/.exec(office)?.[1] ?? "";
    const hosts = ["win32", "mac", "web"].map((platform) => {
      const version = new RegExp(`\\b${platform}:"([\\d.]+)"`).exec(versions)?.[1] ?? "none";
      return `excel-${platform}-${version}.js`;
    });
    const named = [...office.matchAll(/"((?:telemetry\/|o15)[\w-]+\.js)"/g)].map(([, file]) => file);
    const strings = ["zh-cn", "en-us"].map((locale) => `${locale}/office_strings.js`);
    expect(named.length).toBeGreaterThan(1);
    expect(hosted).toEqual(expect.arrayContaining(["office.js", ...hosts, ...named, ...strings]));
    expect(copied.filter(({ from }) => !from.includes("*") && !existsSync(from))).toEqual([]);
  });

  it("[P45] writes for a share what has Windows trust it, and refuses a path on a disk", async () => {
    await expect(built({ share: "D:\\贷后助手" })).rejects.toThrow("不能是本机路径");
    const share = copiedBy(await built({ share: "\\\\服务器\\贷后助手" })).find(({ to }) => to === "trust-share.reg");
    const written = share?.transform?.("");
    const text = Buffer.isBuffer(written) ? written.toString("utf16le") : "";
    expect(text).toMatch(/^\ufeffWindows Registry Editor Version 5\.00\r\n/);
    expect(text).toContain("[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{");
    expect(text).toContain('"Url"="\\\\\\\\服务器\\\\贷后助手"\r\n"Flags"=dword:00000001');
    expect(copiedBy(await built({})).map(({ to }) => to)).not.toContain("trust-share.reg");
  });

  it("[P54] is refused for an address without a certificate, and leads its manifest to one that has one", async () => {
    await expect(built({ url: "http://server/dai/" })).rejects.toThrow("应以 https:// 开头");
    const manifest = copiedBy(await built({ url: "https://server/dai/" })).find(({ from }) =>
      from.endsWith("manifest.xml"),
    );
    const written = manifest?.transform?.(readFileSync(path.join(root, "manifest.xml"), "utf8")) ?? "localhost";
    expect(written).toContain('SourceLocation DefaultValue="https://server/dai/taskpane.html"');
    expect(written).not.toContain("localhost");
  });
});
