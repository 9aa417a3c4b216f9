import { setFlagsFromString } from "node:v8";

// From the first module on. A young generation that does not grow: what one request leaves is gone before the next.
setFlagsFromString("--semi-space-growth-factor=1");
// What outlived its request is looked for again when the heap has grown by half, not only when it has doubled.
setFlagsFromString("--heap-growing-percent=50");
