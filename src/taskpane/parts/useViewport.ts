import { useCallback, useState, type UIEvent } from "react";

/** Height taken for a list before it was measured. */
const UNMEASURED = 600;
/** Rows rendered above and below those in view. */
const MARGIN = 4;

export interface Viewport {
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  /** The rows to render, last one exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Which rows of a long list of equal rows are in view. */
export function useViewport(rows: number, rowHeight: number): Viewport {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(UNMEASURED);
  const measure = useCallback((found: HTMLElement | null) => {
    if (found === null || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(found.clientHeight);
    });
    observer.observe(found);
    return () => {
      observer.disconnect();
    };
  }, []);
  const onScroll = useCallback((event: UIEvent<HTMLElement>) => {
    setTop(event.currentTarget.scrollTop);
  }, []);
  const first = Math.min(Math.floor(top / rowHeight), Math.max(0, rows - 1));
  const inView = Math.ceil(height / rowHeight);
  return {
    measure,
    onScroll,
    from: Math.max(0, first - MARGIN),
    to: Math.min(rows, first + inView + MARGIN),
  };
}
