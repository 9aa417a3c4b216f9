import { Button, makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { count } from "../view/amount";
import { everything, isNarrowed, type Filter } from "../view/filter";
import { label } from "../words";

const useStyles = makeStyles({
  root: { padding: "6px 12px 2px" },
  fields: { display: "flex", gap: "6px" },
  search: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  manager: { flexShrink: 0, width: "40%", maxWidth: "180px" },
  result: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    minHeight: "26px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

export interface FiltersProps {
  readonly filter: Filter;
  readonly managers: readonly string[];
  readonly shown: number;
  readonly of: number;
  readonly change: (filter: Filter) => void;
  /** Of those shown, how many are overdue or due within a week. */
  readonly due: number;
  readonly record: () => void;
}

/** Search by name, account manager, and how many customers that leaves. */
export function Filters({ filter, managers, shown, of, change, due, record }: FiltersProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.fields}>
        <SearchBox
          size="small"
          className={styles.search}
          placeholder="客户名称"
          aria-label="按客户名称查找"
          value={filter.search}
          onChange={(_, { value }) => {
            change({ ...filter, search: value });
          }}
        />
        {managers.length > 1 && (
          <Select
            size="small"
            className={styles.manager}
            aria-label="客户经理"
            value={filter.manager}
            onChange={(_, { value }) => {
              change({ ...filter, manager: value });
            }}
          >
            <option value="">全部客户经理</option>
            {managers.map((manager) => (
              <option key={manager} value={manager}>
                {manager}
              </option>
            ))}
          </Select>
        )}
      </div>
      <div className={styles.result}>
        <span role="status">{shown === of ? `共 ${count(of)} 户` : `${count(shown)} / ${count(of)} 户`}</span>
        <span>
          {isNarrowed(filter) && (
            <Button
              size="small"
              appearance="transparent"
              onClick={() => {
                change(everything);
              }}
            >
              看全部
            </Button>
          )}
          {due > 0 && (
            <Button
              size="small"
              appearance="transparent"
              title="为所列客户中已逾期和 7 天内应访的各生成一张回访表"
              onClick={record}
            >
              {`${label.record} ${count(due)} 户`}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}
