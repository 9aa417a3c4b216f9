"""The thirteen columns beside a ledger: headings, hints, live formulas, and their cells, read again once they are written."""

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .judge import GROUPS
from .settings import DARK, PADDING, restyled

DAY = "yyyy-mm-dd"
# Heading, width, number format, and the hint that Excel shows on the heading.
COLUMNS = [
    ("风险组别", 14, "General", "按客户判断，取最严的一笔。A 低风险、B 正常、C 关注、D 高风险、E 不良。仅为建议，由客户经理决定。"),
    ("组别原因", 36, "General", "归入该组的规则编号、实际值和界限，最重的在前。"),
    ("联系间隔(月)", 18, "General", "两次联系（电话或上门）之间最多几个月；0.5 表示 15 天。可在“贷后设置”中调整。"),
    ("上门间隔(月)", 18, "General", "两次上门之间最多几个月；0.5 表示 15 天。可在“贷后设置”中调整。"),
    ("上次联系日", 16, DAY, "该客户最近一次联系（含上门）的日期。可直接填写新的日期，右边的日期会随之变化。"),
    ("上次上门日", 16, DAY, "该客户最近一次上门的日期。可直接填写新的日期，右边的日期会随之变化。"),
    ("下次应访日", 16, DAY, "联系、上门、首次检查、到期检查中最早的一个；遇休息日提前到工作日。公式，会自动更新。"),
    ("应访事由", 14, "General", "下次应访日是为了哪一项：首次检查、到期检查、上门回访、电话联系。公式，会自动更新。"),
    ("距应访(天)", 16, "0", "离下次应访日还有几天，负数为已逾期的天数。以“贷后设置”中的基准日计算。公式，会自动更新。"),
    ("回访状态", 14, "General", "已逾期、7天内、30天内、未到期、无需回访。公式，会自动更新。"),
    ("预警", 36, "General", "该客户的预警信号，【红】最重，其次【橙】【黄】【蓝】。仅为建议，由客户经理决定。"),
    ("待首检发放日", 18, DAY, "放款后资金用途还没有检查的最早一笔的发放日。供“下次应访日”的公式使用。"),
    ("待检到期日", 16, DAY, "还没有做到期检查的最早一笔的到期日。供“下次应访日”的公式使用。"),
]  # fmt: skip
GROUP, STATUS, WARNING = 0, 9, 10
SILENT = ((None,) * 6, None, (None, None))
NEVER = "99999"


def rolled(day):
    return f"WORKDAY({day}+1,-1,贷后_节假日)"


def after(last, months):
    """So many months later; below one month so many thirtieths."""
    return f"EDATE({last},{months})+IF({months}<1,30*{months},0)"


def clock_formulas(letters):
    """下次应访日, 应访事由, 距应访 and 回访状态, with {row} where the row's number belongs."""
    cells = [f"{letter}{{row}}" for letter in letters]
    contact_months, on_site_months, contact, on_site, due, _, days_until = cells[2:9]
    first_from, matures = cells[11:]
    early = f"{matures}-贷后_到期提前天数"
    is_first_open, is_maturity_open = f"N({first_from})>N({on_site})", f"N({matures})-贷后_到期提前天数>N({contact})"
    first_check = f"WORKDAY({first_from},贷后_首检工作日,贷后_节假日)"
    never_seen = f"IF(N({first_from})>0,{NEVER},贷后_基准日)"
    earliest = ",".join([
        f"IF(N({contact})>0,{after(contact, contact_months)},{never_seen})",
        f"IF(N({on_site})>0,{after(on_site, on_site_months)},{NEVER})",
        f"IF({is_first_open},{first_check},{NEVER})",
        f"IF({is_maturity_open},{early},{NEVER})",
    ])  # fmt: skip
    is_never = f"AND(N({contact})=0,N({first_from})=0,{due}={rolled('贷后_基准日')})"
    is_first = f"IF({is_first_open},{first_check})={due}"
    is_maturity = f"IF({is_maturity_open},{rolled(early)})={due}"
    is_on_site = f"IF(N({on_site})>0,{rolled(after(on_site, on_site_months))})={due}"
    return [
        f'=IF({contact_months}="","",{rolled(f"MIN({earliest})")})',
        f'=IF({due}="","",IF({is_never},"从未回访",IF({is_first},"首次检查",IF({is_maturity},"到期检查",'
        f'IF({is_on_site},"上门回访","电话联系")))))',
        f'=IF({due}="","",{due}-贷后_基准日)',
        f'=IF({due}="","无需回访",IF({days_until}<0,"已逾期",IF({days_until}<=贷后_近期天数,"7天内",'
        f'IF({days_until}<=贷后_远期天数,"30天内","未到期"))))',
    ]


def write_headings(ledger, letters):
    """The headings with their look, width and hint."""
    sheet = ledger.sheet
    for index, (heading, width, _, hint) in enumerate(COLUMNS):
        title = f"贷后_{heading}"
        cell = sheet.cell(ledger.header, ledger.last_column + 1 + index, title)
        cell.font, cell.fill = restyled(cell.font, b=True, color="FFFFFFFF"), DARK
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[letters[index]].width = width + PADDING
        shown = DataValidation(allow_blank=True, showInputMessage=True, showErrorMessage=True)
        shown.promptTitle, shown.prompt = title, hint
        shown.add(cell.coordinate)
        sheet.add_data_validation(shown)


def said_of(judgement, clocks):
    """What stands before the formulas, between them and behind them on each live row of a customer."""
    if judgement is None:
        return SILENT
    return (GROUPS[judgement.group], judgement.reasons, *clocks[:4]), judgement.warnings, clocks[4:]


def planned_rows(judged, letters):
    """By row what its thirteen cells are to hold; rows on which nothing is owed have formulas alone."""
    due, reason, days, status = (formula.format for formula in clock_formulas(letters))
    rows = {}
    for customer, judgement, clocks in judged:
        said = said_of(judgement, clocks)
        for drawdown in customer.drawdowns:
            row = drawdown.row
            before, warnings, behind = said if drawdown.is_live else SILENT
            formulas = due(row=row), reason(row=row), days(row=row), status(row=row)
            rows[row] = (*before, *formulas, warnings, *behind)
    return rows


def write_rows(ledger, rows):
    """Writes the cells. The first row is formatted; the others share its styles, which nobody changes afterwards."""
    sheet, first = ledger.sheet, ledger.last_column + 1
    styles = []
    for column, (_, _, number_format, _) in enumerate(COLUMNS, first):
        cell = sheet.cell(ledger.header + 1, column)
        cell.number_format = number_format
        styles.append(cell._style)
    columns = range(first, first + len(COLUMNS))
    for row, contents in rows.items():
        for column, content, style in zip(columns, contents, styles):
            sheet.cell(row, column, content)._style = style


def check_rows(ledger, rows):
    """Reads again what was written."""
    first, last = ledger.last_column + 1, ledger.last_column + len(COLUMNS)
    below = ledger.sheet.iter_rows(ledger.header + 1, ledger.last_row, first, last, values_only=True)
    nothing = (None,) * len(COLUMNS)
    for row, held in enumerate(below, ledger.header + 1):
        if held != rows.get(row, nothing):
            raise SystemExit(f"第 {row} 行写入后读回的内容不一致，没有保存。")


def annotate_columns(ledger, judged):
    """Writes the columns; returns their letters."""
    first = ledger.last_column + 1
    letters = [get_column_letter(first + index) for index in range(len(COLUMNS))]
    rows = planned_rows(judged, letters)
    write_headings(ledger, letters)
    write_rows(ledger, rows)
    check_rows(ledger, rows)
    return letters
