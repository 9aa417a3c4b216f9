import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { RowProblem } from "../../domain/ledger/problem";
import { problemAddress, problemSentence } from "../../domain/ledger/problemSentence";
import { LongList } from "../parts/LongList";

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
}

/** What could not be read or is doubtful, cell by cell; a click goes there. */
export function ProblemTab({ problems, notices, goTo }: ProblemTabProps): ReactElement {
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
