import type { Band, PageDraft } from "../change/change";
import type { Extent } from "../ledger/cells";
import { bandText, numberedPage } from "../change/page";
import { distinct, type RecordFacts } from "./facts";
import { recordHeader } from "./header";
import type { Template } from "./ownForm";
import { filledText } from "./template";
import type { Stretch } from "./templateRows";

const isEmpty = ({ left = "", center = "", right = "" }: Band) => left + center + right === "";

function filledBand({ left = "", center = "", right = "" }: Band, facts: RecordFacts): Band {
  const of = (text: string) => filledText(text, facts, bandText);
  return { left: of(left), center: of(center), right: of(right) };
}

/** Where the rows of the form that the bank prints stand in the record; without a print area all rows do. */
function printedOf({ printed, widths }: Template, stretches: readonly Stretch[], rows: number): Extent {
  if (printed === undefined) return { row: 0, column: 0, rows, columns: widths.length };
  const end = printed.row + printed.rows;
  const targets = stretches.flatMap(({ from, to, rows: count }) =>
    Array.from({ length: count }, (_, index) => ({ from: from + index, to: to + index })),
  );
  const within = targets.filter(({ from }) => from >= printed.row && from < end).map(({ to }) => to);
  const row = within[0] ?? 0;
  return { row, column: printed.column, rows: (within.at(-1) ?? row) - row + 1, columns: printed.columns };
}

/** How a record on a bank's own form is printed: as the bank's sheet is, its bands filled, the usual head where it has none, on two pages at most. */
export function templatePage(
  template: Template,
  facts: RecordFacts,
  made: { stretches: readonly Stretch[]; rows: number },
): PageDraft {
  const { page } = template;
  const usual = () => recordHeader(distinct(facts.drawdowns.map(({ branch }) => branch)), facts.number);
  return {
    ...page,
    header: isEmpty(page.header) ? usual() : filledBand(page.header, facts),
    footer: isEmpty(page.footer) ? numberedPage({}).footer : filledBand(page.footer, facts),
    mostPages: 2,
    printed: printedOf(template, made.stretches, made.rows),
  };
}
