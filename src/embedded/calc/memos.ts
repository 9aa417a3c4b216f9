import { isArea, type Area, type Operand } from "./values";

/** What was made of areas once, for as long as one recalculation lasts. */
export class Memos {
  private readonly byPlace = new Map<string, unknown>();
  private readonly byArea = new WeakMap<Area, Map<string, unknown>>();

  /** Makes something of an area, or gives what was made of the same place before. */
  readonly memo = <Value>(key: string, operand: Operand, make: () => Value): Value => {
    if (!isArea(operand)) return make();
    const known = this.byArea.get(operand) ?? new Map<string, unknown>();
    this.byArea.set(operand, known);
    if (!known.has(key)) known.set(key, this.ofPlace(key, operand, make));
    return known.get(key) as Value;
  };

  private ofPlace(key: string, { sheet, extent }: Area, make: () => unknown): unknown {
    const { row, column, rows, columns } = extent;
    const place = [key, sheet.id, row, column, rows, columns].join(" ");
    if (!this.byPlace.has(place)) this.byPlace.set(place, make());
    return this.byPlace.get(place);
  }
}
