import type { WorkbookSurvey } from "../../domain/ledger/survey";
import { formatDay } from "../../domain/loan/day";
import type { State } from "../session/state";

/** What Office says of itself and of the workbook; no contents of cells. */
export interface OfficeSaid {
  readonly version: string;
  readonly platform: string;
  /** The newest set of ExcelApi that is supported, "1.14". */
  readonly api: string;
  /** Where Office.js was loaded from. */
  readonly source: string;
  /** Bytes of the workbook's file; undefined where nobody knows. */
  readonly fileBytes: number | undefined;
}

const yesNo = (is: boolean): string => (is ? "是" : "否");

/** One line a sheet, by its number: names of sheets may name customers. */
function sheetLines({ sheets }: WorkbookSurvey): readonly string[] {
  return sheets.map(({ used, hidden, isProtected, isFiltered, tables }, index) => {
    const size = used === undefined ? "空" : `${String(used.rows)} 行 × ${String(used.columns)} 列`;
    const states = [hidden && "隐藏", isProtected && "受保护", isFiltered && "正在筛选", tables.length > 0 && "表格"];
    return [`工作表 ${String(index + 1)}：${size}`, ...states.filter((state) => state !== false)].join("，");
  });
}

/** The failures that were told, by kind alone. */
function failureLines({ errors }: Pick<State, "errors">): readonly string[] {
  return errors.length === 0 ? ["最近的错误：无"] : ["最近的错误：", ...errors.map((error) => `  ${error}`)];
}

/** Everything that tells a technician why something does not work, as text without a customer's name, number or amount. */
export function selfCheckText(
  office: OfficeSaid,
  survey: WorkbookSurvey | undefined,
  state: Pick<State, "errors" | "found">,
): string {
  const { version, platform, api, source, fileBytes } = office;
  const ledgers = state.found.is === "ledgers" ? state.found.assessment.ledgers : [];
  const asOf = state.found.is === "ledgers" ? [`基准日：${formatDay(state.found.assessment.asOf)}`] : [];
  return [
    "贷后助手自检",
    `Office 版本：${version}`,
    `平台：${platform}`,
    `支持的接口：ExcelApi ${api}`,
    `Office.js 来源：${source}`,
    `文件大小：${fileBytes === undefined ? "未知" : `${(fileBytes / 1024).toFixed(0)} KB`}`,
    ...asOf,
    ...(survey === undefined ? [] : [`工作簿结构保护：${yesNo(survey.isStructureProtected)}`, ...sheetLines(survey)]),
    `识别出的台账：${String(ledgers.length)} 个，${ledgers.map(({ ledger }) => `${String(ledger.drawdowns)} 笔`).join("、")}`,
    ...failureLines(state),
  ].join("\n");
}
