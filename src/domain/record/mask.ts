/** Ids of persons and companies are this long or longer; a bank's own customer numbers are shorter. */
const LONG = 15;
const SHOWN_FIRST = 3;
const SHOWN_LAST = 4;

/** Whether a text is as long as an id number of a person or a company. */
export const isLongId = (id: string): boolean => id.length >= LONG;

/** An id number with its middle hidden, as it may be printed; a customer number as it is. */
export function masked(id: string): string {
  if (!isLongId(id)) return id;
  const hidden = "*".repeat(id.length - SHOWN_FIRST - SHOWN_LAST);
  return id.slice(0, SHOWN_FIRST) + hidden + id.slice(-SHOWN_LAST);
}

/** Figures from which on a run of them is taken for a telephone number. */
const PHONE = /\d[\d -]{5,}\d/g;

/** A text with the middle of every telephone number in it hidden. */
export function maskedPhone(text: string): string {
  return text.replace(PHONE, (number) => {
    const hidden = number.length - SHOWN_FIRST - SHOWN_LAST;
    return hidden <= 0 ? number : number.slice(0, SHOWN_FIRST) + "*".repeat(hidden) + number.slice(-SHOWN_LAST);
  });
}
