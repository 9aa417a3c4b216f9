import type { CellValue } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { defaultSettings } from "./defaults";
import { AS_OF_LABEL } from "./lines";
import { LINE_COLUMNS, listColumns, settingsSheet } from "./settingsSheet";
import { APPENDED_TITLE } from "./planSheet";

type Row = readonly unknown[];

const textOf = (row: Row): string => JSON.stringify(row.map((cell) => cell ?? ""));
const ofLine = (row: Row): Row => Array.from({ length: LINE_COLUMNS }, (_, column) => row[column] ?? "");

/** Whether a line of values is as this program writes it; an older version left some last cells empty, and wrote fewer lines. */
function isUntouched(row: Row, drafts: readonly Row[]): boolean {
  const [label] = row;
  if (label === AS_OF_LABEL || label === APPENDED_TITLE || row.every((cell) => cell === "")) return true;
  return drafts.some((draft) => draft.every((cell, column) => cell === row[column] || isOmitted(row, column)));
}

const isOmitted = (row: Row, column: number): boolean => column > 2 && row[column] === "";

/** Whether a person changed anything on the settings sheet; the day of reference, which a run may fix, does not count, nor do lines that are missing. */
export function settingsEdited(cells: readonly (readonly CellValue[])[], dateSystem: DateSystem): boolean {
  const drafts = settingsSheet(defaultSettings, dateSystem).cells.map(ofLine);
  if (!cells.every((row) => isUntouched(ofLine(row), drafts))) return true;
  const lists = listColumns(defaultSettings, dateSystem);
  const known = new Set(lists.flatMap(({ heading, cells: days }) => [heading, ...days].map(String)));
  const beside = cells.flatMap((row) => row.slice(LINE_COLUMNS)).filter((cell) => cell !== "");
  if (!beside.every((cell) => known.has(String(cell)))) return true;
  return (
    textOf(beside.filter(isDay).sort()) !==
    textOf(
      lists
        .flatMap(({ cells: days }) => days)
        .filter(isDay)
        .sort(),
    )
  );
}

const isDay = (cell: CellValue): boolean => typeof cell === "number";
