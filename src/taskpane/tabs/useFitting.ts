import { useCallback, useLayoutEffect, useState } from "react";

/** Pixels by which tabs of one row may differ. */
const TOLERANCE = 4;

/** The values of the tabs that were wrapped out of the first row. */
function wrappedIn(row: HTMLElement): string {
  const tabs = [...row.querySelectorAll<HTMLElement>("[role=tab]")];
  const top = tabs[0]?.offsetTop ?? 0;
  return tabs
    .filter(({ offsetTop }) => offsetTop - top > TOLERANCE)
    .map(({ id }) => id)
    .join(" ");
}

/** Which tabs of a row, by their ids, find no room in it; measured whenever its width or its contents change. */
export function useFitting(): {
  readonly measure: (row: HTMLElement | null) => (() => void) | undefined;
  readonly hidden: ReadonlySet<string>;
} {
  const [row, setRow] = useState<HTMLElement>();
  const [hidden, setHidden] = useState("");
  useLayoutEffect(() => {
    if (row !== undefined) setHidden(wrappedIn(row));
  });
  const measure = useCallback((found: HTMLElement | null) => {
    if (found === null) return undefined;
    setRow(found);
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => {
      setHidden(wrappedIn(found));
    });
    observer.observe(found);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { measure, hidden: new Set(hidden === "" ? [] : hidden.split(" ")) };
}
