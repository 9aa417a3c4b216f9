/** Members of ExcelApi 1.1 to 1.14 that the embedded Excel refuses, with the reason: "Range.showCard", or "Chart*" for every class whose name begins so. */
export interface Gap {
  readonly members: readonly string[];
  readonly because: string;
}

/** What has no part in the workbook's cells is kept byte for byte in the file, but not imitated. */
export const gaps: readonly Gap[] = [
  { members: ["Chart*"], because: "charts are drawn by Excel alone; those of the file are kept as they are" },
  { members: ["Pivot*", "*PivotHierarchy*"], because: "pivot tables need their cache; those of the file are kept" },
  { members: ["Shape*", "GeometricShape*", "GroupShape*", "Image*", "Line*", "Text*"], because: "drawings are kept" },
  { members: ["Slicer*", "Timeline*"], because: "slicers and timelines are drawn by Excel alone" },
];
