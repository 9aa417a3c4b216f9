import { lazy, type ReactElement } from "react";
import { Later } from "./parts/Later";
import type { Session } from "./session/session";
import type { Screen } from "./session/state";

const PreviewScreen = lazy(() =>
  import("./preview/PreviewScreen").then((loaded) => ({ default: loaded.PreviewScreen })),
);

export interface ScreenProps {
  readonly screen: Screen;
  readonly session: Session;
  readonly isWorking: boolean;
}

/** The screen that is open; the code of each is loaded when it first opens. */
export function Screens({ screen, session, isWorking }: ScreenProps): ReactElement {
  return (
    <Later>
      <PreviewScreen screen={screen} session={session} isWorking={isWorking} />
    </Later>
  );
}
