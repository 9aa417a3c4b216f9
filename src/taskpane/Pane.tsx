import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, useSyncExternalStore, type ReactElement } from "react";
import type { Day } from "../domain/loan/day";
import { Header } from "./header/Header";
import { Recognised } from "./header/Recognised";
import { More } from "./more/More";
import { Later } from "./parts/Later";
import { Results } from "./Results";
import { Screens } from "./Screens";
import { Footer } from "./run/Footer";
import { RunBar } from "./run/RunBar";
import { Told } from "./run/Told";
import type { Session } from "./session/session";
import type { State } from "./session/state";
import { announcement } from "./words";

const NoLedger = lazy(() => import("./NoLedger").then((loaded) => ({ default: loaded.NoLedger })));
const ClearDialog = lazy(() => import("./run/ClearDialog").then((loaded) => ({ default: loaded.ClearDialog })));

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

/** The whole pane over one session. */
export function Pane({ session }: { readonly session: Session }): ReactElement {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { found, run, last, question, screen } = state;
  return (
    <div className={styles.root}>
      <Header
        asOf={asOfIn(state)}
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
          undo={() => void session.goBack("undoing")}
          redo={() => void session.goBack("redoing")}
          clear={() => void session.askClear()}
          more={<More session={session} isWorking={run.is === "working"} />}
        />
      )}
      {question !== undefined && (
        <Later>
          <ClearDialog
            plan={question}
            clear={(keep) => void session.clear(keep)}
            close={() => {
              session.tell({ kind: "answered" });
            }}
          />
        </Later>
      )}
    </div>
  );
}

/** The day of reference of what is shown; undefined while nothing is. */
function asOfIn({ found, asOf }: State): Day | undefined {
  return found.is === "ledgers" ? (asOf ?? found.assessment.asOf) : undefined;
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
      return (
        <Results
          assessment={found.assessment}
          tab={state.tab}
          filter={state.filter}
          isWorking={run.is === "working"}
          session={session}
        />
      );
    case "noLedger":
      return (
        <Later>
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
        </Later>
      );
    case "unknown":
      return <main className={styles.body} aria-label="台账" aria-busy={run.is === "working"} />;
  }
}
