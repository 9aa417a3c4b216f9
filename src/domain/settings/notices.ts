import { cellAddress } from "../ledger/cells";
import type { Ledger } from "../ledger/ledger";
import { missingColumn } from "../ledger/missingColumn";
import { addMonths, dayParts, type Day } from "../loan/day";
import type { Settings } from "./settings";

/** Sentences on a whole run: a year without holidays, a ledger without names or visit days. */
export function notices(ledgers: readonly Ledger[], settings: Settings, asOf: Day): readonly string[] {
  const ofLedgers = [nameNotice, assumedNotice, visitNotice].flatMap((notice) => ledgers.flatMap(notice));
  return [...calendarNotices(settings, asOf), ...ofLedgers];
}

/** The years in which the next visits fall: this one, and the next where they reach it. */
function calendarNotices({ calendar }: Settings, asOf: Day): readonly string[] {
  const years = new Set([dayParts(asOf).year, dayParts(addMonths(asOf, 3)).year]);
  return [...years]
    .filter((year) => !calendar.years.has(year))
    .map(
      (year) => `“贷后设置”中没有 ${String(year)} 年的节假日，该年按周一至周五算工作日。公布后请补填到“节假日”一列。`,
    );
}

/** Customers without a name go by their numbers. */
function nameNotice({ layout }: Ledger): readonly string[] {
  const missing = layout.columns.has("userCompany") ? undefined : missingColumn([layout], "customerName");
  return missing === undefined ? [] : [`${missing}。在此之前客户以客户号或证件号码称呼。`];
}

/** Rows without a name, as long as nobody looked whether their cells are merged with the one above. */
function assumedNotice({ layout: { sheet, columns }, assumed: [first, ...others] = [] }: Ledger): readonly string[] {
  const column = (columns.get("customerName") ?? columns.get("userCompany"))?.column;
  if (first === undefined || column === undefined) return [];
  const count = String(others.length + 1);
  return [
    `工作表“${sheet}”有 ${count} 行没有客户名称（从 ${cellAddress(first, column)} 起），暂按上一户计算。标注时会核对是不是合并单元格，不是的会列为问题。`,
  ];
}

function visitNotice({ layout }: Ledger): readonly string[] {
  if (layout.columns.has("lastVisit") || layout.ownColumns.has("上次联系日")) return [];
  return [
    `工作表“${layout.sheet}”没有上次回访日期一列，回访只能从首次检查算起。标注后可在“贷后_上次联系日”“贷后_上次上门日”中填写。`,
  ];
}
