import { EVENT_SHEET } from "../filing/events";
import { REGISTER_SHEET } from "../filing/register";
import { PLAN_PREFIX, RECORD_PREFIX } from "../record/sheetName";
import { CUSTOMER_PREFIX } from "../report/customerSheet";
import { TEMPLATE_SHEET } from "../record/template";
import { WARNING_SHEET } from "../report/warningList";
import { CHANGES_PREFIX } from "../report/changeReport";
import { HEALTH_PREFIX } from "../report/healthReport";
import { REPORT_PREFIX } from "../report/warningReport";
import { SETTINGS_SHEET } from "../settings/names";

const prefixes = [RECORD_PREFIX, REPORT_PREFIX, CUSTOMER_PREFIX, HEALTH_PREFIX, CHANGES_PREFIX, PLAN_PREFIX];

/** Whether a sheet's name is one that this program gives. */
export function isSheetOfOurs(name: string): boolean {
  return name === SETTINGS_SHEET || name === TEMPLATE_SHEET || isWorkSheetOfOurs(name);
}

const lists: readonly string[] = [REGISTER_SHEET, EVENT_SHEET, WARNING_SHEET];

/** Sheets that hold work of people: visit records, the registers, reports. */
export function isWorkSheetOfOurs(name: string): boolean {
  return lists.includes(name) || prefixes.some((prefix) => name.startsWith(prefix));
}
