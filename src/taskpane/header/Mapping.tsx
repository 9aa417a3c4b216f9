import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { cellAddress, columnLetters } from "../../domain/ledger/cells";
import { fieldName } from "../../domain/ledger/fieldName";
import type { FieldColumn, Ledger } from "../../domain/ledger/ledger";
import { count } from "../view/amount";
import { label } from "../words";

/** Below this a column is worth a look of the reader. */
const UNSURE = 0.75;

const useStyles = makeStyles({
  change: { marginBottom: "4px" },
  facts: { margin: "0 0 4px", color: tokens.colorNeutralForeground2 },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed", marginBottom: "8px" },
  head: { padding: "2px 4px 2px 0", textAlign: "left", fontWeight: tokens.fontWeightSemibold },
  cell: { padding: "2px 4px 2px 0", overflowWrap: "anywhere", verticalAlign: "top" },
  letter: { width: "32px" },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1, whiteSpace: "nowrap" },
});

const headingText = ({ heading, unit }: FieldColumn): string =>
  heading.replaceAll(/\s+/g, " ") + (unit === undefined || heading.includes(unit) ? "" : `（${unit}）`);

/** Which column was taken for which field. */
export function Mapping(props: { readonly ledger: Ledger; readonly change: () => void }): ReactElement {
  const { ledger, change } = props;
  const styles = useStyles();
  const { layout, settled, total } = ledger;
  const columns = [...layout.columns.values()].sort((one, other) => one.column - other.column);
  return (
    <div>
      <p className={styles.facts}>
        {`第 ${count(layout.firstDataRow + 1)} 至 ${count(ledger.lastDataRow + 1)} 行，其中已结清或核销 ${count(settled)} 笔不参与回访。`}
        {total !== undefined &&
          total.expected === total.found &&
          `合计与 ${cellAddress(total.row, total.column)} 相符。`}
      </p>
      <Button size="small" className={styles.change} onClick={change}>
        {label.columns}
      </Button>
      <table className={styles.table} aria-label={`${layout.sheet} 的栏目`}>
        <thead>
          <tr>
            <th scope="col" className={`${styles.head} ${styles.letter}`}>
              列
            </th>
            <th scope="col" className={styles.head}>
              台账栏目
            </th>
            <th scope="col" className={styles.head}>
              识别为
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.field}>
              <td className={styles.cell}>{columnLetters(column.column)}</td>
              <td className={styles.cell}>{headingText(column)}</td>
              <td className={styles.cell}>
                {fieldName(column.field)}
                {column.confidence < UNSURE && <span className={styles.doubt}> 请核对</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
