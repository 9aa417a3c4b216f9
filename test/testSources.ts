import fs from "node:fs";
import path from "node:path";

/** The texts of the tests under a folder, in one; those of the tables that point to them left out. */
export function testSources(tables: readonly string[], folder = __dirname): string {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) return testSources(tables, name);
      return /\.test\.tsx?$/.test(entry.name) && !tables.includes(entry.name) ? fs.readFileSync(name, "utf8") : "";
    })
    .join("\n");
}

/** The tests whose titles point to practices and pitfalls. */
export const tables = ["practices.test.ts", "pitfalls.test.ts"];
