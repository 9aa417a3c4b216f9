import type { Day } from "../loan/day";
import { riskGroupName, riskGroups, type RiskGroup } from "../risk/group";
import type { CellReader } from "./cellReader";
import type { CellValue } from "./cells";
import type { Layout } from "./ledger";
import { parseDay } from "./parseDay";
import { plainText, saysNothing } from "./text";

/** What a person decided on a customer (人工判断), as it stands on one row. */
export interface Opinion {
  readonly group: RiskGroup | undefined;
  readonly groupReason: string;
  readonly groupUntil: Day | undefined;
  readonly deferredUntil: Day | undefined;
  readonly deferralReason: string;
}

/** The own columns that belong to the person, by heading without the prefix. */
export const opinionHeadings = {
  group: "人工组别",
  groupReason: "调整理由",
  groupUntil: "调整到期",
  deferredUntil: "暂缓回访至",
  deferralReason: "暂缓理由",
} as const satisfies Record<keyof Opinion, string>;

/** The group that a cell names by letter, by word or by both; undefined where it names none. */
export function parseGroup(value: CellValue): RiskGroup | undefined {
  const text = plainText(value).toUpperCase();
  const word = /^([A-E])?[\s类组]*(.*)$/.exec(text);
  const [, letter, rest = ""] = word ?? [];
  return riskGroups.find((group) => {
    const name = riskGroupName[group].slice(2);
    return letter === undefined ? rest === name : letter === group && (rest === "" || rest === name);
  });
}

/** Reads the person's cells of one row; what cannot be read is named by its cell. */
class OpinionReader {
  private readonly reader: CellReader;
  private readonly layout: Layout;
  private readonly index: number;

  constructor(reader: CellReader, layout: Layout, index: number) {
    this.reader = reader;
    this.layout = layout;
    this.index = index;
  }

  read(): Opinion | undefined {
    const opinion = {
      group: this.group(),
      groupReason: this.text("groupReason"),
      groupUntil: this.day("groupUntil"),
      deferredUntil: this.day("deferredUntil"),
      deferralReason: this.text("deferralReason"),
    };
    const says = Object.values(opinion).some((value) => value !== undefined && value !== "");
    return says ? opinion : undefined;
  }

  private value(part: keyof Opinion): CellValue {
    const column = this.layout.ownColumns.get(opinionHeadings[part]);
    const value = column === undefined ? "" : this.reader.valueAt(column, this.index);
    return saysNothing(value) ? "" : value;
  }

  private text(part: keyof Opinion): string {
    return plainText(this.value(part));
  }

  private group(): RiskGroup | undefined {
    const value = this.value("group");
    if (value === "") return undefined;
    const group = parseGroup(value);
    if (group === undefined) this.complain("group", "unknownGroup");
    return group;
  }

  /** A day as Excel keeps it, or written as text in any clear notation. */
  private day(part: "groupUntil" | "deferredUntil"): Day | undefined {
    const value = this.value(part);
    if (value === "") return undefined;
    const read = parseDay(value, this.layout.dateSystem);
    if (read.kind === "day") return read.day;
    this.complain(part, read.kind === "ambiguous" ? "ambiguousDate" : "notADate");
    return undefined;
  }

  private complain(part: keyof Opinion, kind: "unknownGroup" | "notADate" | "ambiguousDate"): void {
    const column = this.layout.ownColumns.get(opinionHeadings[part]) ?? 0;
    const { sheet, row } = this.reader.at("customerName", this.index);
    this.reader.problems.push({ sheet, row, column, kind, found: plainText(this.value(part)).slice(0, 30) });
  }
}

/** What a person wrote into the columns of their own on one row; undefined where they wrote nothing. */
export function readOpinion(reader: CellReader, layout: Layout, index: number): Opinion | undefined {
  return layout.ownColumns.size > 0 ? new OpinionReader(reader, layout, index).read() : undefined;
}
