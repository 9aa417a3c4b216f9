import type { SheetDraft } from "../domain/change/change";
import { lastVisit, type Visits } from "../domain/filing/lastVisit";
import { recordNumber } from "../domain/filing/nextNumber";
import { isCalled } from "../domain/ledger/customers";
import type { Customer, Drawdown, Layout } from "../domain/ledger/ledger";
import type { ColumnCells, DateSystem, WorkbookSurvey } from "../domain/ledger/survey";
import { sum } from "../domain/loan/money";
import { backgroundColumns, backgroundOf, type Background } from "../domain/record/background";
import type { GuarantorKind } from "../domain/record/guarantorFacts";
import type { RecordFacts } from "../domain/record/facts";
import type { Template } from "../domain/record/ownForm";
import { TEMPLATE_SHEET } from "../domain/record/template";
import { mergesCut, unknownPlaceholders } from "../domain/record/templateFaults";
import { recordSheet } from "../domain/record/record";
import type { EventFacts, Scope } from "../domain/record/scope";
import { recordSheetName } from "../domain/record/sheetName";
import { templateRecord } from "../domain/record/templateSheet";
import { recordTypeFor, subjectOf, type RecordType, type Subject } from "../domain/record/variant";
import { ok, refused, type Result } from "../domain/result";
import type { Judgement } from "../domain/risk/judgement";
import type { Assessment } from "./assessment";
import type { Failure } from "./failure";
import type { Watch, Workbook } from "./workbook";

/** A record that was made. */
export interface MadeRecord {
  readonly sheet: string;
  readonly customer: string;
  /** By which the customer is known; a guarantor has its name alone. */
  readonly key: string;
  readonly type: RecordType | GuarantorKind;
  readonly number: string;
}

/** A record with the sheet that is to be made for it. */
export interface PlannedRecord {
  readonly record: MadeRecord;
  readonly draft: SheetDraft;
}

/** A customer to be visited and where its ledger stands. */
export interface Visited {
  readonly judgement: Judgement;
  readonly layout: Layout;
}

/** What a run of records stands on. */
export interface Desk {
  readonly assessment: Assessment;
  readonly dateSystem: DateSystem;
  /** Names of sheets in lower case; grows by the new ones. */
  readonly taken: Set<string>;
  readonly visits: Visits;
  /** The running number of the first record. */
  readonly firstNumber: number;
  readonly backgrounds: ReadonlyMap<Judgement, Background>;
  /** The bank's own form; undefined: the built-in one. */
  readonly template: Template | undefined;
}

/** How the records of a run are made. */
export interface Making {
  /** Instead of the one that the duty asks for. */
  readonly type?: RecordType;
  /** Of single customers, by name or key; goes before `type`. */
  readonly types?: ReadonlyMap<string, RecordType>;
  /** Instead of the one that the customer's kind asks for. */
  readonly subject?: Subject;
  readonly scope?: Scope;
  readonly withHints: boolean;
}

const isLive = ({ standing }: Drawdown) => standing === "live";
const rowsOf = ({ customer }: Judgement) => customer.drawdowns.filter(isLive).map(({ row }) => row);

/** What the ledgers say of the people around these customers; their columns are read for this alone. */
export async function readBackgrounds(
  workbook: Workbook,
  visited: readonly Visited[],
  watch: Watch,
): Promise<Result<ReadonlyMap<Judgement, Background>, Failure>> {
  const found = new Map<Judgement, Background>();
  for (const layout of new Set(visited.map((one) => one.layout))) {
    const here = visited.filter((one) => one.layout === layout).map(({ judgement }) => judgement);
    const cells = await readRows(workbook, layout, { rows: here.flatMap(rowsOf), watch });
    if (!cells.ok) return cells;
    if (cells.value === undefined) continue;
    for (const judgement of here) found.set(judgement, backgroundOf(layout, cells.value, rowsOf(judgement)));
  }
  return ok(found);
}

/** Undefined where the ledger has no such columns. */
async function readRows(
  workbook: Workbook,
  layout: Layout,
  { rows, watch }: { rows: readonly number[]; watch: Watch },
): Promise<Result<ColumnCells | undefined, Failure>> {
  const columns = backgroundColumns(layout);
  if (columns.length === 0 || rows.length === 0) return ok(undefined);
  const firstRow = rows.reduce((least, row) => Math.min(least, row), Infinity);
  const lastRow = rows.reduce((most, row) => Math.max(most, row), 0);
  return workbook.readColumns({ sheet: layout.sheet, firstRow, lastRow, columns, formatsOf: [] }, watch);
}

/** The bank's own form where the workbook has one; a refusal names what keeps it from being used, and where. */
export async function readOwnForm(
  workbook: Workbook,
  { sheets }: WorkbookSurvey,
): Promise<Result<Template | undefined, Failure>> {
  if (sheets.every(({ sheet }) => sheet !== TEMPLATE_SHEET)) return ok(undefined);
  const template = await workbook.readTemplate(TEMPLATE_SHEET);
  if (!template.ok || template.value === undefined) return template;
  const unknown = unknownPlaceholders(template.value);
  if (unknown.length > 0) return refused({ kind: "unknownPlaceholders", unknown });
  const areas = mergesCut(template.value);
  return areas.length > 0 ? refused({ kind: "templateMerged", areas }) : template;
}

function eventOf(scope: Scope, visited: readonly Visited[]): EventFacts {
  const customers = visited.map(({ judgement: { customer, balance } }) => ({ name: customer.name, balance }));
  return { scope, customers, balance: sum(customers.map(({ balance }) => balance)) };
}

/** Plans one sheet a customer. */
export function planRecords(visited: readonly Visited[], desk: Desk, making: Making): readonly PlannedRecord[] {
  const { scope } = making;
  const event = scope === undefined ? undefined : eventOf(scope, visited);
  return visited.map((one, index): PlannedRecord => {
    const { customer } = one.judgement;
    const name = recordSheetName(customer.name, desk.assessment.asOf, desk.taken);
    desk.taken.add(name.toLowerCase());
    const facts = factsOf(one, desk, {
      making,
      event,
      number: recordNumber(desk.assessment.asOf, desk.firstNumber + index),
    });
    const record = { sheet: name, customer: customer.name, key: customer.key, type: facts.type, number: facts.number };
    const { template } = desk;
    const draft = template === undefined ? recordSheet(facts, name) : templateRecord(template, facts, name);
    return { record, draft };
  });
}

/** The type that is asked for, of this customer before that of all. */
function typeAsked(
  { types = new Map<string, RecordType>(), type }: Making,
  customer: Customer,
): RecordType | undefined {
  const own = types.get(customer.key) ?? [...types].find(([word]) => isCalled(customer, word))?.[1];
  return own ?? type;
}

function factsOf(
  { judgement, layout }: Visited,
  { assessment: { asOf, settings }, dateSystem, visits, backgrounds }: Desk,
  { making, event, number }: { making: Making; event: EventFacts | undefined; number: string },
): RecordFacts {
  const { customer, duty } = judgement;
  const drawdowns = customer.drawdowns.filter(isLive);
  const due = event === undefined ? recordTypeFor(duty.kind) : "突发";
  return {
    ...{ judgement, drawdowns, asOf, settings, dateSystem, number, event, withHints: making.withHints },
    background: backgrounds.get(judgement) ?? {},
    subject: making.subject ?? subjectOf(customer.type),
    type: typeAsked(making, customer) ?? due,
    ledger: { sheet: layout.sheet, row: drawdowns[0]?.row ?? 0 },
    last: lastVisit(customer, visits, settings.filing.remoteInARow),
  };
}
