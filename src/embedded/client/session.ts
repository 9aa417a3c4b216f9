import type { EventMessage, Execute } from "./protocol";

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

/** Tells the handlers what happened, after the answer that it came of. */
function telling(library: ClientLibrary, execute: Execute, takeEvents: TakeEvents): Execute {
  return async (request) => {
    const answer = await execute(request);
    const entries = takeEvents();
    if (entries.length > 0) {
      setTimeout(() => {
        library._testTriggerRichApiMessageEvent({ entries });
      }, 0);
    }
    return answer;
  };
}

/** Sends every `context.sync()` of the client library to `execute`, and what `takeEvents` gives afterwards to its handlers. */
export function routeRequests(library: ClientLibrary, execute: Execute, takeEvents: TakeEvents = () => []): void {
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const answered = telling(library, execute, takeEvents);
  class EmbeddedSession extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<unknown> {
      return Promise.resolve({ url: "https://embedded.invalid/", headers: {} });
    }
    _createRequestExecutorOrNull(): RequestExecutor {
      return executorOf(answered);
    }
  }
  library.ClientRequestContext.defaultRequestUrlAndHeaders = new EmbeddedSession();
}
