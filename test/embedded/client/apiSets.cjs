// Writes src/embedded/client/apiSets.ts from @types/office-js: `node test/embedded/client/apiSets.cjs`.
const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");

const root = path.resolve(__dirname, "../../..");

/** What the client library does by itself, without asking Excel. */
const ofTheClient = new Set(["constructor", "context", "items", "load", "set", "toJSON", "track", "untrack"]);

/** The least minor version of ExcelApi that a comment names: 99 for previews and sets of one platform; undefined where it names none. */
function setOf(comment) {
  const sets = [...comment.matchAll(/\[Api set: (\w+) ?([^\]\n]*)\]/g)];
  if (sets.length === 0) return undefined;
  const versions = sets.map(([, set, version]) => (set === "ExcelApi" ? Number(/^1\.(\d+)/.exec(version)?.[1]) : NaN));
  return Math.min(...versions.map((minor) => (Number.isNaN(minor) ? 99 : minor)));
}

function membersOf(declaration, text) {
  const comment = (node) => text.slice(node.getFullStart(), node.getStart());
  const ownSet = setOf(comment(declaration)) ?? 1;
  const found = new Map();
  for (const member of declaration.members) {
    const name = member.name?.getText();
    if (name === undefined || ofTheClient.has(name) || found.has(name)) continue;
    found.set(name, setOf(comment(member)) ?? ownSet);
  }
  return found;
}

/** `Class: 1 member member 2 member …` of every class of Excel. */
function lines() {
  const file = path.join(root, "node_modules/@types/office-js/index.d.ts");
  const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const excel = source.statements.filter((node) => ts.isModuleDeclaration(node) && node.name.text === "Excel");
  const classes = excel.flatMap(({ body }) => body.statements).filter(ts.isClassDeclaration);
  return classes.flatMap((declaration) => {
    const members = membersOf(declaration, source.text);
    const sets = [...new Set(members.values())].sort((one, other) => one - other);
    const parts = sets.map((set) =>
      [set, ...[...members.keys()].filter((name) => members.get(name) === set)].join(" "),
    );
    const isOfTheClient = declaration.name.text === "RequestContext" || parts.length === 0;
    return isOfTheClient ? [] : [`${declaration.name.text}: ${parts.join(" ")}`];
  });
}

/** The text of the generated module. */
function apiSetsModule() {
  return `// Generated from @types/office-js by test/embedded/client/apiSets.cjs: each class with its members behind the minor version of ExcelApi that brought them, 99 for what belongs to previews or to one platform.
export const membersBySet = \`
${lines().join("\n")}
\`;
`;
}

module.exports = { apiSetsModule };

if (require.main === module) {
  fs.writeFileSync(path.join(root, "src/embedded/client/membersBySet.ts"), apiSetsModule());
}
