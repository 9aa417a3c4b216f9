import type { RequestSeen } from "./messages";

/** An instruction in the text of a request. Requests are large: reading them whole would double their cost. */
const INSTRUCTION = /"ActionType":(\d+),"Name":"(\w*)"/g;
/** What stands at the end of an answer that was refused. */
const REFUSAL = /"Error":\{"Code":"(\w+)"/;
const ANSWERS_END = 2_000;
/** Kinds of instructions that have no name of their own, as a programmer would write them. */
const nameless: Readonly<Record<string, string>> = { "2": "load" };
const MOST_NAMES = 4;

type Steps = Pick<RequestSeen, "steps" | "names">;

function stepsOf(request: string): Steps {
  const counted = new Map<string, number>();
  let steps = 0;
  for (const [, kind = "", own = ""] of request.matchAll(INSTRUCTION)) {
    steps += 1;
    const name = own === "" ? nameless[kind] : own;
    if (name !== undefined) counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  const names = [...counted]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_NAMES)
    .map(([name, times]) => (times === 1 ? name : `${name} ×${String(times)}`))
    .join("、");
  return { steps, names };
}

/** Why Excel refused a request; undefined where it did not. */
function refusalIn(response: string): string | undefined {
  return REFUSAL.exec(response.slice(-ANSWERS_END))?.[1];
}

/** What the log tells of a request and its answer, apart from size and time. */
export function requestSeen(request: string, response: string): Steps & Pick<RequestSeen, "refusal"> {
  return { ...stepsOf(request), refusal: refusalIn(response) };
}
