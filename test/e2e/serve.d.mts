/** Starts a server on a free port; gives its address and how to stop it. */
export function serve(): Promise<{ readonly url: string; readonly stop: () => Promise<unknown> }>;
