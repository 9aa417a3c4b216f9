import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/commands";
import { dayOf, type Day } from "../domain/loan/day";
import { excelWorkbook } from "../excel/excelWorkbook";
import { App } from "./App";
import { faultDetail } from "./Crash";
import "./pane.css";
import { Session } from "./session/session";

/** The newest members that the add-in uses are of this set; Office LTSC 2021 has it. */
const NEEDED = "1.14";

declare global {
  interface Window {
    /** Set by guard.cjs, which runs before everything else. */
    readonly paneGuard?: { ready(): void; refuse(why: "tooOld" | "notReady"): void };
  }
}

function today(): Day {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === undefined) throw new RangeError("The machine's clock gives no day");
  return day;
}

const clock = (): string =>
  new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

function start(): void {
  const session = new Session({
    workbook: excelWorkbook({ mergesUndo: Office.context.requirements.isSetSupported("ExcelApi", "1.20") }),
    today,
    clock,
  });
  window.addEventListener("unhandledrejection", ({ reason }: PromiseRejectionEvent) => {
    session.tell({ kind: "happened", last: { is: "broken", detail: faultDetail(reason) } });
  });
  associateCommands(
    {
      annotate: session.annotate,
      clear: session.clearOrAsk,
      showCustomer: session.showSelected,
      makeRecords: session.recordSelected,
      recordOverdue: session.recordOverdue,
      makeCard: session.cardSelected,
      reportWarnings: session.reportWarnings,
      fileRecord: session.fileRecord,
    },
    Office,
  );
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no #root");
  // Office leaves officeTheme out on some platforms, whatever its type says.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  createRoot(root).render(
    <StrictMode>
      <App session={session} officeBackground={theme?.bodyBackgroundColor} />
    </StrictMode>,
  );
  void session.look();
}

void Office.onReady().then(({ host }) => {
  // After Excel restarts, Office.js now and then becomes ready without a host: only a reload helps.
  if (host !== Office.HostType.Excel) window.paneGuard?.refuse("notReady");
  else if (!Office.context.requirements.isSetSupported("ExcelApi", NEEDED)) window.paneGuard?.refuse("tooOld");
  else {
    window.paneGuard?.ready();
    start();
  }
});
