import { format as formatNumber, isDateFormat } from "numfmt";
import type { Scalar } from "../xlsx/model";
import { isError, numberText } from "./values";

/** Days by which a 1904 serial is behind. */
const OFFSET_1904 = 1_462;
const LAST_SERIAL = 2_958_465;

/** A number as a cell of General format shows it: eleven digits. */
function general(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [digits = "", power = "0"] = Number(value.toPrecision(6)).toExponential().split("e");
    const exponent = Number(power);
    return `${digits}E${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const whole = String(Math.trunc(size)).length;
  return numberText(Number(value.toFixed(Math.max(0, 10 - whole))));
}

/** Names of colours that Chinese files write in their formats. */
const colours: Readonly<Record<string, string>> = {
  红色: "Red",
  蓝色: "Blue",
  绿色: "Green",
  黑色: "Black",
  白色: "White",
  黄色: "Yellow",
  青色: "Cyan",
  洋红: "Magenta",
};

function patternOf(numberFormat: string): string {
  return numberFormat
    .replace(/\[([\u4e00-\u9fa5]+)\]/g, (all, name: string) =>
      colours[name] === undefined ? all : `[${colours[name]}]`,
    )
    .replace(/!(.)/g, "\\$1")
    .replace(/\[DBNum\d\]/gi, "");
}

/** What a cell shows: the value in its number format. A day that cannot be is shown as Excel shows it, by hashes. */
export function cellText(value: Scalar | undefined, numberFormat: string, date1904: boolean): string {
  if (typeof value === "number") return numberShown(value, numberFormat, date1904);
  if (value === undefined) return "";
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return plainFormats.has(numberFormat) || !numberFormat.includes("@") ? value : formatted(numberFormat, value);
}

/** Formats that change nothing. */
const plainFormats: ReadonlySet<string> = new Set(["General", "", "@"]);

function numberShown(value: number, numberFormat: string, date1904: boolean): string {
  if (plainFormats.has(numberFormat)) return general(value);
  const pattern = patternOf(numberFormat);
  if (!isDateFormat(pattern)) return formatted(numberFormat, value);
  const serial = date1904 ? value + OFFSET_1904 : value;
  return serial < 0 || serial > LAST_SERIAL + 1 ? "########" : formatted(numberFormat, serial);
}

function formatted(numberFormat: string, value: string | number): string {
  return formatNumber(patternOf(numberFormat), value, { throws: false, locale: "zh-CN", overflow: "########" });
}
