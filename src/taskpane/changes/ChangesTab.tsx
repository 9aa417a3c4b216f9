import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import type { Assessment } from "../../app/assessment";
import { changesIn, type Changes } from "../../app/changes";
import type { HistorySeen } from "../../app/history";
import { failureSentence } from "../../app/words";
import type { Comparison } from "../../domain/history/compare";
import { formatDay, type Day } from "../../domain/loan/day";
import type { Session } from "../session/session";
import { makeSheet, readHistory } from "./changesWork";
import { ComparisonView } from "./ComparisonView";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px", padding: "6px 12px" },
  sheet: { maxWidth: "130px", "> select": { textOverflow: "ellipsis" } },
  report: { marginLeft: "auto" },
  none: { margin: 0, padding: "16px 12px 0", color: tokens.colorNeutralForeground2 },
});

export interface ChangesTabProps {
  readonly assessment: Assessment;
  readonly session: Session;
  readonly isWorking: boolean;
}

/** What changed since an earlier run: who came, went, fell and rose and why, and how groups and classes migrated. */
export function ChangesTab({ assessment, session, isWorking }: ChangesTabProps): ReactElement {
  const styles = useStyles();
  const [history, setHistory] = useState<HistorySeen>();
  const [since, setSince] = useState<Day>();
  useEffect(() => {
    if (!isWorking) void readHistory(session, setHistory);
  }, [session, assessment, isWorking]);
  const found = useMemo(() => history && changesIn(assessment, history, since), [assessment, history, since]);
  if (found === undefined) return <p className={styles.none}>正在读取以前的结果…</p>;
  if (found.ok) {
    return <Found changes={found.value} since={since} choose={setSince} session={session} isWorking={isWorking} />;
  }
  return (
    <>
      <p className={styles.none}>{failureSentence(found.because)}</p>
      <p className={styles.none}>
        每月换新台账的，请把新台账放进这个文件的一张工作表再标注，就能与上月比较；客户大多相同即可认出，不必用原来的表名。
      </p>
    </>
  );
}

function Found(props: {
  readonly changes: Changes;
  readonly since: Day | undefined;
  readonly choose: (since: Day) => void;
  readonly session: Session;
  readonly isWorking: boolean;
}): ReactElement {
  const styles = useStyles();
  const { changes, since, choose, session, isWorking } = props;
  const { comparisons, days } = changes;
  const [sheet, setSheet] = useState("");
  const shown: Comparison = comparisons.find((one) => one.sheet === sheet) ?? comparisons[0];
  return (
    <>
      <div className={styles.bar}>
        {comparisons.length > 1 && (
          <Select
            size="small"
            className={styles.sheet}
            aria-label="台账"
            value={shown.sheet}
            onChange={(_, { value }) => {
              setSheet(value);
            }}
          >
            {comparisons.map((one) => (
              <option key={one.sheet} value={one.sheet}>
                {one.sheet}
              </option>
            ))}
          </Select>
        )}
        <span>与</span>
        <Select
          size="small"
          aria-label="与哪天相比"
          value={String(shown.since)}
          onChange={(_, { value }) => {
            const chosen = days.find((day) => String(day) === value);
            if (chosen !== undefined) choose(chosen);
          }}
        >
          {days.map((day) => (
            <option key={day} value={String(day)}>
              {formatDay(day)}
            </option>
          ))}
        </Select>
        <span>相比</span>
        <Button
          size="small"
          appearance="transparent"
          className={styles.report}
          disabledFocusable={isWorking}
          title="把变化列成可打印的工作表，可以撤销"
          onClick={() => void makeSheet(session, since)}
        >
          生成变化表
        </Button>
      </div>
      <ComparisonView key={`${shown.sheet} ${String(shown.since)}`} comparison={shown} session={session} />
    </>
  );
}
