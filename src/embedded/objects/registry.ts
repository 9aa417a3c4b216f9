import type { ExcelObject } from "./excelObject";
import { AutoFilter } from "./autoFilter";
import { ConditionalFormat, ConditionalFormatRule, CustomConditionalFormat } from "./conditionalFormat";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";
import { ConditionalRangeFill, ConditionalRangeFont, ConditionalRangeFormat } from "./conditionalRangeFormat";
import { DataValidation } from "./dataValidation";
import { WorksheetFreezePanes } from "./freezePanes";
import { FunctionResult, Functions } from "./functions";
import { HeaderFooter, HeaderFooterGroup } from "./headerFooter";
import { NamedItem, NamedItemCollection } from "./namedItem";
import { PageBreak, PageBreakCollection } from "./pageBreaks";
import { PageLayout } from "./pageLayout";
import { WorkbookProtection, WorksheetProtection } from "./protection";
import { Range } from "./range";
import { RangeAreas, RangeCollection } from "./rangeAreas";
import { RangeBorder, RangeBorderCollection } from "./rangeBorder";
import { RangeFill } from "./rangeFill";
import { RangeFont } from "./rangeFont";
import { RangeFormat } from "./rangeFormat";
import { Table, TableCollection } from "./table";
import { Workbook } from "./workbook";
import { Worksheet, WorksheetCollection } from "./worksheet";

/** Every imitated class by the name that Excel's documentation gives it. */
export const imitated: Readonly<Record<string, { readonly prototype: ExcelObject }>> = {
  AutoFilter,
  ConditionalFormat,
  ConditionalFormatCollection,
  ConditionalFormatRule,
  ConditionalRangeFill,
  ConditionalRangeFont,
  ConditionalRangeFormat,
  CustomConditionalFormat,
  DataValidation,
  FunctionResult,
  Functions,
  HeaderFooter,
  HeaderFooterGroup,
  NamedItem,
  NamedItemCollection,
  PageBreak,
  PageBreakCollection,
  PageLayout,
  Range,
  RangeAreas,
  RangeBorder,
  RangeBorderCollection,
  RangeCollection,
  RangeFill,
  RangeFont,
  RangeFormat,
  Table,
  TableCollection,
  Workbook,
  WorkbookProtection,
  Worksheet,
  WorksheetCollection,
  WorksheetFreezePanes,
  WorksheetProtection,
};
