import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { riskGroupName, type RiskGroup } from "../../domain/risk/group";
import { compactAmount, count, inTenThousands } from "../view/amount";
import type { GroupTotal } from "../view/totals";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "repeat(5, minmax(0, 1fr))", gap: "4px", padding: "4px 12px" },
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    minWidth: 0,
    padding: "5px 0",
    border: "2px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    font: "inherit",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: {
    borderTopColor: "currentColor",
    borderRightColor: "currentColor",
    borderBottomColor: "currentColor",
    borderLeftColor: "currentColor",
  },
  name: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: "nowrap" },
  customers: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  manyCustomers: { fontSize: tokens.fontSizeBase400 },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  balance: {
    fontSize: "11px",
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
});

/** Five cards of 320 pixels leave no room for a full one. */
const THIN_SPACE = "\u2009";
/** Nor for five digits in the large type. */
const MANY = 10_000;

function Card(props: {
  readonly total: GroupTotal;
  readonly isPressed: boolean;
  readonly press: () => void;
}): ReactElement {
  const styles = useStyles();
  const { group, customers, balance } = props.total;
  return (
    <button
      type="button"
      aria-pressed={props.isPressed}
      title={`${riskGroupName[group]} ${count(customers)} 户，余额 ${inTenThousands(balance)}元。点按只看这一组`}
      className={mergeClasses(styles.card, props.isPressed && styles.pressed)}
      style={{ backgroundColor: `var(--fill-${group})`, color: `var(--text-${group})` }}
      onClick={props.press}
    >
      <span className={styles.name}>{riskGroupName[group].replace(" ", THIN_SPACE)}</span>
      <span className={mergeClasses(styles.customers, customers >= MANY && styles.manyCustomers)}>
        {count(customers)}
        <span className={styles.unseen}> 户，余额 </span>
      </span>
      <span className={styles.balance}>{compactAmount(balance)}</span>
    </button>
  );
}

/** The five groups with households and balance; a press narrows the list to them. */
export function GroupCards(props: {
  readonly totals: readonly GroupTotal[];
  readonly pressed: ReadonlySet<RiskGroup>;
  readonly press: (group: RiskGroup) => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <div role="group" aria-label="风险组别" className={styles.root}>
      {props.totals.map((total) => (
        <Card
          key={total.group}
          total={total}
          isPressed={props.pressed.has(total.group)}
          press={() => {
            props.press(total.group);
          }}
        />
      ))}
    </div>
  );
}
