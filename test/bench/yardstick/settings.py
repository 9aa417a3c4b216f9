"""The bank's numbers: read from settings.csv, and written as the sheet 贷后设置 that the clocks' formulas look at."""

import csv
from datetime import date, timedelta
from pathlib import Path

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.page import PageMargins

SHEET = "贷后设置"
AS_OF = "基准日"
NAMES = {
    AS_OF: "贷后_基准日",
    "首次检查期限": "贷后_首检工作日",
    "到期检查提前": "贷后_到期提前天数",
    "近期提醒": "贷后_近期天数",
    "远期提醒": "贷后_远期天数",
}
HOLIDAYS_NAME = "贷后_节假日"
WIDTHS = [30, 12, 10, 9, 46, 20, 3, 13, 13, 3, 16, 16]
# What Excel adds to a width in characters for a cell's margins.
PADDING = 0.7109375

# Free days from and to, and weekend days worked instead, by the State Council's yearly notices.
FREE = """
2024-01-01 2024-01-01, 2024-02-10 2024-02-17, 2024-04-04 2024-04-06, 2024-05-01 2024-05-05, 2024-06-08 2024-06-10,
2024-09-15 2024-09-17, 2024-10-01 2024-10-07, 2025-01-01 2025-01-01, 2025-01-28 2025-02-04, 2025-04-04 2025-04-06,
2025-05-01 2025-05-05, 2025-05-31 2025-06-02, 2025-10-01 2025-10-08, 2026-01-01 2026-01-03, 2026-02-15 2026-02-23,
2026-04-04 2026-04-06, 2026-05-01 2026-05-05, 2026-06-19 2026-06-21, 2026-09-25 2026-09-27, 2026-10-01 2026-10-07
"""
WORKED = """
2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08
2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
"""
LIST_ROW, HOLIDAY_ROWS, ALIAS_ROWS = 4, 200, 60

LINE = Border(**{side: Side("thin", color="FFBFC7D1") for side in ("left", "right", "top", "bottom")})
DARK, PALE = PatternFill("solid", fgColor="FF1F4E79"), PatternFill("solid", fgColor="FFFFFBE6")


def serial(day):
    """A day as Excel counts it, without a time."""
    return int(to_excel(day))


def holidays():
    for span in FREE.split(","):
        first, last = map(date.fromisoformat, span.split())
        for offset in range((last - first).days + 1):
            yield serial(first + timedelta(offset))


def number_or_text(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


class Settings:
    """The lines of settings.csv, and their values by label."""

    def __init__(self, as_of):
        with open(Path(__file__).with_name("settings.csv"), encoding="utf-8", newline="") as file:
            self.lines = [[number_or_text(text) for text in line] for line in csv.reader(file)]
        self.as_of = serial(as_of)
        for line in self.lines:
            if line[0] == AS_OF:
                line[1] = self.as_of
        self.values = {line[0]: line[1] for line in self.lines}
        self.pairs = {line[0]: (line[1], line[2]) for line in self.lines if line[2] is not None}

    def __getitem__(self, label):
        return self.values[label]

    def words(self, label):
        return [word for word in (self[label] or "").split("、") if word]


def restyled(font, **changes):
    """A sheet's usual font with something else about it."""
    return Font(**{"name": font.name, "sz": font.sz, "family": font.family, **changes})


def define(book, name, area):
    """A name of the workbook; openpyxl before 3.1 keeps them in a list."""
    defined = DefinedName(name, attr_text=f"{SHEET}!{area}")
    if hasattr(book.defined_names, "append"):
        book.defined_names.append(defined)
    else:
        book.defined_names[name] = defined


def write_lines(sheet, settings):
    """Label, one value or two, unit, meaning and source of each setting, section by section."""
    usual = sheet["A1"].font
    white = restyled(usual, b=True, color="FFFFFFFF")
    sheet["A1"].font = restyled(usual, b=True, sz=16, color="FF1F4E79")
    sheet["A2"].font = restyled(usual, color="FF44546A")
    for row, line in enumerate(settings.lines, 1):
        is_line, is_heading = line[0] is not None and row > 2, line[3] == "单位"
        is_pair = line[2] is not None
        for column, content in enumerate(line, 1):
            cell = sheet.cell(row, column, content)
            if is_heading:
                cell.font, cell.fill = white, DARK
            elif is_line:
                cell.border = LINE
                if column == 2 or (column == 3 and is_pair):
                    cell.fill, cell.alignment = PALE, Alignment(horizontal="right")
        if line[0] == AS_OF:
            sheet.cell(row, 2).number_format = "yyyy-mm-dd"
        if line[0] in NAMES:
            define(sheet.parent, NAMES[line[0]], f"$B${row}")


def write_list(sheet, column, heading, contents):
    """One of the lists beside the lines, with room for more."""
    cell = sheet.cell(LIST_ROW, column, heading)
    cell.font, cell.fill = restyled(cell.font, b=True, color="FFFFFFFF"), DARK
    is_days = bool(contents)
    for index in range(HOLIDAY_ROWS if is_days else ALIAS_ROWS):
        cell = sheet.cell(LIST_ROW + 1 + index, column, contents[index] if index < len(contents) else None)
        cell.fill, cell.border, cell.number_format = PALE, LINE, "yyyy-mm-dd" if is_days else "@"
        if is_days:
            cell.alignment = Alignment(horizontal="center")


def write_settings(book, settings):
    """The sheet 贷后设置 and the names of its cells."""
    sheet = book.create_sheet(SHEET)
    write_lines(sheet, settings)
    write_list(sheet, 8, "节假日", list(holidays()))
    write_list(sheet, 9, "调休上班日", [serial(date.fromisoformat(day)) for day in WORKED.split()])
    write_list(sheet, 11, "客户经理别名", [])
    write_list(sheet, 12, "对应姓名", [])
    define(book, HOLIDAYS_NAME, f"$H${LIST_ROW + 1}:$H${LIST_ROW + HOLIDAY_ROWS}")
    for index, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width + PADDING
    lay_out_page(sheet)


def lay_out_page(sheet):
    """A4 across, as wide as the page, its number at the foot."""
    setup, points = sheet.page_setup, 72
    setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight = "landscape", 9, 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(30 / points, 30 / points, 40 / points, 36 / points, 18 / points, 16 / points)
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.left.text = SHEET
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
