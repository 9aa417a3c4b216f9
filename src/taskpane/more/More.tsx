import { Button } from "@fluentui/react-components";
import { lazy, Suspense, useState, type ReactElement } from "react";
import type { Session } from "../session/session";
import { label } from "../words";

/** Loaded when it is first asked for. */
const MoreDialog = lazy(async () => ({ default: (await import("./MoreDialog")).MoreDialog }));

/** The way to what is done for many customers at once, and the dialog behind it. */
export function More({ session, isWorking }: { readonly session: Session; readonly isWorking: boolean }): ReactElement {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={isWorking}
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {label.batch}
      </Button>
      {isAsking && (
        <Suspense fallback={null}>
          <MoreDialog
            session={session}
            close={() => {
              setIsAsking(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
