/** Anything but Chinese characters and visible ASCII: only that may have to be made plain. */
const untidy = /[^\u4e00-\u9fff!-~]/;

/** A cell as text: full-width letters and digits made narrow, every kind of blank made one. */
export function plainText(value: string | number | boolean | undefined): string {
  if (typeof value !== "string") return value === undefined ? "" : String(value);
  if (!untidy.test(value)) return value;
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
  "none",
  "nil",
  "空",
  "暂无",
]);

const LONGEST_NOTHING = Math.max(...[...nothing].map(({ length }) => length));

/** Whether a cell says nothing. */
export function saysNothing(value: string | number | boolean | undefined): boolean {
  if (typeof value !== "string") return value === undefined;
  if (value === "") return true;
  const text = plainText(value);
  return text.length <= LONGEST_NOTHING && nothing.has(text.toLowerCase());
}

/** Whether a cell holds an error value. */
export function isErrorValue(value: unknown): boolean {
  return (
    typeof value === "string" &&
    value.startsWith("#") &&
    /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(value)
  );
}
