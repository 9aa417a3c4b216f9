import fs from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");

function filesUnder(folder: string, pattern: RegExp): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(name, pattern);
    return pattern.test(entry.name) ? [name] : [];
  });
}

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const sources = filesUnder("src", /\.tsx?$/);
const tests = filesUnder("test", /\.test\.tsx?$/);

/** Layer -> the layers it may import; the composition roots may import all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  app: ["domain"],
  excel: ["app", "domain"],
  taskpane: ["app", "domain"],
  commands: ["app", "domain"],
  embedded: ["domain/result", "domain/loan/day"],
  workbench: ["embedded", "domain/result", "domain/loan/day"],
  cli: ["app", "domain", "embedded"],
};

const compositionRoots = [
  "src/taskpane/index.tsx",
  "src/commands/commands.ts",
  "src/cli/ledger.ts",
  "src/cli/sample.ts",
];

function importsOf(file: string): string[] {
  const relative = [...read(file).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => match[1] ?? "");
  return relative.map((target) => path.posix.join(path.posix.dirname(file), target));
}

function layerOf(file: string): string {
  return file.split("/")[1] ?? "";
}

describe("the layers", () => {
  it.each(sources.filter((file) => !compositionRoots.includes(file)))("%s imports only what its layer may", (file) => {
    const own = layerOf(file);
    const allowed = [own, ...(mayImport[own] ?? [])];
    const strange = importsOf(file).filter((target) => {
      const place = target.replace(/^src\//, "");
      return !allowed.some((layer) => place === layer || place.startsWith(`${layer}/`));
    });
    expect(strange).toEqual([]);
  });

  it("name Excel in src/excel alone", () => {
    const named = sources.filter(
      (file) => !/^src\/(excel|embedded)\//.test(file) && /\bExcel\.[a-zA-Z]/.test(read(file)),
    );
    expect(named).toEqual([]);
  });
});

describe("the top level", () => {
  it("holds nothing but the project's own, and what is built lies in folders that git leaves out", () => {
    const ignored = read(".gitignore").split("\n");
    const names = fs
      .readdirSync(root)
      .filter((name) => !/^\.|\.log$/.test(name) && !ignored.includes(`${name}/`))
      .sort();
    const own = ["README.md", "assets", "manifest.xml", "package-lock.json", "package.json", "src", "test"];
    expect(names).toEqual([...own, "tsconfig.json", "webpack.config.js"]);
  });
});

describe("the README's map", () => {
  it("names every folder of src and of the domain", () => {
    const readme = read("README.md");
    const folders = (place: string) =>
      fs.readdirSync(path.join(root, place), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const layers = folders("src").flatMap(({ name }) =>
      name === "domain" ? folders("src/domain").map((one) => `domain/${one.name}`) : [name],
    );
    expect(layers.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("the sources", () => {
  it("hold no unfinished work and no silenced check", () => {
    const pattern = /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|@ts-nocheck|console\.(log|debug)/;
    expect(sources.filter((file) => pattern.test(read(file)))).toEqual([]);
  });

  it("never talk to a network from the add-in", () => {
    const talkers = sources.filter(
      (file) =>
        /^src\/(domain|app|excel|taskpane|commands)\//.test(file) &&
        /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon)\b/.test(read(file)),
    );
    expect(talkers).toEqual([]);
  });
});

describe("the tests", () => {
  it("are all run", () => {
    const pattern = /\b(it|describe|test)\.(skip|only|todo)\b|\bx(it|describe)\(|\bf(it|describe)\(/;
    expect(tests.filter((file) => file !== "test/architecture.test.ts" && pattern.test(read(file)))).toEqual([]);
  });

  it("use no mocks", () => {
    expect(tests.filter((file) => file !== "test/architecture.test.ts" && read(file).includes("jest.mock("))).toEqual(
      [],
    );
  });
});

describe("the clauses", () => {
  /** Rule tables name their clause as `clause: "R13.1"`. */
  const stated = new Set(
    sources
      .filter((file) => file.startsWith("src/domain/"))
      .flatMap((file) => [...read(file).matchAll(/clause: "([^"]+)"/g)].map((match) => match[1] ?? "")),
  );
  const tested = tests.map(read).join("\n");

  it("are stated in the rule tables", () => {
    expect(stated.size).toBeGreaterThan(10);
  });

  it.each([...stated])("[%s] has a test that names it", (clause) => {
    expect(tested.includes(`[${clause}]`)).toBe(true);
  });
});
