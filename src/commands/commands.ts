/** What the ribbon and the context menu ask for; the pane's session does it, so that pane and ribbon are one program. */
export interface Desk {
  /** Annotates every ledger; never rejects, its outcome is shown in the pane. */
  readonly annotate: () => Promise<void>;
  /** Clears at once, or leaves a question in the pane where something typed would be lost. */
  readonly clear: () => Promise<void>;
  /** Narrows the pane to the customer of the selected row. */
  readonly showCustomer: () => Promise<void>;
  /** Makes visit records for the customers of the selected rows. */
  readonly makeRecords: () => Promise<void>;
  /** Makes visit records for all customers whose visit is overdue. */
  readonly recordOverdue: () => Promise<void>;
  /** Puts all that is known of the customer of the selected row on a sheet. */
  readonly makeCard: () => Promise<void>;
  /** Reports all red and orange warnings on a sheet. */
  readonly reportWarnings: () => Promise<void>;
  /** Files the visit record on the sheet that is shown. */
  readonly fileRecord: () => Promise<void>;
}

/** The members of Office that commands need. */
export interface Ribbon {
  readonly actions: { associate(name: string, action: (event: { completed(): void }) => void): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
}

/** A run longer than this shows its progress in the pane. */
const PATIENCE = 1500;

/** Registers every FunctionName of the manifest. Excel takes the next command only after `completed`, which is therefore called whatever happens. */
export function associateCommands(desk: Desk, { actions, addin }: Ribbon): void {
  const command = (work: () => Promise<void>) => (event: { completed(): void }) => {
    const early = setTimeout(() => void addin.showAsTaskpane(), PATIENCE);
    void work()
      .then(() => addin.showAsTaskpane())
      .finally(() => {
        clearTimeout(early);
        event.completed();
      });
  };
  actions.associate("annotate", command(desk.annotate));
  actions.associate("clear", command(desk.clear));
  actions.associate("showCustomer", command(desk.showCustomer));
  actions.associate("makeRecords", command(desk.makeRecords));
  actions.associate("recordOverdue", command(desk.recordOverdue));
  actions.associate("makeCard", command(desk.makeCard));
  actions.associate("reportWarnings", command(desk.reportWarnings));
  actions.associate("fileRecord", command(desk.fileRecord));
}
