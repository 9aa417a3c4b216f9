import type { HostServices, RunCommand } from "../embedded/client/browser";

/** What the page around gives the pane in its frame. */
export interface Bridge {
  /** The services of the workbook that is open now: a pane that outlives its workbook never touches the next one. */
  readonly services: () => HostServices;
  /** The pane tells how its commands are run; again after each reload. */
  readonly connect: (run: RunCommand) => void;
}

/** The page around the frame; both are of one origin. */
export interface BridgeWindow {
  postLoanBridge?: Bridge;
}
