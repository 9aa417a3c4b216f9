import type { Band, PageDraft } from "./change";

const MARGINS: PageDraft["margins"] = { left: 30, right: 30, top: 40, bottom: 36, header: 18, footer: 16 };

/** A4 with this header and the number of each page at its foot. */
export function numberedPage(header: Band): PageDraft {
  return { margins: MARGINS, header, footer: { center: "第 &P 页，共 &N 页" }, breaks: [] };
}

/** A text as headers and footers take it: "&" begins a code there. */
export const bandText = (text: string): string => text.replaceAll("&", "&&");
