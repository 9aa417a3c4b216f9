/** @jest-environment node */
import { annotate } from "../../../src/app/annotate";
import { saveSettings } from "../../../src/app/saveSettings";
import { addDays } from "../../../src/domain/loan/day";
import { annotating } from "../../../src/taskpane/session/annotateWork";
import type { Event } from "../../../src/taskpane/session/state";
import { fileWith, inExcel, opened, smallLedger, TODAY, unwatched } from "../../embedded/workbooks";

const options = { today: TODAY, asOf: TODAY };
/** A day on which a later run has something else to say. */
const later = { today: TODAY, asOf: addDays(TODAY, 40) };

/** An annotated workbook whose switch 每次先预览 stands so. */
async function annotated(isOn: boolean) {
  const running = inExcel(opened(fileWith(smallLedger)));
  await annotate(running.workbook, options, unwatched);
  const saved = await saveSettings(
    running.workbook,
    { values: new Map([["每次先预览", isOn ? "是" : "否"]]) },
    unwatched,
  );
  expect(saved.ok).toBe(true);
  return running;
}

/** What a run at a click tells the pane. */
async function clicked({ workbook }: ReturnType<typeof inExcel>, options = later): Promise<readonly Event[]> {
  const told: Event[] = [];
  const tell = (event: Event): void => {
    told.push(event);
  };
  expect(await annotating({ workbook, options, tell, clock: () => "11:32" })(unwatched)).toBeUndefined();
  return told;
}

test("a first run is shown before it is written, a later one is written at once", async () => {
  const first = inExcel(opened(fileWith(smallLedger)));
  const before = first.excel.book.save();
  expect(await clicked(first)).toMatchObject([{ kind: "assessed" }, { kind: "opened", screen: { is: "preview" } }]);
  expect(Buffer.compare(first.excel.book.save(), before)).toBe(0);
  const again = await annotated(false);
  expect(await clicked(again)).toMatchObject([{ kind: "assessed" }, { kind: "happened", last: { is: "annotated" } }]);
});

test("with 每次先预览 every run is shown before it is written, but for one that would change nothing", async () => {
  const running = await annotated(true);
  const before = running.excel.book.save();
  expect(await clicked(running)).toMatchObject([{ kind: "assessed" }, { kind: "opened", screen: { is: "preview" } }]);
  expect(Buffer.compare(running.excel.book.save(), before)).toBe(0);
  expect(await clicked(running, options)).toMatchObject([
    { kind: "assessed" },
    { kind: "happened", last: { is: "annotated", applied: { cells: 0 } } },
  ]);
});
