import { parseValue } from "numfmt";
import type { DataValidation } from "../xlsx/model";
import { absoluteAddress, quotedSheet } from "./address";
import { formulaBody, oneOf, record, text, truth } from "./given";
import { Range } from "./range";
import { Refusal } from "./refusal";

type Type = DataValidation["type"];
type Said = Pick<DataValidation, "type" | "formula1" | "formula2" | "operator" | "showDropdown">;

/** Excel's names of the rules by those of the file. */
export const typeNames: Readonly<Record<Type, string>> = {
  none: "None",
  list: "List",
  whole: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** The file's names by the keys of a rule. */
const keys = {
  list: "list",
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  custom: "custom",
} as const;

/** Comparisons by Excel's names, in the file's words; between is what is meant where nothing is said. */
const operators: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

const LIST_LENGTH = 255;
const OFFSET_1904 = 1462;
const UNIX_EPOCH = 25_569;
const DAY = 86_400_000;

const inQuotes = (list: string): string => `"${list.replaceAll('"', '""')}"`;

const reference = ({ sheet, extent }: Range): string => `${quotedSheet(sheet.name)}!${absoluteAddress(extent)}`;

/** The cells that a list offers: values as they stand, or a formula. */
function listFormula(source: unknown): string {
  if (source instanceof Range) return reference(source);
  const given = text(source);
  if (given.startsWith("=")) return formulaBody(given);
  if (given === "" || given.length > LIST_LENGTH) throw new Refusal("InvalidArgument");
  return inQuotes(given);
}

/** The serial of a day or time given as text: as JSON has dates, or as one types them. */
function serial(given: string, date1904: boolean): string {
  const moment = /^\d{4}-\d\d-\d\dT/.test(given) ? Date.parse(given) / DAY + UNIX_EPOCH : parseValue(given)?.value;
  if (typeof moment !== "number" || Number.isNaN(moment)) throw new Refusal("InvalidArgument");
  return String(date1904 && moment >= 1 ? moment - OFFSET_1904 : moment);
}

/** A number given as text. */
function numeral(given: string): string {
  if (given.trim() === "" || Number.isNaN(Number(given))) throw new Refusal("InvalidArgument");
  return String(Number(given));
}

/** One side of a comparison. */
function operand(given: unknown, type: Type, date1904: boolean): string {
  if (given instanceof Range) return reference(given);
  if (typeof given === "number") return String(given);
  const said = text(given);
  if (said.startsWith("=")) return formulaBody(said);
  return type === "date" || type === "time" ? serial(said, date1904) : numeral(said);
}

function comparison(given: Readonly<Record<string, unknown>>, type: Type, date1904: boolean): Said {
  const name = oneOf(Object.keys(operators), given["operator"]);
  const formula1 = operand(given["formula1"], type, date1904);
  const formula2 = name.endsWith("Between") ? operand(given["formula2"], type, date1904) : undefined;
  return { type, formula1, formula2, operator: operators[name], showDropdown: true };
}

/** What a rule that a client gives says in the file. */
export function givenRule(kind: string, given: unknown, date1904: boolean): Said {
  const key = oneOf(Object.keys(keys) as (keyof typeof keys)[], kind);
  const rule = record(given);
  const type = keys[key];
  const plain = { type, formula2: undefined, operator: undefined } as const;
  if (type === "list") {
    return { ...plain, formula1: listFormula(rule["source"]), showDropdown: truth(rule["inCellDropDown"] ?? true) };
  }
  if (type !== "custom") return comparison(rule, type, date1904);
  return { ...plain, formula1: formulaBody(text(rule["formula"])), showDropdown: true };
}

function shownComparison({ type, formula1 = "", formula2, operator = "between" }: Said): unknown {
  const key = Object.entries(keys).find(([, word]) => word === type)?.[0] ?? type;
  const name = Object.entries(operators).find(([, word]) => word === operator)?.[0];
  const second = formula2 === undefined ? {} : { formula2: `=${formula2}` };
  return { [key]: { formula1: `=${formula1}`, ...second, operator: name } };
}

/** A rule of the file as clients see it. */
export function shownRule(rule: Said): unknown {
  const { type, formula1 = "", showDropdown } = rule;
  if (type === "none") return {};
  if (type === "custom") return { custom: { formula: `=${formula1}` } };
  if (type !== "list") return shownComparison(rule);
  const values = /^"(.*)"$/s.exec(formula1)?.[1]?.replaceAll('""', '"');
  return { list: { inCellDropDown: showDropdown, source: values ?? `=${formula1}` } };
}
