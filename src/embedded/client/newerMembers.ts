// Generated from @types/office-js by test/embedded/client/newerMembers.mjs.
const byClass = `
AllowEditRange: address isPasswordProtected title delete pauseProtection setPassword
AllowEditRangeCollection: add getCount getItem getItemAt getItemOrNullObject pauseProtection
LinkedWorkbook: id breakLinks refresh
LinkedWorkbookCollection: workbookLinksRefreshMode breakAllLinks getItem getItemOrNullObject refreshAll
Application: activeWindow windows checkSpelling enterEditingMode union
Workbook: linkedEntityDataDomains linkedWorkbooks notes focus getActiveShape getActiveShapeOrNullObject getLinkedEntityCellValue
Worksheet: namedSheetViews notes showDataTypeIcons checkSpelling clearArrows evaluate onNameChanged onVisibilityChanged
WorksheetCollection: onMoved onNameChanged onVisibilityChanged
WorksheetProtection: allowEditRanges canPauseProtection isPasswordProtected isPaused savedOptions checkPassword pauseProtection resumeProtection setPassword updateOptions
Range: control formulaArray valuesAsJson valuesAsJsonLocal checkSpelling clearOrResetContents getDependents getDisplayedCellProperties showDependents showPrecedents
RangeAreas: clearOrResetContents select
RangeView: valuesAsJson valuesAsJsonLocal
NamedItem: valueAsJson valueAsJsonLocal
NamedItemArrayValues: valuesAsJson valuesAsJsonLocal
TableColumnCollection: addAsJson
TableColumn: valuesAsJson valuesAsJsonLocal
TableRowCollection: addAsJson deleteRows deleteRowsAt
TableRow: valuesAsJson valuesAsJsonLocal
ChartSeries: getDimensionDataSourceString getDimensionDataSourceType
ChartDataLabels: leaderLines geometricShapeType showAsStickyCallout showLeaderLines
ChartDataLabel: geometricShapeType showAsStickyCallout getSubstring getTailAnchor setHeight setWidth
ChartDataLabelAnchor: left top
ChartFill: getSolidColor
ChartLeaderLines: format
ChartLeaderLinesFormat: line
NumberFormatInfo: currencySymbol
PivotTableScopedCollection: getFirstOrNullObject
PivotTable: getDataSourceString getDataSourceType
ConditionalFormat: changeRuleToCellValue changeRuleToColorScale changeRuleToContainsText changeRuleToCustom changeRuleToDataBar changeRuleToIconSet changeRuleToPresetCriteria changeRuleToTopBottom setRanges
ConditionalRangeFormat: clearFormat
CustomFunctionManager: setVisibility newObject
PageLayout: alignMarginsHeaderFooter printQuality
HeaderFooter: centerFooterPicture centerHeaderPicture leftFooterPicture leftHeaderPicture rightFooterPicture rightHeaderPicture
HeaderFooterPicture: brightness colorType contrast cropBottom cropLeft cropRight cropTop filename height lockAspectRatio width
Shape: displayName
Image: brightness colorType contrast cropBottom cropLeft cropRight cropTop incrementBrightness incrementContrast
LinkedEntityDataDomain: dataProvider id lastRefreshed loadFunctionId name periodicRefreshInterval refreshMode serviceId supportedRefreshModes delete refresh
LinkedEntityDataDomainCollection: add getCount getItem getItemAt getItemByName getItemByNameOrNullObject getItemOrNullObject loadLinkedEntityCellValue refreshAll onLinkedEntityCellValueLoaded onLinkedEntityDataDomainAdded onRefreshCompleted onRefreshModeChanged
NamedSheetView: name activate delete duplicate
NamedSheetViewCollection: add enterTemporary exit getActive getCount getItem getItemAt
NoteCollection: add getCount getItem getItemAt getItemOrNullObject
Note: authorName content height visible width delete getLocation
Window: activeCell activePane activeWorksheet panes visibleRange autoFilterDateGroupingEnabled enableResize freezePanes height index isVisible left name scrollColumn scrollRow showFormulas showGridlines showHeadings showHorizontalScrollBar showOutline showRightToLeft showRuler showVerticalScrollBar showWhitespace showWorkbookTabs showZeros split splitColumn splitHorizontal splitRow splitVertical tabRatio top type usableHeight usableWidth view width windowNumber windowState zoom activate activateNext activatePrevious close largeScroll newWindow pointsToScreenPixelsX pointsToScreenPixelsY scrollIntoView scrollWorkbookTabs smallScroll
WindowCollection: breakSideBySide compareCurrentSideBySideWith getCount getItemAt resetPositionsSideBySide
Pane: index
PaneCollection: getCount getItemAt
`;

/** Members of Excel's objects that came after ExcelApi 1.14, such as "Range.getDependents", and with them those of Excel on the web or on the desktop alone. */
export const newerMembers: ReadonlySet<string> = new Set(
  byClass
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [name = "", members = ""] = line.split(": ");
      return members.split(" ").map((member) => `${name}.${member}`);
    }),
);
