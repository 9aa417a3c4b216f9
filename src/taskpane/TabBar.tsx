import { Button, makeStyles, Tab, TabList } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { State } from "./session/state";
import { count } from "./view/amount";
import { label } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", justifyContent: "space-between", padding: "0 8px 0 4px" },
  action: { minWidth: 0, paddingLeft: "6px", paddingRight: "6px" },
});

const counted = (name: string, of: number): string => (of === 0 ? name : `${name} ${count(of)}`);

/** Customers or problems, and what is done with the whole workbook: report its warnings, file the record that is shown. */
export function TabBar(props: {
  readonly tab: State["tab"];
  readonly problems: number;
  readonly turn: (tab: State["tab"]) => void;
  readonly report: () => void;
  readonly file: () => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <TabList
        size="small"
        selectedValue={props.tab}
        onTabSelect={(_, { value }) => {
          props.turn(value === "problems" ? "problems" : "customers");
        }}
      >
        <Tab id="tab-customers" aria-controls="panel" value="customers">
          {label.customers}
        </Tab>
        <Tab id="tab-problems" aria-controls="panel" value="problems">
          {counted(label.problems, props.problems)}
        </Tab>
      </TabList>
      <span>
        <Button
          size="small"
          appearance="transparent"
          className={styles.action}
          title="把有红色、橙色信号的客户列成可打印的风险预警报告"
          onClick={props.report}
        >
          {label.report}
        </Button>
        <Button
          size="small"
          appearance="transparent"
          className={styles.action}
          title="检查当前工作表上填好的回访表，登记并更新台账的回访日期"
          onClick={props.file}
        >
          {label.file}
        </Button>
      </span>
    </div>
  );
}
