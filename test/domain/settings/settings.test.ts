import { isFormula } from "../../../src/domain/change/content";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { day, OFFSET_1904, type Day } from "../../../src/domain/loan/day";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { settingsEdited } from "../../../src/domain/settings/edited";
import { numberLines } from "../../../src/domain/settings/lines";
import { readSettings } from "../../../src/domain/settings/readSettings";
import type { Settings } from "../../../src/domain/settings/settings";
import { LABEL_COLUMN, VALUE_COLUMN } from "../../../src/domain/settings/fields";
import { settingsSheet } from "../../../src/domain/settings/settingsSheet";

const TODAY = day("2026-11-23");

/** The sheet as Excel shows it: formulas computed, which are that of today alone. */
function shownSheet(settings: Settings, dateSystem: 1900 | 1904 = 1900): CellValue[][] {
  const today: number = dateSystem === 1904 ? TODAY - OFFSET_1904 : TODAY;
  return settingsSheet(settings, dateSystem).cells.map((row) => row.map((cell) => (isFormula(cell) ? today : cell)));
}

describe("the settings sheet", () => {
  it.each([1900, 1904] as const)("reads back as the settings that it shows, in the %i date system", (dateSystem) => {
    const read = readSettings(shownSheet(defaultSettings, dateSystem), dateSystem);
    if (!read.ok) throw new Error(JSON.stringify(read.because));
    expect(read.value).toEqual({ ...defaultSettings, asOf: TODAY });
  });

  it("keeps a day of reference that was fixed", () => {
    const fixed: Day = day("2026-06-30");
    const read = readSettings(shownSheet({ ...defaultSettings, asOf: fixed }), 1900);
    expect(read).toMatchObject({ ok: true, value: { asOf: fixed } });
  });

  it("gives each number a default, a unit and a source", () => {
    for (const row of settingsSheet(defaultSettings, 1900).cells) {
      const line = numberLines.find(({ label }) => label === row[LABEL_COLUMN]);
      if (line === undefined) continue;
      expect(row.slice(1, 6).filter((cell) => cell === "").length).toBeLessThanOrEqual(1);
    }
  });

  it.each(numberLines.map(({ label }) => [label]))("names the cell where %s holds what is no number", (label) => {
    const cells = shownSheet(defaultSettings);
    const row = cells.findIndex((line) => line[LABEL_COLUMN] === label);
    expect(row).toBeGreaterThan(0);
    for (const bad of ["三十", -5, ""]) {
      const broken = cells.map((line, index) =>
        index === row ? line.map((cell, at) => (at === VALUE_COLUMN ? bad : cell)) : line,
      );
      const read = readSettings(broken, 1900);
      if (read.ok) throw new Error(`${label}: ${String(bad)} was taken`);
      expect(read.because.map(({ address }) => address)).toEqual([`贷后设置!B${String(row + 1)}`]);
      expect(read.because[0]?.message).toMatch(/./);
    }
  });

  it.each(numberLines.filter(({ unit }) => unit === "%").map(({ label }) => [label]))(
    "asks for the bare number where %s was typed with its sign, which Excel keeps as a fraction",
    (label) => {
      const cells = shownSheet(defaultSettings);
      const row = cells.findIndex((line) => line[LABEL_COLUMN] === label);
      const typed = cells.map((line, index) =>
        index === row ? line.map((cell, at) => (at === VALUE_COLUMN ? 0.1 : cell)) : line,
      );
      expect(readSettings(typed, 1900)).toMatchObject({
        ok: false,
        because: [
          {
            address: `贷后设置!B${String(row + 1)}`,
            message: `“${label}”的单位已经是 %，请写 10，不要写 10%，现在是“0.1”`,
          },
        ],
      });
    },
  );

  it("is edited where one cell differs, and not by its day of reference", () => {
    const cells = settingsSheet(defaultSettings, 1900).cells as CellValue[][];
    expect(settingsEdited(cells, 1900)).toBe(false);
    const withDay = shownSheet(defaultSettings).map((row) => row);
    expect(settingsEdited(withDay, 1900)).toBe(false);
    const row = withDay.findIndex((line) => line[LABEL_COLUMN] === numberLines[0]?.label);
    const edited = withDay.map((line, index) =>
      index === row ? line.map((cell, at) => (at === VALUE_COLUMN ? Number(cell) + 1 : cell)) : line,
    );
    expect(settingsEdited(edited, 1900)).toBe(true);
  });
});
