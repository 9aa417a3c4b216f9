import { Suspense, type ReactElement, type ReactNode } from "react";

/** Shows what is loaded when it first opens; says so while it comes. */
export function Later({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Suspense
      fallback={
        <p role="status" style={{ margin: "8px 12px" }}>
          正在打开…
        </p>
      }
    >
      {children}
    </Suspense>
  );
}
