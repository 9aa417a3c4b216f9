import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from "react";

const useStyles = makeStyles({
  veil: {
    position: "fixed",
    inset: 0,
    zIndex: 3,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    padding: "12px",
    backgroundColor: tokens.colorBackgroundOverlay,
  },
  surface: {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    width: "100%",
    maxWidth: "480px",
    maxHeight: "100%",
    padding: "16px",
    overflowY: "auto",
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px", marginTop: "8px" },
});

/** What keys can reach. */
const REACHABLE = "button, input, textarea, select, [tabindex='0']";

export interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: { readonly name: string; readonly run: () => void; readonly isReady?: boolean };
  readonly cancel: { readonly name: string; readonly run: () => void };
}

/** A question over everything else: keys stay within it, Esc declines, and the focus goes back to where it was. */
export function Modal({ title, children, action, cancel }: ModalProps): ReactElement {
  const { isReady = true } = action;
  const styles = useStyles();
  const surface = useRef<HTMLDivElement>(null);
  const reachable = (): HTMLElement[] => [...(surface.current?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])];
  useEffect(() => {
    const before = document.activeElement;
    surface.current?.querySelector<HTMLElement>(REACHABLE)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = reachable();
    const [leaving, entering] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
    if (event.key === "Escape") cancel.run();
    if (event.key !== "Tab" || document.activeElement !== leaving) return;
    event.preventDefault();
    entering?.focus();
  };
  return (
    <div className={styles.veil}>
      <div
        ref={surface}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        className={styles.surface}
        onKeyDown={onKeyDown}
      >
        <h2 className={styles.title}>{title}</h2>
        {children}
        <div className={styles.actions}>
          <Button appearance="primary" disabledFocusable={!isReady} onClick={isReady ? action.run : undefined}>
            {action.name}
          </Button>
          <Button onClick={cancel.run}>{cancel.name}</Button>
        </div>
      </div>
    </div>
  );
}
