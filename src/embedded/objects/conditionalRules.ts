import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { FormatRule } from "../xlsx/model";
import { ConditionalRangeFormat } from "./conditionalRangeFormat";
import { ExcelObject } from "./excelObject";
import { formulaBody, oneOf, record, text, whole } from "./given";
import { criteria, criterionOf } from "./presetCriteria";
import { Refusal } from "./refusal";
import { fileTypes, type RuleKind } from "./ruleKinds";
import type { StandingRule } from "./standingRule";

const MOST_ITEMS = 1000;
const MOST_PERCENT = 100;

/** A formula or number as rules hold it: without "=". */
export function ruleFormula(given: unknown): string {
  return typeof given === "number" ? String(given) : formulaBody(text(given));
}

export const withSign = (formula: string | undefined): string => (formula === undefined ? "" : `=${formula}`);

/** A rule of one kind; what it is asked while it is of another is refused. */
abstract class RuleOfKind extends ExcelObject {
  protected abstract readonly kind: RuleKind;
  protected readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

  protected readonly known = (): FormatRule => this.standing.of(fileTypes[this.kind]);
}

/** A rule that formats the cells in which it holds. */
abstract class TestingRule extends RuleOfKind {
  get format(): ConditionalRangeFormat {
    this.known();
    return new ConditionalRangeFormat(this.standing);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule */
export class ConditionalFormatRule extends ExcelObject {
  readonly className = "ConditionalFormatRule";
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

  get formula(): string {
    return withSign(this.standing.rule.formulas[0]);
  }
  set formula(given: unknown) {
    this.standing.change({ formulas: [ruleFormula(given)] });
  }
  get formulaLocal(): string {
    return this.formula;
  }
  set formulaLocal(given: unknown) {
    this.formula = given;
  }
  /** As seen from the first cell of the range. */
  get formulaR1C1(): string {
    const { row, column } = this.standing.first;
    return a1ToR1c1(this.formula, row, column);
  }
  set formulaR1C1(given: unknown) {
    const { row, column } = this.standing.first;
    this.formula = r1c1ToA1(withSign(ruleFormula(given)), row, column);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customconditionalformat */
export class CustomConditionalFormat extends TestingRule {
  readonly className = "CustomConditionalFormat";
  protected readonly kind = "Custom";

  get rule(): ConditionalFormatRule {
    this.known();
    return new ConditionalFormatRule(this.standing);
  }
}

/** Comparisons by Excel's names, in the file's words. */
const operators: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

function nameIn(names: Readonly<Record<string, string>>, inFile: string | undefined): string {
  return Object.entries(names).find(([, word]) => word === inFile)?.[0] ?? "Invalid";
}

/** https://learn.microsoft.com/javascript/api/excel/excel.cellvalueconditionalformat */
export class CellValueConditionalFormat extends TestingRule {
  readonly className = "CellValueConditionalFormat";
  protected readonly kind = "CellValue";

  get rule(): unknown {
    const { formulas, settings } = this.known();
    return {
      formula1: withSign(formulas[0]),
      formula2: withSign(formulas[1]),
      operator: nameIn(operators, settings["operator"]),
    };
  }
  set rule(given: unknown) {
    this.known();
    const { formula1, formula2, operator } = record(given);
    const name = oneOf(Object.keys(operators), operator);
    const needed = name.endsWith("Between") ? [formula1, formula2] : [formula1];
    this.standing.change({ settings: { operator: operators[name] ?? "" }, formulas: needed.map(ruleFormula) });
  }
}

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

interface TextTest {
  readonly type: string;
  readonly operator: string;
  readonly formula: (cell: string, words: string) => string;
}

/** Comparisons of texts, as Excel writes them. */
const textTests: Readonly<Record<string, TextTest>> = {
  Contains: {
    type: "containsText",
    operator: "containsText",
    formula: (cell, words) => `NOT(ISERROR(SEARCH(${words},${cell})))`,
  },
  NotContains: {
    type: "notContainsText",
    operator: "notContains",
    formula: (cell, words) => `ISERROR(SEARCH(${words},${cell}))`,
  },
  BeginsWith: {
    type: "beginsWith",
    operator: "beginsWith",
    formula: (cell, words) => `LEFT(${cell},LEN(${words}))=${words}`,
  },
  EndsWith: {
    type: "endsWith",
    operator: "endsWith",
    formula: (cell, words) => `RIGHT(${cell},LEN(${words}))=${words}`,
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.textconditionalformat */
export class TextConditionalFormat extends TestingRule {
  readonly className = "TextConditionalFormat";
  protected readonly kind = "ContainsText";

  get rule(): unknown {
    const { type, settings } = this.known();
    const operator = Object.entries(textTests).find(([, test]) => test.type === type)?.[0];
    return { operator: operator ?? "Invalid", text: settings["text"] ?? "" };
  }
  set rule(given: unknown) {
    this.known();
    const { operator, text: words } = record(given);
    const test = textTests[oneOf(Object.keys(textTests), operator)];
    if (test === undefined || text(words) === "") throw new Refusal("InvalidArgument");
    const { firstCell } = this.standing;
    const formula = test.formula(firstCell, quoted(text(words)));
    this.standing.change({
      type: test.type,
      settings: { operator: test.operator, text: text(words) },
      formulas: [formula],
    });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.presetcriteriaconditionalformat */
export class PresetCriteriaConditionalFormat extends TestingRule {
  readonly className = "PresetCriteriaConditionalFormat";
  protected readonly kind = "PresetCriteria";

  get rule(): unknown {
    return { criterion: criterionOf(this.known()) ?? "Invalid" };
  }
  set rule(given: unknown) {
    this.known();
    const said = criteria[oneOf(Object.keys(criteria), record(given)["criterion"])];
    if (said !== undefined) this.standing.change(said(this.standing.firstCell));
  }
}

const bounds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  TopItems: {},
  TopPercent: { percent: "1" },
  BottomItems: { bottom: "1" },
  BottomPercent: { percent: "1", bottom: "1" },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.topbottomconditionalformat */
export class TopBottomConditionalFormat extends TestingRule {
  readonly className = "TopBottomConditionalFormat";
  protected readonly kind = "TopBottom";

  get rule(): unknown {
    const { settings } = this.known();
    const says = (name: string): boolean => ["1", "true"].includes(settings[name] ?? "");
    const type = `${says("bottom") ? "Bottom" : "Top"}${says("percent") ? "Percent" : "Items"}`;
    return { rank: Number(settings["rank"] ?? 10), type };
  }
  set rule(given: unknown) {
    this.known();
    const { rank, type } = record(given);
    const name = oneOf(Object.keys(bounds), type);
    const most = name.endsWith("Percent") ? MOST_PERCENT : MOST_ITEMS;
    if (whole(rank) < 1 || whole(rank) > most) throw new Refusal("InvalidArgument");
    this.standing.change({ settings: { ...bounds[name], rank: String(whole(rank)) } });
  }
}

export { RuleOfKind };
