globalThis.MessageChannel ??= require("node:worker_threads").MessageChannel;
