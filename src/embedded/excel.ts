import type { Day } from "../domain/loan/day";
import type { EventMessage, RequestBody, ResponseBody } from "./client/protocol";
import { LTSC_2021 } from "./client/apiSets";
import { Hand } from "./hand";
import { Host, type Selection } from "./objects/host";
import { Interpreter } from "./objects/interpreter";
import { refusedRequest } from "./objects/refusedRequest";
import type { Book } from "./xlsx/model";

/** What Excel takes in one request and gives in one response. */
const MOST_BYTES = 5 * 1024 * 1024;

/** What the client has asked for so far; bytes are those of the JSON text in UTF-8. */
export interface Counters {
  readonly requests: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
}

export type ExcelEvent = "changed" | "moved";

/** An Excel without Excel: one open workbook that answers the requests of Microsoft's client library. */
export interface EmbeddedExcel {
  readonly book: Book;
  readonly counters: Counters;
  /** Members that were asked for and are not served, such as "Range.sort". */
  readonly gaps: ReadonlySet<string>;
  readonly selection: Selection;
  /** The minor version of ExcelApi that is played: what came later is not there. */
  readonly api: number;
  /** What happened since the last call that the client asked to be told of. */
  takeEvents(): readonly EventMessage[];
  /** Answers one request, both as JSON text. */
  execute(request: string): string;
  /** While the user is typing in a cell, Excel refuses every request. */
  setEditMode(on: boolean): void;
  /** While the connection to Excel is lost, every request fails. */
  setConnected(on: boolean): void;
  /** What the user does without the add-in. */
  readonly hand: Hand;
  select(selection: Selection): void;
  /** Brings the results of all formulas up to date. */
  calculate(): void;
  /** Calls back after each request that changed the workbook, or moved the selection; gives the function that ends it. */
  on(event: ExcelEvent, listener: () => void): () => void;
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(1 << 20);

/** Bytes of a text in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length;) {
    const { read, written } = encoder.encodeInto(at === 0 ? text : text.slice(at), scratch);
    at += read;
    bytes += written;
  }
  return bytes;
}

class Running implements EmbeddedExcel {
  private readonly host: Host;
  private readonly interpreter: Interpreter;
  private readonly listeners = { changed: new Set<() => void>(), moved: new Set<() => void>() };
  private isEditing = false;
  private isConnected = true;
  readonly hand: Hand;
  private counted = { requests: 0, bytesSent: 0, bytesReceived: 0, largestRequest: 0, largestResponse: 0 };

  constructor(host: Host) {
    this.host = host;
    this.interpreter = new Interpreter(host);
    this.hand = new Hand(host, () => {
      this.announce();
    });
  }

  get book(): Book {
    return this.host.book;
  }
  get counters(): Counters {
    return this.counted;
  }
  get gaps(): ReadonlySet<string> {
    return this.host.gaps;
  }
  get selection(): Selection {
    return this.host.selection;
  }
  get api(): number {
    return this.host.api;
  }
  takeEvents(): readonly EventMessage[] {
    return this.host.events.take();
  }

  execute(request: string): string {
    const sent = byteLength(request);
    let response = JSON.stringify(this.answer(request, sent));
    let received = byteLength(response);
    if (received > MOST_BYTES) {
      response = JSON.stringify(refusedRequest("ResponsePayloadSizeLimitExceeded"));
      received = byteLength(response);
    }
    this.count(sent, received);
    this.announce();
    return response;
  }

  private announce(): void {
    for (const event of ["changed", "moved"] as const) {
      if (this.host[event]) for (const listener of this.listeners[event]) listener();
      this.host[event] = false;
    }
  }

  private answer(request: string, bytes: number): ResponseBody {
    if (!this.isConnected) return refusedRequest("ConnectionFailure");
    if (this.isEditing) return refusedRequest("InvalidOperationInCellEditMode");
    if (bytes > MOST_BYTES) return refusedRequest("RequestPayloadSizeLimitExceeded");
    return this.interpreter.execute(JSON.parse(request) as RequestBody);
  }

  private count(sent: number, received: number): void {
    const { requests, bytesSent, bytesReceived, largestRequest, largestResponse } = this.counted;
    this.counted = {
      requests: requests + 1,
      bytesSent: bytesSent + sent,
      bytesReceived: bytesReceived + received,
      largestRequest: Math.max(largestRequest, sent),
      largestResponse: Math.max(largestResponse, received),
    };
  }

  setEditMode(on: boolean): void {
    this.isEditing = on;
  }
  setConnected(on: boolean): void {
    this.isConnected = on;
  }
  select(selection: Selection): void {
    this.host.select(selection);
    this.host.moved = false;
  }
  calculate(): void {
    this.host.calculate();
  }
  on(event: ExcelEvent, listener: () => void): () => void {
    this.listeners[event].add(listener);
    return () => this.listeners[event].delete(listener);
  }
}

/** Opens a book in an embedded Excel. `today` answers TODAY(); `api` is the minor version of ExcelApi to play, that of Office LTSC 2021 unless another is named. */
export function embeddedExcel(
  book: Book,
  { today, api = LTSC_2021 }: { readonly today: () => Day; readonly api?: number },
): EmbeddedExcel {
  return new Running(new Host(book, { today, api }));
}
