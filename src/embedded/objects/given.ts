import { isWellFormed } from "../calc/wellFormed";
import { Refusal } from "./refusal";

/** A whole number handed over by a client; refuses anything else. */
export function whole(value: unknown, otherwise?: number): number {
  const given = value ?? otherwise;
  if (typeof given !== "number" || !Number.isInteger(given)) throw new Refusal("InvalidArgument");
  return given;
}

/** A truth value handed over by a client; refuses anything else. */
export function truth(value: unknown): boolean {
  if (typeof value !== "boolean") throw new Refusal("InvalidArgument");
  return value;
}

/** A number from -1, darkest, to 1, lightest, handed over by a client; refuses anything else. */
export function tint(value: unknown): number {
  if (typeof value !== "number" || !(value >= -1 && value <= 1)) throw new Refusal("InvalidArgument");
  return value;
}

/** Text handed over by a client; refuses anything else. */
export function text(value: unknown): string {
  if (typeof value !== "string") throw new Refusal("InvalidArgument");
  return value;
}

/** A formula without the "=" that it may have; refuses what Excel would not take for one. */
export function formulaBody(given: string): string {
  const body = given.replace(/^=/, "");
  if (!isWellFormed(body)) throw new Refusal("InvalidArgument");
  return body;
}

/** One of some names, in the spelling of the list, whatever the case it was given in; refuses anything else. */
export function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name {
  const found = names.find((name) => typeof value === "string" && name.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new Refusal("InvalidArgument");
  return found;
}

/** Named members of an object handed over by a client, such as a rule; refuses what is none. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Refusal("InvalidArgument");
  return value as Readonly<Record<string, unknown>>;
}
