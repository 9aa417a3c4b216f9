/** One end of a reference: an offset from the cell of the formula, or a fixed 0-based index. */
export interface Axis {
  readonly isRelative: boolean;
  readonly index: number;
}

export interface CellReference {
  readonly row: Axis;
  readonly column: Axis;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** A formula, parsed from R1C1 notation: the same for every cell that shares it. */
export type Ast =
  | { readonly kind: "value"; readonly value: number | string | boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "missing" }
  | {
      readonly kind: "area";
      readonly sheet: string | undefined;
      readonly from: CellReference;
      readonly to: CellReference;
    }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "array"; readonly rows: readonly (readonly Ast[])[] }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Ast[] }
  | { readonly kind: "unary"; readonly operator: "+" | "-" | "%"; readonly of: Ast }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Ast; readonly right: Ast };
