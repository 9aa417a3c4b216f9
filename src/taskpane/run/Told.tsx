import { lazy, type ReactElement } from "react";
import type { Finding } from "../../domain/filing/finding";
import { Later } from "../parts/Later";
import type { Session } from "../session/session";
import type { Job, Last } from "../session/state";
import { LastRun } from "./LastRun";

const FilingFindings = lazy(() => import("./FilingFindings").then((loaded) => ({ default: loaded.FilingFindings })));

/** What `再试` does after a job; all others read again. */
const repeats: Readonly<Partial<Record<Job, (session: Session) => Promise<void>>>> = {
  annotate: (session) => session.annotate(),
  apply: (session) => session.applyPreview(),
  clear: (session) => session.askClear(),
  planClear: (session) => session.askClear(),
  sample: (session) => session.insertSample(),
  file: (session) => session.fileRecord(),
  undo: (session) => session.goBack("undoing"),
};

/** Does a job once more; one that was too large to be taken back later goes on without that. */
function again(session: Session, job: Job): void {
  const { last } = session.state();
  if (last.is === "failed" && last.because.kind === "notUndoable") session.allowWithoutUndo();
  void (repeats[job]?.(session) ?? session.look());
}

/** What happened last; what keeps a record from being filed as a list. */
export function Told({ session, last }: { readonly session: Session; readonly last: Last }): ReactElement {
  const dismiss = (): void => {
    session.tell({ kind: "happened", last: { is: "nothing" } });
  };
  const isRefused = last.is === "failed" && last.because.kind === "notFilable";
  if (isRefused || last.is === "proposed") {
    return (
      <Later>
        <FilingFindings
          findings={last.is === "proposed" ? last.findings : findingsOf(last)}
          isProposed={last.is === "proposed"}
          goTo={(sheet, row, column) => void session.goTo(sheet, row, column)}
          file={(sheet, terms) => void session.fileRecord(sheet, terms)}
          dismiss={dismiss}
        />
      </Later>
    );
  }
  return (
    <LastRun
      last={last}
      again={(job) => {
        again(session, job);
      }}
      restore={() => void session.goBack("mending")}
      takeBack={(drafts) => void session.takeBack(drafts)}
      dismiss={dismiss}
    />
  );
}

function findingsOf(last: Last): readonly Finding[] {
  return last.is === "failed" && last.because.kind === "notFilable" ? last.because.findings : [];
}
