const { createHash } = require("node:crypto");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");

const at = (...parts) => path.resolve(__dirname, ...parts);
const officeFiles = at("node_modules/@microsoft/office-js/dist");
const fluent = at("src/taskpane/fluent.ts");
const guard = at("src/taskpane/guard.cjs");
/** Named by its contents like every script of the pane, so that no web view runs an older one than the page expects. */
const guardName = `guard.${createHash("sha256").update(fs.readFileSync(guard)).digest("hex").slice(0, 8)}.js`;
const PORT = 3000;
const DEVELOPMENT_URL = `https://localhost:${PORT}/`;

/** Under which a shared folder is told to be trusted; the add-in's own. */
const CATALOGUE = "{7d3c0f52-8b0e-4a57-9c1e-5f6a2e9b41d8}";

/** Where Office.js comes from: `--env office=global` (default), `china`, or `self` for an intranet without either. */
const officeSources = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  self: "office/office.js",
};

/** All that Office.js loads in Excel on Windows, Mac and the web, with Chinese and English strings. */
const selfHosted = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs.js",
  "telemetry/oteljs_agave.js",
  "ariatelemetry/aria-web-telemetry.js",
];

/** Scripts from this origin (and Office.js from its own); styles are set by Fluent at run time; nothing else leaves or enters. */
function contentSecurityPolicy(officeSource) {
  const origin = /^https:\/\/[^/]+/.exec(officeSource)?.[0] ?? "";
  return [
    "default-src 'self'",
    `script-src 'self' ${origin}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
}

function panePage(filename, officeSource, chunks) {
  return new HtmlPlugin({
    filename,
    template: at("src/taskpane/taskpane.html"),
    chunks,
    chunksSortMode: "manual",
    guardName,
    officeSource,
    policy: contentSecurityPolicy(officeSource),
  });
}

/** The manifest points to the development server; `--env url=https://server/folder/` points it to where the folder will be served. */
function withUrl(url) {
  if (url === undefined) return (content) => content;
  if (!/^https:\/\/.+\/$/.test(url)) throw new Error(`--env url 应以 https:// 开头并以 / 结尾，现在是 ${url}`);
  return (content) => content.toString().replaceAll(DEVELOPMENT_URL, url);
}

/** What tells Windows to trust a shared folder of add-ins, as a double click on it does; regedit reads UTF-16. */
function trustShare(share) {
  if (!/^\\\\[^\\]+\\[^\\]+/.test(share)) {
    throw new Error(`--env share 应为共享文件夹的网络路径，如 \\\\服务器\\共享，不能是本机路径，现在是 ${share}`);
  }
  const lines = [
    "Windows Registry Editor Version 5.00",
    "",
    `[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\${CATALOGUE}]`,
    `"Id"="${CATALOGUE}"`,
    `"Url"="${share.replaceAll("\\", "\\\\")}"`,
    '"Flags"=dword:00000001',
    "",
  ];
  return Buffer.from(`\ufeff${lines.join("\r\n")}`, "utf16le");
}

function copied(env, target) {
  const client = target === "excel" ? [] : ["excel-web-16.00.js"];
  const files = env.office === "self" ? selfHosted : client;
  const missing = files.filter((file) => !fs.existsSync(path.join(officeFiles, file)));
  if (missing.length > 0) throw new Error(`@microsoft/office-js 中缺少：${missing.join("、")}。请重新运行 npm ci。`);
  const registry = env.share === undefined ? undefined : trustShare(env.share);
  return new CopyPlugin({
    patterns: [
      { from: at("manifest.xml"), transform: withUrl(env.url) },
      ...(registry === undefined
        ? []
        : [{ from: at("manifest.xml"), to: "trust-share.reg", transform: () => registry }]),
      { from: at("assets/icons/*.png"), to: "assets/icons/[name][ext]" },
      { from: at("assets/sample-ledger.xlsx"), to: "assets/[name][ext]" },
      { from: guard, to: guardName },
      ...files.map((file) => ({ from: path.join(officeFiles, file), to: `office/${file}`, info: { minimized: true } })),
    ],
  });
}

function rules(styleLoader) {
  return [
    {
      test: /\.tsx?$/,
      exclude: /node_modules/,
      loader: "ts-loader",
      options: { transpileOnly: true, compilerOptions: { noEmit: false, target: "ES2020" } },
    },
    { test: /\.css$/, use: [styleLoader, "css-loader"] },
    // Said to have side effects so that it is not skipped: everything from Fluent then stands in one whole.
    { test: fluent, sideEffects: true },
  ];
}

const common = (mode) => ({
  mode,
  devtool: mode === "production" ? false : "source-map",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  performance: { hints: false },
  stats: "errors-warnings",
  cache: {
    type: "filesystem",
    cacheDirectory: at("node_modules/.cache/webpack"),
    buildDependencies: { config: [__filename] },
  },
});

const entries = {
  excel: { taskpane: at("src/taskpane/index.tsx") },
  workbench: {
    taskpane: at("src/taskpane/index.tsx"),
    paneHost: at("src/workbench/pane.ts"),
    workbench: at("src/workbench/index.ts"),
  },
};

function pages(env, target) {
  const excel = panePage("taskpane.html", officeSources[env.office ?? "global"], ["taskpane"]);
  if (target === "excel") return [excel];
  return [
    excel,
    panePage("pane.html", "office/excel-web-16.00.js", ["paneHost", "taskpane"]),
    new HtmlPlugin({ filename: "index.html", template: at("src/workbench/workbench.html"), chunks: ["workbench"] }),
  ];
}

/** Whoever asks for Fluent gets the file that names what the pane uses of it. */
const oneFluent = new NormalModuleReplacementPlugin(/^@fluentui\/react-components$/, (asked) => {
  if (asked.contextInfo.issuer !== fluent) asked.request = fluent;
});

/** The pane for Excel, and unless the target is `excel` the workbench around the very same bundle. */
function web(env, mode, target) {
  return {
    ...common(mode),
    name: "web",
    entry: entries[target],
    output: {
      path: at("dist"),
      filename: mode === "production" ? "[name].[contenthash:8].js" : "[name].js",
      chunkFilename: "chunks/[contenthash:12].js",
      clean: { keep: /^cli\// },
    },
    module: { rules: rules(MiniCssExtractPlugin.loader) },
    plugins: [
      oneFluent,
      ...pages(env, target),
      new MiniCssExtractPlugin({ filename: mode === "production" ? "[name].[contenthash:8].css" : "[name].css" }),
      copied(env, target),
    ],
  };
}

/** The command line for Node: dist/cli/ledger.js, dist/cli/sample.js that makes the sample ledger's file, and dist/cli/excel.js that runs scripts of Office.js. */
function cli(mode) {
  return {
    ...common(mode),
    name: "cli",
    target: "node20",
    entry: { ledger: at("src/cli/ledger.ts"), sample: at("src/cli/sample.ts"), excel: at("src/cli/excel.ts") },
    node: { __dirname: false },
    output: { path: at("dist/cli"), filename: "[name].js", clean: true },
    module: { rules: rules("style-loader") },
    plugins: [
      new CopyPlugin({
        patterns: [{ from: path.join(officeFiles, "excel-web-16.00.js") }, { from: at("src/cli/script/inside.cjs") }],
      }),
    ],
    optimization: { minimize: false },
  };
}

/** The benchmarks for Node: build/bench.js, what writes its ledger, and build/sizes.js for one size of ledger. */
function bench(mode) {
  return {
    ...cli(mode),
    name: "bench",
    entry: {
      bench: at("test/bench/bench.ts"),
      rowsFile: at("test/bench/rowsFile.ts"),
      sizes: at("test/bench/sizes.ts"),
    },
    output: { path: at("build"), filename: "[name].js" },
    plugins: [],
  };
}

const server = {
  port: PORT,
  host: "localhost",
  hot: false,
  client: { overlay: { errors: true, warnings: false, runtimeErrors: false } },
  static: false,
  headers: { "Cache-Control": "no-store" },
};

const sideloading = `
插件已在 ${DEVELOPMENT_URL} 提供。要在 Excel 中打开它：
  Windows：把本文件夹中的 manifest.xml 放进一个共享文件夹，在 Excel“文件 > 选项 > 信任中心 > 受信任的加载项目录”中加入该共享文件夹并勾选“显示在菜单中”，
           重启 Excel，再点“开始 > 加载项 > 更多加载项 > 共享文件夹”。
  Mac：    把 manifest.xml 复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef，重启 Excel，在“插入 > 我的加载项”中选取。
  网页版： 打开任一工作簿，点“开始 > 加载项 > 更多加载项 > 上传我的加载项”，选取 manifest.xml。
功能区随后出现“贷后管理”选项卡。按 Ctrl+C 停止。
`;

/** Development certificates, trusted where the machine allows it; otherwise the reader is told how to trust them. */
async function certificates() {
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  const folder = path.join(os.homedir(), ".office-addin-dev-certs");
  try {
    return await getHttpsServerOptions();
  } catch (refused) {
    const read = (file) => fs.readFileSync(path.join(folder, file));
    process.stdout.write(
      `\n开发证书没有装入受信任的根证书（${refused.message.split("\n")[0]}）。\n` +
        `请手工信任 ${path.join(folder, "ca.crt")}，或用有权限的账户运行 npx office-addin-dev-certs install。\n`,
    );
    return { ca: read("ca.crt"), key: read("localhost.key"), cert: read("localhost.crt") };
  }
}

async function serveExcel() {
  const options = await certificates();
  return {
    ...server,
    server: { type: "https", options },
    onListening: () => process.stdout.write(sideloading),
  };
}

/** Ends with a sentence where the port cannot be had. */
function claimPort(port) {
  return new Promise((claimed) => {
    const probe = net.createServer();
    probe.once("error", ({ code }) => {
      process.stderr.write(
        `端口 ${port} 不能使用（${code}），可能已有一个 npm start 在运行。请先结束它；只开工作台时也可以换一个端口：npm start -- --port ${Number(port) + 1}\n`,
      );
      process.exit(1);
    });
    probe.listen(port, "localhost", () => probe.close(claimed));
  });
}

const hasDesktop = () =>
  !process.env.CI && (process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));

module.exports = async (env, argv) => {
  const mode = argv.mode ?? (env.WEBPACK_SERVE ? "development" : "production");
  if (env.office !== undefined && !(env.office in officeSources)) {
    throw new Error(`--env office 应为 ${Object.keys(officeSources).join("、")} 之一，现在是 ${env.office}`);
  }
  if (env.target === "cli") return cli(mode);
  if (env.target === "bench") return bench(mode);
  if (env.target === undefined) return [web(env, mode, "workbench"), cli(mode)];
  if (!(env.target in entries)) throw new Error(`--env target 应为 excel、workbench 或 cli，现在是 ${env.target}`);
  const config = web(env, mode, env.target);
  if (!env.WEBPACK_SERVE) return config;
  await claimPort(argv.port ?? PORT);
  const devServer = env.target === "excel" ? await serveExcel() : { ...server, open: hasDesktop() };
  return { ...config, devServer };
};
