// Generated from @types/office-js by test/embedded/client/apiSets.cjs: each class with its members behind the minor version of ExcelApi that brought them, 99 for what belongs to previews or to one platform.
export const membersBySet = `
AllowEditRange: 99 address isPasswordProtected title delete pauseProtection setPassword
AllowEditRangeCollection: 99 add getCount getItem getItemAt getItemOrNullObject pauseProtection
Query: 14 error loadedTo loadedToDataModel name refreshDate rowsLoadedCount
QueryCollection: 14 getCount getItem
LinkedWorkbook: 99 id breakLinks refresh
LinkedWorkbookCollection: 99 workbookLinksRefreshMode breakAllLinks getItem getItemOrNullObject refreshAll
Runtime: 8 enableEvents
Application: 1 calculationMode calculate 6 suspendApiCalculationUntilNextSync 9 iterativeCalculation calculationEngineVersion calculationState suspendScreenUpdatingUntilNextSync 11 cultureInfo decimalSeparator thousandsSeparator useSystemSeparators 99 activeWindow windows checkSpelling enterEditingMode union
IterativeCalculation: 9 enabled maxChange maxIteration
Workbook: 1 application bindings names tables worksheets getSelectedRange 2 functions onSelectionChanged 3 pivotTables 4 settings 5 customXmlParts 7 dataConnections properties protection styles name getActiveCell 8 readOnly 9 autoSave calculationEngineVersion chartDataPointTrack isDirty previouslySaved usePrecisionAsDisplayed getActiveChart getActiveChartOrNullObject getIsActiveCollabSession getSelectedRanges onAutoSaveSettingChanged 10 comments pivotTableStyles slicerStyles slicers tableStyles timelineStyles getActiveSlicer getActiveSlicerOrNullObject 11 close save 13 insertWorksheetsFromBase64 onActivated 14 queries 16 getLinkedEntityCellValue 18 notes 19 linkedEntityDataDomains getActiveShape getActiveShapeOrNullObject 99 linkedWorkbooks focus
WorkbookProtection: 7 protected protect unprotect
Worksheet: 1 charts tables id name position visibility activate delete getCell getRange getUsedRange 2 protection 3 pivotTables 4 names getUsedRangeOrNullObject 5 getNext getNextOrNullObject getPrevious getPreviousOrNullObject 6 calculate 7 freezePanes standardHeight standardWidth tabColor copy getRangeByIndexes onActivated onChanged onDeactivated onSelectionChanged 8 showGridlines showHeadings onCalculated 9 autoFilter horizontalPageBreaks pageLayout shapes verticalPageBreaks enableCalculation findAll findAllOrNullObject getRanges replaceAll onFormatChanged 10 comments slicers showOutlineLevels onColumnSorted onRowSorted onSingleClicked 11 onRowHiddenChanged 12 customProperties 13 onFormulaChanged 14 tabId onProtectionChanged 17 onNameChanged onVisibilityChanged 18 notes 19 showDataTypeIcons 99 namedSheetViews checkSpelling clearArrows evaluate
WorksheetCollection: 1 add getActiveWorksheet getItem 4 getCount getItemOrNullObject 5 getFirst getLast 7 onActivated onAdded onDeactivated onDeleted 8 onCalculated 9 onChanged onFormatChanged onSelectionChanged 10 onColumnSorted onRowSorted onSingleClicked 11 onRowHiddenChanged 13 onFormulaChanged 14 onProtectionChanged 17 onMoved onNameChanged onVisibilityChanged
WorksheetProtection: 2 options protected protect 7 unprotect 99 allowEditRanges canPauseProtection isPasswordProtected isPaused savedOptions checkPassword pauseProtection resumeProtection setPassword updateOptions
WorksheetFreezePanes: 7 freezeAt freezeColumns freezeRows getLocation getLocationOrNullObject unfreeze
Range: 1 format worksheet address addressLocal cellCount columnCount columnIndex formulas formulasLocal numberFormat rowCount rowIndex text valueTypes values clear delete getBoundingRect getCell getColumn getEntireColumn getEntireRow getIntersection getLastCell getLastColumn getLastRow getOffsetRange getRow getUsedRange insert select 2 sort columnHidden formulasR1C1 hidden rowHidden getColumnsAfter getColumnsBefore getResizedRange getRowsAbove getRowsBelow merge unmerge 3 getVisibleView 4 getIntersectionOrNullObject getUsedRangeOrNullObject 6 conditionalFormats calculate 7 hyperlink isEntireColumn isEntireRow numberFormatLocal style getAbsoluteResizedRange getImage getSurroundingRegion showCard 8 dataValidation 9 linkedDataTypeState autoFill convertDataTypeToText convertToLinkedDataType copyFrom find findOrNullObject flashFill getCellProperties getColumnProperties getRowProperties getSpecialCells getSpecialCellsOrNullObject getTables removeDuplicates replaceAll setCellProperties setColumnProperties setDirty setRowProperties 10 height left top width group hideGroupDetails showGroupDetails ungroup 11 moveTo 12 hasSpill numberFormatCategories savedAsArray getDirectPrecedents getPivotTables getSpillParent getSpillParentOrNullObject getSpillingToRange getSpillingToRangeOrNullObject 13 getDirectDependents getExtendedRange getMergedAreasOrNullObject getRangeEdge 14 getPrecedents 15 getDependents 16 valuesAsJson valuesAsJsonLocal 18 control clearOrResetContents 19 getDisplayedCellProperties 99 formulaArray checkSpelling showDependents showPrecedents
RangeAreas: 9 areas conditionalFormats dataValidation format worksheet address addressLocal areaCount cellCount isEntireColumn isEntireRow style calculate clear convertDataTypeToText convertToLinkedDataType copyFrom getEntireColumn getEntireRow getIntersection getIntersectionOrNullObject getOffsetRangeAreas getSpecialCells getSpecialCellsOrNullObject getTables getUsedRangeAreas getUsedRangeAreasOrNullObject setDirty 18 clearOrResetContents select
WorkbookRangeAreas: 12 areas ranges addresses getRangeAreasBySheet getRangeAreasOrNullObjectBySheet
RangeView: 3 rows cellAddresses columnCount formulas formulasLocal formulasR1C1 index numberFormat rowCount text valueTypes values getRange 16 valuesAsJson valuesAsJsonLocal
RangeViewCollection: 3 getItemAt 4 getCount
SettingCollection: 4 add getCount getItem getItemOrNullObject onSettingsChanged
Setting: 4 key value delete
NamedItemCollection: 1 getItem 4 add addFormulaLocal getCount getItemOrNullObject
NamedItem: 1 name type value visible getRange 4 worksheet worksheetOrNullObject comment scope delete getRangeOrNullObject 7 arrayValues formula 16 valueAsJson valueAsJsonLocal
NamedItemArrayValues: 7 types values 16 valuesAsJson valuesAsJsonLocal
Binding: 1 id type getRange getTable getText 2 onDataChanged onSelectionChanged 3 delete
BindingCollection: 1 count getItem getItemAt 3 add addFromNamedItem addFromSelection 4 getCount getItemOrNullObject
TableCollection: 1 count add getItem getItemAt 4 getCount getItemOrNullObject 7 onChanged 9 onAdded onDeleted
TableScopedCollection: 9 getCount getFirst getItem 14 getItemOrNullObject
Table: 1 columns rows id name showHeaders showTotals style delete getDataBodyRange getHeaderRowRange getRange getTotalRowRange 2 sort worksheet clearFilters convertToRange reapplyFilters 3 highlightFirstColumn highlightLastColumn showBandedColumns showBandedRows showFilterButton 7 onChanged onSelectionChanged 8 legacyId 9 autoFilter 13 resize
TableColumnCollection: 1 count add getItem getItemAt 4 getCount getItemOrNullObject 16 addAsJson
TableColumn: 1 id index name values delete getDataBodyRange getHeaderRowRange getRange getTotalRowRange 2 filter 16 valuesAsJson valuesAsJsonLocal
TableRowCollection: 1 count add getItemAt 4 getCount 16 addAsJson 99 deleteRows deleteRowsAt
TableRow: 1 index values delete getRange 16 valuesAsJson valuesAsJsonLocal
DataValidation: 8 errorAlert ignoreBlanks prompt rule type valid clear 9 getInvalidCells getInvalidCellsOrNullObject
RemoveDuplicatesResult: 9 removed uniqueRemaining
RangeFormat: 1 borders fill font horizontalAlignment verticalAlignment wrapText 2 protection columnWidth rowHeight autofitColumns autofitRows 7 textOrientation useStandardHeight useStandardWidth 9 autoIndent indentLevel readingOrder shrinkToFit 11 adjustIndent
FormatProtection: 2 formulaHidden locked
RangeFill: 1 color clear 9 pattern patternColor patternTintAndShade tintAndShade
RangeBorder: 1 color sideIndex style weight 9 tintAndShade
RangeBorderCollection: 1 count getItem getItemAt 9 tintAndShade
RangeFont: 1 bold color italic name size underline 9 strikethrough subscript superscript tintAndShade
ChartCollection: 1 count add getItem getItemAt 4 getCount getItemOrNullObject 8 onActivated onAdded onDeactivated onDeleted
Chart: 1 axes dataLabels format legend series title height left name top width delete setData setPosition 2 worksheet getImage 7 chartType id showAllFieldButtons 8 plotArea categoryLabelLevel displayBlanksAs plotBy plotVisibleOnly seriesNameLevel showDataLabelsOverMaximum style onActivated onDeactivated 9 pivotOptions activate 14 getDataTable getDataTableOrNullObject
ChartPivotOptions: 9 showAxisFieldButtons showLegendFieldButtons showReportFilterFieldButtons showValueFieldButtons
ChartAreaFormat: 1 fill font 7 border 9 colorScheme roundedCorners
ChartSeriesCollection: 1 count getItemAt 4 getCount 7 add
ChartSeries: 1 format points name 7 trendlines chartType doughnutHoleSize filtered gapWidth hasDataLabels markerBackgroundColor markerForegroundColor markerSize markerStyle plotOrder showShadow smooth delete setBubbleSizes setValues setXAxisValues 8 dataLabels axisGroup explosion firstSliceAngle invertIfNegative overlap secondPlotSize splitType varyByCategories 9 binOptions boxwhiskerOptions mapOptions xErrorBars yErrorBars bubbleScale gradientMaximumColor gradientMaximumType gradientMaximumValue gradientMidpointColor gradientMidpointType gradientMidpointValue gradientMinimumColor gradientMinimumType gradientMinimumValue gradientStyle invertColor parentLabelStrategy showConnectorLines showLeaderLines splitValue 12 getDimensionValues 15 getDimensionDataSourceString getDimensionDataSourceType
ChartSeriesFormat: 1 fill line
ChartPointsCollection: 1 count getItemAt 4 getCount
ChartPoint: 1 format value 7 dataLabel hasDataLabel markerBackgroundColor markerForegroundColor markerSize markerStyle
ChartPointFormat: 1 fill 7 border
ChartAxes: 1 categoryAxis seriesAxis valueAxis 7 getItem
ChartAxis: 1 format majorGridlines minorGridlines title majorUnit maximum minimum minorUnit 7 axisGroup baseTimeUnit categoryType customDisplayUnit displayUnit height left logBase majorTickMark majorTimeUnitScale minorTickMark minorTimeUnitScale reversePlotOrder scaleType showDisplayUnitLabel tickLabelPosition tickLabelSpacing tickMarkSpacing top type visible width setCategoryNames setCustomDisplayUnit 8 alignment isBetweenCategories multiLevel numberFormat offset position positionAt textOrientation setPositionAt 9 linkNumberFormat
ChartAxisFormat: 1 font line 8 fill
ChartAxisTitle: 1 format text visible 8 setFormula 12 textOrientation
ChartAxisTitleFormat: 1 font 8 border fill
ChartDataLabels: 1 format position separator showBubbleSize showCategoryName showLegendKey showPercentage showSeriesName showValue 8 autoText horizontalAlignment numberFormat textOrientation verticalAlignment 9 linkNumberFormat 19 leaderLines geometricShapeType showAsStickyCallout showLeaderLines
ChartDataLabel: 7 position separator showBubbleSize showCategoryName showLegendKey showPercentage showSeriesName showValue 8 format autoText formula height horizontalAlignment left numberFormat text textOrientation top verticalAlignment width 9 linkNumberFormat 19 geometricShapeType showAsStickyCallout getSubstring getTailAnchor setHeight setWidth
ChartDataLabelFormat: 1 fill font 8 border
ChartDataLabelAnchor: 19 left top
ChartDataTable: 14 format showHorizontalBorder showLegendKey showOutlineBorder showVerticalBorder visible
ChartDataTableFormat: 14 border fill font
ChartErrorBars: 9 format endStyleCap include type visible
ChartErrorBarsFormat: 9 line
ChartGridlines: 1 format visible
ChartGridlinesFormat: 1 line
ChartLegend: 1 format overlay position visible 7 legendEntries height left showShadow top width
ChartLegendEntry: 7 visible 8 height index left top width
ChartLegendEntryCollection: 7 getCount getItemAt
ChartLegendFormat: 1 fill font 8 border
ChartMapOptions: 9 labelStrategy level projectionType
ChartTitle: 1 format overlay text visible 7 height horizontalAlignment left position showShadow textOrientation top verticalAlignment width getSubstring setFormula
ChartFormatString: 7 font
ChartTitleFormat: 1 fill font 7 border
ChartFill: 1 clear setSolidColor 16 getSolidColor
ChartBorder: 7 color lineStyle weight 8 clear
ChartBinOptions: 9 allowOverflow allowUnderflow count overflowValue type underflowValue width
ChartBoxwhiskerOptions: 9 quartileCalculation showInnerPoints showMeanLine showMeanMarker showOutlierPoints
ChartLineFormat: 1 color clear 7 lineStyle weight
ChartFont: 1 bold color italic name size underline
ChartTrendline: 7 format intercept movingAveragePeriod name polynomialOrder type delete 8 label backwardPeriod forwardPeriod showEquation showRSquared
ChartTrendlineCollection: 7 add getCount getItem
ChartTrendlineFormat: 7 line
ChartTrendlineLabel: 8 format autoText formula height horizontalAlignment left numberFormat text textOrientation top verticalAlignment width 9 linkNumberFormat
ChartTrendlineLabelFormat: 8 border fill font
ChartPlotArea: 8 format height insideHeight insideLeft insideTop insideWidth left position top width
ChartPlotAreaFormat: 8 border fill
ChartLeaderLines: 19 format
ChartLeaderLinesFormat: 19 line
RangeSort: 2 apply
TableSort: 2 fields matchCase method apply clear reapply
Filter: 2 criteria apply applyBottomItemsFilter applyBottomPercentFilter applyCellColorFilter applyCustomFilter applyDynamicFilter applyFontColorFilter applyIconFilter applyTopItemsFilter applyTopPercentFilter applyValuesFilter clear
AutoFilter: 9 criteria enabled isDataFiltered apply clearCriteria getRange getRangeOrNullObject reapply remove 14 clearColumnCriteria
CultureInfo: 11 numberFormat name 12 datetimeFormat
NumberFormatInfo: 11 numberDecimalSeparator numberGroupSeparator 17 currencySymbol
DatetimeFormatInfo: 12 dateSeparator longDatePattern longTimePattern shortDatePattern timeSeparator
CustomXmlPartScopedCollection: 5 getCount getItem getItemOrNullObject getOnlyItem getOnlyItemOrNullObject
CustomXmlPartCollection: 5 add getByNamespace getCount getItem getItemOrNullObject
CustomXmlPart: 5 id namespaceUri delete getXml setXml
PivotTableScopedCollection: 12 getCount getFirst getItem getItemOrNullObject 15 getFirstOrNullObject
PivotTableCollection: 3 getItem refreshAll 4 getCount getItemOrNullObject 8 add
PivotTable: 3 worksheet name refresh 5 id 8 columnHierarchies dataHierarchies filterHierarchies hierarchies layout rowHierarchies delete 9 enableDataValueEditing useCustomSortLists 12 allowMultipleFiltersPerField 13 refreshOnOpen 15 getDataSourceString getDataSourceType
PivotLayout: 8 layoutType showColumnGrandTotals showRowGrandTotals subtotalLocation getColumnLabelRange getDataBodyRange getFilterAxisRange getRange getRowLabelRange 9 autoFormat preserveFormatting getDataHierarchy getPivotItems setAutoSortOnCell 10 enableFieldList 13 altTextDescription altTextTitle emptyCellText fillEmptyCells showFieldHeaders displayBlankLineAfterEachItem repeatAllItemLabels
PivotHierarchyCollection: 8 getCount getItem getItemOrNullObject
PivotHierarchy: 8 fields id name
RowColumnPivotHierarchyCollection: 8 add getCount getItem getItemOrNullObject remove
RowColumnPivotHierarchy: 8 fields id name position setToDefault
FilterPivotHierarchyCollection: 8 add getCount getItem getItemOrNullObject remove
FilterPivotHierarchy: 8 fields enableMultipleFilterItems id name position setToDefault
DataPivotHierarchyCollection: 8 add getCount getItem getItemOrNullObject remove
DataPivotHierarchy: 8 field id name numberFormat position showAs summarizeBy setToDefault
PivotFieldCollection: 8 getCount getItem getItemOrNullObject
PivotField: 8 id name showAllItems subtotals sortByLabels 9 sortByValues 12 applyFilter clearAllFilters clearFilter getFilters isFiltered
PivotItemCollection: 8 getCount getItem getItemOrNullObject
PivotItem: 8 id isExpanded name visible
WorksheetCustomProperty: 12 key value delete
WorksheetCustomPropertyCollection: 12 add getCount getItem getItemOrNullObject
DocumentProperties: 7 custom author category comments company creationDate keywords lastAuthor manager revisionNumber subject title
CustomProperty: 7 key type value delete
CustomPropertyCollection: 7 add deleteAll getCount getItem getItemOrNullObject
ConditionalFormatCollection: 6 add clearAll getCount getItem getItemAt 14 getItemOrNullObject
ConditionalFormat: 6 cellValue cellValueOrNullObject colorScale colorScaleOrNullObject custom customOrNullObject dataBar dataBarOrNullObject iconSet iconSetOrNullObject preset presetOrNullObject textComparison textComparisonOrNullObject topBottom topBottomOrNullObject id priority stopIfTrue type delete getRange getRangeOrNullObject 9 getRanges 17 changeRuleToCellValue changeRuleToColorScale changeRuleToContainsText changeRuleToCustom changeRuleToDataBar changeRuleToIconSet changeRuleToPresetCriteria changeRuleToTopBottom setRanges
DataBarConditionalFormat: 6 negativeFormat positiveFormat axisColor axisFormat barDirection lowerBoundRule showDataBarOnly upperBoundRule
ConditionalDataBarPositiveFormat: 6 borderColor fillColor gradientFill
ConditionalDataBarNegativeFormat: 6 borderColor fillColor matchPositiveBorderColor matchPositiveFillColor
CustomConditionalFormat: 6 format rule
ConditionalFormatRule: 6 formula formulaLocal formulaR1C1
IconSetConditionalFormat: 6 criteria reverseIconOrder showIconOnly style
ColorScaleConditionalFormat: 6 criteria threeColorScale
TopBottomConditionalFormat: 6 format rule
PresetCriteriaConditionalFormat: 6 format rule
TextConditionalFormat: 6 format rule
CellValueConditionalFormat: 6 format rule
ConditionalRangeFormat: 6 borders fill font numberFormat 17 clearFormat
ConditionalRangeFont: 6 bold color italic strikethrough underline clear
ConditionalRangeFill: 6 color clear
ConditionalRangeBorder: 6 color sideIndex style
ConditionalRangeBorderCollection: 6 bottom left right top count getItem getItemAt
CustomFunctionManager: 20 setVisibility newObject
Style: 7 borders fill font builtIn formulaHidden horizontalAlignment includeAlignment includeBorder includeFont includeNumber includePatterns includeProtection indentLevel locked name numberFormat numberFormatLocal readingOrder shrinkToFit verticalAlignment wrapText delete 8 autoIndent textOrientation
StyleCollection: 7 add getItem 9 getCount getItemAt 14 getItemOrNullObject
TableStyleCollection: 10 add getCount getDefault getItem getItemOrNullObject setDefault
TableStyle: 10 name readOnly delete duplicate
PivotTableStyleCollection: 10 add getCount getDefault getItem getItemOrNullObject setDefault
PivotTableStyle: 10 name readOnly delete duplicate
SlicerStyleCollection: 10 add getCount getDefault getItem getItemOrNullObject setDefault
SlicerStyle: 10 name readOnly delete duplicate
TimelineStyleCollection: 10 add getCount getDefault getItem getItemOrNullObject setDefault
TimelineStyle: 10 name readOnly delete duplicate
PageLayout: 9 headersFooters blackAndWhite bottomMargin centerHorizontally centerVertically draftMode firstPageNumber footerMargin headerMargin leftMargin orientation paperSize printComments printErrors printGridlines printHeadings printOrder rightMargin topMargin zoom getPrintArea getPrintAreaOrNullObject getPrintTitleColumns getPrintTitleColumnsOrNullObject getPrintTitleRows getPrintTitleRowsOrNullObject setPrintArea setPrintMargins setPrintTitleColumns setPrintTitleRows 99 alignMarginsHeaderFooter printQuality
HeaderFooter: 9 centerFooter centerHeader leftFooter leftHeader rightFooter rightHeader 99 centerFooterPicture centerHeaderPicture leftFooterPicture leftHeaderPicture rightFooterPicture rightHeaderPicture
HeaderFooterGroup: 9 defaultForAllPages evenPages firstPage oddPages state useSheetMargins useSheetScale
HeaderFooterPicture: 99 brightness colorType contrast cropBottom cropLeft cropRight cropTop filename height lockAspectRatio width
PageBreak: 9 columnIndex rowIndex delete getCellAfterBreak
PageBreakCollection: 9 add getCount getItem removePageBreaks
DataConnectionCollection: 7 refreshAll
RangeCollection: 9 getCount getItemAt
RangeAreasCollection: 12 getCount getItemAt
CommentCollection: 10 add getCount getItem getItemAt getItemByCell getItemByReplyId 12 onAdded onChanged onDeleted 14 getItemOrNullObject
Comment: 10 replies authorEmail authorName content creationDate id delete getLocation 11 mentions resolved richContent updateMentions 12 contentType
CommentReplyCollection: 10 add getCount getItem getItemAt 14 getItemOrNullObject
CommentReply: 10 authorEmail authorName content creationDate id delete getLocation getParentComment 11 mentions resolved richContent updateMentions 12 contentType
ShapeCollection: 9 addGeometricShape addGroup addImage addLine addTextBox getCount getItem getItemAt 14 getItemOrNullObject
Shape: 9 fill geometricShape group image line lineFormat parentGroup textFrame altTextDescription altTextTitle connectionSiteCount geometricShapeType height id left level lockAspectRatio name rotation top type visible width zOrderPosition delete getAsImage incrementLeft incrementRotation incrementTop scaleHeight scaleWidth setZOrder onActivated onDeactivated 10 placement copyTo 15 displayName
GeometricShape: 9 shape id
Image: 9 shape id format 99 brightness colorType contrast cropBottom cropLeft cropRight cropTop incrementBrightness incrementContrast
ShapeGroup: 9 shape shapes id ungroup
GroupShapeCollection: 9 getCount getItem getItemAt 14 getItemOrNullObject
Line: 9 beginConnectedShape endConnectedShape shape beginArrowheadLength beginArrowheadStyle beginArrowheadWidth beginConnectedSite endArrowheadLength endArrowheadStyle endArrowheadWidth endConnectedSite id isBeginConnected isEndConnected connectorType connectBeginShape connectEndShape disconnectBeginShape disconnectEndShape
ShapeFill: 9 foregroundColor transparency type clear setSolidColor
ShapeLineFormat: 9 color dashStyle style transparency visible weight
TextFrame: 9 textRange autoSizeSetting bottomMargin hasText horizontalAlignment horizontalOverflow leftMargin orientation readingOrder rightMargin topMargin verticalAlignment verticalOverflow deleteText
TextRange: 9 font text getSubstring
ShapeFont: 9 bold color italic name size underline
Slicer: 10 slicerItems worksheet caption height id isFilterCleared left name sortBy style top width clearFilters delete getSelectedItems selectItems
SlicerCollection: 10 add getCount getItem getItemAt getItemOrNullObject
SlicerItem: 10 hasData isSelected key name
SlicerItemCollection: 10 getCount getItem getItemAt getItemOrNullObject
LinkedEntityDataDomain: 19 dataProvider id lastRefreshed loadFunctionId name periodicRefreshInterval refreshMode serviceId supportedRefreshModes delete refresh
LinkedEntityDataDomainCollection: 19 add getCount getItem getItemAt getItemByName getItemByNameOrNullObject getItemOrNullObject refreshAll onLinkedEntityDataDomainAdded onRefreshCompleted onRefreshModeChanged 21 loadLinkedEntityCellValue onLinkedEntityCellValueLoaded
NamedSheetView: 99 name activate delete duplicate
NamedSheetViewCollection: 99 add enterTemporary exit getActive getCount getItem getItemAt
NoteCollection: 18 add getCount getItem getItemAt getItemOrNullObject
Note: 18 authorName content height visible width delete getLocation
Window: 99 activeCell activePane activeWorksheet panes visibleRange autoFilterDateGroupingEnabled enableResize freezePanes height index isVisible left name scrollColumn scrollRow showFormulas showGridlines showHeadings showHorizontalScrollBar showOutline showRightToLeft showRuler showVerticalScrollBar showWhitespace showWorkbookTabs showZeros split splitColumn splitHorizontal splitRow splitVertical tabRatio top type usableHeight usableWidth view width windowNumber windowState zoom activate activateNext activatePrevious close largeScroll newWindow pointsToScreenPixelsX pointsToScreenPixelsY scrollIntoView scrollWorkbookTabs smallScroll
WindowCollection: 99 breakSideBySide compareCurrentSideBySideWith getCount getItemAt resetPositionsSideBySide
Pane: 99 index
PaneCollection: 99 getCount getItemAt
FunctionResult: 2 error value
Functions: 2 abs accrInt accrIntM acos acosh acot acoth amorDegrc amorLinc and arabic areas asc asin asinh atan atan2 atanh aveDev average averageA averageIf averageIfs bahtText base besselI besselJ besselK besselY beta_Dist beta_Inv bin2Dec bin2Hex bin2Oct binom_Dist binom_Dist_Range binom_Inv bitand bitlshift bitor bitrshift bitxor ceiling_Math ceiling_Precise char chiSq_Dist chiSq_Dist_RT chiSq_Inv chiSq_Inv_RT choose clean code columns combin combina complex concatenate confidence_Norm confidence_T convert cos cosh cot coth count countA countBlank countIf countIfs coupDayBs coupDays coupDaysNc coupNcd coupNum coupPcd csc csch cumIPmt cumPrinc daverage dcount dcountA dget dmax dmin dproduct dstDev dstDevP dsum dvar dvarP date datevalue day days days360 db dbcs ddb dec2Bin dec2Hex dec2Oct decimal degrees delta devSq disc dollar dollarDe dollarFr duration ecma_Ceiling edate effect eoMonth erf erfC erfC_Precise erf_Precise error_Type even exact exp expon_Dist fvschedule f_Dist f_Dist_RT f_Inv f_Inv_RT fact factDouble false find findB fisher fisherInv fixed floor_Math floor_Precise fv gamma gammaLn gammaLn_Precise gamma_Dist gamma_Inv gauss gcd geStep geoMean hlookup harMean hex2Bin hex2Dec hex2Oct hour hypGeom_Dist hyperlink iso_Ceiling if imAbs imArgument imConjugate imCos imCosh imCot imCsc imCsch imDiv imExp imLn imLog10 imLog2 imPower imProduct imReal imSec imSech imSin imSinh imSqrt imSub imSum imTan imaginary int intRate ipmt irr isErr isError isEven isFormula isLogical isNA isNonText isNumber isOdd isText isoWeekNum ispmt isref kurt large lcm left leftb len lenb ln log log10 logNorm_Dist logNorm_Inv lookup lower mduration mirr mround match max maxA median mid midb min minA minute mod month multiNomial n nper na negBinom_Dist networkDays networkDays_Intl nominal norm_Dist norm_Inv norm_S_Dist norm_S_Inv not now npv numberValue oct2Bin oct2Dec oct2Hex odd oddFPrice oddFYield oddLPrice oddLYield or pduration percentRank_Exc percentRank_Inc percentile_Exc percentile_Inc permut permutationa phi pi pmt poisson_Dist power ppmt price priceDisc priceMat product proper pv quartile_Exc quartile_Inc quotient radians rand randBetween rank_Avg rank_Eq rate received replace replaceB rept right rightb roman round roundDown roundUp rows rri sec sech second seriesSum sheet sheets sign sin sinh skew skew_p sln small sqrt sqrtPi stDevA stDevPA stDev_P stDev_S standardize substitute subtotal sum sumIf sumIfs sumSq syd t tbillEq tbillPrice tbillYield t_Dist t_Dist_2T t_Dist_RT t_Inv t_Inv_2T tan tanh text time timevalue today trim trimMean true trunc type usdollar unichar unicode upper vlookup value varA varPA var_P var_S vdb weekNum weekday weibull_Dist workDay workDay_Intl xirr xnpv xor year yearFrac yield yieldDisc yieldMat z_Test
`;
