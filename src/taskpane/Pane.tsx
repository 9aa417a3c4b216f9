import { makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore, type ReactElement } from "react";
import type { Finding } from "../domain/filing/finding";
import { Header } from "./header/Header";
import { Recognised } from "./header/Recognised";
import { More } from "./more/More";
import { NoLedger } from "./NoLedger";
import { Results } from "./Results";
import { Screens } from "./Screens";
import { ClearDialog } from "./run/ClearDialog";
import { FilingFindings } from "./run/FilingFindings";
import { Footer } from "./run/Footer";
import { LastRun } from "./run/LastRun";
import { RunBar } from "./run/RunBar";
import type { Session } from "./session/session";
import type { Job, Last, State } from "./session/state";
import { announcement } from "./words";

const useStyles = makeStyles({
  root: {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    minWidth: "300px",
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  body: { display: "flex", flexDirection: "column", flexGrow: 1 },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** What `再试` does after a job; all others read again. */
const repeats: Readonly<Partial<Record<Job, (session: Session) => Promise<void>>>> = {
  annotate: (session) => session.annotate(),
  apply: (session) => session.applyPreview(),
  clear: (session) => session.askClear(),
  planClear: (session) => session.askClear(),
  sample: (session) => session.insertSample(),
  file: (session) => session.fileRecord(),
  undo: (session) => session.undo(),
};

/** Does a job once more; one that was too large to be taken back later goes on without that. */
function again(session: Session, job: Job): void {
  const { last } = session.state();
  if (last.is === "failed" && last.because.kind === "notUndoable") session.allowWithoutUndo();
  void (repeats[job]?.(session) ?? session.look());
}

/** The whole pane over one session. */
export function Pane({ session }: { readonly session: Session }): ReactElement {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { found, run, last, question, screen } = state;
  return (
    <div className={styles.root}>
      <Header
        asOf={found.is === "ledgers" ? (state.asOf ?? found.assessment.asOf) : undefined}
        chooseAsOf={(asOf) => void session.chooseAsOf(asOf)}
        reread={() => void session.look()}
      />
      {found.is === "ledgers" && screen?.is !== "columns" && (
        <Recognised
          assessment={found.assessment}
          sheet={state.sheet}
          chooseSheet={(sheet) => void session.chooseSheet(sheet)}
          changeColumns={(sheet) => {
            session.tell({ kind: "opened", screen: { is: "columns", sheet } });
          }}
        />
      )}
      <RunBar
        run={run}
        canAnnotate={found.is === "ledgers" && screen === undefined}
        annotate={() => void session.annotate()}
        cancel={session.cancel}
      />
      <Told session={session} last={last} />
      <div role="status" className={styles.unseen}>
        {announcement(state)}
      </div>
      <Body state={state} session={session} />
      {found.is === "ledgers" && screen === undefined && (
        <Footer
          last={last}
          isWorking={run.is === "working"}
          undo={() => void session.undo()}
          clear={() => void session.askClear()}
          more={<More session={session} isWorking={run.is === "working"} />}
        />
      )}
      {question !== undefined && (
        <ClearDialog
          plan={question}
          clear={(keep) => void session.clear(keep)}
          close={() => {
            session.tell({ kind: "answered" });
          }}
        />
      )}
    </div>
  );
}

/** What happened last; what keeps a record from being filed as a list. */
function Told({ session, last }: { readonly session: Session; readonly last: Last }): ReactElement {
  const dismiss = (): void => {
    session.tell({ kind: "happened", last: { is: "nothing" } });
  };
  const isRefused = last.is === "failed" && last.because.kind === "notFilable";
  if (isRefused || last.is === "proposed") {
    return (
      <FilingFindings
        findings={last.is === "proposed" ? last.findings : findingsOf(last)}
        isProposed={last.is === "proposed"}
        goTo={(sheet, row, column) => void session.goTo(sheet, row, column)}
        file={(sheet, terms) => void session.fileRecord(sheet, terms)}
        dismiss={dismiss}
      />
    );
  }
  return (
    <LastRun
      last={last}
      again={(job) => {
        again(session, job);
      }}
      restore={() => void session.undo("broken")}
      takeBack={(drafts) => void session.takeBack(drafts)}
      dismiss={dismiss}
    />
  );
}

function findingsOf(last: Last): readonly Finding[] {
  return last.is === "failed" && last.because.kind === "notFilable" ? last.because.findings : [];
}

function Body({ state, session }: { readonly state: State; readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { found, run, screen } = state;
  if (screen !== undefined) {
    return (
      <main className={styles.body}>
        <Screens screen={screen} session={session} isWorking={run.is === "working"} />
      </main>
    );
  }
  switch (found.is) {
    case "ledgers":
      return <Results assessment={found.assessment} state={state} session={session} />;
    case "noLedger":
      return (
        <NoLedger
          because={found.because}
          isWorking={run.is === "working"}
          sheet={state.sheet}
          look={() => void session.look()}
          insertSample={() => void session.insertSample()}
          chooseSheet={(sheet) => void session.chooseSheet(sheet)}
          changeColumns={(sheet) => {
            session.tell({ kind: "opened", screen: { is: "columns", sheet } });
          }}
        />
      );
    case "unknown":
      return <main className={styles.body} aria-label="台账" aria-busy={run.is === "working"} />;
  }
}
