import { isDeepStrictEqual } from "node:util";
import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import type { Failure } from "../../src/app/failure";
import { fileRecord } from "../../src/app/file";
import { saveSettings } from "../../src/app/saveSettings";
import { takeBack } from "../../src/app/takeBack";
import { findBroken, mend, undoLast } from "../../src/app/undo";
import { untrace } from "../../src/app/untrace";
import { makeRecords } from "../../src/app/visit";
import { reportWarnings } from "../../src/app/warn";
import { failureSentence } from "../../src/app/words";
import type { Workbook } from "../../src/app/workbook";
import type { Result } from "../../src/domain/result";
import {
  fileWith,
  inExcel,
  inMeddledExcel,
  opened,
  refusal,
  smallLedger,
  TODAY,
  unwatched,
  type Meddle,
} from "../embedded/workbooks";
import { fillIn } from "./filling";
import { seen } from "./seen";

const options = { today: TODAY, asOf: TODAY };
const customer = "溪口样品加工厂";
const records = { ...options, chosen: { customer }, type: "常规", withHints: false } as const;

type Done = Promise<Result<unknown, Failure>>;

/** What an operation starts from, and the operation. */
interface Operation {
  readonly start: Uint8Array;
  readonly perform: (workbook: Workbook) => Done;
}

/** A file after steps, as Excel would save it. */
async function after(file: Uint8Array, ...steps: readonly ((workbook: Workbook) => Done)[]): Promise<Uint8Array> {
  const { excel, workbook } = inExcel(opened(file));
  for (const step of steps) {
    const done = await step(workbook);
    if (!done.ok) throw new Error(JSON.stringify(done.because));
  }
  excel.calculate();
  return excel.book.save();
}

const annotating = (workbook: Workbook): Done => annotate(workbook, options, unwatched);
const recording = (workbook: Workbook): Done => makeRecords(workbook, records, unwatched);
const sheetOfRecord = (file: Uint8Array) =>
  opened(file).sheets.find(({ name }) => name.startsWith("回访_"))?.name ?? "";

function withAnswers(file: Uint8Array): Uint8Array {
  const { excel } = inExcel(opened(file));
  fillIn(excel.book, sheetOfRecord(file));
  excel.calculate();
  return excel.book.save();
}

function withOtherFacts(file: Uint8Array): Uint8Array {
  const book = opened(file);
  book.sheets[0]?.setValue(1, 6, 45);
  return book.save();
}

async function operations(): Promise<Readonly<Record<string, Operation>>> {
  const plain = fileWith(smallLedger);
  const annotated = await after(plain, annotating);
  const recorded = await after(annotated, recording);
  const filled = withAnswers(recorded);
  const record = sheetOfRecord(recorded);
  const { excel, workbook } = inExcel(opened(annotated));
  const made = await makeRecords(workbook, records, unwatched);
  excel.calculate();
  const drafts = made.ok ? made.value.drafts : [];
  return {
    "a first annotation": { start: plain, perform: annotating },
    "a second annotation": { start: withOtherFacts(annotated), perform: annotating },
    "visit records": { start: annotated, perform: recording },
    "taking records back": { start: excel.book.save(), perform: (book) => takeBack(book, drafts, unwatched) },
    filing: {
      start: filled,
      perform: (book) => fileRecord(book, { ...options, record, reason: "补录" }, unwatched),
    },
    "a report of warnings": { start: annotated, perform: (book) => reportWarnings(book, options, unwatched) },
    settings: {
      start: annotated,
      perform: (book) => saveSettings(book, { values: new Map([["近期提醒", 9]]) }, unwatched),
    },
    undo: { start: recorded, perform: (book) => undoLast(book, unwatched) },
    clearing: { start: annotated, perform: (book) => clear(book, { typed: true, settings: false }, unwatched) },
    "taking every trace out": {
      start: recorded,
      perform: (book) => untrace(book, { typed: false, sheets: false }, unwatched),
    },
  };
}

/** What goes wrong at a request. */
type Meddling = (at: number) => Meddle;

const refusing =
  (code: string): Meddling =>
  (at) =>
  (request) =>
    request === at ? refusal(code) : undefined;

const isDoneButRefused: Meddling = (at) => (request, text, answer) => {
  if (request !== at) return undefined;
  answer(text);
  return refusal("GeneralException");
};

const isClosedBefore: Meddling = (at) => (request) => (request >= at ? refusal("ConnectionFailure") : undefined);

const isLost: Meddling = (at) => (request, text, answer) => {
  if (request === at) answer(text);
  return request >= at ? refusal("ConnectionFailure") : undefined;
};

const NO_CONNECTION =
  /^与 Excel 的连接断开了。请关闭面板后重新打开，再试一次。|^清除没有做完，可能还剩：.*下次打开面板时可以接着做完。$/;

/** What goes wrong at a request, and what the reader is told: it is refused, it is done but the answer says that it was not, or nothing comes through from then on. */
const faults: Readonly<Record<string, { readonly meddling: Meddling; readonly says: RegExp }>> = {
  "is refused": {
    meddling: refusing("GeneralException"),
    says: /^Excel 拒绝了这一步（GeneralException），已恢复原样。请关闭其他对话框后再试一次。$/,
  },
  "meets a cell that is being edited": {
    meddling: refusing("InvalidOperationInCellEditMode"),
    says: /^Excel 正在编辑单元格。请按回车或 Esc 结束编辑，再点一次。工作簿没有改动。$/,
  },
  "meets a sheet that was just protected": {
    meddling: refusing("AccessDenied"),
    says: /受保护。请在“审阅”中撤销工作表保护，再点一次。工作簿没有改动。$/,
  },
  "[P30] comes while another workbook is in front": {
    meddling: refusing("InactiveWorkbook"),
    says: /^当前窗口不是读取时的工作簿。请切换到要标注的工作簿，再点一次。工作簿没有改动。$/,
  },
  "is too large for Excel": {
    meddling: refusing("RequestPayloadSizeLimitExceeded"),
    says: /^台账太大，Excel 一次接收不下。请先删除台账以外的多余内容，或拆分工作簿后再试。工作簿没有改动。$/,
  },
  "is done, but refused": {
    meddling: isDoneButRefused,
    says: /^Excel 拒绝了这一步（GeneralException），已恢复原样。请关闭其他对话框后再试一次。$/,
  },
  "is the first that Excel, closed before, does not get": { meddling: isClosedBefore, says: NO_CONNECTION },
  "is the last that Excel gets, and its answer is lost": { meddling: isLost, says: NO_CONNECTION },
};

const names = [
  "a first annotation",
  "a second annotation",
  "visit records",
  "taking records back",
  "filing",
  "a report of warnings",
  "settings",
  "undo",
  "clearing",
  "taking every trace out",
];

describe.each(names)("%s", (name) => {
  let operation: Operation;
  let [before, complete] = [seen(fileWith([])), seen(fileWith([]))];
  let requests = 0;
  beforeAll(async () => {
    const found = (await operations())[name];
    if (found === undefined) throw new Error(name);
    operation = found;
    const { excel, workbook } = inExcel(opened(operation.start));
    const done = await operation.perform(workbook);
    if (!done.ok) throw new Error(failureSentence(done.because));
    ({ requests } = excel.counters);
    excel.calculate();
    [before, complete] = [seen(operation.start), seen(excel.book.save())];
    expect(isDeepStrictEqual(before, complete)).toBe(false);
  });

  it.each(Object.entries(faults))("loses nothing, whichever of its requests %s", async (_fault, { meddling, says }) => {
    for (let at = 0; at < requests; at++) {
      const { excel, workbook } = inMeddledExcel(opened(operation.start), meddling(at));
      const done = await operation.perform(workbook);
      if (!done.ok) expect(failureSentence(done.because)).toMatch(says);
      const again = inExcel(opened(excel.book.save()));
      const broken = await findBroken(again.workbook);
      const isBroken = broken.ok && broken.value !== undefined;
      if (isBroken) expect((await mend(again.workbook, unwatched)).ok).toBe(true);
      again.excel.calculate();
      const found = seen(again.excel.book.save());
      const isComplete = isDeepStrictEqual(found, complete);
      const isWhole = isComplete || (!done.ok && isDeepStrictEqual(found, before));
      expect({ at, isBroken, isWhole }).toEqual({ at, isBroken, isWhole: true });
    }
  });
});

describe("somebody else who works in the same file", () => {
  it("keeps what he writes into the ledger, whenever he does it, also after undo", async () => {
    const start = fileWith(smallLedger);
    const alone = inExcel(opened(start));
    await annotating(alone.workbook);
    for (let at = 0; at < alone.excel.counters.requests; at++) {
      const book = opened(start);
      const { workbook } = inMeddledExcel(book, (request) => {
        if (request === at) book.sheets[0]?.setValue(2, 6, 33);
        return undefined;
      });
      const done = await annotating(workbook);
      expect({ at, ok: done.ok, cell: book.sheets[0]?.cell(2, 6).value }).toEqual({ at, ok: true, cell: 33 });
      expect((await undoLast(workbook, unwatched)).ok).toBe(true);
      const plain = opened(start);
      plain.sheets[0]?.setValue(2, 6, 33);
      expect(seen(book.save()).sheets).toEqual(seen(plain.save()).sheets);
    }
  });
});
