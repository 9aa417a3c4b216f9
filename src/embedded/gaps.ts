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
      "SettingCollection*",
      "NamedItemArrayValues*",
      "BindingCollection*",
      "WorksheetCustomPropertyCollection*",
      "DocumentProperties*",
      "CustomPropertyCollection*",
      "StyleCollection*",
      "TableStyleCollection*",
      "DataConnectionCollection*",
      "RangeAreasCollection*",
      ...of("Query", "error loadedTo loadedToDataModel name refreshDate rowsLoadedCount"),
      ...of(
        "Workbook",
        "bindings onSelectionChanged pivotTables settings dataConnections properties styles chartDataPointTrack isDirty usePrecisionAsDisplayed getActiveChart getActiveChartOrNullObject getIsActiveCollabSession onAutoSaveSettingChanged comments pivotTableStyles slicerStyles slicers tableStyles timelineStyles getActiveSlicer getActiveSlicerOrNullObject close save insertWorksheetsFromBase64 onActivated queries",
      ),
      ...of(
        "Worksheet",
        "charts pivotTables shapes enableCalculation comments slicers onColumnSorted onSingleClicked customProperties onFormulaChanged",
      ),
      ...of("WorksheetCollection", "onColumnSorted onSingleClicked onFormulaChanged"),
      ...of(
        "Range",
        "style getImage showCard linkedDataTypeState convertDataTypeToText convertToLinkedDataType flashFill savedAsArray getDirectPrecedents getPivotTables getSpillParent getSpillParentOrNullObject getSpillingToRange getSpillingToRangeOrNullObject getDirectDependents getPrecedents",
      ),
      ...of("RangeAreas", "style convertDataTypeToText convertToLinkedDataType"),
      ...of("Setting", "key value delete"),
      ...of("NamedItem", "comment arrayValues"),
      ...of("Binding", "id type getRange getTable getText onDataChanged onSelectionChanged delete"),
      ...of("DataValidation", "ignoreBlanks valid getInvalidCells getInvalidCellsOrNullObject"),
      ...of("WorksheetCustomProperty", "key value delete"),
      ...of("CustomProperty", "key type value delete"),
      ...of(
        "Style",
        "borders fill font builtIn formulaHidden horizontalAlignment includeAlignment includeBorder includeFont includeNumber includePatterns includeProtection indentLevel locked name numberFormat numberFormatLocal readingOrder shrinkToFit verticalAlignment wrapText delete autoIndent textOrientation",
      ),
      ...of("TableStyle", "name readOnly delete duplicate"),
      ...of("HeaderFooterGroup", "evenPages firstPage oddPages state useSheetMargins useSheetScale"),
      ...of("Application", "iterativeCalculation"),
    ],
    because: "not imitated yet; what the file has of it is kept as it is",
  },
  {
    members: [
      ...of(
        "Functions",
        "abs accrInt accrIntM acos acosh acot acoth amorDegrc amorLinc and arabic areas asc asin asinh atan atan2 atanh aveDev average averageA averageIf averageIfs bahtText base besselI besselJ besselK besselY beta_Dist beta_Inv bin2Dec bin2Hex bin2Oct binom_Dist binom_Dist_Range binom_Inv bitand bitlshift bitor bitrshift bitxor ceiling_Math ceiling_Precise char chiSq_Dist chiSq_Dist_RT chiSq_Inv chiSq_Inv_RT choose clean code columns combin combina complex concatenate confidence_Norm confidence_T convert cos cosh cot coth count countA countBlank countIf countIfs coupDayBs coupDays coupDaysNc coupNcd coupNum coupPcd csc csch cumIPmt cumPrinc daverage dcount dcountA dget dmax dmin dproduct dstDev dstDevP dsum dvar dvarP datevalue day days days360 db dbcs ddb dec2Bin dec2Hex dec2Oct decimal degrees delta devSq disc dollar dollarDe dollarFr duration ecma_Ceiling edate effect eoMonth erf erfC erfC_Precise erf_Precise error_Type even exact exp expon_Dist fvschedule f_Dist f_Dist_RT f_Inv f_Inv_RT fact factDouble false find findB fisher fisherInv fixed floor_Math floor_Precise fv gamma gammaLn gammaLn_Precise gamma_Dist gamma_Inv gauss gcd geStep geoMean hlookup harMean hex2Bin hex2Dec hex2Oct hour hypGeom_Dist hyperlink iso_Ceiling if imAbs imArgument imConjugate imCos imCosh imCot imCsc imCsch imDiv imExp imLn imLog10 imLog2 imPower imProduct imReal imSec imSech imSin imSinh imSqrt imSub imSum imTan imaginary int intRate ipmt irr isErr isError isEven isFormula isLogical isNA isNonText isNumber isOdd isText isoWeekNum ispmt isref kurt large lcm left leftb len lenb ln log log10 logNorm_Dist logNorm_Inv lookup lower mduration mirr mround match max maxA median mid midb min minA minute mod month multiNomial n nper na negBinom_Dist networkDays networkDays_Intl nominal norm_Dist norm_Inv norm_S_Dist norm_S_Inv not now npv numberValue oct2Bin oct2Dec oct2Hex odd oddFPrice oddFYield oddLPrice oddLYield or pduration percentRank_Exc percentRank_Inc percentile_Exc percentile_Inc permut permutationa phi pi pmt poisson_Dist power ppmt price priceDisc priceMat product proper pv quartile_Exc quartile_Inc quotient radians rand randBetween rank_Avg rank_Eq rate received replace replaceB rept right rightb roman round roundDown roundUp rows rri sec sech second seriesSum sheet sheets sign sin sinh skew skew_p sln small sqrt sqrtPi stDevA stDevPA stDev_P stDev_S standardize substitute subtotal sum sumIf sumIfs sumSq syd t tbillEq tbillPrice tbillYield t_Dist t_Dist_2T t_Dist_RT t_Inv t_Inv_2T tan tanh text time timevalue today trim trimMean true trunc type usdollar unichar unicode upper vlookup value varA varPA var_P var_S vdb weekNum weekday weibull_Dist workDay workDay_Intl xirr xnpv xor year yearFrac yield yieldDisc yieldMat z_Test",
      ),
    ],
    because: "the evaluator is asked for DATE alone through this object; formulas in cells know more",
  },
];
