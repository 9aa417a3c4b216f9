import type { Host } from "./host";
import { sameName } from "./excelObject";
import { Refusal } from "./refusal";

/** The styles that Excel brings: TableStyleLight1 to 21, TableStyleMedium1 to 28, TableStyleDark1 to 11. */
export const builtInTableStyles: readonly string[] = (
  [
    ["Light", 21],
    ["Medium", 28],
    ["Dark", 11],
  ] as const
).flatMap(([kind, count]) => Array.from({ length: count }, (_, index) => `TableStyle${kind}${String(index + 1)}`));

/** A table style's name in its own spelling; undefined for none. Refuses what is none. */
export function styleName(host: Host, given: string): string | undefined {
  if (given === "") return undefined;
  const names = [...builtInTableStyles, ...host.book.looks.tableStyles.names];
  const found = names.find((name) => sameName(name, given));
  if (found === undefined) throw new Refusal("InvalidArgument");
  return found;
}
