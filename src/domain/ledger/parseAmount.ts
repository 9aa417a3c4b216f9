import { money, yuan, type Money } from "../loan/money";
import type { CellValue } from "./cells";
import type { Unit } from "./ledger";
import { plainText, saysNothing } from "./text";

/** 元 in one unit. */
export const yuanIn = { 元: 1, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 } as const satisfies Record<Unit, number>;

/** What a cell says about an amount. */
export type AmountRead =
  { readonly kind: "blank" } | { readonly kind: "amount"; readonly amount: Money } | { readonly kind: "notAnAmount" };

/** No amount is written with more characters, its spelling in capitals included. */
const LONGEST_TEXT = 60;

const notAnAmount: AmountRead = { kind: "notAnAmount" };

function inYuan(value: number, factor: number): AmountRead {
  const fen = value * factor * 100;
  if (Number.isInteger(value) && Number.isSafeInteger(fen)) return { kind: "amount", amount: money(fen + 0) };
  const amount = yuan(Number((value * factor).toPrecision(15)));
  return amount === undefined ? notAnAmount : { kind: "amount", amount };
}

const capitals = "零壹贰叁肆伍陆柒捌玖";
const capitalUnits: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const plainNumerals = "〇一二三四五六七八九十百千圆圓";
const asCapitals = "零壹贰叁肆伍陆柒捌玖拾佰仟元元";

/** An amount in capitals; 元 may be missing behind 万 and 亿 alone. */
const inCapitals =
  /^(?:人民币)?([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*[壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*)(?:元|(?<=[万亿]))(?:([零壹贰叁肆伍陆柒捌玖])角)?(?:零?([零壹贰叁肆伍陆柒捌玖])分)?[整正]?$/;

/** An amount written out (壹佰贰拾万元整, 一百万), in 元; undefined where it is none. */
function fromCapitals(text: string): number | undefined {
  const capital = text.replace(/[〇一二三四五六七八九十百千圆圓]/g, (sign) =>
    asCapitals.charAt(plainNumerals.indexOf(sign)),
  );
  const match = inCapitals.exec(capital);
  if (match === null) return undefined;
  const small = (digit: string | undefined, worth: number) =>
    digit === undefined ? 0 : capitals.indexOf(digit) * worth;
  return wholeCapitals(match[1] ?? "") + small(match[2], 0.1) + small(match[3], 0.01);
}

function wholeCapitals(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = capitalUnits[sign];
    if (capitals.includes(sign)) digit = capitals.indexOf(sign);
    else if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else {
      total = sign === "亿" ? (total + section + digit) * 100_000_000 : total + (section + digit) * 10_000;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}

const written: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1_000,
  万: 10_000,
  万元: 10_000,
  亿: 100_000_000,
  亿元: 100_000_000,
};

const figures = /^([-+(]?)(\d+(?:\.\d+)?|\.\d+)(\)?)(元|千元|万元|万|亿元|亿)?整?\)?$/;

/** Thousands or ten thousands set apart by commas or blanks; anything else between figures is no amount. */
const badGroups = /\d[\s,]+\d{1,2}(?!\d)|\d[\s,]+\d{5}/;

/** Whether brackets come in pairs or not at all. */
const isPaired = (text: string): boolean => text.includes("(") === text.includes(")");

function fromText(raw: string, unit: Unit): AmountRead {
  if (raw.length > LONGEST_TEXT) return notAnAmount;
  const shown = plainText(raw).replaceAll("萬", "万").replaceAll("億", "亿");
  if (badGroups.test(shown) || !isPaired(shown)) return notAnAmount;
  const text = shown.replace(/[\s,¥￥$]|人民币|RMB/g, "");
  if (saysNothing(text)) return { kind: "blank" };
  const match = figures.exec(text);
  if (match !== null) return fromFigures(match, unit);
  const capital = fromCapitals(shown.replaceAll(" ", ""));
  return capital === undefined ? notAnAmount : inYuan(capital, 1);
}

function fromFigures([, sign, digits, , own]: RegExpExecArray, unit: Unit): AmountRead {
  const value = (sign === "-" || sign === "(" ? -1 : 1) * Number(digits);
  return inYuan(value, own === undefined ? yuanIn[unit] : (written[own] ?? 1));
}

/** Reads an amount; a unit written in the cell itself (100万) goes before the column's. ledgers D.6 */
export function parseAmount(value: CellValue, unit: Unit): AmountRead {
  if (typeof value === "number") return Number.isFinite(value) ? inYuan(value, yuanIn[unit]) : notAnAmount;
  return typeof value === "string" ? fromText(value, unit) : notAnAmount;
}
