import type { Change } from "../domain/change/change";
import { STATE_PREFIX, type StatePart } from "../domain/change/statePart";
import type { Batch } from "./batch";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
const unescapes = new Map(Object.entries(escapes).map(([character, entity]) => [entity, character]));

/** A state as the part that holds it; characters that XML cannot hold are not to stand in it. */
function wrapped(part: StatePart, state: string): string {
  const text = state.replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
  return `<state xmlns="${STATE_PREFIX}${part}">${text}</state>`;
}

/** The state in a part; undefined where somebody made something else of it. */
function unwrapped(xml: string): string | undefined {
  const text = /<state\b[^>]*>([^<]*)<\/state>\s*$/.exec(xml)?.[1];
  return text?.replace(/&(?:amp|lt|gt|#13);/g, (entity) => unescapes.get(entity) ?? entity);
}

/** Queues the question which parts of ours there are of one kind. */
export function partsNamed(context: Excel.RequestContext, part: StatePart): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_PREFIX + part);
  parts.load("items/id");
  return parts;
}

/** What one part of ours holds; undefined where there is none. A copy that Excel made is not looked at. */
export async function readState(context: Excel.RequestContext, part: StatePart): Promise<string | undefined> {
  const parts = partsNamed(context, part);
  await context.sync();
  const [first] = parts.items;
  if (first === undefined) return undefined;
  const xml = first.getXml();
  await context.sync();
  return unwrapped(xml.value);
}

/** Leaves one part with the state that is wanted, or none. A part that was there is changed in place. */
export async function applyState(batch: Batch, change: Extract<Change, { kind: "state" }>): Promise<void> {
  const { part, before, after } = change;
  const { context } = batch;
  const standing = before === undefined ? [] : await standingParts(batch, part);
  if (after === undefined) batch.parts.delete(part);
  const xml = after === undefined ? undefined : wrapped(part, after);
  await batch.add({ cells: 1, bytes: 1_000 + 2 * (xml?.length ?? 0) }, () => {
    const [first, ...copies] = standing;
    for (const copy of xml === undefined ? standing : copies) copy.delete();
    if (xml === undefined) return undefined;
    if (first === undefined) batch.parts.set(part, context.workbook.customXmlParts.add(xml));
    else first.setXml(xml);
    return undefined;
  });
}

/** What this batch added is known without asking. */
async function standingParts(batch: Batch, part: StatePart): Promise<readonly Excel.CustomXmlPart[]> {
  const own = batch.parts.get(part);
  if (own !== undefined) return [own];
  const parts = partsNamed(batch.context, part);
  await batch.send();
  return parts.items;
}
