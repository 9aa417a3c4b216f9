import type { Limit } from "../change/change";
import { cellAddress, type Extent } from "../ledger/cells";
import type { SettingField } from "./field";

/** A value's place on the sheet. */
interface Placed {
  readonly field: SettingField;
  readonly at: Extent;
}

/** What Excel itself holds a number to as soon as somebody types: bounds, and whole numbers where they must be. */
function limitOf({ unit, shape }: SettingField, at: Extent): Limit | undefined {
  if (shape.kind !== "number") return undefined;
  const cell = cellAddress(at.row, at.column);
  const { least, most, whole } = shape;
  const rule = { no: [], fromOne: [`OR(${cell}<1,INT(${cell})=${cell})`], yes: [`INT(${cell})=${cell}`] }[whole];
  const share = unit === "%" ? [`OR(${cell}=0,${cell}>=1)`] : [];
  const tests = [`ISNUMBER(${cell})`, `${cell}>=${String(least)}`, `${cell}<=${String(most)}`, ...rule, ...share];
  const kind = { no: "数", fromOne: "数，满 1 的为整数", yes: "整数" }[whole];
  const message = `应为 ${String(least)} 到 ${String(most)} 之间的${kind}（${unit}）。`;
  return { at, formula: `=AND(${tests.join(",")})`, message };
}

const isSameRule = (one: SettingField, other: SettingField): boolean =>
  JSON.stringify([one.unit, one.shape]) === JSON.stringify([other.unit, other.shape]);

/** One limit for each stretch of cells below each other that are held to the same. */
export function limitsOf(places: readonly Placed[]): readonly Limit[] {
  const stretches: Placed[] = [];
  for (const { field, at } of [...places].sort((one, other) => one.at.column - other.at.column)) {
    const last = stretches.at(-1);
    const isNext = last?.at.column === at.column && last.at.row + last.at.rows === at.row;
    if (last !== undefined && isNext && isSameRule(last.field, field)) {
      stretches[stretches.length - 1] = { field: last.field, at: { ...last.at, rows: last.at.rows + 1 } };
    } else stretches.push({ field, at });
  }
  return stretches.flatMap(({ field, at }) => limitOf(field, at) ?? []);
}
