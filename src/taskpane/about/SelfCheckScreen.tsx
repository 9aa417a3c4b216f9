import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { WorkbookSurvey } from "../../domain/ledger/survey";
import { ScreenFrame } from "../parts/ScreenFrame";
import type { Session } from "../session/session";
import { label } from "../words";
import { officeSaid } from "./officeSaid";
import { selfCheckText, type OfficeSaid } from "./selfCheck";

const useStyles = makeStyles({
  said: { margin: "0 12px 6px" },
  text: {
    boxSizing: "border-box",
    flexGrow: 1,
    width: "calc(100% - 24px)",
    minHeight: "260px",
    margin: "0 12px 8px",
    padding: "8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: "inherit",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    resize: "none",
  },
});

/** What a technician has to know, as text to copy. */
export function SelfCheckScreen({ session }: { readonly session: Session }): ReactElement {
  const styles = useStyles();
  const text = useRef<HTMLTextAreaElement>(null);
  const [survey, setSurvey] = useState<WorkbookSurvey>();
  const [office, setOffice] = useState<OfficeSaid>();
  const [outcome, setOutcome] = useState("出问题时把下面的文字交给技术人员，其中没有客户数据。");
  useEffect(() => {
    void officeSaid().then(setOffice);
    void session.glance(async ({ workbook }) => {
      const seen = await workbook.survey({ merges: false });
      if (!seen.ok) return seen.because;
      setSurvey(seen.value);
      return undefined;
    });
  }, [session]);
  const copy = (): void => {
    text.current?.select();
    // Clipboard access may be forbidden in a task pane; the text is selected then, to be copied by keys.
    void navigator.clipboard.writeText(text.current?.value ?? "").then(
      () => {
        setOutcome("已复制，可以粘贴给技术人员。");
      },
      () => {
        setOutcome("文字已选中，请按 Ctrl+C 复制。");
      },
    );
  };
  return (
    <ScreenFrame
      title={label.selfCheck}
      close={() => {
        session.tell({ kind: "opened", screen: undefined });
      }}
      actions={
        <Button appearance="primary" onClick={copy}>
          复制
        </Button>
      }
    >
      <p role="status" className={styles.said}>
        {outcome}
      </p>
      <textarea
        ref={text}
        readOnly
        aria-label="自检结果"
        className={styles.text}
        value={office === undefined ? "正在收集…" : selfCheckText(office, survey, session.state())}
      />
    </ScreenFrame>
  );
}
