import fc from "fast-check";
import { mirror, undo, type Change, type Content, type Rule } from "../../../src/domain/change/change";
import { planAnnotation, type AnnotationFacts } from "../../../src/domain/change/planAnnotation";
import { planCells } from "../../../src/domain/change/planCells";
import { planRemoval } from "../../../src/domain/change/planRemoval";
import { planRules } from "../../../src/domain/change/planRules";
import { noTraces, type OwnTraces, type RuleSeen } from "../../../src/domain/change/traces";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { judge } from "../../../src/domain/risk/judge";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { ownColumnHeadings } from "../../app/headings";
import { ledgerOf } from "../ledger/sheets";
import { ASOF } from "../risk/ledgers";
import { finished } from "../../../src/domain/steps";

const heading = ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "上次回访日期"];
const row = (name: string, index: number, overdue: number): readonly CellValue[] => [
  name,
  `JJ${String(index)}`,
  500_000 + index,
  "2026-03-02",
  "2027-08-02",
  overdue > 0 ? "关注" : "正常",
  overdue,
  "2026-11-02",
];
const grid = [heading, row("云岭样品商行", 1, 0), row("=SUM(A1)样品厂", 2, 45), row("石桥样品养殖场", 3, 12)];

const ledger = ledgerOf(grid);
const facts = (traces: OwnTraces, ownColumns: ReadonlyMap<string, number>): AnnotationFacts => ({
  ledger: { ...ledger, layout: { ...ledger.layout, ownColumns } },
  judgements: judge(ledger, defaultSettings, ASOF),
  problems: [],
  settings: defaultSettings,
  traces,
});

type Of<Kind extends Change["kind"]> = Extract<Change, { kind: Kind }>;
const ofKind = <Kind extends Change["kind"]>(changes: readonly Change[], kind: Kind) =>
  changes.filter((change): change is Of<Kind> => change.kind === kind);

function planned(given: AnnotationFacts) {
  const plan = finished(planAnnotation(given));
  if (plan === undefined) throw new Error("no room");
  return plan;
}

/** What stands on the sheet once the changes of a first run are there; `places` puts each own column somewhere. */
function standing(changes: readonly Change[], places: (column: number) => number) {
  const columns = new Map<number, readonly Content[]>();
  const headings = new Map<string, number>();
  for (const { column, after } of ofKind(changes, "column")) {
    columns.set(places(column), [after?.heading ?? "", ...(after?.cells ?? [])]);
    headings.set((after?.heading ?? "").replace("贷后_", ""), places(column));
  }
  const rules = ofKind(changes, "rule").flatMap(({ after }, index): RuleSeen[] =>
    after === undefined ? [] : [{ id: `{${String(index)}}`, rule: after }],
  );
  return { traces: { ...noTraces, columns, rules }, headings };
}

const first = planned(facts(noTraces, new Map()));

describe("the plan of a first run", () => {
  it("writes the own columns in their order, right of the ledger", () => {
    const columns = ofKind(first.changes, "column");
    expect(columns.map(({ after }) => after?.heading)).toEqual(ownColumnHeadings);
    expect(columns.map(({ column }) => column)).toEqual(ownColumnHeadings.map((_, index) => heading.length + index));
  });

  it("[P13] has one formula in each live column, the same in every row", () => {
    for (const { after } of ofKind(first.changes, "column")) {
      const formulas = (after?.cells ?? []).filter((cell) => typeof cell === "object");
      expect([0, ledger.drawdowns]).toContain(formulas.length);
      expect(new Set(formulas.map(({ r1c1 }) => r1c1)).size).toBeLessThanOrEqual(1);
    }
  });

  it("[P15] is refused where the sheet has no room, or anything stands in the way", () => {
    const wide = facts(noTraces, new Map());
    const atEdge = { ...wide, ledger: { ...wide.ledger, layout: { ...wide.ledger.layout, lastColumn: 16_380 } } };
    expect(finished(planAnnotation(atEdge))).toBeUndefined();
    const occupied = { ...noTraces, columns: new Map([[heading.length, ["", "", "别人的"]]]) };
    expect(finished(planAnnotation(facts(occupied, new Map())))).toBeUndefined();
  });
});

describe("the plan of a second run", () => {
  it("is empty over what the first wrote", () => {
    const { traces, headings } = standing(first.changes, (column) => column);
    expect(planned(facts(traces, headings)).changes).toEqual([]);
  });

  it("finds own columns wherever they were moved, and is empty over its own result", () => {
    const shuffled = fc.shuffledSubarray([...ownColumnHeadings.keys()], { minLength: ownColumnHeadings.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        const places = (column: number) => heading.length + (order[column - heading.length] ?? 0);
        const { traces, headings } = standing(first.changes, places);
        const { changes } = planned(facts(traces, headings));
        expect(ofKind(changes, "column")).toEqual([]);
        const columns = new Map([...traces.columns].map(([column, cells]) => [column, [...cells]]));
        for (const { column, firstRow, after } of ofKind(changes, "cells")) {
          after.forEach((content, index) => {
            const cells = columns.get(column);
            if (cells !== undefined) cells[firstRow + index] = content;
          });
        }
        const rules = planRulesResult(traces.rules, changes);
        expect(planned(facts({ ...noTraces, columns, rules }, headings)).changes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps what a person typed into a column of ours, and lists it with its address", () => {
    const { traces, headings } = standing(first.changes, (column) => column);
    const column = headings.get("预警") ?? -1;
    const columns = new Map(traces.columns);
    columns.set(column, ["贷后_预警", "已电话核实", ...(traces.columns.get(column)?.slice(2) ?? [])]);
    const { changes, kept } = planned(facts({ ...traces, columns }, headings));
    expect(kept).toMatchObject([{ address: "S2", text: "已电话核实" }]);
    expect(ofKind(changes, "cells").filter((change) => change.column === column)).toEqual([]);
  });
});

/** The rules that stand after a plan's changes. */
function planRulesResult(seen: readonly RuleSeen[], changes: readonly Change[]): readonly RuleSeen[] {
  const gone = new Set(ofKind(changes, "rule").flatMap(({ id, before }) => (before === undefined ? [] : [id])));
  const added = ofKind(changes, "rule").flatMap(({ after }) => (after === undefined ? [] : [after]));
  return [
    ...seen.filter(({ id }) => !gone.has(id)),
    ...added.map((rule, index) => ({ id: `{n${String(index)}}`, rule })),
  ];
}

describe("rules", () => {
  const rule = (column: number, formula: string): Rule => ({
    marker: "贷后助手:组别A",
    range: { row: 1, column, rows: 3, columns: 1 },
    formula,
    color: "#000000",
  });

  it("[P25][P27] that are equal stay, copies and fragments go, missing ones come", () => {
    const wanted = [rule(1, "=A"), rule(2, "=B")];
    const seen = [
      rule(1, "=A"),
      rule(1, "=A"),
      { ...rule(2, "=B"), range: { row: 1, column: 2, rows: 2, columns: 1 } },
    ];
    const changes = planRules(
      "台账",
      seen.map((one, index) => ({ id: String(index), rule: one })),
      wanted,
    );
    expect(changes).toEqual([
      { kind: "rule", sheet: "台账", id: "1", before: seen[1] },
      { kind: "rule", sheet: "台账", id: "2", before: seen[2] },
      { kind: "rule", sheet: "台账", after: wanted[1] },
    ]);
  });
});

describe("the change of a column's cells", () => {
  const content = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.string().map((r1c1) => ({ r1c1: `=${r1c1}` })),
  );

  it("is the shortest stretch that makes the one of the other", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(content, content, fc.boolean())), (cells) => {
        const before = cells.map(([one]) => one);
        const after = cells.map(([one, other, changes]) => (changes ? other : one));
        const [change] = planCells({ sheet: "台账", column: 3, firstRow: 5, before, after });
        const result = [...before];
        if (change?.kind === "cells") {
          change.after.forEach((one, index) => (result[change.firstRow - 5 + index] = one));
          expect(change.before[0]).not.toEqual(change.after[0]);
          expect(change.before.at(-1)).not.toEqual(change.after.at(-1));
          expect(change.before).toEqual(before.slice(change.firstRow - 5, change.firstRow - 5 + change.after.length));
        }
        expect(result).toEqual(after);
      }),
    );
  });
});

describe("taking back", () => {
  it("mirrors every change onto itself when done twice, and goes from the last to the first", () => {
    for (const change of first.changes) expect(mirror(mirror(change))).toEqual(change);
    expect(undo(undo(first.changes))).toEqual(first.changes);
    expect(undo(first.changes)).toEqual(first.changes.map(mirror).reverse());
  });

  it("takes out every own column, and with typed cells kept only those", () => {
    const { traces, headings } = standing(first.changes, (column) => column);
    const place = { ...ledger.layout, ownColumns: headings };
    const all = planRemoval(place, traces, { columns: headings, keepTyped: false });
    expect(all.gone).toHaveLength(ownColumnHeadings.length);
    const column = headings.get("组别原因") ?? -1;
    const columns = new Map(traces.columns).set(column, ["贷后_组别原因", "B1 无信号", "我的备注", ""]);
    const kept = planRemoval(place, { ...traces, columns }, { columns: headings, keepTyped: true });
    expect(kept.kept.map(({ text }) => text)).toEqual(["我的备注"]);
    expect(kept.gone).not.toContain(column);
    const [cells] = ofKind(kept.changes, "cells");
    expect(cells?.after).toEqual(["", "我的备注", ""]);
  });
});
