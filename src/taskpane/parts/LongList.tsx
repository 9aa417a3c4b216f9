import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { useViewport } from "./useViewport";

const useStyles = makeStyles({
  root: {
    position: "relative",
    flexGrow: 1,
    flexBasis: 0,
    minHeight: "228px",
    overflowY: "scroll",
    scrollbarWidth: "thin",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { position: "absolute", left: 0, right: 0 },
  button: {
    boxSizing: "border-box",
    display: "block",
    width: "100%",
    height: "100%",
    padding: 0,
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-3px" },
  },
});

export interface LongListProps {
  readonly label: string;
  readonly rows: number;
  /** In pixels; every row is as high. */
  readonly rowHeight: number;
  readonly row: (index: number) => ReactNode;
  /** What the row says in full, for the tooltip. */
  readonly title: (index: number) => string;
  readonly choose: (index: number) => void;
}

/** Where a key leads from a row; undefined for a key that leads nowhere. */
function target(key: string, from: number, { rows, page }: { rows: number; page: number }): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: rows - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(rows - 1, to));
}

/** A list of any length of which only the rows in view exist; one stop for Tab, arrow keys within. */
export function LongList(props: LongListProps): ReactElement {
  const { label, rows, rowHeight } = props;
  const styles = useStyles();
  const { measure, onScroll, from, to } = useViewport(rows, rowHeight);
  const [stop, setStop] = useState(0);
  const moved = useRef<HTMLElement | undefined>(undefined);
  const current = Math.min(stop, Math.max(0, rows - 1));

  useEffect(() => {
    moved.current?.querySelector<HTMLElement>(`[data-row="${String(current)}"]`)?.focus();
    moved.current = undefined;
  }, [current]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight));
    const to = target(event.key, current, { rows, page });
    if (to === undefined) return;
    event.preventDefault();
    moved.current = event.currentTarget;
    setStop(to);
  };

  const shown = new Set<number>(rows > 0 ? [current] : []);
  for (let index = from; index < to; index++) shown.add(index);
  return (
    <div ref={measure} role="list" aria-label={label} className={styles.root} onScroll={onScroll} onKeyDown={onKeyDown}>
      <div role="presentation" style={{ height: rows * rowHeight }} />
      {[...shown]
        .sort((one, other) => one - other)
        .map((index) => (
          <div
            key={index}
            role="listitem"
            aria-setsize={rows}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ top: index * rowHeight, height: rowHeight }}
          >
            <button
              type="button"
              data-row={index}
              tabIndex={index === current ? 0 : -1}
              className={styles.button}
              title={props.title(index)}
              onFocus={() => {
                setStop(index);
              }}
              onClick={() => {
                props.choose(index);
              }}
            >
              {props.row(index)}
            </button>
          </div>
        ))}
    </div>
  );
}
