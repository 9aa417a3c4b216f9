/** A cell as text: full-width letters and digits made narrow, every kind of blank made one. */
export function plainText(value: string | number | boolean | undefined): string {
  if (typeof value !== "string") return value === undefined ? "" : String(value);
  return value
    .normalize("NFKC")
    .replace(/[\s\u00a0\u200b-\u200d\ufeff]+/g, " ")
    .trim();
}

/** Texts by which people say that there is nothing to say. */
const nothing = new Set([
  "",
  "-",
  "--",
  "—",
  "——",
  "/",
  "\\",
  "无",
  "不详",
  "待补",
  "n/a",
  "#n/a",
  "null",
  "空",
  "暂无",
]);

/** Whether a cell says nothing. */
export function saysNothing(value: string | number | boolean | undefined): boolean {
  return value === undefined || value === "" || nothing.has(plainText(value).toLowerCase());
}

/** Whether a cell holds an error value. */
export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(value);
}
