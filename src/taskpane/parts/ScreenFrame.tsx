import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { label } from "../words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  head: { display: "flex", alignItems: "center", padding: "4px 8px 4px 12px" },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    ":focus": { outline: "none" },
  },
  body: { display: "flex", flexDirection: "column", flexGrow: 1 },
  actions: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    padding: "8px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Where the keyboard goes on once the screen is gone with the button that closed it. */
const SHOWN_TAB = "[role=tab][aria-selected=true]";

/** A screen in the place of the results: its title, which takes the focus as it opens, what it shows, and what can be done below. */
export function ScreenFrame(props: {
  readonly title: string;
  readonly close: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    return () => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>(SHOWN_TAB)?.focus();
    };
  }, []);
  return (
    <section className={styles.root} aria-label={props.title}>
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {props.title}
        </h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={label.close}
          title={label.close}
          onClick={props.close}
        />
      </div>
      <div className={styles.body}>{props.children}</div>
      {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
    </section>
  );
}
