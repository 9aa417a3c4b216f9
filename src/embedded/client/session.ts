import type { Execute } from "./protocol";

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
}

function executorOf(execute: Execute): RequestExecutor {
  return {
    async executeAsync(_customData, _flags, { Body }) {
      const answered = await execute(typeof Body === "string" ? Body : JSON.stringify(Body));
      const body: unknown = JSON.parse(answered);
      return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: {}, Body: body };
    },
  };
}

/** Sends every `context.sync()` of the client library to `execute`. */
export function routeRequests(library: ClientLibrary, execute: Execute): void {
  class EmbeddedSession extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<unknown> {
      return Promise.resolve({ url: "https://embedded.invalid/", headers: {} });
    }
    _createRequestExecutorOrNull(): RequestExecutor {
      return executorOf(execute);
    }
  }
  library.ClientRequestContext.defaultRequestUrlAndHeaders = new EmbeddedSession();
}
