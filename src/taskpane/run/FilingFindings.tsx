import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState, type ReactElement } from "react";
import type { Asking } from "../../domain/filing/asking";
import type { Finding } from "../../domain/filing/finding";
import { cellAddress } from "../../domain/ledger/cells";
import { count } from "../view/amount";
import type { FilingAsked } from "../session/recordWork";
import { label } from "../words";
import { FilingForm } from "./FilingForm";

const useStyles = makeStyles({
  root: {
    margin: "4px 12px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  head: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", gap: "4px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { maxHeight: "40vh", overflowY: "auto", margin: "4px 0", padding: 0, listStyle: "none" },
  finding: {
    display: "grid",
    gridTemplateColumns: "44px 1fr",
    width: "100%",
    minWidth: 0,
    padding: "4px 0",
    border: "none",
    justifyContent: "start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  address: { color: tokens.colorBrandForegroundLink },
  sentence: { overflowWrap: "anywhere" },
  reason: { display: "flex", gap: "6px" },
  field: { flexGrow: 1, minWidth: 0 },
});

export interface FilingFindingsProps {
  readonly findings: readonly Finding[];
  /** Whether these are signals that were written onto the record and wait for an answer there. */
  readonly isProposed: boolean;
  readonly goTo: (sheet: string, row: number, column: number) => void;
  /** Files the record once more, with a reason where one is asked for. */
  readonly file: (sheet: string | undefined, terms: Omit<FilingAsked, "sheet">) => void;
  readonly dismiss: () => void;
}

/** What keeps a record from being filed, cell by cell; where a reason is enough, it is asked for. */
export function FilingFindings({ findings, isProposed, goTo, file, dismiss }: FilingFindingsProps): ReactElement {
  const styles = useStyles();
  const sheet = findings[0]?.sheet;
  const isWaivable = findings.every((finding) => finding.isWaivable);
  return (
    <section className={styles.root} aria-label="归档前检查">
      <div className={styles.head}>
        <h2 className={styles.title}>{titleOf(findings, isProposed)}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={label.dismiss}
          onClick={dismiss}
        />
      </div>
      <ul className={styles.list}>
        {findings.map(({ row, column, message, clause, sheet: on }) => (
          <li key={`${String(row)} ${String(column)} ${clause} ${message}`}>
            <Button
              appearance="transparent"
              className={styles.finding}
              onClick={() => {
                goTo(on, row, column);
              }}
            >
              <span className={styles.address}>{cellAddress(row, column)}</span>
              <span className={styles.sentence}>{clause === "" ? message : `${message}（${clause}）`}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Filling
        findings={findings}
        supply={(answers) => {
          file(sheet, { reason: "", answers });
        }}
      />
      {isWaivable ? (
        <Reason
          file={(reason) => {
            file(sheet, { reason });
          }}
        />
      ) : (
        <div className={styles.reason}>
          <Button
            size="small"
            onClick={() => {
              file(sheet, { reason: "" });
            }}
          >
            {label.fileAgain}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            title="只登记，不检查，也不更新台账；填好后再归档"
            onClick={() => {
              file(sheet, { reason: "", upTo: "草稿" });
            }}
          >
            {label.fileDraft}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Questions that are shown at once; more wait behind a button, for a record that is hardly filled in. */
const FEW = 6;

/** What may be answered here, each question once. */
function askedBy(findings: readonly Finding[]): readonly Asking[] {
  const asked = findings.flatMap(({ asks }) => (asks === undefined ? [] : [asks]));
  return [...new Map(asked.map((one) => [one.key, one])).values()];
}

/** The form for what may be answered here, or the way to it. */
function Filling(props: {
  readonly findings: readonly Finding[];
  readonly supply: (answers: ReadonlyMap<string, string>) => void;
}): ReactElement | null {
  const asked = askedBy(props.findings);
  const [isOpen, setIsOpen] = useState(asked.length <= FEW);
  if (asked.length === 0) return null;
  if (isOpen) return <FilingForm asked={asked} supply={props.supply} />;
  return (
    <div>
      <Button
        size="small"
        title="答案写到回访表的空格里；表上找不到的栏目写在表的下面"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {label.fillHere}
      </Button>
    </div>
  );
}

function titleOf(findings: readonly Finding[], isProposed: boolean): string {
  const many = count(findings.length);
  if (isProposed) return `填写内容引出 ${many} 条信号，已写在表上，请逐条答复`;
  return findings.every(({ isWaivable }) => isWaivable) ? `有 ${many} 处要说明` : `还不能归档，有 ${many} 处`;
}

function Reason({ file }: { readonly file: (reason: string) => void }): ReactElement {
  const styles = useStyles();
  const [reason, setReason] = useState("");
  return (
    <div className={styles.reason}>
      <Input
        size="small"
        className={styles.field}
        placeholder="说明理由"
        aria-label="说明理由"
        value={reason}
        onChange={(_, { value }) => {
          setReason(value);
        }}
      />
      <Button
        size="small"
        appearance="primary"
        disabled={reason.trim() === ""}
        onClick={() => {
          file(reason.trim());
        }}
      >
        {label.fileAnyway}
      </Button>
    </div>
  );
}
