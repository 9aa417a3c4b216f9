import { Component, type ReactNode } from "react";
import { lastSentence } from "./words";

/** The last resort: an error of ours in a component shows a sentence and a detail to copy, never a blank pane. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly detail: string | undefined }> {
  override state: { readonly detail: string | undefined } = { detail: undefined };

  static getDerivedStateFromError(error: unknown): { readonly detail: string } {
    return { detail: faultDetail(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === undefined) return this.props.children;
    return (
      <main className="help" role="alert">
        <h1>贷后助手</h1>
        <p>{lastSentence({ is: "broken", detail })}</p>
        <pre>{detail}</pre>
      </main>
    );
  }
}

/** Where in our code an error arose: its kind and its stack without the message, which may quote a cell. */
export function faultDetail(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at |@/.test(line));
  return [error.name, ...frames.slice(0, 8)].join("\n");
}
