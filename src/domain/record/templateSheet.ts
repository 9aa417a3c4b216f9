import type { Content, SheetDraft } from "../change/change";
import type { RecordFacts } from "./facts";
import type { Template } from "./ownForm";
import { ID_LABEL } from "./shownId";
import { fillTemplate, type FilledTemplate, type Mark } from "./template";
import { customerFields } from "./templateFields";
import { rowMarks } from "./templateIndex";
import { templatePage } from "./templatePage";
import { roomFor } from "./templateRoom";

/** In characters: wide enough to be found, too narrow to be printed. */
const INDEX_WIDTH = 0.4;
const INDEX_COLUMNS = 4;
const GREY = "#A6A6A6";

/** Characters of a column so many points wide. */
const characters = (points: number) => Math.max(0, (points / 0.75 - 5) / 7);

/** What filing needs and the form does not have: the facts of the customer, then what the visitor has to write. */
function withMissing(filled: FilledTemplate, facts: RecordFacts): FilledTemplate {
  const known = new Set(filled.marks.map(({ label }) => label.replace("*", "")));
  const given = identity.filter((name) => !known.has(name));
  const asked = essential.filter((name) => !known.has(name));
  if (given.length + asked.length === 0) return filled;
  const lines: readonly (readonly Content[])[] = [
    [],
    ["归档还需要（表中没有这些栏目）"],
    ...given.map((name): readonly Content[] => [name, customerFields[name]?.(facts, facts) ?? ""]),
    ...asked.map((name): readonly Content[] => [`${name}*`, ""]),
  ];
  const first = filled.cells.length + 2;
  const marks = [...given, ...asked.map((name) => `${name}*`)].map((label, index): Mark => ({
    ...{ label, kind: "填", row: first + index, column: 1 },
  }));
  return { ...filled, cells: [...filled.cells, ...lines], marks: [...filled.marks, ...marks] };
}

/** By which filing knows whom a record is about. */
const identity = ["客户名称", ID_LABEL, "检查类型"];
/** What the visitor has to say for a record to be filed. */
const essential = ["检查方式", "检查日期", "检查人", "协(复)查", "检查结论", "措施"];

/** The visit record of one customer on a bank's own form; beside it stands where each answer is to be found when the record is filed. */
export function templateRecord(template: Template, facts: RecordFacts, name: string): SheetDraft {
  const own = fillTemplate(template.cells, facts);
  const filled = withMissing(own, facts);
  const { heights, broken } = roomFor(own, template);
  const columns = Math.max(2, template.widths.length);
  const index = rowMarks(facts.number, filled.marks);
  const rows = Math.max(filled.cells.length, index.length);
  const cells = Array.from({ length: rows }, (_, row): readonly Content[] => [
    ...Array.from({ length: columns }, (_cell, column): Content => filled.cells[row]?.[column] ?? ""),
    ...(index[row] ?? new Array<Content>(INDEX_COLUMNS).fill("")),
  ]);
  const beside = { row: 0, column: columns, rows, columns: INDEX_COLUMNS };
  const asked = { row: own.cells.length + 2, column: 0, rows: filled.cells.length - own.cells.length - 2, columns };
  return {
    ...{ name, cells, choices: [], names: [], frozenRows: 0, landscape: template.landscape },
    page: templatePage(template, facts, { stretches: filled.stretches, rows: filled.cells.length }),
    copies: { sheet: template.sheet, columns, stretches: filled.stretches },
    looks: [
      { at: beside, look: { color: GREY, size: 6, wrap: false } },
      ...broken.map((at) => ({ at, look: { wrap: true } })),
      ...(asked.rows > 0 ? [{ at: asked, look: { border: GREY, wrap: true, vertical: "center" } as const }] : []),
    ],
    merges: asked.rows > 0 ? [{ ...asked, column: 1, columns: columns - 1 }] : [],
    widths: [...template.widths.map(characters), ...new Array<number>(INDEX_COLUMNS).fill(INDEX_WIDTH)],
    heights: heights.map((points, row) => ({ at: { row, column: 0, rows: 1, columns }, points })),
  };
}
