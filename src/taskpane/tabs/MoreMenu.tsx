import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { label } from "../words";

const useStyles = makeStyles({
  root: { position: "relative", flexShrink: 0 },
  menu: {
    position: "absolute",
    top: "100%",
    right: 0,
    zIndex: 2,
    display: "flex",
    flexDirection: "column",
    minWidth: "168px",
    maxWidth: "280px",
    padding: "4px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  entry: {
    padding: "6px 8px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  hint: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** One entry of the menu. */
export interface MenuEntry {
  readonly name: string;
  /** What it does, in a line below its name. */
  readonly hint?: string;
  /** For a tab that found no room: whether it is the one that is shown. */
  readonly isShown?: boolean;
  readonly run: () => void;
}

const steps: Readonly<Record<string, (at: number, of: number) => number>> = {
  ArrowDown: (at, of) => (at + 1) % of,
  ArrowUp: (at, of) => (at - 1 + of) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
};

/** Everything that finds no room in the row; opened, walked and closed by keys as menus are. */
export function MoreMenu({ entries }: { readonly entries: readonly MenuEntry[] }): ReactElement {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const items = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  useEffect(() => {
    if (isOpen) root.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const all = items();
    const to = steps[event.key]?.(
      all.findIndex((item) => item === document.activeElement),
      all.length,
    );
    if (!isOpen || (to === undefined && event.key !== "Escape")) return;
    event.preventDefault();
    if (to === undefined) close();
    else all[to]?.focus();
  };
  return (
    <div
      ref={root}
      className={styles.root}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (!root.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        size="small"
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={label.more}
        title={label.more}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      />
      {isOpen && (
        <div role="menu" aria-label={label.more} className={styles.menu}>
          {entries.map((entry) => (
            <Entry key={entry.name} entry={entry} close={close} />
          ))}
        </div>
      )}
    </div>
  );
}

function Entry({ entry, close }: { readonly entry: MenuEntry; readonly close: () => void }): ReactElement {
  const styles = useStyles();
  const { name, hint, isShown, run } = entry;
  return (
    <button
      type="button"
      role={isShown === undefined ? "menuitem" : "menuitemradio"}
      {...(isShown === undefined ? {} : { "aria-checked": isShown })}
      aria-label={name}
      tabIndex={-1}
      className={styles.entry}
      onClick={() => {
        close();
        run();
      }}
    >
      {name}
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </button>
  );
}
