import { reduce } from "../../../src/taskpane/session/reduce";
import { opening } from "../../../src/taskpane/session/state";
import { selfCheckText } from "../../../src/taskpane/about/selfCheck";
import { sheetSurvey, survey } from "../../domain/ledger/sheets";
import { assessedLedger, assessment, judged } from "../assessments";

const office = {
  ...{ version: "16.0.14332", platform: "PC", api: "1.14", fileBytes: 20_480 },
  source: "https://intranet.example/office/office.js",
};

test("tells what a technician needs and nothing of a customer", () => {
  const found = assessment([assessedLedger([judged({ name: "甲建材有限公司" })])]);
  const failed = { is: "failed", on: "annotate", because: { kind: "sheetProtected", sheet: "甲建材台账" } } as const;
  const state = [
    { kind: "assessed", assessment: found } as const,
    { kind: "happened", last: failed } as const,
    { kind: "happened", last: { is: "broken", detail: "TypeError\n at judge" } } as const,
  ].reduce(reduce, opening);
  const sheets = [{ ...sheetSurvey([["甲建材有限公司", 1]], { sheet: "甲建材台账" }), isProtected: true }];
  const text = selfCheckText(office, survey(sheets), state);
  expect(text).toContain("支持的接口：ExcelApi 1.14");
  expect(text).toContain("文件大小：20 KB");
  expect(text).toContain("工作表 1：1 行 × 2 列，受保护");
  expect(text).toContain("annotate: sheetProtected");
  expect(text).toContain("TypeError at judge");
  expect(text).not.toContain("甲建材");
});

test("keeps the last five failures", () => {
  const many = Array.from({ length: 7 }, (_, index) => ({
    kind: "happened" as const,
    last: { is: "failed", on: "look", because: { kind: "refused", code: `E${String(index)}` } } as const,
  }));
  expect(many.reduce(reduce, opening).errors).toEqual(
    [2, 3, 4, 5, 6].map((index) => `look: refused E${String(index)}`),
  );
});
