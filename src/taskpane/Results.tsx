import { makeStyles } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { Assessment } from "../app/assessment";
import { CustomerTab } from "./customers/CustomerTab";
import { GroupCards } from "./overview/GroupCards";
import { StatusChips } from "./overview/StatusChips";
import { ProblemTab } from "./problems/ProblemTab";
import type { Session } from "./session/session";
import type { State } from "./session/state";
import { customerRows } from "./view/customerRows";
import { TabBar } from "./TabBar";
import { toggled } from "./view/filter";
import { groupTotals, statusCounts } from "./view/totals";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", flexGrow: 1 },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1 },
});

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
      <TabBar
        tab={tab}
        problems={problems.length + assessment.notices.length}
        turn={(turned) => {
          session.tell({ kind: "turned", tab: turned });
        }}
        report={() => void session.reportWarnings()}
        file={() => void session.fileRecord()}
      />
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        {tab === "customers" ? (
          <CustomerTab
            rows={rows}
            filter={filter}
            change={narrow}
            goTo={goTo}
            record={(keys, type) => void session.makeRecords(keys, type)}
            card={(key) => void session.makeCard(key)}
          />
        ) : (
          <ProblemTab problems={problems} notices={assessment.notices} goTo={goTo} />
        )}
      </div>
    </main>
  );
}
