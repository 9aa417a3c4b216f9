import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Rejection } from "../../domain/ledger/ledger";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: "none" },
  sheet: { padding: "2px 0" },
  reason: { color: tokens.colorNeutralForeground2 },
});

/** A hidden sheet that is a ledger comes as near as can be. */
const isHiddenLedger = ({ hidden, nearness }: Rejection): boolean => hidden && nearness >= 1;

export interface OtherSheetsProps {
  readonly rejected: readonly Rejection[];
  readonly sheet: string | undefined;
  readonly chooseSheet: (sheet: string | undefined) => void;
}

/** The sheets that are left out, and why; a hidden ledger can be chosen. */
export function OtherSheets({ rejected, sheet, chooseSheet }: OtherSheetsProps): ReactElement | null {
  const styles = useStyles();
  if (rejected.length === 0 && sheet === undefined) return null;
  return (
    <div>
      {rejected.length > 0 && <h2 className={styles.heading}>没有处理的工作表</h2>}
      <ul className={styles.list}>
        {rejected.map((one) => (
          <li key={one.sheet} className={styles.sheet}>
            {one.sheet}
            {one.hidden && "（隐藏）"}：<span className={styles.reason}>{one.reason}</span>
            {isHiddenLedger(one) && (
              <Button
                size="small"
                appearance="secondary"
                onClick={() => {
                  chooseSheet(one.sheet);
                }}
              >
                改为处理这张表
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sheet !== undefined && (
        <Button
          size="small"
          onClick={() => {
            chooseSheet(undefined);
          }}
        >
          处理全部可见台账
        </Button>
      )}
    </div>
  );
}
