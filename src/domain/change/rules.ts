import { columnLetters, type Extent } from "../ledger/cells";
import { levelName, levels, riskGroupName, riskGroups, type Level, type RiskGroup } from "../risk/group";
import { visitStatusName, type VisitStatus } from "../visits/duty";
import type { Rule } from "./change";

interface Colours {
  readonly fill: string;
  readonly color: string;
}

const groupColours: Readonly<Record<RiskGroup, Colours>> = {
  A: { fill: "#E2F0D9", color: "#2F5220" },
  B: { fill: "#DDEBF7", color: "#1F4E79" },
  C: { fill: "#FFF2CC", color: "#7A5B00" },
  D: { fill: "#FCE0CC", color: "#8A3B00" },
  E: { fill: "#F8CFCF", color: "#9C0006" },
};

const levelColours: Readonly<Record<Level, Colours>> = {
  red: groupColours.E,
  orange: groupColours.D,
  yellow: groupColours.C,
  blue: groupColours.B,
};

const statusColours: Readonly<Partial<Record<VisitStatus, Colours>>> = {
  overdue: groupColours.E,
  within7: groupColours.D,
  within30: groupColours.C,
  deferred: { fill: "#F2F2F2", color: "#595959" },
  none: { fill: "#F2F2F2", color: "#595959" },
};

/** What begins the marker of every rule of ours. */
export const RULE_MARKER = "贷后助手:";

/** A formula that is true where the cell's text begins so; the marker adds nothing to its truth and lets the rule be found again. */
function beginsWith({ column, text }: RuleTest, firstRow: number, marker: string): string {
  const cell = `$${columnLetters(column)}${String(firstRow + 1)}`;
  return `=AND(LEFT(${cell},${String(text.length)})="${text}",N("${marker}")=0)`;
}

/** Where the rules look and what they colour; rows and columns 0-based. */
export interface RulePlace {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly group: number;
  readonly status: number;
  readonly warning: number;
  /** Cells that take the colour of the worst warning: the customer's name, or the whole row. */
  readonly named: Stretch | undefined;
}

/** A stretch of neighbouring columns. */
interface Stretch {
  readonly column: number;
  readonly columns: number;
}

function rule(place: RulePlace, { name, at }: { name: string; at: Stretch }, test: RuleTest): Rule {
  const marker = `${RULE_MARKER}${name}`;
  const range: Extent = {
    row: place.firstRow,
    column: at.column,
    rows: place.lastRow - place.firstRow + 1,
    columns: at.columns,
  };
  return {
    marker,
    range,
    formula: beginsWith(test, place.firstRow, marker),
    ...test.colours,
    ...(test.bold ? { bold: true } : {}),
  };
}

interface RuleTest {
  readonly column: number;
  readonly text: string;
  readonly colours: Colours;
  readonly bold: boolean;
}

const one = (column: number): Stretch => ({ column, columns: 1 });

function groupRules(place: RulePlace): Rule[] {
  return riskGroups.map((group) =>
    rule(
      place,
      { name: `组别${group}`, at: one(place.group) },
      {
        column: place.group,
        text: riskGroupName[group],
        colours: groupColours[group],
        bold: group === "E",
      },
    ),
  );
}

function statusRules(place: RulePlace): Rule[] {
  return (Object.keys(statusColours) as VisitStatus[]).flatMap((status) => {
    const colours = statusColours[status];
    if (colours === undefined) return [];
    const test = { column: place.status, text: visitStatusName[status], colours, bold: status === "overdue" };
    return [rule(place, { name: `状态${visitStatusName[status]}`, at: one(place.status) }, test)];
  });
}

function warningRules(place: RulePlace, name: string, at: Stretch): Rule[] {
  return levels.map((level) =>
    rule(
      place,
      { name: `${name}${levelName[level]}`, at },
      {
        column: place.warning,
        text: `【${levelName[level]}】`,
        colours: levelColours[level],
        bold: level === "red",
      },
    ),
  );
}

/** The conditional formats of a ledger: one a level over one contiguous range each, readable without colour because the cell's own text says the same. */
export function ruleSet(place: RulePlace): readonly Rule[] {
  return [
    ...groupRules(place),
    ...statusRules(place),
    ...warningRules(place, "预警", one(place.warning)),
    ...(place.named === undefined ? [] : warningRules(place, "客户", place.named)),
  ];
}
