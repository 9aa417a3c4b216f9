import { FluentProvider } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Crash } from "./Crash";
import { Pane } from "./Pane";
import type { Session } from "./session/session";
import { groupColours, paneTheme, useIsDark } from "./theme";

/** The pane in Office's colours; `officeBackground` is the pane's background as Office says, "#292929". */
export function App(props: { readonly session: Session; readonly officeBackground: string | undefined }): ReactElement {
  const isDark = useIsDark(props.officeBackground);
  return (
    <FluentProvider
      theme={paneTheme(isDark)}
      style={{ ...groupColours(isDark), colorScheme: isDark ? "dark" : "light" }}
    >
      <Crash>
        <Pane session={props.session} />
      </Crash>
    </FluentProvider>
  );
}
