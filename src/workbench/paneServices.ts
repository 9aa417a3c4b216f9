import type { HostServices } from "../embedded/client/browser";
import type { EventMessage } from "../embedded/client/protocol";
import { refusedRequest } from "../embedded/objects/refusedRequest";
import { ThreadDied, type ExcelThread } from "./excelThread";
import type { RequestSeen } from "./thread/messages";

/** What the pane gets of the Excel in a thread; `see` is told of each request. A thread that died is to the pane an Excel that lost its connection. */
export function paneServices(
  thread: ExcelThread,
  see: (seen: RequestSeen) => void,
): Required<Pick<HostServices, "execute" | "takeEvents">> {
  let told: readonly EventMessage[] = [];
  return {
    async execute(request) {
      try {
        const { response, events, seen } = await thread.ask("execute", { request });
        told = [...told, ...events];
        see(seen);
        return response;
      } catch (error) {
        if (error instanceof ThreadDied) return JSON.stringify(refusedRequest("ConnectionFailure"));
        throw error;
      }
    },
    takeEvents() {
      const taken = told;
      told = [];
      return taken;
    },
  };
}
