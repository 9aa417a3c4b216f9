import { Button, makeStyles, Tab, TabList } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { Assessment } from "../app/assessment";
import { CustomerTab } from "./customers/CustomerTab";
import { GroupCards } from "./overview/GroupCards";
import { StatusChips } from "./overview/StatusChips";
import { ProblemTab } from "./problems/ProblemTab";
import type { Session } from "./session/session";
import type { State } from "./session/state";
import { count } from "./view/amount";
import { customerRows } from "./view/customerRows";
import { toggled } from "./view/filter";
import { groupTotals, statusCounts } from "./view/totals";
import { label } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", flexGrow: 1 },
  bar: { display: "flex", alignItems: "center", justifyContent: "space-between", padding: "0 8px 0 4px" },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1 },
});

const counted = (name: string, of: number): string => (of === 0 ? name : `${name} ${count(of)}`);

/** What the run found: groups, visits, customers and problems. */
export function Results(props: {
  readonly assessment: Assessment;
  readonly state: State;
  readonly session: Session;
}): ReactElement {
  const { assessment, session } = props;
  const { tab, filter } = props.state;
  const styles = useStyles();
  const rows = useMemo(() => customerRows(assessment), [assessment]);
  const totals = useMemo(() => groupTotals(rows), [rows]);
  const counts = useMemo(() => statusCounts(rows), [rows]);
  const problems = assessment.ledgers.flatMap((ledger) => ledger.problems);
  const narrow = (change: Partial<State["filter"]>): void => {
    session.tell({ kind: "filtered", filter: { ...filter, customer: undefined, ...change } });
  };
  const goTo = (sheet: string, row: number, column: number): void => void session.goTo(sheet, row, column);
  return (
    <main className={styles.root}>
      <GroupCards
        totals={totals}
        pressed={filter.groups}
        press={(group) => {
          narrow({ groups: toggled(filter.groups, group) });
        }}
      />
      <StatusChips
        counts={counts}
        pressed={filter.statuses}
        press={(status) => {
          narrow({ statuses: toggled(filter.statuses, status) });
        }}
      />
      <div className={styles.bar}>
        <TabList
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => {
            session.tell({ kind: "turned", tab: value === "problems" ? "problems" : "customers" });
          }}
        >
          <Tab id="tab-customers" aria-controls="panel" value="customers">
            {label.customers}
          </Tab>
          <Tab id="tab-problems" aria-controls="panel" value="problems">
            {counted(label.problems, problems.length + assessment.notices.length)}
          </Tab>
        </TabList>
        <Button
          size="small"
          appearance="transparent"
          title="检查当前工作表上填好的回访表，登记并更新台账的回访日期"
          onClick={() => void session.fileRecord()}
        >
          {label.file}
        </Button>
      </div>
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        {tab === "customers" ? (
          <CustomerTab
            rows={rows}
            filter={filter}
            change={narrow}
            goTo={goTo}
            record={(keys, type) => void session.makeRecords(keys, type)}
          />
        ) : (
          <ProblemTab problems={problems} notices={assessment.notices} goTo={goTo} />
        )}
      </div>
    </main>
  );
}
