import { installOffice } from "../embedded/client/browser";
import type { BridgeWindow } from "./bridge";

/** Runs in the frame before the task pane: connects it to the workbench around, as Excel would be. */
function connect(): void {
  const bridge = (window.parent as BridgeWindow).postLoanBridge;
  if (bridge === undefined) throw new Error("This page belongs into the workbench");
  bridge.connect(installOffice(window, bridge.services()));
}

connect();
