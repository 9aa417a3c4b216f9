import { resultName } from "../../src/workbench/files";

describe("the name of a result", () => {
  it.each([
    ["台账.xlsx", "台账-结果.xlsx"],
    ["台账-结果.xlsx", "台账-结果.xlsx"],
    ["台账-已标注.xlsx", "台账-结果.xlsx"],
    ["台账.XLSX", "台账-结果.xlsx"],
    ["带宏.xlsm", "带宏-结果.xlsm"],
    ["其实是新格式.xls", "其实是新格式-结果.xlsx"],
    ["2026.11", "2026.11-结果.xlsx"],
  ])("of %s is %s, whatever was done with it", (name, result) => {
    expect(resultName(name)).toBe(result);
  });
});
