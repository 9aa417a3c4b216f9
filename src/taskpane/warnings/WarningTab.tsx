import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import type { Assessment } from "../../app/assessment";
import { levelName, type Level } from "../../domain/risk/group";
import { LongList } from "../parts/LongList";
import { MiddleCut } from "../parts/MiddleCut";
import type { Session } from "../session/session";
import { count } from "../view/amount";
import { toggled } from "../view/filter";
import { label } from "../words";
import { customersWith, openLevels, warningRows, type WarningRow } from "./warningRows";

const HEIGHT = 52;

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px", padding: "6px 12px" },
  report: { marginLeft: "auto" },
  none: { flexGrow: 1, margin: 0, padding: "16px 12px", color: tokens.colorNeutralForeground2 },
  line: { display: "flex", flexDirection: "column", justifyContent: "center", height: "100%", padding: "0 12px" },
  head: { display: "flex", gap: "6px", justifyContent: "space-between" },
  level: { flexShrink: 0, padding: "0 6px", borderRadius: tokens.borderRadiusMedium, fontSize: tokens.fontSizeBase200 },
  red: { backgroundColor: "var(--fill-E)", color: "var(--text-E)" },
  orange: { backgroundColor: "var(--fill-D)", color: "var(--text-D)" },
  yellow: { backgroundColor: "var(--fill-C)", color: "var(--text-C)" },
  text: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Open signals of every customer with rule, value and limit; a click goes to the row, a button makes the report. */
export function WarningTab(props: { readonly assessment: Assessment; readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { assessment, session } = props;
  const [pressed, setPressed] = useState<ReadonlySet<Level>>(new Set());
  const all = useMemo(() => warningRows(assessment), [assessment]);
  const rows = all.filter(({ signal }) => pressed.size === 0 || pressed.has(signal.level));
  if (all.length === 0) return <p className={styles.none}>没有红色、橙色或黄色的预警信号。</p>;
  return (
    <>
      <div className={styles.bar}>
        {openLevels.map((level) => (
          <Button
            key={level}
            size="small"
            appearance={pressed.has(level) ? "primary" : "outline"}
            aria-pressed={pressed.has(level)}
            onClick={() => {
              setPressed(toggled(pressed, level));
            }}
          >
            {`${levelName[level]} ${count(customersWith(all, level))} 户`}
          </Button>
        ))}
        <Button
          size="small"
          appearance="transparent"
          className={styles.report}
          title="把有红色、橙色信号的客户列成可打印的报告"
          onClick={() => void session.reportWarnings()}
        >
          {label.makeReport}
        </Button>
      </div>
      <LongList
        key={[...pressed].join(" ")}
        label="预警信号"
        rows={rows.length}
        rowHeight={HEIGHT}
        row={(index) => {
          const row = rows[index];
          return row && <Warning row={row} />;
        }}
        title={(index) => {
          const row = rows[index];
          return row === undefined ? "" : `${row.customer}：${row.signal.clause} ${row.signal.text}`;
        }}
        choose={(index) => {
          const row = rows[index];
          if (row !== undefined) void session.goTo(row.sheet, row.row, row.column);
        }}
      />
    </>
  );
}

function Warning({ row: { customer, signal } }: { readonly row: WarningRow }): ReactElement {
  const styles = useStyles();
  const colour = { red: styles.red, orange: styles.orange, yellow: styles.yellow, blue: "" }[signal.level];
  return (
    <span className={styles.line}>
      <span className={styles.head}>
        <MiddleCut text={customer} />
        <span className={mergeClasses(styles.level, colour)}>{levelName[signal.level]}</span>
      </span>
      <span className={styles.text}>{`${signal.clause} ${signal.text}`}</span>
    </span>
  );
}
