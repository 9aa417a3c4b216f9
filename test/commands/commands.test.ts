import { associateCommands, type Desk, type Ribbon } from "../../src/commands/commands";

type Action = Parameters<Ribbon["actions"]["associate"]>[1];

/** A ribbon that keeps its commands and writes down what happens in which order. */
function ribbon(): {
  readonly happened: string[];
  readonly press: (name: string) => Promise<void>;
  readonly ribbon: Ribbon;
} {
  const happened: string[] = [];
  const actions = new Map<string, Action>();
  const press = (name: string): Promise<void> =>
    new Promise((resolve) => {
      actions.get(name)?.({
        completed: () => {
          happened.push("completed");
          resolve();
        },
      });
    });
  const showAsTaskpane = (): Promise<void> => {
    happened.push("pane");
    return Promise.resolve();
  };
  return {
    happened,
    press,
    ribbon: { actions: { associate: (name, action) => actions.set(name, action) }, addin: { showAsTaskpane } },
  };
}

function deskOf(happened: string[]): Desk {
  const step = (name: string) => () => {
    happened.push(name);
    return Promise.resolve();
  };
  return {
    annotate: step("annotate"),
    clear: step("clear"),
    showCustomer: step("showCustomer"),
    makeRecords: step("makeRecords"),
    recordOverdue: step("recordOverdue"),
    makeCard: step("makeCard"),
    reportWarnings: step("reportWarnings"),
    fileRecord: step("fileRecord"),
  };
}

test.each([
  "annotate",
  "clear",
  "showCustomer",
  "makeRecords",
  "recordOverdue",
  "makeCard",
  "reportWarnings",
  "fileRecord",
])("%s is done first and then shown in the pane", async (name) => {
  const office = ribbon();
  associateCommands(deskOf(office.happened), office.ribbon);
  await office.press(name);
  expect(office.happened).toEqual([name, "pane", "completed"]);
});

test("a run that takes long shows its progress in the pane before it is over", async () => {
  jest.useFakeTimers();
  const office = ribbon();
  let finish = (): void => undefined;
  const slow = (): Promise<void> =>
    new Promise((resolve) => {
      finish = resolve;
    });
  associateCommands({ ...deskOf(office.happened), annotate: slow }, office.ribbon);
  const pressed = office.press("annotate");
  jest.advanceTimersByTime(2000);
  expect(office.happened).toEqual(["pane"]);
  jest.useRealTimers();
  finish();
  await pressed;
  expect(office.happened).toEqual(["pane", "pane", "completed"]);
});
