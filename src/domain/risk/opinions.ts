import type { Drawdown, Ledger } from "../ledger/ledger";
import { opinionHeadings, type Opinion } from "../ledger/opinion";
import type { RowProblem } from "../ledger/problem";
import { formatDay, type Day } from "../loan/day";
import { riskGroupName, type Level, type RiskGroup } from "./group";
import type { Judgement, Reason } from "./judgement";

/** A drawdown on whose row a person decided something. */
interface Said {
  readonly row: number;
  readonly opinion: Opinion;
}

const unsaid: readonly Said[] = [];

function saidOn(live: readonly Drawdown[]): readonly Said[] {
  if (live.every(({ opinion }) => opinion === undefined)) return unsaid;
  return live.flatMap(({ row, opinion }) => (opinion === undefined ? [] : [{ row, opinion }]));
}

/** What the rules alone say of a customer. */
interface Machine {
  readonly group: RiskGroup;
  readonly reasons: readonly Reason[];
}

const isExpired = (until: Day | undefined, asOf: Day) => until !== undefined && until < asOf;

/** Whether a manual group holds: not expired, and where it is milder than the rules' explained and with an end. */
function holds({ group, groupReason, groupUntil }: Opinion, machine: RiskGroup, asOf: Day): boolean {
  if (group === undefined || isExpired(groupUntil, asOf)) return false;
  return group >= machine || (groupReason !== "" && groupUntil !== undefined);
}

/** The manual group that decides: of several drawdowns the strictest. */
function strictest(said: readonly Said[], machine: RiskGroup, asOf: Day): Said | undefined {
  const holding = said.filter(({ opinion }) => holds(opinion, machine, asOf));
  return holding.reduce<Said | undefined>(
    (worst, one) => ((one.opinion.group ?? "A") > (worst?.opinion.group ?? "") ? one : worst),
    undefined,
  );
}

const levelOf: Readonly<Record<RiskGroup, Level>> = { A: "blue", B: "blue", C: "yellow", D: "orange", E: "red" };

/** Characters of a person's reason that a cell repeats. */
const LONGEST = 60;

function spoken({ groupReason, groupUntil }: Opinion): string {
  const reason = groupReason.length > LONGEST ? `${groupReason.slice(0, LONGEST)}…` : groupReason;
  const until = groupUntil === undefined ? "" : `(至${formatDay(groupUntil)})`;
  return `${until}：${reason === "" ? "未写理由" : reason}`;
}

/** The group in force: the person's where one holds, with the rules' group and reasons behind it; else the rules'. */
export function withOpinion(
  machine: Machine,
  live: readonly Drawdown[],
  asOf: Day,
): Machine & { readonly machineGroup: RiskGroup | undefined } {
  const deciding = strictest(saidOn(live), machine.group, asOf);
  const group = deciding?.opinion.group;
  if (deciding === undefined || group === undefined) {
    return { group: machine.group, reasons: machine.reasons, machineGroup: undefined };
  }
  const text = `人工${riskGroupName[group]}${spoken(deciding.opinion)}，系统${riskGroupName[machine.group]}`;
  const reason: Reason = { clause: "M1", text, level: levelOf[group], row: deciding.row };
  return { group, reasons: [reason, ...machine.reasons], machineGroup: machine.group };
}

/** Until when a customer's visits are put off, and why. */
export interface Deferral {
  readonly until: Day;
  readonly reason: string;
}

/** The deferral in force: explained, with an end that is not over; of several drawdowns the one that ends first. */
export function deferralOf(live: readonly Drawdown[], asOf: Day): Deferral | undefined {
  let found: Deferral | undefined;
  for (const { opinion } of saidOn(live)) {
    const { deferredUntil: until, deferralReason: reason } = opinion;
    if (until === undefined || until < asOf || reason === "") continue;
    if (found === undefined || until < found.until) found = { until, reason };
  }
  return found;
}

interface Weighing {
  readonly machine: RiskGroup;
  readonly deciding: Said | undefined;
  readonly deferral: Deferral | undefined;
  readonly asOf: Day;
}

type Placeless<Problem> = Problem extends RowProblem ? Omit<Problem, "sheet" | "row" | "column"> : never;

/** What is wrong with an opinion, and in which of its cells. */
interface Flaw {
  readonly part: keyof Opinion;
  readonly problem: Placeless<RowProblem>;
}

/** A manual group that lacks what it needs. */
function incomplete({ groupReason, groupUntil }: Opinion, group: RiskGroup, weighing: Weighing): readonly Flaw[] {
  const found = riskGroupName[group];
  const { machine } = weighing;
  const isMilder = group < machine;
  const flaws: Flaw[] = [];
  if (groupReason === "")
    flaws.push({ part: "group", problem: { kind: "groupUnexplained", found, isUsed: !isMilder } });
  if (isMilder && groupUntil === undefined) {
    flaws.push({ part: "group", problem: { kind: "mildGroupEndless", found, machine: riskGroupName[machine] } });
  }
  return flaws;
}

/** A manual group that holds, but beside a stricter one. */
function overruled(opinion: Opinion, group: RiskGroup, { machine, deciding, asOf }: Weighing): readonly Flaw[] {
  const taken = deciding?.opinion.group;
  if (deciding === undefined || taken === undefined || taken === group || !holds(opinion, machine, asOf)) return [];
  const names = { found: riskGroupName[group], other: riskGroupName[taken] };
  return [{ part: "group", problem: { kind: "groupsDiffer", ...names, otherRow: deciding.row } }];
}

function groupFlaws({ opinion }: Said, weighing: Weighing): readonly Flaw[] {
  const { group, groupUntil } = opinion;
  if (group === undefined) return [];
  if (isExpired(groupUntil, weighing.asOf)) {
    return [{ part: "groupUntil", problem: { kind: "groupExpired", found: riskGroupName[group] } }];
  }
  return [...incomplete(opinion, group, weighing), ...overruled(opinion, group, weighing)];
}

function deferralFlaws({ opinion }: Said, { deferral, asOf }: Weighing): readonly Flaw[] {
  const { deferredUntil: until, deferralReason: reason } = opinion;
  if (until === undefined) {
    return reason === "" ? [] : [{ part: "deferralReason", problem: { kind: "deferralEndless" } }];
  }
  const found = formatDay(until);
  if (until < asOf) return [];
  if (reason === "") return [{ part: "deferredUntil", problem: { kind: "deferralUnexplained", found } }];
  if (deferral === undefined || deferral.until === until) return [];
  const taken = formatDay(deferral.until);
  return [{ part: "deferredUntil", problem: { kind: "deferralsDiffer", found, taken } }];
}

/** What a person's decisions lack, contradict or have outlived, each named by its cell. */
export function opinionProblems(
  { layout }: Ledger,
  judgements: readonly Judgement[],
  asOf: Day,
): readonly RowProblem[] {
  return judgements.flatMap(({ customer, group, machineGroup: machine = group }) => {
    const live = customer.drawdowns.filter(({ standing }) => standing === "live");
    const said = saidOn(live);
    if (said.length === 0) return [];
    const weighing = { machine, deciding: strictest(said, machine, asOf), deferral: deferralOf(live, asOf), asOf };
    return said.flatMap((one) =>
      [...groupFlaws(one, weighing), ...deferralFlaws(one, weighing)].map(({ part, problem }): RowProblem => {
        const column = layout.ownColumns.get(opinionHeadings[part]) ?? 0;
        return { ...problem, sheet: layout.sheet, row: one.row, column };
      }),
    );
  });
}
