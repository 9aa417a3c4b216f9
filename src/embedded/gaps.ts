import { unknownFunctions } from "./objects/functions";

/** Members of ExcelApi 1.1 to 1.14 that the embedded Excel refuses, with the reason: "Range.showCard", or "Chart*" for every class whose name begins so. */
export interface Gap {
  readonly members: readonly string[];
  readonly because: string;
}

/** Names of one class, each behind it. */
function of(name: string, members: string): readonly string[] {
  return members.split(" ").map((member) => `${name}.${member}`);
}

/** What has no part in the workbook's cells is kept byte for byte in the file, but not imitated. */
export const gaps: readonly Gap[] = [
  { members: ["Chart*"], because: "charts are drawn by Excel alone; those of the file are kept as they are" },
  {
    members: ["Pivot*", "*PivotHierarchy*"],
    because: "pivot tables need their cache; those of the file are kept as they are",
  },
  {
    members: ["Shape*", "GeometricShape*", "Image*", "GroupShapeCollection*", "Line*", "TextFrame*", "TextRange*"],
    because: "drawings are drawn by Excel alone and kept as they are",
  },
  { members: ["Slicer*"], because: "slicers are drawn by Excel alone and kept as they are" },
  { members: ["Timeline*"], because: "timelines are drawn by Excel alone and kept as they are" },
  { members: ["Comment*"], because: "comments have parts of their own that are kept as they are" },
  {
    members: [
      "QueryCollection*",
      "IterativeCalculation*",
      "WorkbookRangeAreas*",
      "NamedItemArrayValues*",
      "BindingCollection*",
      "DataConnectionCollection*",
      "RangeAreasCollection*",
      ...of("Query", "error loadedTo loadedToDataModel name refreshDate rowsLoadedCount"),
      ...of(
        "Workbook",
        "bindings pivotTables dataConnections chartDataPointTrack isDirty usePrecisionAsDisplayed getActiveChart getActiveChartOrNullObject getIsActiveCollabSession onAutoSaveSettingChanged comments pivotTableStyles slicerStyles slicers timelineStyles getActiveSlicer getActiveSlicerOrNullObject close save insertWorksheetsFromBase64 queries",
      ),
      ...of("Worksheet", "charts pivotTables shapes enableCalculation comments slicers"),
      ...of(
        "Range",
        "getImage showCard linkedDataTypeState convertDataTypeToText convertToLinkedDataType flashFill savedAsArray getDirectPrecedents getPivotTables getSpillParent getSpillParentOrNullObject getSpillingToRange getSpillingToRangeOrNullObject getDirectDependents getPrecedents",
      ),
      ...of("RangeAreas", "convertDataTypeToText convertToLinkedDataType"),
      ...of("NamedItem", "arrayValues"),
      ...of("Binding", "id type getRange getTable getText onDataChanged onSelectionChanged delete"),
      ...of("Application", "iterativeCalculation"),
    ],
    because: "not imitated yet; what the file has of it is kept as it is",
  },
  {
    members: unknownFunctions.map((name) => `Functions.${name}`),
    because: "the evaluator does not know these functions",
  },
];
