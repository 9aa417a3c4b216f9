import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { formatDay } from "../../domain/loan/day";
import { riskGroupName } from "../../domain/risk/group";
import { dutyName, visitStatusName } from "../../domain/visits/duty";
import { groupMark } from "../overview/groupMark";
import { statusColour } from "../overview/statusColour";
import { MiddleCut } from "../parts/MiddleCut";
import { inTenThousands } from "../view/amount";
import type { CustomerRow } from "../view/customerRows";
import { daysUntilWords } from "../view/dueWords";

/** In pixels; three lines and their padding. */
export const CUSTOMER_HEIGHT = 76;

const useStyles = makeStyles({
  root: { display: "flex", height: "100%" },
  edge: { flexShrink: 0, width: "3px" },
  lines: {
    display: "flex",
    flexDirection: "column",
    justifyContent: "center",
    flexGrow: 1,
    minWidth: 0,
    padding: "0 12px 0 9px",
  },
  line: { display: "flex", alignItems: "center", gap: "8px", minWidth: 0 },
  first: { lineHeight: "22px" },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  late: {
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200,
    padding: "0 4px",
    borderRadius: tokens.borderRadiusSmall,
  },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  badge: {
    flexShrink: 0,
    padding: "0 5px",
    borderRadius: tokens.borderRadiusSmall,
    lineHeight: "16px",
    whiteSpace: "nowrap",
  },
  duty: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  balance: { flexShrink: 0, textAlign: "right" },
  reasons: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** Why the customer is in its group. */
function reasonsOf({ judgement }: CustomerRow, between: string): string {
  return judgement.reasons.map(({ clause, text }) => `${clause} ${text}`).join(between) || "无风险信号";
}

/** All that the line says, for its tooltip. */
export function customerTitle(row: CustomerRow): string {
  const managers = row.managers.length > 0 ? `客户经理 ${row.managers.join("、")}\n` : "";
  return `${row.name}\n${riskGroupName[row.group]}\n${managers}${reasonsOf(row, "\n")}`;
}

/** One customer: who and how late, group and duty and balance, first reasons. */
export function CustomerLine({ row }: { readonly row: CustomerRow }): ReactElement {
  const styles = useStyles();
  const late = statusColour[row.status];
  const lateColours =
    late === undefined ? {} : { backgroundColor: `var(--fill-${late})`, color: `var(--text-${late})` };
  return (
    <span className={styles.root}>
      <span
        className={styles.edge}
        style={late === undefined ? {} : { backgroundColor: `var(--text-${late})` }}
        aria-hidden
      />
      <span className={styles.lines}>
        <span className={mergeClasses(styles.line, styles.first)}>
          <MiddleCut text={row.name} className={styles.name} />
          <span className={styles.late} style={lateColours}>
            {row.status === "deferred" ? visitStatusName.deferred : daysUntilWords(row.daysUntil)}
          </span>
        </span>
        <span className={mergeClasses(styles.line, styles.small)}>
          <span
            className={styles.badge}
            style={{ backgroundColor: `var(--fill-${row.group})`, color: `var(--text-${row.group})` }}
          >
            <span aria-hidden>{groupMark[row.group]} </span>
            {riskGroupName[row.group]}
          </span>
          <span className={styles.duty}>
            {dutyName[row.duty]} {formatDay(row.due).slice(2)}
          </span>
          <span className={styles.balance}>{inTenThousands(row.balance)}</span>
        </span>
        <span className={mergeClasses(styles.small, styles.reasons)}>{reasonsOf(row, "；")}</span>
      </span>
    </span>
  );
}
