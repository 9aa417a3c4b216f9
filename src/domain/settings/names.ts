/** The sheet on which a bank sets its own numbers. */
export const SETTINGS_SHEET = "贷后设置";

/** The workbook names that the live formulas read; each is a cell or a range of the settings sheet. */
export const AS_OF_NAME = "贷后_基准日";
export const HOLIDAYS_NAME = "贷后_节假日";
export const FIRST_CHECK_NAME = "贷后_首检工作日";
export const MATURITY_CHECK_NAME = "贷后_到期提前天数";
export const SOON_NAME = "贷后_近期天数";
export const LATER_NAME = "贷后_远期天数";

/** All of them. */
export const settingNames = [
  AS_OF_NAME,
  HOLIDAYS_NAME,
  FIRST_CHECK_NAME,
  MATURITY_CHECK_NAME,
  SOON_NAME,
  LATER_NAME,
] as const;
