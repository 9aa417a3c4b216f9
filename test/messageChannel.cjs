const { setImmediate } = require("node:timers");

/** As much of a browser's MessageChannel as the pane uses; jsdom has none, and Node's own keeps the process alive while it is open. */
class MessageChannel {
  constructor() {
    this.port1 = { onmessage: null, close: () => undefined };
    this.port2 = { postMessage: (data) => setImmediate(() => this.port1.onmessage?.({ data })) };
  }
}

globalThis.MessageChannel ??= MessageChannel;
