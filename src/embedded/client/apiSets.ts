import { membersBySet } from "./membersBySet";

/** Class -> member -> the minor version of ExcelApi that brought it. */
export const apiSets: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  membersBySet
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", words = ""] = line.split(": ");
      let set = 1;
      const members = new Map<string, number>();
      for (const word of words.split(" ")) {
        if (/^\d+$/.test(word)) set = Number(word);
        else members.set(word, set);
      }
      return [name, members];
    }),
);

/** The newest set of Office LTSC 2021, which an embedded Excel plays unless told otherwise. */
export const LTSC_2021 = 14;

/** The newest set that is known here. */
export const NEWEST = 21;

/** The minor version that a version such as "1.14" names; undefined where it is none from 1.1 to the newest. */
export function parseApiVersion(version: string): number | undefined {
  const minor = Number(/^1\.(\d{1,2})$/.exec(version)?.[1]);
  return minor >= 1 && minor <= NEWEST ? minor : undefined;
}

/** Whether an Excel that plays a set has a member; members that no set names are the client library's own. */
export function isInSet(className: string, member: string, played: number): boolean {
  return (apiSets.get(className)?.get(member) ?? 0) <= played;
}

/** Answers `Office.context.requirements.isSetSupported` for an Excel that plays a set: of ExcelApi what it plays, of the sets that need a platform none. */
export function isSetSupported(played: number): (set: string, version?: string | number) => boolean {
  return (set, version = "1.1") => {
    const [major = 1, minor = 0] = String(version).split(".").map(Number);
    if (/^excelapi(online|desktop)/i.test(set)) return false;
    return set.toLowerCase() !== "excelapi" || (major === 1 && minor <= played);
  };
}
