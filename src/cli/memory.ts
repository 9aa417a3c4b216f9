import { setFlagsFromString } from "node:v8";

// A young generation that does not grow, from the first module on: what one request leaves is gone before the next.
setFlagsFromString("--semi-space-growth-factor=1");
