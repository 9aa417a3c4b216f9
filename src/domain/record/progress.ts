import type { FormLine } from "./form";
import { requiredPlaces } from "./layOut";

/** How many of the required answers are there. */
function progressFormula(required: readonly string[]): string {
  return `"已填 "&COUNTA(${required.join(",")})&" / ${String(required.length)}"`;
}

/** The form with its first section telling how many of the required answers are there. */
export function withProgress(lines: readonly FormLine[]): readonly FormLine[] {
  const required = requiredPlaces(lines);
  return lines.map((line, row) => {
    const [first] = line.cells;
    if (row !== 1 || first === undefined) return line;
    const progress = { kind: "progress", span: 4, content: () => progressFormula(required) } as const;
    return { ...line, cells: [{ ...first, span: first.span - progress.span }, progress] };
  });
}
