import type { Layout } from "../ledger/ledger";
import { opinionHeadings } from "../ledger/opinion";
import { riskGroupName } from "../risk/group";
import { OPINION_SWITCH } from "../settings/lines";
import type { Settings } from "../settings/settings";
import type { OwnColumnSpec } from "./ownColumn";
import { blankOr, DAY_FORMAT, isNumber, live, serial } from "./ownContents";

/** The day until which visits are put off, checked and the same on every row of a customer; the status reads it. */
export const DEFERRED_HEADING = "暂缓生效至";

function persons(spec: Pick<OwnColumnSpec, "heading" | "hint" | "numberFormat" | "width" | "choices">): OwnColumnSpec {
  return { ...spec, content: () => "", isOurs: (content) => content === "", isPersons: true };
}

/** The columns of a person's own judgement, and the one that the clocks make of it. */
export const opinionColumns: readonly OwnColumnSpec[] = [
  persons({
    heading: opinionHeadings.group,
    hint: "由您填写：不同意系统的组别时选一个，在到期前以它为准。可以随时调严；调宽须写理由和到期日。",
    numberFormat: "General",
    width: 14,
    choices: Object.values(riskGroupName),
  }),
  persons({
    heading: opinionHeadings.groupReason,
    hint: "由您填写：为什么调整组别。没有理由会列入数据问题。",
    numberFormat: "General",
    width: 26,
  }),
  persons({
    heading: opinionHeadings.groupUntil,
    hint: "由您填写：调整到哪一天为止（含当天），过后恢复系统判断。",
    numberFormat: DAY_FORMAT,
    width: 14,
  }),
  persons({
    heading: opinionHeadings.deferredUntil,
    hint: "由您填写：回访暂缓到哪一天为止（含当天），须同时写理由。再次标注后生效。",
    numberFormat: DAY_FORMAT,
    width: 16,
  }),
  persons({
    heading: opinionHeadings.deferralReason,
    hint: "由您填写：为什么暂缓回访。",
    numberFormat: "General",
    width: 26,
  }),
  {
    heading: DEFERRED_HEADING,
    hint: "检查过理由、对该客户所有借据一致的暂缓日期。供“回访状态”的公式使用。",
    numberFormat: DAY_FORMAT,
    width: 16,
    content: (facts) => serial(live(facts)?.deferral?.until, facts.dateSystem),
    isOurs: blankOr(isNumber),
  },
];

/** Whether a ledger has, or is to have, columns for a person's judgement: switched on, or there already. */
export function hasOpinionColumns({ optionalColumns }: Settings, { ownColumns }: Pick<Layout, "ownColumns">): boolean {
  const isThere = opinionColumns.some(({ heading, isPersons }) => isPersons === true && ownColumns.has(heading));
  return isThere || optionalColumns.has(OPINION_SWITCH);
}
