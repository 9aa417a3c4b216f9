/** Rows of a template and where they stand in the sheet that is made of it; 0-based. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

const STRING_OR_REFERENCE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'![^,)\s]+|(?<![\w.!])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\w(])/g;

interface Own {
  readonly from: number;
  readonly to: number;
}

/** A formula in R1C1 notation as it stands after rows were repeated: what it points to is followed, an area that holds a repeated row holds all of them. */
export function movedFormula(formula: string, own: Own, stretches: readonly Stretch[]): string {
  return formula.replace(STRING_OR_REFERENCE, (...match) => {
    const [found, row] = match as [string, string | undefined];
    const offset = Number(match[3]);
    if (!/^R(?!C)/.test(found) || row === undefined) return found;
    const isRelative = row.startsWith("[");
    const source = isRelative ? own.from + Number(row.slice(1, -1)) : Number(row) - 1;
    const target = targetOf(source, { own, stretches, isEnd: formula.charAt(offset - 1) === ":" });
    const said = isRelative ? `[${String(target - own.to)}]` : String(target + 1);
    return `R${said}${found.slice(1 + row.length)}`;
  });
}

function targetOf(
  source: number,
  { own, stretches, isEnd }: { own: Own; stretches: readonly Stretch[]; isEnd: boolean },
): number {
  if (source === own.from && !isEnd) return own.to;
  const rows = stretches.filter(({ from }) => from === source).map(({ to }) => to);
  const found = isEnd ? rows.at(-1) : rows[0];
  return found ?? source + (stretches.length - new Set(stretches.map(({ from }) => from)).size);
}
