import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";

/** So many characters of a long name stay at its end: names of one group differ there ("…第一分公司"). */
const TAIL = 6;

const useStyles = makeStyles({
  root: { display: "flex", minWidth: 0, whiteSpace: "nowrap" },
  head: { overflow: "hidden", textOverflow: "ellipsis" },
  tail: { flexShrink: 0 },
});

/** A name on one line, cut in its middle where it is too long; whole in the tooltip and for a screen reader. */
export function MiddleCut({ text, className }: { readonly text: string; readonly className?: string }): ReactElement {
  const styles = useStyles();
  const at = text.length > TAIL * 2 ? text.length - TAIL : text.length;
  return (
    <span className={mergeClasses(styles.root, className)} title={text}>
      <span className={styles.head}>{text.slice(0, at)}</span>
      {at < text.length && <span className={styles.tail}>{text.slice(at)}</span>}
    </span>
  );
}
