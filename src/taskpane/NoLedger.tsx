import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { failureSentence } from "../app/words";
import type { Found } from "./session/state";
import { OtherSheets } from "./header/OtherSheets";
import { label } from "./words";

const useStyles = makeStyles({
  root: { flexGrow: 1, padding: "8px 12px", overflowWrap: "anywhere" },
  title: { margin: "0 0 8px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: "0 0 12px" },
  needs: { margin: "0 0 16px", color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginBottom: "16px" },
  others: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
});

export interface NoLedgerProps {
  readonly because: Extract<Found, { is: "noLedger" }>["because"];
  readonly isWorking: boolean;
  readonly sheet: string | undefined;
  readonly look: () => void;
  readonly insertSample: () => void;
  readonly chooseSheet: (sheet: string | undefined) => void;
  /** Opens the columns of a sheet, to say by hand which is which. */
  readonly changeColumns: (sheet: string) => void;
}

/** Nothing to work on: what was looked for, what came nearest and why it was refused, what to do. */
export function NoLedger(props: NoLedgerProps): ReactElement {
  const styles = useStyles();
  const { nearest } = props.because;
  return (
    <main className={styles.root}>
      <h2 className={styles.title}>没有找到贷款台账</h2>
      <p className={styles.text}>{failureSentence(props.because)}</p>
      <p className={styles.needs}>
        台账的表头要在前 30 行内，至少有客户、余额或金额，以及到期日、五级分类、逾期天数、合同号中的一项。
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={props.isWorking} onClick={props.insertSample}>
          {label.sample}
        </Button>
        {nearest !== undefined && (
          <Button
            onClick={() => {
              props.changeColumns(nearest.sheet);
            }}
          >
            {`指定“${nearest.sheet}”的列`}
          </Button>
        )}
        <Button appearance="subtle" disabledFocusable={props.isWorking} onClick={props.look}>
          {label.reread}
        </Button>
      </div>
      <div className={styles.others}>
        <OtherSheets rejected={props.because.rejected} sheet={props.sheet} chooseSheet={props.chooseSheet} />
      </div>
    </main>
  );
}
