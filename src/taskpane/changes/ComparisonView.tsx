import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { moveName } from "../../domain/history/changeWords";
import type { Comparison, Move } from "../../domain/history/compare";
import { loanClassName } from "../../domain/loan/loanClass";
import { riskGroupName } from "../../domain/risk/group";
import { LongList } from "../parts/LongList";
import { MiddleCut } from "../parts/MiddleCut";
import type { Session } from "../session/session";
import { count, inTenThousands } from "../view/amount";
import { toggled } from "../view/filter";
import { changeRows, listedMoves, type ChangeFilter, type ChangeRow, type Crossing } from "./changeRows";
import { MigrationTable } from "./MigrationTable";

/** In pixels: name, states and balance, reason. */
const HEIGHT = 70;

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px", padding: "0 12px 6px" },
  choice: { minWidth: 0, padding: "0 6px" },
  matrices: { flexGrow: 1, paddingTop: "4px" },
  said: { margin: "0 12px 6px", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  none: { flexGrow: 1, margin: 0, padding: "16px 12px", color: tokens.colorNeutralForeground2 },
  line: { display: "flex", flexDirection: "column", justifyContent: "center", height: "100%", padding: "0 12px" },
  head: { display: "flex", gap: "6px", justifyContent: "space-between" },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  small: {
    display: "flex",
    gap: "8px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    lineHeight: "18px",
  },
  cut: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  move: { flexShrink: 0, padding: "0 6px", borderRadius: tokens.borderRadiusMedium, fontSize: tokens.fontSizeBase200 },
  worse: { backgroundColor: "var(--fill-D)", color: "var(--text-D)" },
  better: { backgroundColor: "var(--fill-A)", color: "var(--text-A)" },
  new: { backgroundColor: "var(--fill-B)", color: "var(--text-B)" },
});

const nothingChosen: ChangeFilter = { moves: new Set(), crossing: undefined };

/** One ledger against one earlier day: the counts as buttons that narrow the list, and the two matrices. */
export function ComparisonView(props: { readonly comparison: Comparison; readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { comparison, session } = props;
  const [filter, setFilter] = useState(nothingChosen);
  const [isMatrix, setMatrix] = useState(false);
  const press = (move: Move): void => {
    setMatrix(false);
    setFilter({ moves: isMatrix ? new Set([move]) : toggled(filter.moves, move), crossing: undefined });
  };
  return (
    <>
      <div className={styles.bar}>
        {listedMoves.map((move) => (
          <Button
            key={move}
            size="small"
            className={styles.choice}
            appearance={!isMatrix && filter.moves.has(move) ? "primary" : "outline"}
            aria-pressed={!isMatrix && filter.moves.has(move)}
            onClick={() => {
              press(move);
            }}
          >
            {`${moveName[move]} ${count(comparison.counts[move])}`}
          </Button>
        ))}
        <Button
          size="small"
          className={styles.choice}
          appearance={isMatrix ? "primary" : "outline"}
          aria-pressed={isMatrix}
          onClick={() => {
            setMatrix(!isMatrix);
          }}
        >
          迁徙表
        </Button>
      </div>
      {isMatrix ? (
        <Matrices
          comparison={comparison}
          choose={(crossing) => {
            setMatrix(false);
            setFilter({ moves: new Set(), crossing });
          }}
        />
      ) : (
        <Customers
          comparison={comparison}
          filter={filter}
          session={session}
          showAll={() => {
            setFilter(nothingChosen);
          }}
        />
      )}
    </>
  );
}

function Matrices(props: {
  readonly comparison: Comparison;
  readonly choose: (crossing: Crossing) => void;
}): ReactElement {
  const styles = useStyles();
  const { groups, classes } = props.comparison;
  return (
    <div className={styles.matrices}>
      <MigrationTable
        title="风险组别迁徙"
        migration={groups}
        short={(state) => state}
        choose={(from, to) => {
          props.choose({ of: "groups", from, to });
        }}
      />
      <MigrationTable
        title="五级分类迁徙"
        migration={classes}
        short={(state) => loanClassName[state]}
        choose={(from, to) => {
          props.choose({ of: "classes", from, to });
        }}
      />
      <p className={styles.said}>只计两次都在台账中的客户，余额是本次的；点有变动的一格看是哪些客户。</p>
    </div>
  );
}

function crossingText(crossing: Crossing): string {
  return crossing.of === "groups"
    ? `组别 ${riskGroupName[crossing.from]} → ${riskGroupName[crossing.to]}`
    : `五级 ${loanClassName[crossing.from]} → ${loanClassName[crossing.to]}`;
}

function Customers(props: {
  readonly comparison: Comparison;
  readonly filter: ChangeFilter;
  readonly session: Session;
  readonly showAll: () => void;
}): ReactElement {
  const styles = useStyles();
  const { comparison, filter, session, showAll } = props;
  const rows = useMemo(() => changeRows(comparison, filter), [comparison, filter]);
  const { crossing } = filter;
  const same = comparison.counts.same;
  if (comparison.changed.length === 0) {
    return <p className={styles.none}>{`${count(same)} 户都没有变化。`}</p>;
  }
  return (
    <>
      {crossing !== undefined && (
        <div className={styles.bar}>
          <span>{`${crossingText(crossing)}：${count(rows.length)} 户`}</span>
          <Button size="small" appearance="transparent" onClick={showAll}>
            看全部
          </Button>
        </div>
      )}
      {rows.length === 0 ? (
        <p className={styles.none}>没有这样的客户。</p>
      ) : (
        <LongList
          key={`${[...filter.moves].join(" ")} ${crossing === undefined ? "" : crossingText(crossing)}`}
          label="变化的客户"
          rows={rows.length}
          rowHeight={HEIGHT}
          row={(index) => {
            const row = rows[index];
            return row && <Customer row={row} />;
          }}
          title={(index) => {
            const row = rows[index];
            return row === undefined ? "" : `${row.name}\n${row.states}\n${row.reason}`;
          }}
          choose={(index) => {
            const row = rows[index]?.row;
            if (row !== undefined) void session.goTo(comparison.sheet, row, comparison.nameColumn);
          }}
        />
      )}
    </>
  );
}

function Customer({ row }: { readonly row: ChangeRow }): ReactElement {
  const styles = useStyles();
  const { name, move, moved, states, balance, reason } = row;
  const colour = { worse: styles.worse, better: styles.better, new: styles.new, gone: "", same: "" }[move];
  return (
    <span className={styles.line}>
      <span className={styles.head}>
        <MiddleCut text={name} className={styles.name} />
        <span className={mergeClasses(styles.move, colour)}>{moved}</span>
      </span>
      <span className={styles.small}>
        <span className={styles.cut}>{states}</span>
        <span>{balance === undefined ? "" : inTenThousands(balance)}</span>
      </span>
      <span className={styles.small}>
        <span className={styles.cut}>{reason}</span>
      </span>
    </span>
  );
}
