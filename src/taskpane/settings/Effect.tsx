import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { Assessment } from "../../app/assessment";
import { dryRun, type Moved } from "../../app/saveSettings";
import { formatDay } from "../../domain/loan/day";
import { riskGroupName } from "../../domain/risk/group";
import type { Judgement } from "../../domain/risk/judgement";
import type { Settings } from "../../domain/settings/settings";
import { LongList } from "../parts/LongList";
import { MiddleCut } from "../parts/MiddleCut";
import { ScreenFrame } from "../parts/ScreenFrame";
import { count } from "../view/amount";
import { label } from "../words";

const HEIGHT = 52;

const useStyles = makeStyles({
  said: { margin: "0 12px 6px" },
  line: { display: "flex", flexDirection: "column", justifyContent: "center", height: "100%", padding: "0 12px" },
  what: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

const group = ({ group: name }: Judgement): string => riskGroupName[name];
const due = ({ duty }: Judgement): string => formatDay(duty.due);
const intervals = ({ clocks }: Judgement): string =>
  `联系 ${String(clocks.contactMonths)}、上门 ${String(clocks.onSiteMonths)} 个月`;

/** In which ways a customer moves; one whose signals alone differ says so. */
function movedWords({ before, after }: Moved): string {
  const ways = [group, intervals, due].flatMap((of) =>
    of(before) === of(after) ? [] : [`${of(before)} → ${of(after)}`],
  );
  return ways.length === 0 ? "预警信号有变化" : ways.join("；");
}

/** Whom the changed settings would move, before they are saved. */
export function Effect(props: {
  readonly assessment: Assessment;
  readonly settings: Settings;
  readonly isWorking: boolean;
  readonly save: () => void;
  readonly back: () => void;
  readonly goTo: (sheet: string, row: number, column: number) => void;
}): ReactElement {
  const styles = useStyles();
  const { assessment, settings, isWorking, save, back, goTo } = props;
  const moved = useMemo(() => dryRun(assessment, settings), [assessment, settings]);
  return (
    <ScreenFrame
      title="保存前试算"
      close={back}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={isWorking} onClick={save}>
            {label.save}
          </Button>
          <Button onClick={back}>返回修改</Button>
        </>
      }
    >
      <p role="status" className={styles.said}>
        {moved.length === 0 ? "如果这样改，没有客户变动。" : `如果这样改，${count(moved.length)} 户变动：`}
      </p>
      {moved.length > 0 && (
        <LongList
          label="变动的客户"
          rows={moved.length}
          rowHeight={HEIGHT}
          row={(index) => {
            const one = moved[index];
            return (
              one && (
                <span className={styles.line}>
                  <MiddleCut text={one.before.customer.name} />
                  <span className={styles.what}>{movedWords(one)}</span>
                </span>
              )
            );
          }}
          title={(index) => {
            const one = moved[index];
            return one === undefined ? "" : `${one.before.customer.name}：${movedWords(one)}`;
          }}
          choose={(index) => {
            const one = moved[index];
            const row = one?.before.customer.drawdowns[0]?.row;
            if (one !== undefined && row !== undefined) goTo(one.sheet, row, 0);
          }}
        />
      )}
    </ScreenFrame>
  );
}
