import type { Band } from "../change/change";
import { bandText } from "../change/page";

/** The head of a record's pages: the bank and the form's number. visit-forms E.2 */
export function recordHeader(bank: string, number: string): Band {
  return { left: bandText(bank), right: bandText(`编号 ${number}`) };
}
