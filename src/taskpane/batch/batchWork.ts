import { proposeRecords, type ProposedBatch } from "../../app/proposeRecords";
import type { RecordType } from "../../domain/record/variant";
import { batchMaking } from "../more/moreWork";
import type { Session } from "../session/session";

/** The records that would be made for these customers; undefined where that was refused, which the pane tells. */
export async function proposeBatch(session: Session, keys: readonly string[]): Promise<ProposedBatch | undefined> {
  const found: ProposedBatch[] = [];
  await session.perform("look", ({ workbook, options }) => async (watch) => {
    const proposed = await proposeRecords(workbook, { ...options, chosen: { customers: new Set(keys) } }, watch);
    if (!proposed.ok) return proposed.because;
    found.push(proposed.value);
    return undefined;
  });
  return found[0];
}

/** Makes the records of these customers, those with a type of their own in that one. */
export function makeBatch(
  session: Session,
  { keys, types }: { readonly keys: readonly string[]; readonly types: ReadonlyMap<string, RecordType> },
): Promise<void> {
  return session.perform("record", batchMaking({ chosen: { customers: new Set(keys) }, types }));
}
