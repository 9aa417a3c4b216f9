import type { Extent, Scalar } from "../xlsx/model";
import { intersection } from "./address";
import { oneOf } from "./given";
import type { Place } from "./place";
import { joined } from "./joinCells";

const kinds = [
  "Blanks",
  "Constants",
  "Formulas",
  "Visible",
  "ConditionalFormats",
  "DataValidations",
  "SameConditionalFormat",
  "SameDataValidation",
] as const;
type Kind = (typeof kinds)[number];

const valueKinds = [
  "All",
  "Errors",
  "ErrorsLogical",
  "ErrorsNumbers",
  "ErrorsText",
  "ErrorsLogicalNumber",
  "ErrorsLogicalText",
  "ErrorsNumberText",
  "Logical",
  "LogicalNumbers",
  "LogicalText",
  "LogicalNumbersText",
  "Numbers",
  "NumbersText",
  "Text",
] as const;

/** The word in a value kind that lets a value pass. */
function wordOf(value: Scalar | undefined): RegExp {
  if (typeof value === "number") return /Number/;
  if (typeof value === "boolean") return /Logical/;
  return typeof value === "object" ? /Errors/ : /Text/;
}

/** Areas that are told by the sheet rather than by the cells' content. */
function ruledAreas({ sheet }: Place, kind: Kind): readonly Extent[] | undefined {
  if (kind === "ConditionalFormats" || kind === "SameConditionalFormat") {
    return sheet.formatRules.flatMap(({ ranges }) => ranges);
  }
  return kind.includes("Validation") ? sheet.validations.flatMap(({ ranges }) => ranges) : undefined;
}

/** What a search for special cells looks at: all of a small area, of a large one the used part. */
function searched({ sheet, extent }: Place): Extent | undefined {
  const used = sheet.used(false);
  return used && intersection(used, extent);
}

/** The areas of the cells of a kind. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getspecialcells-member(1) */
export function specialCells(place: Place, type: unknown, valueType: unknown): readonly Extent[] {
  const kind = oneOf(kinds, type);
  const wanted = oneOf(valueKinds, valueType ?? "All");
  const ruled = ruledAreas(place, kind);
  if (ruled !== undefined) return ruled.flatMap((area) => intersection(area, place.extent) ?? []);
  if (kind === "Visible") {
    const { sheet, extent } = place;
    const size = extent.rows * extent.columns;
    const area = size <= 1_000_000 ? extent : searched(place);
    return area === undefined
      ? []
      : joined(area, (row, column) => !sheet.rowHidden(row) && !sheet.columnHidden(column));
  }
  return ofContent(place, kind, wanted);
}

function ofContent(place: Place, kind: Kind, wanted: string): readonly Extent[] {
  const { host, sheet } = place;
  const area = searched(place);
  if (area === undefined) return [];
  host.calculate();
  const values = sheet.values(area);
  const formulas = sheet.formulas(area);
  const passes = (value: Scalar | undefined): boolean => wanted === "All" || wordOf(value).test(wanted);
  return joined(area, (row, column) => {
    const entered = formulas[row - area.row]?.[column - area.column];
    const value = values[row - area.row]?.[column - area.column];
    if (kind === "Blanks") return entered === undefined;
    if (entered === undefined) return false;
    const isFormula = sheet.formulaR1c1(row, column) !== undefined;
    return isFormula === (kind === "Formulas") && passes(value);
  });
}
