import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { RowProblem } from "../../domain/ledger/problem";
import { problemAddress, problemSentence } from "../../domain/ledger/problemSentence";
import { LongList } from "../parts/LongList";
import { label } from "../words";

/** In pixels; the address and up to three lines of the sentence. */
const HEIGHT = 80;

const useStyles = makeStyles({
  notices: {
    margin: "6px 12px",
    padding: "8px 8px 8px 24px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  bar: { padding: "6px 12px" },
  none: { flexGrow: 1, margin: 0, padding: "16px 12px", color: tokens.colorNeutralForeground2 },
  problem: { display: "flex", flexDirection: "column", justifyContent: "center", height: "100%", padding: "0 12px" },
  address: { color: tokens.colorBrandForegroundLink, fontSize: tokens.fontSizeBase200, lineHeight: "18px" },
  sentence: {
    maxHeight: "54px",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
});

export interface ProblemTabProps {
  readonly problems: readonly RowProblem[];
  readonly notices: readonly string[];
  readonly goTo: (sheet: string, row: number, column: number) => void;
  /** Opens the check of all of the ledgers' data. */
  readonly examine: () => void;
}

/** What could not be read or is doubtful, cell by cell; a click goes there. */
export function ProblemTab({ problems, notices, goTo, examine }: ProblemTabProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      {notices.length > 0 && (
        <ul className={styles.notices} aria-label="提示">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <div className={styles.bar}>
        <Button size="small" onClick={examine}>
          {label.health}
        </Button>
      </div>
      {problems.length === 0 ? (
        <p className={styles.none}>没有发现数据问题。</p>
      ) : (
        <LongList
          label="数据问题"
          rows={problems.length}
          rowHeight={HEIGHT}
          row={(index) => {
            const problem = problems[index];
            return problem && <Problem problem={problem} />;
          }}
          title={(index) => {
            const problem = problems[index];
            return problem === undefined ? "" : problemSentence(problem);
          }}
          choose={(index) => {
            const problem = problems[index];
            if (problem !== undefined) goTo(problem.sheet, problem.row, problem.column);
          }}
        />
      )}
    </>
  );
}

function Problem({ problem }: { readonly problem: RowProblem }): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.problem}>
      <span className={styles.address}>{problemAddress(problem)}</span>
      <span className={styles.sentence}>{problemSentence(problem)}</span>
    </span>
  );
}
