/** What a step that may be refused gives: its value, or why not. */
export type Result<Value, Reason> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly because: Reason };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Reason>(because: Reason): { readonly ok: false; readonly because: Reason } {
  return { ok: false, because };
}
