import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { stageName } from "../../app/words";
import { useDelayed } from "../parts/useDelayed";
import type { Run } from "../session/state";
import { jobName, label } from "../words";

/** What is over sooner shows no bar. */
const PATIENCE = 250;

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: "8px", height: "44px", padding: "0 12px" },
  primary: { flexGrow: 1, height: "36px" },
  working: { flexGrow: 1, minWidth: 0 },
  line: {
    display: "flex",
    justifyContent: "space-between",
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

const isLong = (run: Run): boolean => run.is === "working" && run.on !== "goTo";

/** The primary button, or in its place and of its height the stage, a bar and a way to stop. */
export function RunBar(props: {
  readonly run: Run;
  readonly canAnnotate: boolean;
  readonly annotate: () => void;
  readonly cancel: () => void;
}): ReactElement | null {
  const { run } = props;
  const styles = useStyles();
  const isShown = useDelayed(isLong(run), PATIENCE);
  const isReading = run.is === "working" && run.on === "look";
  if (isShown && run.is === "working") return <Working run={run} cancel={props.cancel} />;
  if (!props.canAnnotate) return null;
  return (
    <div className={styles.root}>
      <Button
        appearance="primary"
        className={styles.primary}
        disabledFocusable={run.is === "working" && !isReading}
        onClick={props.annotate}
      >
        {label.annotate}
      </Button>
    </div>
  );
}

function Working(props: { readonly run: Extract<Run, { is: "working" }>; readonly cancel: () => void }): ReactElement {
  const { on, stage, fraction, isCancelling } = props.run;
  const styles = useStyles();
  const name = stage === "survey" ? jobName[on] : stageName[stage];
  const percent = fraction === undefined ? "" : `${String(Math.floor(fraction * 100))}%`;
  return (
    <div className={styles.root}>
      <div className={styles.working}>
        <div className={styles.line}>
          <span>{isCancelling ? label.cancelling : name}</span>
          <span>{percent}</span>
        </div>
        <ProgressBar
          aria-label={jobName[on]}
          {...(fraction === undefined ? {} : { value: fraction })}
          thickness="large"
        />
      </div>
      <Button disabled={isCancelling || stage === "rollBack"} onClick={props.cancel}>
        {label.cancel}
      </Button>
    </div>
  );
}
