import type { PreviewGroup, PreviewLine } from "../../domain/change/preview";

/** What the list of changes is narrowed to; "" narrows nothing. */
export interface PreviewFilter {
  readonly sheet: string;
  readonly heading: string;
  readonly kind: "" | PreviewLine["kind"];
}

export const allChanges: PreviewFilter = { sheet: "", heading: "", kind: "" };

/** The groups that a filter leaves. */
export function narrowed(groups: readonly PreviewGroup[], filter: PreviewFilter): readonly PreviewGroup[] {
  const { sheet, heading, kind } = filter;
  return groups.filter(
    (group) =>
      (sheet === "" || group.sheet === sheet) &&
      (heading === "" || group.heading === heading) &&
      (kind === "" || group.kind === kind),
  );
}

/** A long list of lines of which each is made when it is asked for. */
export interface PreviewRows {
  readonly size: number;
  readonly at: (index: number) => { readonly group: PreviewGroup; readonly index: number } | undefined;
}

/** Groups end to end as one list. */
export function rowsOf(groups: readonly PreviewGroup[]): PreviewRows {
  const ends: number[] = [];
  for (const { size } of groups) ends.push((ends.at(-1) ?? 0) + size);
  return {
    size: ends.at(-1) ?? 0,
    at: (index) => {
      const found = ends.findIndex((end) => index < end);
      const group = groups[found];
      return group && { group, index: index - (ends[found - 1] ?? 0) };
    },
  };
}
