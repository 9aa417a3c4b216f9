import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { untrace, type KeepTraces } from "../../app/untrace";
import { ScreenFrame } from "../parts/ScreenFrame";
import type { Session } from "../session/session";
import { label } from "../words";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", padding: "0 12px" },
  text: { margin: "0 0 8px" },
  warn: { margin: "8px 0", color: tokens.colorStatusWarningForeground1 },
});

/** Takes everything of ours out of the workbook, after saying what goes and what stays. */
export function UntraceScreen(props: { readonly session: Session; readonly isWorking: boolean }): ReactElement {
  const styles = useStyles();
  const { session, isWorking } = props;
  const [keep, setKeep] = useState<KeepTraces>({ typed: true, sheets: true });
  const close = (): void => {
    session.tell({ kind: "opened", screen: undefined });
  };
  return (
    <ScreenFrame
      title={label.untrace}
      close={close}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void takeOut(session, keep)}>
            清除痕迹
          </Button>
          <Button onClick={close}>{label.cancel}</Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.text}>
          将删去标注的列、颜色规则、名称、“贷后设置”工作表、列对应和撤销记录，工作簿不再带有贷后助手的内容。台账原有内容不变。
        </p>
        <Checkbox
          label="保留我在标注列中填写的内容"
          checked={keep.typed}
          onChange={(_, { checked }) => {
            setKeep({ ...keep, typed: checked === true });
          }}
        />
        <Checkbox
          label="保留回访表、登记簿和报告"
          checked={keep.sheets}
          onChange={(_, { checked }) => {
            setKeep({ ...keep, sheets: checked === true });
          }}
        />
        {!keep.sheets && <p className={styles.warn}>回访表和登记簿删去后不能撤销，请先另存一份。</p>}
      </div>
    </ScreenFrame>
  );
}

async function takeOut(session: Session, keep: KeepTraces): Promise<void> {
  await session.perform("untrace", ({ workbook, tell }) => async (watch) => {
    const out = await untrace(workbook, keep, watch);
    if (!out.ok) return out.because;
    const { columns, sheets, kept, typed, isProven } = out.value;
    tell({ kind: "opened", screen: undefined });
    tell({
      kind: "happened",
      last: { is: "untraced", columns, sheets: sheets.length, kept, typed: typed.length, isProven },
    });
    return undefined;
  });
  if (session.state().last.is === "untraced") await session.look();
}
