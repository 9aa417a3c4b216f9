import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Migration } from "../../domain/history/compare";
import { compactAmount, count, inTenThousands } from "../view/amount";
import { matrixRows, type MatrixCell } from "./changeRows";

const useStyles = makeStyles({
  root: { padding: "0 12px 12px" },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  axes: {
    marginLeft: "8px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  head: {
    padding: "2px 0",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "center",
  },
  cell: {
    height: "38px",
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    textAlign: "center",
  },
  stayed: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
  worse: { backgroundColor: "var(--fill-D)", color: "var(--text-D)" },
  better: { backgroundColor: "var(--fill-A)", color: "var(--text-A)" },
  button: {
    width: "100%",
    height: "100%",
    padding: 0,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  customers: { display: "block", fontWeight: tokens.fontWeightSemibold },
  balance: { display: "block", whiteSpace: "nowrap" },
});

/** Customers and balances from each state to each; a cell of those that moved is a click from their list. */
export function MigrationTable<State extends string>(props: {
  readonly title: string;
  readonly migration: Migration<State>;
  /** At most two characters: the head of a narrow column. */
  readonly short: (state: State) => string;
  readonly choose: (from: State, to: State) => void;
}): ReactElement {
  const styles = useStyles();
  const { title, migration, short, choose } = props;
  return (
    <section className={styles.root}>
      <h3 className={styles.title}>
        {title}
        <span className={styles.axes}>行是上次，列是本次</span>
      </h3>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <td className={styles.head} />
            {migration.states.map((state) => (
              <th key={state} scope="col" className={styles.head}>
                {short(state)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrixRows(migration).map(({ from, cells }) => (
            <tr key={from}>
              <th scope="row" className={styles.head}>
                {short(from)}
              </th>
              {cells.map((cell) => (
                <Cell key={cell.to} cell={cell} words={`${short(from)}到${short(cell.to)}`} choose={choose} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<State extends string>(props: {
  readonly cell: MatrixCell<State>;
  readonly words: string;
  readonly choose: (from: State, to: State) => void;
}): ReactElement {
  const styles = useStyles();
  const { cell, words, choose } = props;
  const { from, to, customers, balance, way } = cell;
  if (customers === 0) return <td className={mergeClasses(styles.cell, way === "stayed" && styles.stayed)}>–</td>;
  const said = `${words}：${count(customers)} 户，${inTenThousands(balance)}元`;
  const shown = (
    <>
      <span className={styles.customers}>{count(customers)}</span>
      <span className={styles.balance}>{compactAmount(balance)}</span>
    </>
  );
  return (
    <td className={mergeClasses(styles.cell, styles[way])} title={said}>
      {way === "stayed" ? (
        shown
      ) : (
        <button
          type="button"
          className={styles.button}
          aria-label={said}
          onClick={() => {
            choose(from, to);
          }}
        >
          {shown}
        </button>
      )}
    </td>
  );
}
