import type { SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import type { Day } from "../domain/loan/day";
import type { Background } from "../domain/record/background";
import { distinct } from "../domain/record/facts";
import { compactDay, freeName, PLAN_PREFIX, takenNames } from "../domain/record/sheetName";
import { visitPlan, type PlannedStop } from "../domain/report/visitPlan";
import { ok, refused, type Result } from "../domain/result";
import type { Judgement } from "../domain/risk/judgement";
import { dutyName } from "../domain/visits/duty";
import { preferredMethod } from "../domain/visits/preference";
import { planRounds } from "../domain/visits/rounds";
import { layGround } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { readBackgrounds } from "./planRecords";
import { applyRecorded } from "./recording";
import type { Watch, Workbook } from "./workbook";

/** Visits are planned that are due within so many days. */
const AHEAD = 30;

export interface PlanOptions extends RunOptions {
  /** Who is to be investigated for a new loan, each with the area: "某厂@城关镇、某店@城东街道"; "" for nobody. */
  readonly investigations: string;
}

/** A plan that was made. */
export interface Planned {
  readonly draft: SheetDraft;
  readonly stops: number;
  readonly days: number;
}

/** Makes a sheet of the calls of the next thirty days, by week, day and area, so many a manager and day as the settings allow. practices A26, A27, A36 */
export async function makePlan(
  workbook: Workbook,
  options: PlanOptions,
  watch: Watch,
): Promise<Result<Planned, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  if (!ground.ok) return ground;
  const { assessment, survey } = ground.value;
  const { asOf, settings, ledgers } = assessment;
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const visited = ledgers.flatMap(({ ledger: { layout }, judgements }) =>
    judgements.filter(isDue).map((judgement) => ({ judgement, layout })),
  );
  const backgrounds = await readBackgrounds(workbook, visited, watch);
  if (!backgrounds.ok) return backgrounds;
  const stops = [
    ...visited.map(({ judgement }) => stopOf(judgement, backgrounds.value.get(judgement) ?? {})),
    ...investigationsIn(options.investigations, asOf, visited),
  ];
  if (stops.length === 0) return refused({ kind: "nobodyDue" });
  const rounds = planRounds(stops, { from: asOf, aDay: settings.filing.visitsADay, calendar: settings.calendar });
  const name = freeName(PLAN_PREFIX + compactDay(asOf), takenNames(survey));
  const draft = visitPlan({ rounds, asOf, dateSystem: survey.dateSystem }, name);
  const changes = [{ kind: "sheet", after: draft }] as const;
  const operation = operationOf("plan", changes, { ledgers: [], asOf });
  const applied = await applyRecorded(workbook, { operation, changes }, watch);
  return applied.ok ? ok({ draft, stops: stops.length, days: new Set(rounds.map(({ day }) => day)).size }) : applied;
}

const isDue = ({ status, daysUntil }: Judgement): boolean =>
  status !== "deferred" && status !== "none" && daysUntil <= AHEAD;

function stopOf({ customer, duty }: Judgement, { address = "", preference }: Background): PlannedStop {
  const live = customer.drawdowns.filter(({ standing }) => standing === "live");
  const remote = duty.kind === "contact" ? "电话" : "上门";
  return {
    manager: live.find(({ manager }) => manager !== undefined)?.manager ?? "",
    area: distinct(live.map(({ area }) => area)),
    due: duty.due,
    name: customer.name,
    address,
    why: dutyName[duty.kind],
    method: preferredMethod(preference, duty.kind) ?? remote,
    preference: preference ?? "",
  };
}

/** An investigation is proposed to the manager of the first visit in its area, where there is none to that of the first visit at all. */
function investigationsIn(
  text: string,
  asOf: Day,
  visited: readonly { readonly judgement: Judgement }[],
): readonly PlannedStop[] {
  const known = visited.map(({ judgement }) => stopOf(judgement, {}));
  return text.split(/[、，,;；\n]+/).flatMap((one): readonly PlannedStop[] => {
    const [name = "", area = ""] = one.split(/[@＠]/).map((part) => part.trim());
    if (name === "") return [];
    const near = known.find((stop) => area !== "" && stop.area === area);
    const manager = near?.manager ?? known[0]?.manager ?? "";
    return [{ name, area, manager, due: asOf, address: "", why: "贷前调查", method: "上门", preference: "" }];
  });
}
