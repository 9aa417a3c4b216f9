import { PRACTICE } from "./numberLine";
import type { Settings } from "./settings";

/** A span of days past due: what the sheet calls it. */
export interface SpanLine {
  readonly key: keyof Settings["pastDue"];
  readonly label: string;
  readonly note: string;
  readonly source: string;
}

/** The spans, the mildest first. signals F.1 */
export const spanLines: readonly SpanLine[] = [
  { key: "short", label: "逾期一段（黄）", note: "逾期多少天到多少天为黄色信号 L01", source: PRACTICE },
  { key: "middle", label: "逾期二段（黄）", note: "紧接一段，为黄色信号 L02", source: PRACTICE },
  {
    key: "long",
    label: "逾期三段（橙）",
    note: "紧接二段，到 90 天为止，为橙色信号 L03；91 天起一律为红色",
    source: "风险分类办法第十一条",
  },
];
