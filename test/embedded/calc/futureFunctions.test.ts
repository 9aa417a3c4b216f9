import { withMarks, withoutMarks } from "../../../src/embedded/calc/futureFunctions";

const spellings: readonly (readonly [read: string, kept: string])[] = [
  ["=IFNA(A1,0)", "=_xlfn.IFNA(A1,0)"],
  ['=XLOOKUP("IFNA(",A:A,B:B)', '=_xlfn.XLOOKUP("IFNA(",A:A,B:B)'],
  ["=SORT(FILTER(A1:B9,B1:B9>0))", "=_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:B9,B1:B9>0))"],
  ["='IFNA('!A1+SUM(1,2)", "='IFNA('!A1+SUM(1,2)"],
  ["=MYIFNA(1)+T[DAYS(]", "=MYIFNA(1)+T[DAYS(]"],
  ["=STDEV.S(A1:A3)-STDEV(A1:A3)", "=_xlfn.STDEV.S(A1:A3)-STDEV(A1:A3)"],
];

describe("a formula with newer functions", () => {
  it.each(spellings)("%s is kept in a file as %s, and read again", (read, kept) => {
    expect(withMarks(read)).toBe(kept);
    expect(withoutMarks(kept)).toBe(read);
    expect(withMarks(kept)).toBe(kept);
  });
});
