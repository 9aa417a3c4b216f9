import { makeStyles } from "@fluentui/react-components";
import { lazy, memo, useMemo, type ReactElement } from "react";
import type { Assessment } from "../app/assessment";
import { CustomerTab } from "./customers/CustomerTab";
import { GroupCards } from "./overview/GroupCards";
import { StatusChips } from "./overview/StatusChips";
import { Later } from "./parts/Later";
import type { Session } from "./session/session";
import type { State } from "./session/state";
import { customerRows, type CustomerRow } from "./view/customerRows";
import type { MenuEntry } from "./tabs/MoreMenu";
import { TabBar } from "./tabs/TabBar";
import { label } from "./words";
import { toggled } from "./view/filter";
import { groupTotals, statusCounts } from "./view/totals";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", flexGrow: 1 },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1 },
});

const WarningTab = lazy(() => import("./warnings/WarningTab").then((loaded) => ({ default: loaded.WarningTab })));
const ChangesTab = lazy(() => import("./changes/ChangesTab").then((loaded) => ({ default: loaded.ChangesTab })));
const ProblemTab = lazy(() => import("./problems/ProblemTab").then((loaded) => ({ default: loaded.ProblemTab })));
const SettingsTab = lazy(() => import("./settings/SettingsTab").then((loaded) => ({ default: loaded.SettingsTab })));

export interface ResultsProps {
  readonly assessment: Assessment;
  readonly tab: State["tab"];
  readonly filter: State["filter"];
  readonly isWorking: boolean;
  readonly session: Session;
}

/** What the run found: groups, visits, customers and problems. The progress of a run is none of its business. */
export const Results = memo(function Results(props: ResultsProps): ReactElement {
  const { assessment, session, tab, filter } = props;
  const styles = useStyles();
  const rows = useMemo(() => customerRows(assessment), [assessment]);
  const totals = useMemo(() => groupTotals(rows), [rows]);
  const counts = useMemo(() => statusCounts(rows), [rows]);
  const problems = assessment.ledgers.flatMap((ledger) => ledger.problems);
  const narrow = (change: Partial<ResultsProps["filter"]>): void => {
    session.tell({ kind: "filtered", filter: { ...filter, customer: undefined, ...change } });
  };
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
        counts={{
          warnings: rows.filter(({ judgement }) => judgement.signals.some(({ level }) => level !== "blue")).length,
          problems: problems.length + assessment.notices.length,
        }}
        turn={(turned) => {
          session.tell({ kind: "turned", tab: turned });
        }}
        actions={actionsOf(session)}
      />
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        <Shown {...props} rows={rows} narrow={narrow} />
      </div>
    </main>
  );
});

interface ShownProps extends ResultsProps {
  readonly rows: readonly CustomerRow[];
  readonly narrow: (change: Partial<ResultsProps["filter"]>) => void;
}

/** What the chosen tab shows. */
function Shown({ assessment, session, tab, filter, isWorking, rows, narrow }: ShownProps): ReactElement {
  const goTo = (sheet: string, row: number, column: number): void => void session.goTo(sheet, row, column);
  switch (tab) {
    case "customers":
      return (
        <CustomerTab
          rows={rows}
          filter={filter}
          change={narrow}
          goTo={goTo}
          record={(keys, type) => {
            if (keys.length > 1) session.tell({ kind: "opened", screen: { is: "batch", keys } });
            else void session.makeRecords(keys, type);
          }}
          card={(key) => void session.makeCard(key)}
        />
      );
    case "warnings":
      return (
        <Later>
          <WarningTab assessment={assessment} session={session} />
        </Later>
      );
    case "changes":
      return (
        <Later>
          <ChangesTab assessment={assessment} session={session} isWorking={isWorking} />
        </Later>
      );
    case "problems":
      return (
        <Later>
          <ProblemTab
            problems={assessment.ledgers.flatMap((ledger) => ledger.problems)}
            notices={assessment.notices}
            goTo={goTo}
            examine={() => {
              session.tell({ kind: "opened", screen: { is: "health" } });
            }}
          />
        </Later>
      );
    case "settings":
      return (
        <Later>
          <SettingsTab assessment={assessment} session={session} isWorking={isWorking} />
        </Later>
      );
  }
}

/** What is done with the whole workbook. */
function actionsOf(session: Session): readonly MenuEntry[] {
  return [
    {
      name: label.file,
      hint: "检查当前工作表上填好的回访表并登记",
      run: () => void session.fileRecord(),
    },
    {
      name: label.report,
      hint: "把有红色、橙色信号的客户列成可打印的报告",
      run: () => void session.reportWarnings(),
    },
    {
      name: label.health,
      hint: "逐格检查数据，可生成打印的体检表",
      run: () => {
        session.tell({ kind: "opened", screen: { is: "health" } });
      },
    },
    {
      name: label.selfCheck,
      hint: "版本、保护、筛选和最近的错误，可复制",
      run: () => {
        session.tell({ kind: "opened", screen: { is: "selfCheck" } });
      },
    },
    {
      name: label.untrace,
      hint: "文件要发给行外时用",
      run: () => {
        session.tell({ kind: "opened", screen: { is: "untrace" } });
      },
    },
  ];
}
