import { lazy, type ReactElement } from "react";
import { Later } from "./parts/Later";
import type { Session } from "./session/session";
import type { Screen } from "./session/state";

const PreviewScreen = lazy(() =>
  import("./preview/PreviewScreen").then((loaded) => ({ default: loaded.PreviewScreen })),
);

const ColumnsScreen = lazy(() =>
  import("./columns/ColumnsScreen").then((loaded) => ({ default: loaded.ColumnsScreen })),
);
const HealthScreen = lazy(() => import("./health/HealthScreen").then((loaded) => ({ default: loaded.HealthScreen })));
const BatchDialog = lazy(() => import("./batch/BatchDialog").then((loaded) => ({ default: loaded.BatchDialog })));
const SelfCheckScreen = lazy(() =>
  import("./about/SelfCheckScreen").then((loaded) => ({ default: loaded.SelfCheckScreen })),
);
const UntraceScreen = lazy(() => import("./about/UntraceScreen").then((loaded) => ({ default: loaded.UntraceScreen })));

export interface ScreenProps {
  readonly screen: Screen;
  readonly session: Session;
  readonly isWorking: boolean;
}

/** The screen that is open; the code of each is loaded when it first opens. */
export function Screens(props: ScreenProps): ReactElement {
  return (
    <Later>
      <Opened {...props} />
    </Later>
  );
}

function Opened({ screen, session, isWorking }: ScreenProps): ReactElement {
  switch (screen.is) {
    case "preview":
      return <PreviewScreen screen={screen} session={session} isWorking={isWorking} />;
    case "columns":
      return <ColumnsScreen sheet={screen.sheet} session={session} isWorking={isWorking} />;
    case "health":
      return <HealthScreen session={session} isWorking={isWorking} />;
    case "batch":
      return <BatchDialog keys={screen.keys} session={session} />;
    case "selfCheck":
      return <SelfCheckScreen session={session} />;
    case "untrace":
      return <UntraceScreen session={session} isWorking={isWorking} />;
  }
}
