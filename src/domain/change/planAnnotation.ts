import { EVENT_DUE, REMOTE } from "./optionalColumns";
import type { Drawdown, Ledger } from "../ledger/ledger";
import type { RowProblem } from "../ledger/problem";
import type { Judgement } from "../risk/judgement";
import type { Settings } from "../settings/settings";
import { finished, PACE, type Steps } from "../steps";
import { clockFormulas } from "../visits/formulas";
import type { Change, Content } from "./change";
import type { ClockColumn, OwnColumnSpec, RowFacts } from "./ownColumn";
import { columnsWanted } from "./ownColumns";
import { DEFERRED_HEADING } from "./opinionColumns";
import { isFree, newColumn, placeColumns, type Placed } from "./placement";
import { freshRows, planShownCells } from "./planCells";
import { planRemoval, typedCells, type TypedCell } from "./planRemoval";
import { planReach } from "./planReach";
import { planRules } from "./planRules";
import { ruleSet } from "./rules";
import { contentAt, lastRowOf, type OwnTraces } from "./traces";

/** All that decides what is written beside one ledger. */
export interface AnnotationFacts {
  readonly ledger: Ledger;
  readonly judgements: readonly Judgement[];
  readonly problems: readonly RowProblem[];
  readonly settings: Settings;
  /** Contents from the heading row on of the own columns and of columns to come; see `columnsToTrace`. */
  readonly traces: OwnTraces;
}

/** What is to be written, and what a person typed into own columns, which stays. */
export interface AnnotationPlan {
  readonly changes: readonly Change[];
  readonly kept: readonly TypedCell[];
}

/** Plans the own columns, their rules, and the table's or filter's reach; undefined where there is no room on the right. A second plan over its own result is empty. */
export function* planAnnotation(facts: AnnotationFacts): Steps<AnnotationPlan | undefined> {
  const { layout } = facts.ledger;
  const placed = placeColumns(layout, columnsWanted(facts.settings, layout));
  const headingRow = layout.headerRows[1];
  if (placed === undefined || !isFree(facts.traces, placed, [headingRow, facts.ledger.lastDataRow])) return undefined;

  const contents = yield* columnContents(facts, placed);
  const kept = placed.flatMap(({ spec, column }) =>
    spec.isPersons === true ? [] : typedCells(layout, facts.traces, { spec, column }),
  );
  const fresh = freshRows(facts.traces, placed, [layout.firstDataRow, facts.ledger.lastDataRow]);
  const columns: Change[] = [];
  for (const [index, one] of placed.entries()) {
    yield;
    columns.push(...planColumn(facts, one, { cells: contents[index] ?? [], kept, fresh }));
  }
  const switchedOff = [...layout.ownColumns].filter(([heading]) =>
    placed.every(({ spec }) => spec.heading !== heading),
  );
  const removed = planRemoval(layout, facts.traces, { columns: new Map(switchedOff), keepTyped: true });
  return {
    changes: [
      ...planReach(layout, placed),
      ...columns,
      ...removed.changes,
      ...planRules(layout.sheet, facts.traces.rules, ruleSet(rulePlace(facts, placed))),
    ],
    kept: [...kept, ...removed.kept],
  };
}

/** Plans one own column alone, beside those that are there; none where there is no room. What a person typed into it stays. */
export function planColumnAlone(facts: AnnotationFacts, spec: OwnColumnSpec): readonly Change[] {
  const { layout, lastDataRow } = facts.ledger;
  const placed = placeColumns(layout, [spec]) ?? [];
  if (!isFree(facts.traces, placed, [layout.headerRows[1], lastDataRow])) return [];
  const contents = finished(columnContents(facts, placed));
  const columns = placed.flatMap((one, index) => {
    const kept = typedCells(layout, facts.traces, one);
    return planColumn(facts, one, { cells: contents[index] ?? [], kept, fresh: new Set() });
  });
  return [...planReach(layout, placed), ...columns];
}

/** The clocks' formulas for columns that stand where they stand. */
function formulasFor(placed: readonly Placed[]): ReturnType<typeof clockFormulas> {
  const found = (heading: string) => placed.find(({ spec }) => spec.heading === heading)?.column;
  const at = (heading: string) => found(heading) ?? 0;
  const deferredUntil = found(DEFERRED_HEADING);
  const [eventDue, remote] = [found(EVENT_DUE), found(REMOTE)];
  return clockFormulas({
    ...(deferredUntil === undefined ? {} : { deferredUntil }),
    ...(eventDue === undefined ? {} : { eventDue }),
    ...(remote === undefined ? {} : { remote }),
    contactMonths: at("联系间隔(月)"),
    onSiteMonths: at("上门间隔(月)"),
    lastContact: at("上次联系日"),
    lastOnSite: at("上次上门日"),
    due: at("下次应访日"),
    dutyReason: at("应访事由"),
    daysUntil: at("距应访(天)"),
    status: at("回访状态"),
    firstCheckFrom: at("待首检发放日"),
    maturityCheckFor: at("待检到期日"),
  });
}

/** One array a placed column, from the first data row to the last; rows that are no drawdown stay empty. */
function* columnContents(facts: AnnotationFacts, placed: readonly Placed[]): Steps<readonly Content[][]> {
  const { ledger } = facts;
  const first = ledger.layout.firstDataRow;
  const rows = Math.max(0, ledger.lastDataRow - first + 1);
  const formulas = formulasFor(placed);
  const contentOf = placed.map(({ spec }) => contentIn(spec, formulas));
  const contents = placed.map(() => new Array<Content>(rows).fill(""));
  let done = 0;
  for (const row of rowFacts(facts)) {
    const index = row.drawdown.row - first;
    if (++done % PACE === 0) yield;
    contentOf.forEach((content, column) => {
      const cells = contents[column];
      if (cells !== undefined) cells[index] = content(row);
    });
  }
  return contents;
}

function contentIn(spec: OwnColumnSpec, formulas: Readonly<Record<ClockColumn, string>>): (facts: RowFacts) => Content {
  const { content } = spec;
  if (typeof content === "function") return content;
  const formula = { r1c1: formulas[content] };
  return () => formula;
}

/** What each drawdown's cells depend on, customer by customer. */
function* rowFacts({ ledger, judgements, problems, settings }: AnnotationFacts): Iterable<RowFacts> {
  const judged = new Map(judgements.map((judgement) => [judgement.customer.key, judgement]));
  const byRow = new Map<number, RowProblem[]>();
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  const dateSystem = ledger.layout.dateSystem;
  for (const customer of ledger.customers) {
    const judgement = judged.get(customer.key);
    for (const drawdown of customer.drawdowns) {
      yield { drawdown, judgement, problems: problemsAt(byRow, drawdown), settings, dateSystem };
    }
  }
}

function problemsAt(byRow: ReadonlyMap<number, readonly RowProblem[]>, drawdown: Drawdown): readonly RowProblem[] {
  return byRow.get(drawdown.row) ?? [];
}

function planColumn(
  { ledger, traces }: AnnotationFacts,
  { spec, column, isNew }: Placed,
  { cells, kept, fresh }: { cells: readonly Content[]; kept: readonly TypedCell[]; fresh: ReadonlySet<number> },
): readonly Change[] {
  const { sheet, firstDataRow: firstRow } = ledger.layout;
  if (isNew) return [newColumn(ledger.layout, traces, { spec, column, cells })];
  if (spec.isPersons === true) return [];
  const stays = new Set(kept.filter((cell) => cell.column === column).map(({ row }) => row));
  const rows = Math.max(cells.length, lastRowOf(traces, column) - firstRow + 1);
  const before = Array.from({ length: rows }, (_, index) => contentAt(traces, firstRow + index, column));
  const after = before.map((old, index) => (stays.has(firstRow + index) ? old : (cells[index] ?? "")));
  return planShownCells({ sheet, column, firstRow, before, after }, spec.numberFormat, fresh);
}

function rulePlace({ ledger, settings }: AnnotationFacts, placed: readonly Placed[]) {
  const { layout, lastDataRow } = ledger;
  const at = (heading: string) => placed.find(({ spec }) => spec.heading === heading)?.column ?? 0;
  const name = layout.columns.get("customerName") ?? layout.columns.get("userCompany");
  const { firstColumn, lastColumn } = layout;
  const row = { column: firstColumn, columns: lastColumn - firstColumn + 1 };
  return {
    firstRow: layout.firstDataRow,
    lastRow: Math.max(lastDataRow, layout.firstDataRow),
    group: at("风险组别"),
    status: at("回访状态"),
    warning: at("预警"),
    named: settings.wholeRowColour ? row : name && { column: name.column, columns: 1 },
  };
}
