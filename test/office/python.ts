import { spawnSync } from "node:child_process";

/** The Python of the system that has both packages; Debian puts them beside its own alone. */
export function python(): string {
  const found = ["python3", "/usr/bin/python3"].find(
    (one) => spawnSync(one, ["-c", "import openpyxl, xlsxwriter"], { stdio: "ignore" }).status === 0,
  );
  if (found === undefined)
    throw new Error("Python with openpyxl and xlsxwriter is needed (python3-openpyxl, python3-xlsxwriter)");
  return found;
}
