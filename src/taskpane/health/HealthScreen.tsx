import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { checkHealth, reportHealth, type HealthChecked } from "../../app/health";
import { grouped, type AilmentGroup } from "../../domain/health/ailmentGroups";
import type { Ailment } from "../../domain/health/examine";
import type { Mending } from "../../domain/health/mendings";
import { cellAddress } from "../../domain/ledger/cells";
import { LongList } from "../parts/LongList";
import { ScreenFrame } from "../parts/ScreenFrame";
import type { Session } from "../session/session";
import { count } from "../view/amount";
import { label } from "../words";
import { Mendings, MendingScreen } from "./Mendings";

const HEIGHT = 66;

const useStyles = makeStyles({
  said: { margin: "0 12px 6px" },
  groups: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyle: "none" },
  group: {
    display: "flex",
    gap: "8px",
    width: "100%",
    padding: "8px 12px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  clause: { flexShrink: 0, width: "32px", color: tokens.colorNeutralForeground2 },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  count: { fontVariantNumeric: "tabular-nums" },
  line: { display: "flex", flexDirection: "column", justifyContent: "center", height: "100%", padding: "0 12px" },
  address: { color: tokens.colorBrandForegroundLink, fontSize: tokens.fontSizeBase200, lineHeight: "18px" },
  sentence: {
    maxHeight: "36px",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
});

export interface HealthScreenProps {
  readonly session: Session;
  readonly isWorking: boolean;
}

/** The ledgers' data checked: what is wrong by clause with counts, each a click from its cell, what can be mended, and a sheet to print. */
export function HealthScreen({ session, isWorking }: HealthScreenProps): ReactElement {
  const [checked, setChecked] = useState<HealthChecked>();
  const [mending, setMending] = useState<Mending>();
  useEffect(() => {
    void session.perform("health", ({ workbook, options }) => async (watch) => {
      const found = await checkHealth(workbook, options, watch);
      if (!found.ok) return found.because;
      setChecked(found.value);
      return undefined;
    });
  }, [session]);
  if (mending === undefined) {
    return <Checked checked={checked} mend={setMending} session={session} isWorking={isWorking} />;
  }
  return (
    <MendingScreen
      mending={mending}
      session={session}
      isWorking={isWorking}
      show={setMending}
      back={() => {
        setMending(undefined);
      }}
    />
  );
}

function Checked({
  checked,
  mend,
  session,
  isWorking,
}: HealthScreenProps & {
  readonly checked: HealthChecked | undefined;
  readonly mend: (mending: Mending) => void;
}): ReactElement {
  const styles = useStyles();
  const [clause, setClause] = useState<string>();
  const { ailments = [], mendings = [] } = checked ?? {};
  const groups = grouped(ailments);
  const shown = groups.find((group) => group.clause === clause);
  return (
    <ScreenFrame
      title={label.health}
      close={() => {
        session.tell({ kind: "opened", screen: undefined });
      }}
      actions={
        <>
          <Button disabledFocusable={isWorking || ailments.length === 0} onClick={() => void makeReport(session)}>
            生成体检表
          </Button>
          {shown !== undefined && (
            <Button
              onClick={() => {
                setClause(undefined);
              }}
            >
              返回分类
            </Button>
          )}
        </>
      }
    >
      <p role="status" className={styles.said}>
        {saidOf(checked?.ailments, shown)}
      </p>
      {shown === undefined ? (
        <>
          <Groups groups={groups} choose={setClause} />
          <Mendings mendings={mendings} choose={mend} />
        </>
      ) : (
        <Ailments group={shown} session={session} />
      )}
    </ScreenFrame>
  );
}

function saidOf(ailments: readonly Ailment[] | undefined, shown: AilmentGroup | undefined): string {
  if (ailments === undefined) return "正在检查台账…";
  if (shown !== undefined) return `${shown.clause} ${shown.name}：${count(shown.ailments.length)} 处，点一处到单元格。`;
  return ailments.length === 0 ? "没有发现问题。" : `发现 ${count(ailments.length)} 处，台账没有改动。`;
}

/** Makes the sheet and shows it. */
async function makeReport(session: Session): Promise<void> {
  await session.perform("health", ({ workbook, options, tell }) => async (watch) => {
    const made = await reportHealth(workbook, options, watch);
    if (!made.ok) return made.because;
    tell({ kind: "opened", screen: undefined });
    tell({ kind: "happened", last: { is: "carded", drafts: [made.value.draft] } });
    return undefined;
  });
  const { last } = session.state();
  if (last.is === "carded") await session.goTo(last.drafts[0].name, 0, 0);
}

function Groups(props: {
  readonly groups: readonly AilmentGroup[];
  readonly choose: (clause: string) => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.groups} aria-label="问题分类">
      {props.groups.map(({ clause, name, ailments }) => (
        <li key={clause}>
          <button
            type="button"
            className={styles.group}
            onClick={() => {
              props.choose(clause);
            }}
          >
            {clause !== "" && <span className={styles.clause}>{clause}</span>}
            <span className={styles.name}>{name}</span>
            <span className={styles.count}>{count(ailments.length)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Ailments({ group, session }: { readonly group: AilmentGroup; readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { ailments } = group;
  return (
    <LongList
      label={group.name}
      rows={ailments.length}
      rowHeight={HEIGHT}
      row={(index) => {
        const one = ailments[index];
        return (
          one && (
            <span className={styles.line}>
              <span className={styles.address}>{`${one.sheet}!${cellAddress(one.row, one.column)}`}</span>
              <span className={styles.sentence}>{one.message}</span>
            </span>
          )
        );
      }}
      title={(index) => ailments[index]?.message ?? ""}
      choose={(index) => {
        const one = ailments[index];
        if (one !== undefined) void session.goTo(one.sheet, one.row, one.column);
      }}
    />
  );
}
