"""What a cell of the ledger says; what cannot be read is named by its address and counts as not said."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from openpyxl.utils import get_column_letter

from .settings import serial

CLASSES = ["正常", "关注", "次级", "可疑", "损失"]
CLASS_OF = {**{name: index for index, name in enumerate(CLASSES)}, **{str(index + 1): index for index in range(5)}}
NOTHING = {"", "-", "--", "—", "——", "/", "无", "不详", "待补", "暂无"}
FIRST_DAY, LAST_DAY = serial(date(1990, 1, 1)), serial(date(2060, 12, 31))
DAY_TEXT = re.compile(r"(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$")
AMOUNT_TEXT = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?$|-?\d+(\.\d+)?$")
DAYS_TEXT = re.compile(r"(?:逾期)?(\d{1,4})天?$")
EPOCH = date(1899, 12, 30)
UNUSED = "这一格未采用，改正后再次标注即可。"


def day_of(number):
    """The calendar day of a serial number."""
    return EPOCH + timedelta(number)


def add_months(number, months):
    """The same date so many months later, at most the month's last day."""
    day = day_of(number)
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return (date(year, month, min(day.day, monthrange(year, month)[1])) - EPOCH).days


def text(value):
    """A cell's text; None where it says nothing."""
    if value is None:
        return None
    said = value.strip() if type(value) is str else str(value)
    return None if said in NOTHING else said


class CellReader:
    """Reads days, amounts, numbers of days and classes, and keeps a list of what it could not read."""

    def __init__(self, sheet_name):
        self.sheet_name = sheet_name
        self.problems = []

    def complain(self, row, column, sentence):
        self.problems.append((row, column, f"{self.sheet_name}!{get_column_letter(column)}{row} {sentence}"))

    def day(self, value, row, column):
        if isinstance(value, datetime):
            number = serial(value)
        elif type(value) in (int, float):
            number = int(value)
            if 19900101 <= number <= 20601231:
                return self.day(str(number), row, column)
        elif (said := text(value)) is None:
            return None
        else:
            number = self.written_day(said)
        if number is not None and FIRST_DAY <= number <= LAST_DAY:
            return number
        if number == 0:
            return None
        wrong = "不是有效日期" if number is None else "不在 1990 至 2060 年之间"
        self.complain(row, column, f"写着“{value}”，{wrong}。{UNUSED}")
        return None

    @staticmethod
    def written_day(said):
        match = DAY_TEXT.match(said)
        try:
            return serial(date(*map(int, match.groups()))) if match else None
        except ValueError:
            return None

    def amount(self, value, row, column, factor):
        """An amount in 分."""
        if type(value) in (int, float):
            if value < 0:
                self.complain(row, column, f"金额是负数（{value}），请核实。")
            return round(value * factor * 100)
        if isinstance(value, datetime):
            self.complain(row, column, f"金额列中是日期“{value:%Y-%m-%d}”。{UNUSED}")
            return None
        said = text(value)
        if said is None:
            return None
        if AMOUNT_TEXT.match(said):
            return self.amount(float(said.replace(",", "")), row, column, factor)
        self.complain(row, column, f"写着“{said}”，不是金额。{UNUSED}")
        return None

    def days(self, value, row, column):
        if type(value) in (int, float) and value < 20_000:
            return max(0, int(value))
        said = text(value)
        if said is None:
            return None
        match = DAYS_TEXT.match(said)
        if match:
            return int(match[1])
        self.complain(row, column, f"写着“{said}”，不是天数。{UNUSED}")
        return None

    def loan_class(self, value, row, column):
        said = text(value)
        found = CLASS_OF.get(said)
        if found is None and said is not None:
            self.complain(row, column, f"写着“{said}”，不是五级分类中的任何一级。{UNUSED}")
        return found
