// Writes src/embedded/client/newerMembers.ts from @types/office-js: `node test/embedded/client/newerMembers.mjs`.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const PLAYED = 14;

/** The sets a member belongs to, as its comment says: "ExcelApi 1.4" or "ExcelApi BETA (PREVIEW ONLY)". */
function isNewer(comment) {
  const sets = [...comment.matchAll(/\[Api set: (\w+) ?([^\]\n]*)\]/g)].map((match) => [match[1], match[2] ?? ""]);
  if (sets.length === 0) return false;
  return sets.every(([set, version]) => set !== "ExcelApi" || !(Number(/^1\.(\d+)/.exec(version)?.[1]) <= PLAYED));
}

/** `Class: member member …` of every class of Excel that has members above the played set. */
export function newerMembersByClass() {
  const file = path.join(root, "node_modules/@types/office-js/index.d.ts");
  const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found = new Map();
  const excel = source.statements.filter((node) => ts.isModuleDeclaration(node) && node.name.text === "Excel");
  for (const declaration of excel.flatMap(({ body }) => body.statements).filter(ts.isClassDeclaration)) {
    for (const member of declaration.members) {
      if (member.name === undefined) continue;
      const comment = source.text.slice(member.getFullStart(), member.getStart());
      if (!isNewer(comment)) continue;
      const name = declaration.name.text;
      found.set(name, (found.get(name) ?? new Set()).add(member.name.getText()));
    }
  }
  return [...found].map(([name, members]) => `${name}: ${[...members].join(" ")}`);
}

/** The text of the generated module. */
export function newerMembersModule() {
  return `// Generated from @types/office-js by test/embedded/client/newerMembers.mjs.
const byClass = \`
${newerMembersByClass().join("\n")}
\`;

/** Members of Excel's objects that came after ExcelApi 1.14, such as "Range.getDependents", and with them those of Excel on the web or on the desktop alone. */
export const newerMembers: ReadonlySet<string> = new Set(
  byClass
    .trim()
    .split("\\n")
    .flatMap((line) => {
      const [name = "", members = ""] = line.split(": ");
      return members.split(" ").map((member) => \`\${name}.\${member}\`);
    }),
);
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  fs.writeFileSync(path.join(root, "src/embedded/client/newerMembers.ts"), newerMembersModule());
}
