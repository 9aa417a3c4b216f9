import { OFFICE_CATEGORY, type EventMessage, type Execute } from "./protocol";

/** One request as the client library hands it over; the body is JSON text. */
interface RequestMessage {
  readonly Body: string;
}

interface ResponseMessage {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: unknown;
}

interface RequestExecutor {
  executeAsync(customData: unknown, flags: unknown, message: RequestMessage): Promise<ResponseMessage>;
}

type SessionBase = new () => object;

/** What we use of the client library's `OfficeExtension`; these members are not documented, the version of the library is pinned. */
export interface ClientLibrary {
  readonly SessionBase: SessionBase;
  readonly ClientRequestContext: { defaultRequestUrlAndHeaders: unknown };
  /** Lets event handlers be registered without the channel on which Office itself reports. */
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(told: { readonly entries: readonly EventMessage[] }): void;
}

/** What happened since the last request that handlers wait for. */
export type TakeEvents = () => readonly EventMessage[];

function executorOf(execute: Execute): RequestExecutor {
  return {
    async executeAsync(_customData, _flags, { Body }) {
      const answered = await execute(typeof Body === "string" ? Body : JSON.stringify(Body));
      const body: unknown = JSON.parse(answered);
      return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: {}, Body: body };
    },
  };
}

type Handler = (told: unknown) => void;

/** Handlers of Office's older events, by its numbers. */
class OfficeHandlers {
  private readonly handlers = new Map<number, Set<Handler>>();

  readonly register = (event: number, _target: string, handler: Handler): Promise<void> => {
    this.handlers.set(event, (this.handlers.get(event) ?? new Set()).add(handler));
    return Promise.resolve();
  };
  readonly unregister = (event: number, _target: string, handler: Handler): Promise<void> => {
    this.handlers.get(event)?.delete(handler);
    return Promise.resolve();
  };

  tell(event: number): void {
    for (const handler of this.handlers.get(event) ?? []) handler({});
  }
}

/** Tells the handlers what happened, after the answer that it came of. */
function telling(execute: Execute, takeEvents: TakeEvents, tell: (told: readonly EventMessage[]) => void): Execute {
  return async (request) => {
    const answer = await execute(request);
    const told = takeEvents();
    if (told.length > 0) {
      setTimeout(() => {
        tell(told);
      }, 0);
    }
    return answer;
  };
}

/** Sends every `context.sync()` of the client library to `execute`, and what `takeEvents` gives afterwards to its handlers. */
export function routeRequests(library: ClientLibrary, execute: Execute, takeEvents: TakeEvents = () => []): void {
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const office = new OfficeHandlers();
  const answered = telling(execute, takeEvents, (told) => {
    const entries = told.filter(({ messageCategory }) => messageCategory !== OFFICE_CATEGORY);
    if (entries.length > 0) library._testTriggerRichApiMessageEvent({ entries });
    for (const one of told) if (!entries.includes(one)) office.tell(one.messageType);
  });
  class EmbeddedSession extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<unknown> {
      return Promise.resolve({ url: "https://embedded.invalid/", headers: {} });
    }
    _createRequestExecutorOrNull(): RequestExecutor {
      return executorOf(answered);
    }
    getEventRegistration(): Pick<OfficeHandlers, "register" | "unregister"> {
      return office;
    }
  }
  library.ClientRequestContext.defaultRequestUrlAndHeaders = new EmbeddedSession();
}
