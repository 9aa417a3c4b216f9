import "@testing-library/jest-dom";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { asking } from "../../src/domain/filing/asking";
import type { Finding } from "../../src/domain/filing/finding";
import { FilingFindings, type FilingFindingsProps } from "../../src/taskpane/run/FilingFindings";

const finding = (label: string, more: Partial<Finding> = {}): Finding => ({
  ...{ clause: "R01", message: `“${label}”还没有填`, sheet: "回访_样甲", row: 3, column: 1, isWaivable: false },
  asks: asking(label),
  ...more,
});

type Filed = Parameters<FilingFindingsProps["file"]>;

function shown(findings: readonly Finding[]): { readonly filed: Filed[]; readonly container: HTMLElement } {
  const filed: Filed[] = [];
  const { container } = render(
    <FilingFindings
      findings={findings}
      isProposed={false}
      goTo={() => undefined}
      file={(...terms) => void filed.push(terms)}
      dismiss={() => undefined}
    />,
  );
  return { filed, container };
}

describe("what filing asks in the pane", () => {
  it("is a form of the missing answers, each with its own kind of field, and goes back by their keys", async () => {
    const signal = { ...asking("采纳", { key: "F72", about: "【黄】R53 月电费比上次-31%" }) };
    const { filed, container } = shown([
      finding("检查方式"),
      finding("检查日期"),
      finding("检查结论"),
      finding("采纳", { asks: signal }),
      finding("检查方式", { message: "找不到“检查方式”一格" }),
    ]);
    expect(screen.getByText("已填 0 / 4")).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText("检查方式"), "上门");
    await userEvent.type(screen.getByLabelText("检查日期"), "2026-11-20");
    await userEvent.type(screen.getByLabelText("检查结论"), "两班开工");
    await userEvent.selectOptions(screen.getByLabelText(/R53 月电费比上次.*采纳/), "不采纳");
    await userEvent.click(screen.getByRole("button", { name: "写到表上并归档" }));
    expect(filed.map(([sheet, { answers }]) => [sheet, [...(answers ?? [])]])).toEqual([
      [
        "回访_样甲",
        [
          ["检查方式", "上门"],
          ["检查日期", "2026-11-20"],
          ["检查结论", "两班开工"],
          ["F72", "不采纳"],
        ],
      ],
    ]);
    const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it("waits behind a button where a record is hardly filled in, and is not there where the sheet has to be changed", async () => {
    shown(Array.from({ length: 7 }, (_, index) => finding(`栏目${String(index)}`)));
    expect(screen.queryByRole("form")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "在这里补填" }));
    expect(screen.getByRole("form", { name: "补填" })).toBeVisible();
  });

  it("asks nothing where the sheet itself has to be changed", () => {
    const { clause, message, sheet, row, column } = finding("检查日期");
    shown([{ clause, message, sheet, row, column, isWaivable: false }]);
    expect(screen.queryByRole("button", { name: "在这里补填" })).toBeNull();
    expect(screen.queryByRole("form")).toBeNull();
  });
});
