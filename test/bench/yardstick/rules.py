"""The conditional formats: one a level over one contiguous range each."""

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from .columns import GROUP, STATUS, WARNING
from .judge import GROUPS, LEVELS

# Fill and font.
COLOURS = {
    "A": ("E2F0D9", "2F5220"),
    "B": ("DDEBF7", "1F4E79"),
    "C": ("FFF2CC", "7A5B00"),
    "D": ("FCE0CC", "8A3B00"),
    "E": ("F8CFCF", "9C0006"),
    "": ("F2F2F2", "595959"),
}
STATUSES = {"已逾期": "E", "7天内": "D", "30天内": "C", "暂缓": "", "无需回访": ""}


def rule(cell, text, marker, colours, is_bold):
    """Colours a cell whose text begins so; the marker adds nothing to the formula's truth."""
    fill, color = (f"FF{colour}" for colour in COLOURS[colours])
    return FormulaRule(
        formula=[f'AND(LEFT(${cell},{len(text)})="{text}",N("贷后助手:{marker}")=0)'],
        fill=PatternFill("solid", fgColor=fill, bgColor=fill),
        font=Font(color=color, b=is_bold or None),
    )


def add_rules(ledger, letters):
    """Colours groups, statuses, warnings, and the customer's name by its warning; the last rule is the strongest."""
    first = ledger.header + 1
    group, status, warning = letters[GROUP], letters[STATUS], letters[WARNING]
    name = get_column_letter(ledger.name_column)
    rules = [(group, rule(f"{group}{first}", said, f"组别{one}", one, one == "E")) for one, said in GROUPS.items()]
    rules += [
        (status, rule(f"{status}{first}", said, f"状态{said}", colours, said == "已逾期"))
        for said, colours in STATUSES.items()
    ]
    rules += [
        (column, rule(f"{warning}{first}", f"【{level}】", f"{marker}{level}", colours, level == "红"))
        for column, marker in ((warning, "预警"), (name, "客户"))
        for level, colours in zip(LEVELS, "BCDE")
    ]
    for priority, (column, one) in enumerate(rules):
        one.priority = len(rules) - priority
        ledger.sheet.conditional_formatting.add(f"{column}{first}:{column}{ledger.last_row}", one)
