import type { DutyKind } from "./duty";

/** How a customer wants to be called on where nobody has to go there: by telephone or by video; undefined where it does not say. practices A36 */
export function preferredMethod(preference: string | undefined, duty: DutyKind): "电话" | "视频" | undefined {
  if (preference === undefined || duty !== "contact") return undefined;
  if (preference.includes("电话")) return "电话";
  return preference.includes("视频") ? "视频" : undefined;
}
