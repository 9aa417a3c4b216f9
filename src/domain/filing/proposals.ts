import { levelRank } from "../risk/groupOf";
import type { Level } from "../risk/group";
import { levelName } from "../risk/group";
import { conductSignals } from "./conductSignals";
import { lookupSignals } from "./lookupSignals";
import { parseSignal } from "./signalText";
import type { Verdict, VisitFacts } from "./visitSignal";
import { visitSignals } from "./visitSignals";

/** A signal that the answers of a record raise. */
export interface Proposal extends Verdict {
  readonly clause: string;
}

/** What the answers of a record raise, the worst first. */
export function raisedBy(facts: VisitFacts): readonly Proposal[] {
  return [...visitSignals, ...conductSignals, ...lookupSignals]
    .flatMap(({ clause, judge }) => {
      const verdict = judge(facts);
      return verdict === undefined ? [] : [{ clause, ...verdict }];
    })
    .sort((one, other) => levelRank(other.level) - levelRank(one.level));
}

/** Of those, the ones that the record does not list yet, or lists as milder than they are now. */
export function proposalsFor(facts: VisitFacts): readonly Proposal[] {
  const listed = new Map<string, Level>();
  for (const { text } of facts.record.signals) {
    for (const { clause, level } of parseSignal(text)) listed.set(clause, level);
  }
  return raisedBy(facts).filter(({ clause, level }) => {
    const known = listed.get(clause);
    return known === undefined || levelRank(known) < levelRank(level);
  });
}

/** A proposal as it stands on the record: 【黄】R51 营业额折算同比-25%(≤-20%). */
export function proposalText({ clause, text, level }: Proposal): string {
  return `【${levelName[level]}】${clause} ${text}`;
}
