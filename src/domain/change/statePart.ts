/** What the add-in keeps in the file beside the sheets, each in one hidden part. All of it is a cache: it can be rebuilt or done without, and is believed only where the sheets agree. */
export const stateParts = ["operations", "journal", "mapping", "history", "widths"] as const;

/** The last operations for taking back, a run that is under way, the columns that were confirmed, the results of earlier runs, what our columns measured before they were ours. */
export type StatePart = (typeof stateParts)[number];

/** What begins the namespace of every part of ours. */
export const STATE_PREFIX = "urn:post-loan-assistant:";
