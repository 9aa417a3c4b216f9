import type { ExcelObject } from "./excelObject";
import { Application, CultureInfo, DatetimeFormatInfo, NumberFormatInfo, Runtime } from "./application";
import { CustomXmlPart, CustomXmlPartCollection, CustomXmlPartScopedCollection } from "./customXmlPart";
import { RangeSort } from "./rangeSort";
import { RemoveDuplicatesResult } from "./removeDuplicates";
import { AutoFilter } from "./autoFilter";
import { ConditionalFormat } from "./conditionalFormat";
import * as dataBar from "./conditionalDataBar";
import * as rules from "./conditionalRules";
import * as scales from "./conditionalScales";
import { ConditionalRangeBorder, ConditionalRangeBorderCollection } from "./conditionalRangeBorder";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";
import { ConditionalRangeFill, ConditionalRangeFont, ConditionalRangeFormat } from "./conditionalRangeFormat";
import { DataValidation } from "./dataValidation";
import { FormatProtection } from "./formatProtection";
import { RangeView, RangeViewCollection } from "./rangeView";
import { DocumentProperties } from "./documentProperties";
import { CustomProperty, CustomPropertyCollection } from "./customProperty";
import { Setting, SettingCollection } from "./setting";
import { Style, StyleCollection } from "./styleCollection";
import { TableStyle, TableStyleCollection } from "./tableStyleCollection";
import { WorksheetCustomProperty, WorksheetCustomPropertyCollection } from "./worksheetCustomProperty";
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
import { Table } from "./table";
import { TableCollection, TableScopedCollection } from "./tableCollection";
import { TableColumn, TableColumnCollection } from "./tableColumn";
import { TableRow, TableRowCollection } from "./tableRow";
import { TableSort } from "./tableSort";
import { Filter } from "./filter";
import { Workbook } from "./workbook";
import { Worksheet, WorksheetCollection } from "./worksheet";

/** Every imitated class by the name that Excel's documentation gives it. */
export const imitated: Readonly<Record<string, { readonly prototype: ExcelObject }>> = {
  Application,
  AutoFilter,
  ConditionalFormat,
  ConditionalFormatCollection,
  ConditionalFormatRule: rules.ConditionalFormatRule,
  CellValueConditionalFormat: rules.CellValueConditionalFormat,
  ColorScaleConditionalFormat: scales.ColorScaleConditionalFormat,
  ConditionalDataBarNegativeFormat: dataBar.ConditionalDataBarNegativeFormat,
  ConditionalDataBarPositiveFormat: dataBar.ConditionalDataBarPositiveFormat,
  DataBarConditionalFormat: dataBar.DataBarConditionalFormat,
  IconSetConditionalFormat: scales.IconSetConditionalFormat,
  PresetCriteriaConditionalFormat: rules.PresetCriteriaConditionalFormat,
  TextConditionalFormat: rules.TextConditionalFormat,
  TopBottomConditionalFormat: rules.TopBottomConditionalFormat,
  ConditionalRangeBorder,
  ConditionalRangeBorderCollection,
  ConditionalRangeFill,
  ConditionalRangeFont,
  ConditionalRangeFormat,
  CultureInfo,
  CustomConditionalFormat: rules.CustomConditionalFormat,
  CustomProperty,
  CustomPropertyCollection,
  DocumentProperties,
  Setting,
  SettingCollection,
  Style,
  StyleCollection,
  TableStyle,
  TableStyleCollection,
  WorksheetCustomProperty,
  WorksheetCustomPropertyCollection,
  CustomXmlPart,
  CustomXmlPartCollection,
  CustomXmlPartScopedCollection,
  DataValidation,
  DatetimeFormatInfo,
  Filter,
  FormatProtection,
  FunctionResult,
  Functions,
  HeaderFooter,
  HeaderFooterGroup,
  NamedItem,
  NamedItemCollection,
  NumberFormatInfo,
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
  RangeSort,
  RangeView,
  RangeViewCollection,
  RemoveDuplicatesResult,
  Runtime,
  Table,
  TableCollection,
  TableColumn,
  TableColumnCollection,
  TableRow,
  TableRowCollection,
  TableScopedCollection,
  TableSort,
  Workbook,
  WorkbookProtection,
  Worksheet,
  WorksheetCollection,
  WorksheetFreezePanes,
  WorksheetProtection,
};
