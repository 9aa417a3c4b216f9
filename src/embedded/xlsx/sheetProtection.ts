import type { SheetXml } from "./sheetXml";

/** What a protected sheet may still allow, by the file's words. */
export const allowances = [
  "autoFilter",
  "deleteColumns",
  "deleteRows",
  "formatCells",
  "formatColumns",
  "formatRows",
  "insertColumns",
  "insertHyperlinks",
  "insertRows",
  "objects",
  "pivotTables",
  "scenarios",
  "selectLockedCells",
  "selectUnlockedCells",
  "sort",
] as const;
export type Allowance = (typeof allowances)[number];

/** What is allowed where the file says nothing. */
const usual: ReadonlySet<Allowance> = new Set(["objects", "scenarios", "selectLockedCells", "selectUnlockedCells"]);

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

/** Whether a protected sheet allows an action: an attribute says what is locked. */
export function allows(xml: SheetXml, action: Allowance): boolean {
  const said = xml.element("sheetProtection")?.attributes.get(action);
  return said === undefined ? usual.has(action) : !isOn(said);
}

/** Whether a password is needed to take the protection away. */
export function hasPassword(xml: SheetXml): boolean {
  const { attributes } = xml.element("sheetProtection") ?? { attributes: new Map<string, string>() };
  return attributes.has("password") || attributes.has("hashValue");
}

/** The short hash by which files keep a password, as ECMA-376 part 4, 3.3.1.81 gives it. */
export function passwordHash(password: string): string {
  let hash = 0;
  for (const letter of Array.from(password).reverse()) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= letter.charCodeAt(0);
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  return (hash ^ password.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, "0");
}

/** Whether a password is the sheet's; undefined where the file keeps it in a way that is not read. */
export function isPassword(xml: SheetXml, password: string): boolean | undefined {
  const kept = xml.element("sheetProtection")?.attributes;
  if (kept?.has("hashValue") === true) return undefined;
  const hash = kept?.get("password");
  return hash === undefined || hash.toUpperCase() === passwordHash(password);
}

/** Protects a sheet but for what is allowed, or takes the protection away. */
export function setProtection(
  xml: SheetXml,
  protection: { readonly allowed: ReadonlySet<Allowance>; readonly password: string | undefined } | undefined,
): void {
  if (protection === undefined) {
    xml.set("sheetProtection", undefined);
    return;
  }
  const { allowed, password } = protection;
  const hash = password === undefined ? "" : ` password="${passwordHash(password)}"`;
  const locks = allowances
    .filter((action) => action !== "selectLockedCells" && action !== "selectUnlockedCells")
    .map((action) => ` ${action}="${allowed.has(action) ? "0" : "1"}"`);
  const selects = (["selectLockedCells", "selectUnlockedCells"] as const)
    .filter((action) => !allowed.has(action))
    .map((action) => ` ${action}="1"`);
  xml.set("sheetProtection", `<sheetProtection${hash} sheet="1"${locks.join("")}${selects.join("")}/>`);
}
