import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { ReactElement } from "react";
import type { Last } from "../session/state";
import { label, lastSentence } from "../words";
import { isQuiet } from "./isQuiet";

const useStyles = makeStyles({
  root: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "flex-end",
    gap: "2px 6px",
    minHeight: "40px",
    backgroundColor: tokens.colorNeutralBackground1,
    padding: "2px 8px 2px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { flexShrink: 0, fontSize: "16px", color: tokens.colorStatusSuccessForeground1 },
  done: { display: "flex", flex: "1 1 220px", alignItems: "center", gap: "6px", minWidth: 0 },
  sentence: {
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  /** Together on a line of their own where they do not fit beside the sentence. */
  ways: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", columnGap: "6px" },
  way: { flexShrink: 0 },
});

/** What was done last and the way to take it back. */
export function Footer(props: {
  readonly last: Last;
  readonly isWorking: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly clear: () => void;
  /** What else can be done, left of the ways back. */
  readonly more: ReactElement;
}): ReactElement {
  const styles = useStyles();
  const isDone = isQuiet(props.last);
  return (
    <footer className={styles.root}>
      {isDone && (
        <span className={styles.done}>
          <CheckmarkCircleRegular className={styles.mark} aria-hidden />
          <span className={styles.sentence}>{lastSentence(props.last)}</span>
        </span>
      )}
      <span className={styles.ways}>
        {props.more}
        {"taken" in props.last && props.last.taken.length > 0 && <Way text={label.redo} go={props.redo} {...props} />}
        <Way text={label.undo} go={props.undo} {...props} />
        <Way text={label.clear} go={props.clear} {...props} />
      </span>
    </footer>
  );
}

/** One of the ways back. */
function Way(props: { readonly text: string; readonly go: () => void; readonly isWorking: boolean }): ReactElement {
  const styles = useStyles();
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.way}
      disabledFocusable={props.isWorking}
      onClick={props.go}
    >
      {props.text}
    </Button>
  );
}
