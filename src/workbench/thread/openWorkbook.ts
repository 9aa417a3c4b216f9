import type { Day } from "../../domain/loan/day";
import type { EventMessage } from "../../embedded/client/protocol";
import { embeddedExcel, type EmbeddedExcel } from "../../embedded/excel";
import { listAt } from "../../embedded/handChoices";
import type { ErrorCode } from "../../embedded/objects/refusal";
import type { Book } from "../../embedded/xlsx/model";
import { BookDrawer } from "./bookDrawer";
import { handActs } from "./handActs";
import type { Answering, AskName, Asks, Executed, Standing } from "./messages";
import { requestSeen } from "./requestSeen";

/** What can be asked as soon as a workbook is open. */
export type AskOfOpen = Exclude<AskName, "open">;

/** A workbook that is open in an embedded Excel, as far as the page asks for it. */
export class OpenWorkbook implements Answering<AskOfOpen> {
  /** What TODAY() gives. */
  today: Day;
  private readonly book: Book;
  private readonly drawer: BookDrawer;
  private excel: EmbeddedExcel;
  private changed = false;
  private moved = false;

  constructor(book: Book, { today, api }: { readonly today: Day; readonly api: number }) {
    this.book = book;
    this.today = today;
    this.drawer = new BookDrawer(book);
    this.excel = this.playing(api);
  }

  private playing(api: number): EmbeddedExcel {
    const excel = embeddedExcel(this.book, { today: () => this.today, api });
    excel.on("changed", () => (this.changed = true));
    excel.on("moved", () => (this.moved = true));
    return excel;
  }

  play({ api }: Asks["play"]["says"]): undefined {
    this.excel = this.playing(api);
  }

  execute({ request }: Asks["execute"]["says"]): Executed {
    const before = this.excel.counters;
    const began = performance.now();
    const response = this.excel.execute(request);
    const milliseconds = performance.now() - began;
    const after = this.excel.counters;
    const sent = after.bytesSent - before.bytesSent;
    const received = after.bytesReceived - before.bytesReceived;
    const events: readonly EventMessage[] = this.excel.takeEvents();
    return { response, events, seen: { ...requestSeen(request, response), sent, received, milliseconds } };
  }

  draw({ blocks }: Asks["draw"]["says"]): Asks["draw"]["gives"] {
    this.excel.calculate();
    return this.drawer.draw(blocks, this.today);
  }

  cells({ blocks }: Asks["cells"]["says"]): Asks["cells"]["gives"] {
    return this.drawer.cells(blocks);
  }

  /** A sheet that is gone meanwhile cannot be selected any more. */
  select({ sheetId, extent }: Asks["select"]["says"]): undefined {
    const sheet = this.book.sheets.find(({ id }) => id === sheetId);
    if (sheet !== undefined) this.excel.select({ sheet, extent });
  }

  hand({ at, ...act }: Asks["hand"]["says"]): ErrorCode | undefined {
    const sheet = this.book.sheets.find(({ id }) => id === at.sheetId);
    if (sheet === undefined) return "ItemNotFound";
    const place = { sheet, row: at.extent.row, column: at.extent.column };
    if (act.does === "type") return this.excel.hand.type(place, act.text);
    return handActs[act.does](this.excel.hand, place);
  }

  choices({ sheetId, extent }: Asks["choices"]["says"]): readonly string[] {
    const sheet = this.book.sheets.find(({ id }) => id === sheetId);
    return sheet === undefined ? [] : this.excel.hand.choicesAt({ sheet, ...extent });
  }

  state({ isEditing, isConnected }: Asks["state"]["says"]): undefined {
    if (isEditing !== undefined) this.excel.setEditMode(isEditing);
    if (isConnected !== undefined) this.excel.setConnected(isConnected);
  }

  save(): Uint8Array {
    this.excel.calculate();
    return this.book.save();
  }

  /** How the workbook stands, and what became of it since this was asked last. */
  standing(): Standing {
    const { sheet, extent } = this.excel.selection;
    const { changed, moved } = this;
    this.changed = false;
    this.moved = false;
    return {
      sheetId: sheet.id,
      sheetName: sheet.name,
      extent,
      content: this.excel.hand.contentOf({ sheet, ...extent }),
      isProtected: sheet.isProtected,
      hasList: listAt({ sheet, ...extent }) !== undefined,
      ...{ changed, moved },
    };
  }
}
