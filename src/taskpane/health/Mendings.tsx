import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { mendBeside } from "../../app/mend";
import { OWN_PREFIX } from "../../domain/change/ownColumn";
import type { Mending } from "../../domain/health/mendings";
import { cellAddress } from "../../domain/ledger/cells";
import { LongList } from "../parts/LongList";
import { ScreenFrame } from "../parts/ScreenFrame";
import type { Session } from "../session/session";
import { count } from "../view/amount";
import { label } from "../words";

const HEIGHT = 36;

const useStyles = makeStyles({
  title: { margin: "12px 12px 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyle: "none" },
  entry: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  said: { margin: "0 12px 6px", overflowWrap: "anywhere" },
  renewed: {
    margin: "0 12px 6px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  line: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    height: "100%",
    padding: "0 12px",
    fontSize: tokens.fontSizeBase200,
  },
  address: { flexShrink: 0, minWidth: "44px", color: tokens.colorBrandForegroundLink },
  change: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

const whatOf = ({ of: { kind } }: Mending): string => (kind === "day" ? "文本写的日期" : "名称里多余的空格");

/** What can be mended safely, column by column, each with its preview behind a button. */
export function Mendings(props: {
  readonly mendings: readonly Mending[];
  readonly choose: (mending: Mending) => void;
}): ReactElement | null {
  const styles = useStyles();
  if (props.mendings.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>可以补好</h3>
      <ul className={styles.list} aria-label="可以补好">
        {props.mendings.map((mending) => {
          const { sheet, column, heading, cells } = mending;
          const what = `${heading}：${whatOf(mending)} ${count(cells.length)} 处`;
          return (
            <li key={`${sheet} ${String(column)}`} className={styles.entry} title={`工作表“${sheet}”`}>
              <span className={styles.what}>{what}</span>
              <Button
                size="small"
                aria-label={`${label.preview} ${what}`}
                onClick={() => {
                  props.choose(mending);
                }}
              >
                {label.preview}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** One column's mending, old and new cell by cell, before it is written into a new column. */
export function MendingScreen(props: {
  readonly mending: Mending;
  readonly session: Session;
  readonly isWorking: boolean;
  readonly show: (mending: Mending) => void;
  readonly back: () => void;
}): ReactElement {
  const styles = useStyles();
  const { mending, session, isWorking, show, back } = props;
  const { sheet, column, heading, cells, left, of } = mending;
  const [isRenewed, setRenewed] = useState(false);
  const apply = async (): Promise<void> => {
    const renewed = await write(session, mending);
    if (renewed === undefined) return;
    setRenewed(true);
    show(renewed);
  };
  return (
    <ScreenFrame
      title={`补好“${heading}”`}
      close={back}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void apply()}>
            {label.apply}
          </Button>
          <Button disabledFocusable={isWorking} onClick={back}>
            {label.cancel}
          </Button>
        </>
      }
    >
      {isRenewed && (
        <p role="status" className={styles.renewed}>
          预览之后台账有改动，下面是按现在的内容重新列出的，请再看一遍。
        </p>
      )}
      <p className={styles.said}>
        {`${count(cells.length)} 处${whatOf(mending)}。点“应用”后，补好的整列写在台账右侧新列“${OWN_PREFIX}${of.spec.heading}”，原列一格不改，之后可以撤销。`}
        {left > 0 && `另有 ${count(left)} 处读不准，新列中空着，请自己核实。`}
      </p>
      <LongList
        label="将要补好的单元格"
        rows={cells.length}
        rowHeight={HEIGHT}
        row={(index) => {
          const cell = cells[index];
          return (
            cell && (
              <span className={styles.line}>
                <span className={styles.address}>{cellAddress(cell.row, column)}</span>
                <span className={styles.change}>{`${cell.before} → ${cell.after}`}</span>
              </span>
            )
          );
        }}
        title={(index) => {
          const cell = cells[index];
          return cell === undefined ? "" : `${cell.before} → ${cell.after}`;
        }}
        choose={(index) => {
          const cell = cells[index];
          if (cell !== undefined) void session.goTo(sheet, cell.row, column);
        }}
      />
    </ScreenFrame>
  );
}

/** Writes what is shown and closes the screen; gives what there is to mend now where that is something else. */
async function write(session: Session, mending: Mending): Promise<Mending | undefined> {
  const { sheet, of } = mending;
  const renewed: Mending[] = [];
  await session.perform("mend", ({ workbook, options, tell }) => async (watch) => {
    const only = { sheet, fields: new Set([of.field]) };
    const done = await mendBeside(workbook, { ...options, only, shown: [mending] }, watch);
    if (!done.ok) return done.because;
    const { mendings, headings } = done.value;
    if (headings.length === 0) renewed.push(...mendings);
    if (renewed.length > 0) return undefined;
    tell({ kind: "opened", screen: undefined });
    tell({ kind: "happened", last: { is: "told", text: toldOf(mending, headings) } });
    return undefined;
  });
  if (session.state().last.is === "told") await session.look();
  return renewed[0];
}

function toldOf({ cells }: Mending, headings: readonly string[]): string {
  return headings.length === 0
    ? "这一列现在没有要补的单元格，没有改动。"
    : `补好 ${count(cells.length)} 处，写在新列“${headings.join("、")}”，原列没有改动。核对后可以复制到原列；点“撤销”去掉新列。`;
}
