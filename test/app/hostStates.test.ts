import { isDeepStrictEqual } from "node:util";
import { annotate } from "../../src/app/annotate";
import type { Failure } from "../../src/app/failure";
import { findBroken, mend, undoLast } from "../../src/app/undo";
import { failureSentence } from "../../src/app/words";
import type { Workbook } from "../../src/app/workbook";
import type { Result } from "../../src/domain/result";
import type { EmbeddedExcel } from "../../src/embedded/excel";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, inMeddledExcel, opened, smallLedger, TODAY, unwatched } from "../embedded/workbooks";
import { seen } from "./seen";

const options = { today: TODAY, asOf: TODAY };

const rowFacts: readonly Scalar[] = [800_000, "2026-03-02", "2027-03-02", "正常", 0, "2026-11-02"];
/** So many rows that what is written does not fit one request. */
const largeLedger: readonly (readonly (Scalar | undefined)[])[] = [
  smallLedger[0] ?? [],
  ...Array.from({ length: 2_600 }, (_, row) => [`样${String(row)}号商行`, `JJ${String(row)}`, ...rowFacts]),
];

const [plain, large] = [fileWith(smallLedger), fileWith(largeLedger)];

function ledgerIn({ book }: EmbeddedExcel) {
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no ledger");
  return sheet;
}

/** The class of the first drawdown. */
const classCell = (excel: EmbeddedExcel) => ({ sheet: ledgerIn(excel), row: 1, column: 5 });

/** What somebody does to Excel between two requests, how it ends again, and what the reader is told. */
interface HostState {
  readonly begin: (excel: EmbeddedExcel) => void;
  readonly end: (excel: EmbeddedExcel) => void;
  readonly says: RegExp;
}

const protectsSheet: HostState = {
  begin: (excel) => void excel.hand.toggleProtection(ledgerIn(excel)),
  end: (excel) => void excel.hand.toggleProtection(ledgerIn(excel)),
  says: /^工作表“Sheet1”受保护。请在“审阅”中撤销工作表保护/,
};

const states: Readonly<Record<string, HostState>> = {
  "begins to type into a cell": {
    begin: (excel) => {
      excel.setEditMode(true);
    },
    end: (excel) => {
      excel.setEditMode(false);
    },
    says: /^Excel 正在编辑单元格。请按回车或 Esc 结束编辑/,
  },
  "protects the ledger's sheet": protectsSheet,
  "protects the workbook's structure": {
    begin: ({ book }) => {
      book.structure.protect(undefined);
    },
    end: ({ book }) => void book.structure.unprotect(""),
    says: /^工作簿结构受保护，不能新建或删除工作表。请在“审阅”中撤销工作簿保护/,
  },
  "[P11] filters the ledger": {
    begin: (excel) => void excel.hand.filter(classCell(excel)),
    end: (excel) => void excel.hand.showAll(classCell(excel)),
    says: /^工作表“Sheet1”正在筛选，部分行被隐藏。请在“数据”中点“清除”筛选/,
  },
};

type Perform = (workbook: Workbook) => Promise<Result<unknown, Failure>>;
const annotating: Perform = (workbook) => annotate(workbook, options, unwatched);
const undoing: Perform = (workbook) => undoLast(workbook, unwatched);

async function annotated(): Promise<Uint8Array> {
  const { excel, workbook } = inExcel(opened(plain));
  await annotating(workbook);
  excel.calculate();
  return excel.book.save();
}

/** What stands in a workbook, the arrows of a filter aside. */
function found(excel: EmbeddedExcel) {
  excel.calculate();
  const { sheets, ...others } = seen(excel.book.save());
  return { ...others, sheets: [...sheets].map(([name, sheet]) => [name, { ...sheet, filter: undefined }]) };
}

/** What came of an operation before one of whose requests somebody did something: what the reader was told, and whether the next start found a run that had broken off. */
interface Came {
  readonly at: number;
  readonly told: string;
  readonly isBroken: boolean;
  readonly is: "complete" | "before" | "neither";
}

/** Lets the state begin before each request in turn and end when the operation is over; what broke off is taken back at the next start. */
async function tryAll(start: Uint8Array, perform: Perform, { begin, end }: HostState): Promise<readonly Came[]> {
  const whole = inExcel(opened(start));
  const before = found(whole.excel);
  await perform(whole.workbook);
  const complete = found(whole.excel);
  const all: Came[] = [];
  for (let at = 0; at < whole.excel.counters.requests; at++) {
    const running: { excel?: EmbeddedExcel } = {};
    const meddled = inMeddledExcel(opened(start), (request) => {
      if (request === at && running.excel !== undefined) begin(running.excel);
      return undefined;
    });
    running.excel = meddled.excel;
    const done = await perform(meddled.workbook);
    end(meddled.excel);
    const again = inExcel(opened(meddled.excel.book.save()));
    const broken = await findBroken(again.workbook);
    const isBroken = broken.ok && broken.value !== undefined;
    if (isBroken) await mend(again.workbook, unwatched);
    const now = found(again.excel);
    const asBefore = isDeepStrictEqual(now, before) ? "before" : "neither";
    const is = isDeepStrictEqual(now, complete) ? "complete" : asBefore;
    all.push({ at, told: done.ok ? "" : failureSentence(done.because), isBroken, is });
  }
  return all;
}

function expectWhole(all: readonly Came[], says: RegExp): void {
  expect(all.filter(({ is }) => is === "neither")).toEqual([]);
  const refused = all.filter(({ told }) => told !== "");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter(({ told }) => !says.test(told))).toEqual([]);
  expect(refused.filter(({ told, isBroken }) => told.includes("没有改动") === isBroken)).toEqual([]);
  expect(refused.filter(({ told, isBroken }) => told.includes("点“恢复原样”") !== isBroken)).toEqual([]);
}

describe("somebody who, before any of its requests,", () => {
  it.each(Object.entries(states))(
    "[P29][P31] %s loses nothing of an annotation, and reads why",
    async (_what, state) => {
      expectWhole(await tryAll(plain, annotating, state), state.says);
    },
  );

  it.each(Object.entries(states))("%s loses nothing of an undo, and reads why", async (_what, state) => {
    expectWhole(await tryAll(await annotated(), undoing, state), state.says);
  });

  it("protects a ledger of which a part is written already finds it taken back at the next start", async () => {
    const all = await tryAll(large, annotating, protectsSheet);
    expectWhole(all, protectsSheet.says);
    expect(all.filter(({ isBroken }) => isBroken).length).toBeGreaterThan(0);
  });
});
