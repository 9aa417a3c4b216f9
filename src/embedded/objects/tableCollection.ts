import type { Sheet } from "../xlsx/model";
import { addTable } from "./addTable";
import { intersection, isInside, splitSheet } from "./address";
import { ExcelCollection, sameName } from "./excelObject";
import { text, truth } from "./given";
import type { Host } from "./host";
import type { Place } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { Table } from "./table";
import { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection */
export class TableCollection extends ExcelCollection<Table> {
  readonly className = "TableCollection";
  protected readonly nameOf = ({ name }: Table): string => name;
  private readonly sheets: readonly Sheet[];

  constructor(host: Host, sheets: readonly Sheet[]) {
    super(host);
    this.sheets = sheets;
  }

  get items(): readonly Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables.map((table) => new Table(this.host, sheet, table)));
  }

  /** An address without a sheet is one of the collection's sheet, or of the active one. */
  add(given: unknown, hasHeaders: unknown): Table {
    const range = given instanceof Range ? given : this.rangeAt(text(given));
    if (!this.sheets.includes(range.sheet)) throw new Refusal("InvalidArgument");
    return new Table(this.host, range.sheet, addTable(range, truth(hasHeaders)));
  }

  private rangeAt(address: string): Range {
    const { host, sheets } = this;
    const { sheet: name } = splitSheet(address);
    const named = name === undefined ? undefined : sheets.find((sheet) => sameName(sheet.name, name));
    const otherwise = sheets.includes(host.book.activeSheet) ? host.book.activeSheet : sheets[0];
    const sheet = name === undefined ? otherwise : named;
    if (sheet === undefined) throw new Refusal("InvalidArgument");
    return new Worksheet(host, sheet).getRange(address);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablescopedcollection: the tables of some ranges. */
export class TableScopedCollection extends ExcelCollection<Table> {
  readonly className = "TableScopedCollection";
  protected readonly nameOf = ({ name }: Table): string => name;
  private readonly places: readonly Place[];
  private readonly isWhole: boolean;

  /** With `isWhole` only tables all of whose cells lie in the ranges. */
  constructor(host: Host, places: readonly Place[], isWhole: boolean) {
    super(host);
    this.places = places;
    this.isWhole = isWhole;
  }

  get items(): readonly Table[] {
    const { host, isWhole } = this;
    const isMeant = isWhole ? isInside : (one: Range["extent"], other: Range["extent"]) => intersection(one, other);
    const sheets = [...new Set(this.places.map(({ sheet }) => sheet))];
    return sheets.flatMap((sheet) =>
      sheet.tables
        .filter(({ extent }) =>
          this.places.some((place) => place.sheet === sheet && Boolean(isMeant(extent, place.extent))),
        )
        .map((table) => new Table(host, sheet, table)),
    );
  }
  getFirst(): Table {
    return this.getItemAt(0);
  }
}
