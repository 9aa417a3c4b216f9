import { clockFormulas } from "../../src/domain/visits/formulas";
import {
  AS_OF_NAME,
  FIRST_CHECK_NAME,
  HOLIDAYS_NAME,
  LATER_NAME,
  MATURITY_CHECK_NAME,
  SOON_NAME,
} from "../../src/domain/settings/names";
import { recalculate } from "../../src/embedded/calc/recalculate";
import { blankBook } from "../../src/embedded/xlsx/blank";
import { NOT_COMPUTED } from "../../src/embedded/calc/values";
import type { Book, Scalar, Sheet } from "../../src/embedded/xlsx/model";
import { opened, TODAY, withPart } from "../embedded/workbooks";
import { everythingEmitted } from "./emitted";
import { allRecalculatedByLibreOffice } from "./libreOffice";

/** Month ends, leap years, blanks, text numbers, errors, negative and huge numbers. */
const inputs: readonly (Scalar | undefined)[] = [
  ...[46_349, 46_081, 45_351, 45_350, 46_387, 46_388, 46_446, 36_584, 73_050, 2_958_465, 61],
  ...[0, 1, -1, 2.5, -0.5, 1e15, 1e-9],
  ...["", "甲", "12", "-3", "2026-02-28", "a*c", " 空 格 "],
  ...[true, false, { error: "#N/A" }, { error: "#DIV/0!" }, undefined],
];
const months = [-13, -1, 0, 0.5, 1, 1.9, 6, 12, 120];
const operators = ["+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">="];
const cell = (index: number) => `$A$${String(index + 1)}`;
const each = inputs.map((_, index) => cell(index));
const LIST = `$A$1:$A$${String(inputs.length)}`;
const days = each.slice(0, 11);

/** Every function of the list of allowed ones, and every operator, on the inputs. */
const formulas: readonly string[] = [
  ...each.flatMap((one) => [
    ...["YEAR", "MONTH", "DAY", "LEN", "LEFT", "TRIM", "N", "ISNUMBER", "MAX", "MIN", "AND", "OR"].map(
      (name) => `${name}(${one})`,
    ),
    ...[
      `IF(${one},1,2)`,
      `IF(${one}="",1,2)`,
      `IFERROR(${one},"错")`,
      `-${one}`,
      `${one}%`,
      `-${one}^2`,
      `LEFT(${one},2)`,
    ],
    ...[`MATCH(${one},${LIST},0)`, `COUNTIFS(${LIST},${one})`, `SUMIFS(${LIST},${LIST},${one})`],
    ...["yyyy-mm-dd", "0.00", "#,##0", "0%"].map((format) => `TEXT(${one},"${format}")`),
    ...each.flatMap((other) => operators.map((operator) => `${one}${operator}${other}`)),
  ]),
  ...days.flatMap((one) =>
    months.flatMap((count) => [
      ...["EDATE", "EOMONTH", "WORKDAY"].map((name) => `${name}(${one},${String(count)})`),
      `WORKDAY(${one},${String(count)},$B$1:$B$3)`,
    ]),
  ),
  ...[1905, 1999, 2000, 2024, 2026, 2100].flatMap((year) =>
    [-1, 0, 1, 2, 12, 14].flatMap((month) =>
      [0, 1, 29, 30, 31, 60].map((date) => `DATE(${[year, month, date].join()})`),
    ),
  ),
  ...[">0", "<=1", "<>", "<>甲", "=", "甲*", "?", "*", ">=甲"].flatMap((test) => [
    `COUNTIFS(${LIST},"${test}")`,
    `SUMIFS($C$1:$C$${String(inputs.length)},${LIST},"${test}")`,
  ]),
  ...[1, 3, 18, 99].map((row) => `INDEX(${LIST},${String(row)})`),
  ...[
    "1+2*3^2",
    "-2^2",
    "2^3^2",
    "-50%",
    "10%%",
    "1&2+3",
    "1=1=TRUE",
    '"b">"A"',
    '1/3&""',
    '0.1+0.2&""',
    "MAX($A$12:$A$25)",
    "MIN($A$12:$A$25)",
  ],
  "TODAY()-TODAY()",
  "INT(NOW())-TODAY()",
  ...days.flatMap((one) =>
    days.flatMap((other) => [
      `_xlfn.DAYS(${one},${other})`,
      ...["D", "M", "Y", "YM"].map((unit) => `DATEDIF(${one},${other},"${unit}")`),
    ]),
  ),
  ...["PRODUCT", "STDEV", "STDEVP", "VAR", "VARP"].flatMap((name) => [
    `${name}($C$1:$C$9)`,
    `${name}($A$12:$A$16)`,
    `${name}($A$19)`,
    `${name}($A$12,3)`,
  ]),
  "SUMPRODUCT($A$1:$A$9,$C$1:$C$9)",
  "SUMPRODUCT($A$1:$A$9,$C$1:$C$8)",
  "SUMPRODUCT($A$19:$A$24,$C$19:$C$24)",
  ...each.map((one) => `_xlfn.IFNA(${one},"无")`),
];

/** Columns of the clocks' facts, and of the clocks. */
const place = {
  contactMonths: 5,
  onSiteMonths: 6,
  lastContact: 7,
  lastOnSite: 8,
  firstCheckFrom: 9,
  maturityCheckFor: 10,
  due: 11,
  dutyReason: 12,
  daysUntil: 13,
  status: 14,
};
const CLOCK_ROWS = 1_500;

function random(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function addClocks(book: Book, sheet: Sheet): void {
  const next = random(20_261_123);
  const someDay = () => (next(4) === 0 ? undefined : 45_600 + next(1_100));
  const values = [
    [AS_OF_NAME, 46_349],
    [FIRST_CHECK_NAME, 15],
    [MATURITY_CHECK_NAME, 30],
    [SOON_NAME, 7],
    [LATER_NAME, 30],
  ] as const;
  values.forEach(([name, value], row) => {
    sheet.setValue(row, 3, value);
    book.addName({ name, formula: `Sheet1!$D$${String(row + 1)}`, scope: undefined, visible: true });
  });
  book.addName({ name: HOLIDAYS_NAME, formula: "Sheet1!$B$1:$B$3", scope: undefined, visible: true });
  const clocks = Object.entries(clockFormulas(place)) as readonly (readonly [keyof typeof place, string])[];
  for (let row = 0; row < CLOCK_ROWS; row++) {
    sheet.setValue(row, place.contactMonths, next(12) === 0 ? "" : [0.5, 1, 2, 3, 6, 12][next(6)]);
    sheet.setValue(row, place.onSiteMonths, [0.5, 1, 3, 6, 12, 24][next(6)]);
    for (const name of ["lastContact", "lastOnSite", "firstCheckFrom", "maturityCheckFor"] as const)
      sheet.setValue(row, place[name], someDay());
    for (const [name, formula] of clocks) sheet.setFormula(row, place[name], { r1c1: formula.slice(1) });
  }
}

const FIRST_COLUMN = 20;
const ROWS_A_COLUMN = 1_000;
const placeOf = (index: number) => [index % ROWS_A_COLUMN, FIRST_COLUMN + Math.floor(index / ROWS_A_COLUMN)] as const;

/** A new workbook whose days count from 1904. */
function blankOf1904(): Book {
  const is1904 = (xml: string) => xml.replace(/<bookViews|<sheets/, '<workbookPr date1904="1"/>$&');
  return opened(withPart(blankBook().save(), "xl/workbook.xml", is1904));
}

function filled(book: Book): Book {
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  inputs.forEach((value, row) => {
    sheet.setValue(row, 0, value);
    sheet.setValue(row, 2, row + 1);
  });
  [46_350, 46_388, 46_082].forEach((day, row) => {
    sheet.setValue(row, 1, day);
  });
  addClocks(book, sheet);
  formulas.forEach((formula, index) => {
    sheet.setFormula(...placeOf(index), { a1: formula });
  });
  return book;
}

function same(one: Scalar | undefined, other: Scalar | undefined): boolean {
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}

/** Where LibreOffice differs from Excel's own documentation (support.microsoft.com, the page of the function or of data types), by formula and the two results. */
const documented: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ["LibreOffice reads an empty text in a file as an empty cell; in Excel it is text", /\$A\$19\b/],
  [
    "LibreOffice keeps a truth value in a cell as a number; in Excel it is no number and stands after text",
    /\$A\$2[67]\b/,
  ],
  [
    "DATE: Excel counts days from 1900-01-01 with a 29 February 1900, and has none before",
    /^(YEAR|MONTH|DAY|TEXT)\(\$A\$(1[1-8]|21|22|30)\b|^(EDATE|EOMONTH)\(\$A\$11,/,
  ],
  ["POWER: 0^0 is #NUM!, 0 to a negative power #DIV/0!, and what is too small is 0", /^\$A\$(1[2-8]|30)\^/],
  ["Operators: an error that is given goes before a text that is no number", /^\$A\$\d+[-+*/^]\$A\$2[89] /],
  ["COUNTIFS, SUMIFS: an empty cell is not 0 or a truth value", /^(COUNTIFS|SUMIFS)\(/],
  ["Operators: of two errors the first is given", /^\$A\$2[89]&\$A\$2[89] /],
  ["EDATE, EOMONTH, WORKDAY, TEXT: days end with 9999-12-31", /^(EDATE|EOMONTH|WORKDAY|TEXT)\(\$A\$10,/],
  ["DATEDIF: a first day after the second is #NUM!", /^DATEDIF\(.* \{"error":"#NUM!"\} \{"error":"#VALUE!"\}$/],
  ["INDEX: a row outside the area is #REF!", /^INDEX\(/],
  ["IF: a text that is no truth value is #VALUE!", /^(IF|AND|OR)\(\$A\$2\d\b/],
];

const told = (value: Scalar | undefined) => JSON.stringify(value ?? null);

/** A workbook as we compute it, and as LibreOffice does. */
interface Twice {
  readonly ours: Book;
  readonly theirs: Book;
}

const twice: Record<"1900" | "1904" | "emitted", Twice | undefined> = {
  1900: undefined,
  1904: undefined,
  emitted: undefined,
};

/** The first sheets of a workbook that was computed twice. */
function sheetsOf(which: keyof typeof twice): readonly [ours: Sheet, theirs: Sheet] {
  const [ours, theirs] = [twice[which]?.ours.sheets[0], twice[which]?.theirs.sheets[0]];
  if (ours === undefined || theirs === undefined) throw new Error("no sheet");
  return [ours, theirs];
}

const systems = ["1900", "1904"] as const;

describe("LibreOffice, asked to compute thousands of formulas", () => {
  beforeAll(async () => {
    const names = [...systems, "emitted"] as const;
    const books = [filled(blankBook()), filled(blankOf1904()), await everythingEmitted()];
    const files = books.map((book) => book.save());
    const computed = allRecalculatedByLibreOffice(files);
    names.forEach((name, index) => {
      const [own, other] = [files[index], computed[index]];
      if (own === undefined || other === undefined) throw new Error("no file");
      const ours = opened(own);
      recalculate(ours, TODAY);
      twice[name] = { ours, theirs: opened(other) };
    });
  }, 120_000);

  it.each(systems)("gives the clocks of every row as we do, in the system of %s", (system) => {
    const [ours, theirs] = sheetsOf(system);
    const area = { row: 0, column: place.due, rows: CLOCK_ROWS, columns: 4 };
    const found = theirs.values(area);
    const differences = ours
      .values(area)
      .flatMap((line, row) =>
        line.flatMap((value, column) =>
          value !== undefined && same(value, found[row]?.[column])
            ? []
            : [`${String(row + 1)} ${String(column)} ${told(value)} ${told(found[row]?.[column])}`],
        ),
      );
    expect(differences).toEqual([]);
  });

  const used = new Set<string>();

  it.each(systems)("gives what we give for every function and operator, in the system of %s", (system) => {
    const [ours, theirs] = sheetsOf(system);
    const differences = formulas.flatMap((formula, index) => {
      const [row, column] = placeOf(index);
      const [a, b] = [ours.cell(row, column).value, theirs.cell(row, column).value];
      return a === NOT_COMPUTED || same(a, b) ? [] : [`${formula} ${told(a)} ${told(b)}`];
    });
    const unknown = differences.filter((line) => {
      const known = documented.find(([, pattern]) => pattern.test(line));
      if (known !== undefined) used.add(known[0]);
      return known === undefined;
    });
    expect(unknown).toEqual([]);
    expect(formulas.length).toBeGreaterThan(10_000);
  });

  it("differs in every way that is documented here, and in no other", () => {
    expect([...used]).toEqual(expect.arrayContaining(documented.map(([reason]) => reason)));
  });

  it("gives every formula on every sheet that the add-in makes the result that we give", () => {
    const { ours, theirs } = twice.emitted ?? { ours: blankBook(), theirs: blankBook() };
    let compared = 0;
    const differences: string[] = [];
    for (const sheet of ours.sheets) {
      const other = theirs.sheets.find(({ name }) => name === sheet.name);
      sheet.eachFormula((row, column) => {
        compared += 1;
        const { value, formula = "" } = sheet.cell(row, column);
        const found = other?.cell(row, column).value;
        if (value !== NOT_COMPUTED && same(value, found)) return;
        const place = `${sheet.name} ${String(row + 1)}:${String(column + 1)}`;
        differences.push(`${place} ${formula} ${told(value)} ${told(found)}`);
      });
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});
