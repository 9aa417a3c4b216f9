import { sameName } from "./excelObject";
import { Refusal } from "./refusal";

const LONGEST = 31;

/** Refuses a name that Excel does not allow for a sheet, or that another sheet has. */
export function checkSheetName(name: string, others: readonly string[]): string {
  const isForbidden =
    name === "" ||
    name.length > LONGEST ||
    /[\\/?*[\]:\u0000-\u001f]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    sameName("History", name);
  if (isForbidden) throw new Refusal("InvalidArgument");
  if (others.some((other) => sameName(other, name))) throw new Refusal("ItemAlreadyExists");
  return name;
}
