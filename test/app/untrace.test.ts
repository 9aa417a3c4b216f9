import { annotate } from "../../src/app/annotate";
import { reportChanges } from "../../src/app/changes";
import { clear } from "../../src/app/clear";
import { makeCard } from "../../src/app/customerCard";
import { declareEvent } from "../../src/app/event";
import type { Failure } from "../../src/app/failure";
import { fileRecord } from "../../src/app/file";
import { makeGuarantorRecord } from "../../src/app/guarantorVisit";
import { reportHealth } from "../../src/app/health";
import { makeTemplate } from "../../src/app/makeTemplate";
import { saveMapping } from "../../src/app/saveMapping";
import { mendBeside } from "../../src/app/mend";
import { redo } from "../../src/app/redo";
import { saveSettings } from "../../src/app/saveSettings";
import { undoLast } from "../../src/app/undo";
import { untrace } from "../../src/app/untrace";
import { makeRecords } from "../../src/app/visit";
import { reportWarnings } from "../../src/app/warn";
import { moveWarnings } from "../../src/app/warnState";
import { failureSentence } from "../../src/app/words";
import { marksIn } from "../../src/cli/marks";
import type { CellValue } from "../../src/domain/ledger/cells";
import type { Field } from "../../src/domain/ledger/field";
import { addDays } from "../../src/domain/loan/day";
import type { Result } from "../../src/domain/result";
import { OPINION_SWITCH } from "../../src/domain/settings/lines";
import {
  inExcel,
  inMeddledExcel,
  opened,
  partsOf,
  refusal,
  sampleFile,
  TODAY,
  unwatched,
  type Running,
} from "../embedded/workbooks";
import { fillIn } from "./filling";
import { redoable } from "./redoable";

const CUSTOMER = "松原里明达物流经营部";
const run = { today: TODAY, asOf: TODAY };

/** What a use case gave; fails where it refused. */
async function done<Value>(result: Promise<Result<Value, Failure>>): Promise<Value> {
  const given = await result;
  if (!given.ok) throw new Error(failureSentence(given.because));
  return given.value;
}

type Feature = (running: Running) => Promise<unknown>;

const annotated: Feature = ({ workbook }) => done(annotate(workbook, run, unwatched));

const recorded = ({ workbook }: Running, chosen: Parameters<typeof makeRecords>[1]["chosen"]) =>
  done(makeRecords(workbook, { ...run, chosen, withHints: true }, unwatched));

async function filed(running: Running): Promise<void> {
  const [record] = (await recorded(running, { customer: CUSTOMER })).records;
  const sheet = record?.sheet ?? "";
  fillIn(running.excel.book, sheet, {});
  await done(fileRecord(running.workbook, { ...run, record: sheet, reason: "出差期间补录", accept: true }, unwatched));
}

const settings =
  (field: string, value: CellValue): Feature =>
  ({ workbook }) =>
    done(saveSettings(workbook, { values: new Map([[field, value]]) }, unwatched));

const LATER = { ...run, asOf: addDays(TODAY, 40) };

async function takenBackAndAgain({ workbook }: Running): Promise<void> {
  const taken = redoable(await done(undoLast(workbook, unwatched)));
  await done(redo(workbook, { taken, options: run }, unwatched));
}

const template: Feature = ({ workbook }) => done(makeTemplate(workbook, run, unwatched));

const features: readonly (readonly [string, readonly Feature[]])[] = [
  ["标注", [annotated]],
  ["标注后清除", [annotated, ({ workbook }) => done(clear(workbook, { typed: false, settings: true }, unwatched))]],
  ["标注、撤销、重做", [annotated, takenBackAndAgain]],
  ["生成回访表", [annotated, (running) => recorded(running, { dueWithin: 0 })]],
  ["归档", [annotated, filed]],
  [
    "客户贷后管理信息表",
    [annotated, filed, ({ workbook }) => done(makeCard(workbook, { ...run, customer: CUSTOMER }, unwatched))],
  ],
  [
    "风险预警报告",
    [
      ({ workbook }) => done(reportWarnings(workbook, run, unwatched)),
      ({ workbook }) => done(moveWarnings(workbook, { ...run, state: "已报" }, unwatched)),
    ],
  ],
  [
    "突发事件",
    [
      ({ workbook }) =>
        done(
          declareEvent(
            workbook,
            { ...run, type: "客户", scope: { field: "customers", word: CUSTOMER }, note: "停产" },
            unwatched,
          ),
        ),
    ],
  ],
  [
    "变化表",
    [
      annotated,
      ({ workbook }) => done(annotate(workbook, LATER, unwatched)),
      ({ workbook }) => done(reportChanges(workbook, LATER, unwatched)),
    ],
  ],
  ["体检表", [({ workbook }) => done(reportHealth(workbook, run, unwatched))]],
  ["补好的列", [({ workbook }) => done(mendBeside(workbook, run, unwatched))]],
  [
    "列对应",
    [
      ({ workbook }) =>
        done(
          saveMapping(
            workbook,
            { sheet: "示例台账", given: new Map<Field, number | undefined>([["manager", undefined]]) },
            unwatched,
          ),
        ),
    ],
  ],
  ["设置", [settings("小额线", 3000)]],
  ["人工组别列", [settings(`增加列：${OPINION_SWITCH}`, "是"), annotated]],
  [
    "保证人检查表",
    [({ workbook }) => done(makeGuarantorRecord(workbook, { ...run, guarantor: "示例融资担保公司" }, unwatched))],
  ],
  ["回访模板", [template]],
];

/** Parts in which two files differ, styles aside, which may keep entries that nothing uses. */
function differences(one: Uint8Array, other: Uint8Array): readonly string[] {
  const [a, b] = [partsOf(one), partsOf(other)];
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => name !== "xl/styles.xml" && a.get(name) !== b.get(name));
}

/** The sample ledger after some steps, saved and opened again. */
async function met(steps: readonly Feature[]): Promise<Running> {
  const running = inExcel(opened(sampleFile()));
  for (const step of steps) await step(running);
  running.excel.calculate();
  return inExcel(opened(running.excel.book.save()));
}

describe("taking every trace out", () => {
  it.each(features)("[P47] after %s leaves a workbook that equals the one that never met us", async (_, steps) => {
    const { excel, workbook } = await met(steps);
    const out = await done(untrace(workbook, { typed: false, sheets: false }, unwatched));
    expect(out.isProven).toBe(true);
    expect(differences(excel.book.save(), sampleFile())).toEqual([]);
  });

  it("looks again, also where what a person typed and the sheets stay, and says where it could not look", async () => {
    const { excel, workbook } = await met([annotated, (running) => recorded(running, { customer: CUSTOMER })]);
    excel.book.sheets[0]?.setValue(5, 23, "已电话核实");
    const saved = excel.book.save();
    const keep = { typed: true, sheets: true };
    const out = await done(untrace(workbook, keep, unwatched));
    expect(out).toMatchObject({ isProven: true, typed: [{ text: "已电话核实" }] });
    const whole = inExcel(opened(saved));
    await done(untrace(whole.workbook, keep, unwatched));
    const last = whole.excel.counters.requests - 1;
    const meddled = inMeddledExcel(opened(saved), (at) => (at === last ? refusal("GeneralException") : undefined));
    expect(await done(untrace(meddled.workbook, keep, unwatched))).toMatchObject({ isProven: false });
  });

  it("keeps a template that became the bank's own form", async () => {
    const { excel, workbook } = await met([template]);
    excel.book.sheets.at(-1)?.setValue(0, 0, "样行贷后回访单");
    const out = await done(untrace(workbook, { typed: false, sheets: false }, unwatched));
    expect(out.kept).toEqual(["回访模板"]);
    const { sheets, customXml } = opened(excel.book.save());
    expect(sheets.map(({ name }) => name)).toEqual(["示例台账", "回访模板"]);
    expect(sheets.at(-1)?.cell(0, 0).value).toBe("样行贷后回访单");
    expect(customXml).toEqual([]);
  });
});

describe("a column of ours whose heading somebody changed", () => {
  const byHand = async (heading: string, deed: (cell: Excel.Range) => void): Promise<void> => {
    const context = new Excel.RequestContext();
    const sheet = context.workbook.worksheets.getItem("示例台账");
    const cell = sheet.findAll(heading, { completeMatch: true }).areas.getItemAt(0);
    deed(cell);
    await context.sync();
  };
  const rename = (from: string, to: string) =>
    byHand(from, (cell) => {
      cell.values = [[to]];
    });
  const clean = (workbook: Running["workbook"]) => untrace(workbook, { typed: false, sheets: false }, unwatched);

  it.each(["贷后_预警", "贷后_下次应访日"])(
    "%s keeps every trace where it is, and its cell is named",
    async (heading) => {
      const running = inExcel(opened(sampleFile()));
      await annotated(running);
      await rename(heading, "我的列");
      running.excel.calculate();
      const before = running.excel.book.save();
      const refused = await clean(running.workbook);
      expect(refused.ok ? "" : failureSentence(refused.because)).toMatch(
        new RegExp(`^工作表“示例台账”[A-Z]+4 的列原来是“${heading}”.*改回“${heading}”，或删掉这一列`),
      );
      expect(Buffer.compare(running.excel.book.save(), before)).toBe(0);
    },
  );

  it("goes with all others once it is called as before, or is deleted", async () => {
    for (const heading of ["贷后_预警", "贷后_距应访(天)"]) {
      const running = inExcel(opened(sampleFile()));
      await annotated(running);
      await rename(heading, "我的列");
      if (heading === "贷后_预警") await rename("我的列", heading);
      else {
        await byHand("我的列", (cell) => {
          cell.getEntireColumn().delete("Left");
        });
      }
      expect(await clean(running.workbook)).toMatchObject({ ok: true, value: { isProven: true } });
      expect(marksIn(running.excel.book.save())).toEqual([]);
    }
  });
});
