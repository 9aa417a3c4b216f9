"""The same annotation by openpyxl, the way a bank's own script would do it: the yardstick of the whole-process benchmark.

Usage: python3 annotate.py IN.xlsx OUT.xlsx 2026-11-23
Reads the ledger, groups by customer, judges by class and days past due, and writes the same thirteen columns,
the four clock formulas, the settings sheet with its names, and the conditional formats.
"""

import sys
from collections import defaultdict
from datetime import date, datetime, timedelta

from openpyxl import load_workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

HEADINGS = [
    "风险组别", "组别原因", "联系间隔(月)", "上门间隔(月)", "上次联系日", "上次上门日", "下次应访日",
    "应访事由", "距应访(天)", "回访状态", "预警", "待首检发放日", "待检到期日",
]
CLASSES = ["正常", "关注", "次级", "可疑", "损失"]
GROUPS = ["A 低风险", "B 正常", "C 关注", "D 高风险", "E 不良"]
CONTACT = [3, 2, 1, 1, 1]
ON_SITE = [6, 3, 2, 1, 1]
FILLS = ["E2F0D9", "DDEBF7", "FFF2CC", "FCE0CC", "F8CFCF"]
COLORS = ["2F5220", "1F4E79", "7A5B00", "8A3B00", "9C0006"]


def define(book, name, reference):
    """A name of the workbook; openpyxl before 3.1 keeps them in a list."""
    defined = DefinedName(name, attr_text=reference)
    if hasattr(book.defined_names, "append"):
        book.defined_names.append(defined)
    else:
        book.defined_names[name] = defined


def find_header(sheet):
    for row in range(1, 31):
        texts = [str(cell.value or "") for cell in sheet[row]]
        if "客户名称" in texts and "五级分类" in texts:
            return row, {text: column for column, text in enumerate(texts, 1) if text}
    raise SystemExit("no ledger")


def as_day(value):
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (int, float)):
        return date(1899, 12, 30) + timedelta(days=int(value))
    return None


def judge(rows, as_of):
    group, reasons, warnings = 1, [], []
    for row in rows:
        overdue = row["逾期天数"] or 0
        loan_class = CLASSES.index(row["五级分类"]) if row["五级分类"] in CLASSES else 0
        floor = 4 if overdue > 360 else 3 if overdue > 270 else 2 if overdue > 90 else 1 if overdue > 0 else 0
        worst = max(loan_class, floor)
        found = 4 if worst >= 2 else 3 if overdue > 30 else 2 if worst == 1 else 1
        if found > 1:
            reasons.append(f"L03 逾期{overdue}天(>30)" if overdue > 30 else f"G{found} 分类{CLASSES[worst]}")
        if overdue > 30:
            warnings.append(f"【橙】L03 逾期{overdue}天(>30)")
        group = max(group, found)
    return group, ";".join(reasons[:4]), ";".join(warnings[:4])


def main(source, target, as_of):
    as_of = date.fromisoformat(as_of)
    book = load_workbook(source)
    sheet = book.worksheets[0]
    header, columns = find_header(sheet)
    customers = defaultdict(list)
    names = list(columns)
    for values in sheet.iter_rows(min_row=header + 1, values_only=False):
        row = {name: values[columns[name] - 1].value for name in names}
        if row["客户名称"]:
            row["at"] = values[0].row
            customers[row["客户名称"]].append(row)

    settings = book.create_sheet("贷后设置")
    settings["A1"] = "贷后设置"
    for index, (name, value) in enumerate(
        [("贷后_基准日", as_of), ("贷后_首检工作日", 7), ("贷后_到期提前天数", 30), ("贷后_近期天数", 7), ("贷后_远期天数", 30)], 2
    ):
        settings.cell(index, 1, name)
        settings.cell(index, 2, value)
        define(book, name, f"'贷后设置'!$B${index}")
    define(book, "贷后_节假日", "'贷后设置'!$D$2:$D$60")

    first = max(columns.values()) + 1
    letters = [get_column_letter(first + index) for index in range(len(HEADINGS))]
    for index, heading in enumerate(HEADINGS):
        cell = sheet.cell(header, first + index, f"贷后_{heading}")
        cell.fill = PatternFill("solid", fgColor="1F4E79")
        cell.font = Font(bold=True, color="FFFFFF")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[letters[index]].width = 12
    y, z, aa, ab, ac, ad, ae, ah, ai = (letters[i] for i in (2, 3, 4, 5, 6, 7, 8, 11, 12))
    for rows in customers.values():
        group, reasons, warnings = judge(rows, as_of)
        last = max((as_day(row["上次回访日期"]) for row in rows if as_day(row["上次回访日期"])), default=None)
        drawn = min((as_day(row["发放日"]) for row in rows if as_day(row["发放日"])), default=None)
        matures = min((as_day(row["到期日"]) for row in rows if as_day(row["到期日"])), default=None)
        for row in rows:
            at = row["at"]
            due = (
                f'=IF({y}{at}="","",WORKDAY(MIN(IF({aa}{at}="",IF({ah}{at}="",贷后_基准日,99999),EDATE({aa}{at},{y}{at})),'
                f'IF({ab}{at}="",99999,EDATE({ab}{at},{z}{at})),IF({ah}{at}>N({ab}{at}),WORKDAY({ah}{at},贷后_首检工作日,贷后_节假日),99999),'
                f'IF({ai}{at}-贷后_到期提前天数>N({aa}{at}),{ai}{at}-贷后_到期提前天数,99999))+1,-1,贷后_节假日))'
            )
            contents = [
                GROUPS[group], reasons, CONTACT[group], ON_SITE[group], last, last, due,
                f'=IF({ac}{at}="","",IF({ac}{at}=WORKDAY({ai}{at}-29,-1,贷后_节假日),"到期检查","上门回访"))',
                f'=IF({ac}{at}="","",{ac}{at}-贷后_基准日)',
                f'=IF({ac}{at}="","无需回访",IF({ae}{at}<0,"已逾期",IF({ae}{at}<=贷后_近期天数,"7天内",IF({ae}{at}<=贷后_远期天数,"30天内","未到期"))))',
                warnings, drawn, matures,
            ]
            for index, content in enumerate(contents):
                cell = sheet.cell(at, first + index, content)
                if index in (4, 5, 6, 11, 12):
                    cell.number_format = "yyyy-mm-dd"

    area = f"{{0}}{header + 1}:{{0}}{sheet.max_row}"
    for index, group in enumerate(GROUPS):
        sheet.conditional_formatting.add(
            area.format(letters[0]),
            FormulaRule(
                formula=[f'LEFT(${letters[0]}{header + 1},{len(group)})="{group}"'],
                fill=PatternFill("solid", bgColor=FILLS[index]),
                font=Font(color=COLORS[index]),
            ),
        )
    book.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:4])
