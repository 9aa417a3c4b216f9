import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { State } from "../session/state";
import { count } from "../view/amount";
import { label } from "../words";
import { MoreMenu, type MenuEntry } from "./MoreMenu";
import { tabs } from "./tabs";
import { useFitting } from "./useFitting";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", padding: "0 8px 0 4px" },
  row: { flexGrow: 1, minWidth: 0, height: "32px", overflow: "hidden" },
  list: { flexWrap: "wrap" },
  hidden: { visibility: "hidden" },
});

const counted = (name: string, of: number): string => (of === 0 ? name : `${name} ${count(of)}`);

/** The tabs, and in a menu those that find no room and what is done with the whole workbook. */
export function TabBar(props: {
  readonly tab: State["tab"];
  readonly counts: Readonly<Partial<Record<State["tab"], number>>>;
  readonly turn: (tab: State["tab"]) => void;
  readonly actions: readonly MenuEntry[];
}): ReactElement {
  const styles = useStyles();
  const { measure, hidden } = useFitting();
  const nameOf = (tab: State["tab"]): string => counted(label[tab], props.counts[tab] ?? 0);
  const left = tabs.filter((tab) => hidden.has(`tab-${tab}`));
  const leftEntries = left.map((tab): MenuEntry => ({
    name: nameOf(tab),
    isShown: tab === props.tab,
    run: () => {
      props.turn(tab);
    },
  }));
  return (
    <div className={styles.root}>
      <div ref={measure} className={styles.row}>
        <TabList
          size="small"
          className={styles.list}
          selectedValue={props.tab}
          onTabSelect={(_, { value }) => {
            const turned = tabs.find((tab) => tab === value);
            if (turned !== undefined) props.turn(turned);
          }}
        >
          {tabs.map((tab) => (
            <Tab
              key={tab}
              id={`tab-${tab}`}
              aria-controls="panel"
              value={tab}
              className={hidden.has(`tab-${tab}`) ? styles.hidden : ""}
            >
              {nameOf(tab)}
            </Tab>
          ))}
        </TabList>
      </div>
      <MoreMenu entries={[...leftEntries, ...props.actions]} />
    </div>
  );
}
