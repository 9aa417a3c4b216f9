import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CSSProperties, ReactElement } from "react";
import { visitStatusName, type VisitStatus } from "../../domain/visits/duty";
import { count } from "../view/amount";
import { openStatuses } from "../view/totals";
import { statusColour } from "./statusColour";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "2px 12px 6px" },
  chip: {
    flexGrow: 1,
    display: "flex",
    justifyContent: "center",
    alignItems: "baseline",
    gap: "4px",
    padding: "2px 6px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { borderTopColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: {
    borderTopColor: "currentColor",
    borderRightColor: "currentColor",
    borderBottomColor: "currentColor",
    borderLeftColor: "currentColor",
    boxShadow: "inset 0 0 0 1px currentColor",
  },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

function paint(status: VisitStatus): CSSProperties {
  const group = statusColour[status];
  if (group === undefined) return {};
  return {
    backgroundColor: `var(--fill-${group})`,
    color: `var(--text-${group})`,
    borderColor: `var(--fill-${group})`,
  };
}

/** Customers by visit status; a press narrows the list. */
export function StatusChips(props: {
  readonly counts: ReadonlyMap<VisitStatus, number>;
  readonly pressed: ReadonlySet<VisitStatus>;
  readonly press: (status: VisitStatus) => void;
}): ReactElement {
  const styles = useStyles();
  const isShown = (status: VisitStatus) => status !== "deferred" || (props.counts.get(status) ?? 0) > 0;
  return (
    <div role="group" aria-label="回访状态" className={styles.root}>
      {openStatuses.filter(isShown).map((status) => {
        const isPressed = props.pressed.has(status);
        const { borderColor, ...colours } = paint(status);
        return (
          <button
            key={status}
            type="button"
            aria-pressed={isPressed}
            className={mergeClasses(styles.chip, isPressed && styles.pressed)}
            style={isPressed ? colours : { ...colours, ...(borderColor === undefined ? {} : { borderColor }) }}
            onClick={() => {
              props.press(status);
            }}
          >
            {visitStatusName[status]}
            <span className={styles.number}>{count(props.counts.get(status) ?? 0)}</span>
          </button>
        );
      })}
    </div>
  );
}
