import type { Tab } from "../session/state";

/** The tabs in their order. */
export const tabs: readonly Tab[] = ["customers", "warnings", "changes", "problems", "settings"];
