import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, type ReactElement } from "react";
import type { RecordType } from "../../domain/record/variant";
import { Later } from "../parts/Later";
import { LongList } from "../parts/LongList";
import { managersOf, type CustomerRow } from "../view/customerRows";
import { everything, filterRows, type Filter } from "../view/filter";
import { CUSTOMER_HEIGHT, CustomerLine, customerTitle } from "./CustomerLine";
import { Filters } from "./Filters";

const CustomerDetail = lazy(() => import("./CustomerDetail").then((loaded) => ({ default: loaded.CustomerDetail })));

const useStyles = makeStyles({
  none: { flexGrow: 1, margin: 0, padding: "16px 12px", color: tokens.colorNeutralForeground2 },
});

export interface CustomerTabProps {
  readonly rows: readonly CustomerRow[];
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
  readonly goTo: (sheet: string, row: number, column: number) => void;
  /** Makes visit records for customers, by their keys; of the type that is due unless another is named. */
  readonly record: (keys: readonly string[], type?: RecordType) => void;
  /** Puts all that is known of a customer, by its key, on a sheet. */
  readonly card: (key: string) => void;
}

/** Whether a visit is overdue or due within a week. */
const isDue = ({ status }: CustomerRow): boolean => status === "overdue" || status === "within7";

/** The customers by urgency, narrowed by the filter; a click goes to the customer's first row. */
export function CustomerTab({ rows, filter, change, goTo, record, card }: CustomerTabProps): ReactElement {
  const styles = useStyles();
  const shown = filterRows(rows, filter);
  const picked = filter.customer === undefined ? undefined : shown[0];
  const due = shown.filter(isDue);
  const showAll = (): void => {
    change(everything);
  };
  const go = (index: number): void => {
    const row = shown[index];
    if (row !== undefined) goTo(row.sheet, row.row, row.column);
  };
  return (
    <>
      {picked === undefined ? (
        <Filters
          filter={filter}
          managers={managersOf(rows)}
          shown={shown.length}
          of={rows.length}
          change={change}
          due={due.length}
          record={() => {
            record(due.map(({ key }) => key));
          }}
        />
      ) : (
        <Later>
          <CustomerDetail
            row={picked}
            close={showAll}
            record={(type) => {
              record([picked.key], type);
            }}
            card={() => {
              card(picked.key);
            }}
          />
        </Later>
      )}
      {shown.length === 0 ? (
        <p className={styles.none}>
          {rows.length === 0 ? "台账中没有未结清的客户，无需回访。" : "没有符合条件的客户。"}
        </p>
      ) : (
        <LongList
          label="客户"
          rows={shown.length}
          rowHeight={CUSTOMER_HEIGHT}
          row={(index) => {
            const row = shown[index];
            return row && <CustomerLine row={row} />;
          }}
          title={(index) => {
            const row = shown[index];
            return row === undefined ? "" : customerTitle(row);
          }}
          choose={go}
        />
      )}
    </>
  );
}
