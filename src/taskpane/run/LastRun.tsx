import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarIntent,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import type { SheetDraft } from "../../domain/change/change";
import type { Job, Last } from "../session/state";
import { label, lastSentence } from "../words";
import { isQuiet } from "./isQuiet";

const useStyles = makeStyles({
  root: { padding: "4px 12px" },
  body: { whiteSpace: "normal", overflowWrap: "anywhere", paddingTop: "4px", paddingBottom: "4px" },
  detail: { maxHeight: "96px", overflowY: "auto", margin: "4px 0 0", whiteSpace: "pre-wrap", userSelect: "text" },
});

const successes: readonly Last["is"][] = ["sampled", "filed", "reported", "cardUpdated", "told"];

function intentOf(last: Last): MessageBarIntent {
  if (successes.includes(last.is) || canTakeBack(last)) return "success";
  if (last.is === "broken") return "error";
  if (last.is === "failed" && last.because.kind !== "cancelled") return "error";
  return "info";
}

const canTakeBack = (last: Last): last is Extract<Last, { is: "recorded" | "carded" }> => "drafts" in last;

const canRepeat = (last: Last): last is Extract<Last, { is: "failed" }> =>
  last.is === "failed" && last.on !== "goTo" && last.because.kind !== "cancelled";

const restoreLabel = ({ isRemoval }: Extract<Last, { is: "brokenOff" }>) => (isRemoval ? label.finish : label.restore);

/** What happened last and what can be done about it; put away by the reader. */
export function LastRun(props: {
  readonly last: Last;
  readonly again: (job: Job) => void;
  readonly restore: () => void;
  readonly takeBack: (drafts: readonly SheetDraft[]) => void;
  readonly dismiss: () => void;
}): ReactElement | null {
  const { last } = props;
  const styles = useStyles();
  if (last.is === "nothing" || isQuiet(last)) return null;
  return (
    <section className={styles.root} aria-label="提示">
      <MessageBar intent={intentOf(last)} layout="multiline" politeness="polite">
        <MessageBarBody className={styles.body}>
          {lastSentence(last)}
          {last.is === "broken" && <pre className={styles.detail}>{last.detail}</pre>}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={label.dismiss}
              onClick={props.dismiss}
            />
          }
        >
          {canTakeBack(last) && (
            <Button
              size="small"
              onClick={() => {
                props.takeBack(last.drafts);
              }}
            >
              {label.takeBack}
            </Button>
          )}
          {canRepeat(last) && (
            <Button
              size="small"
              onClick={() => {
                props.again(last.on);
              }}
            >
              {last.because.kind === "notUndoable" ? label.withoutUndo : label.retry}
            </Button>
          )}
          {last.is === "brokenOff" && (
            <Button size="small" onClick={props.restore}>
              {restoreLabel(last)}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </section>
  );
}
