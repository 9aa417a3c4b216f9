import { readFileSync } from "node:fs";
import path from "node:path";
import { coverage, coverageTable } from "../../../src/embedded/coverage";
import { gaps } from "../../../src/embedded/gaps";

/** Whether a gap names a member: "Range.showCard", or "Chart*" for every class whose name begins so. */
function names(pattern: string, className: string, member: string): boolean {
  if (!pattern.includes("*")) return pattern === `${className}.${member}`;
  return new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(className);
}

const classes = coverage();
const missing = classes.flatMap(({ name, missing: members }) => members.map((member) => [name, member] as const));
const served = classes.flatMap(({ name, served: members }) => members.map((member) => [name, member] as const));
const patterns = gaps.flatMap(({ members }) => members);

describe("what is not served", () => {
  it("is listed, member by member or by whole classes", () => {
    const unlisted = missing.filter(([name, member]) => !patterns.some((pattern) => names(pattern, name, member)));
    expect(unlisted.map((parts) => parts.join("."))).toEqual([]);
  });

  it.each(patterns)("%s is really not served", (pattern) => {
    expect(served.filter(([name, member]) => names(pattern, name, member))).toEqual([]);
    expect(missing.some(([name, member]) => names(pattern, name, member))).toBe(true);
  });

  it("is counted, and the count is printed and told in the README", () => {
    const all = served.length + missing.length;
    expect(coverageTable()).toContain(`${String(served.length)} of ${String(all)} members`);
    const readme = readFileSync(path.resolve(__dirname, "../../../README.md"), "utf8");
    expect(readme).toContain(`${String(served.length)} of the ${all.toLocaleString("en-US")} members`);
  });
});
